"""Risks and controls. R1–R9 and K1–K7 follow the published report of 2023; the rest is ours."""

from demo.stories.risks.controls import CONTROLS
from demo.stories.risks.later import LATER
from demo.stories.risks.of_2023 import OF_2023
from demo.stories.risks.story import ControlStory, Found, Judged, RiskStory

RISKS = (*OF_2023, *LATER)

__all__ = ["CONTROLS", "RISKS", "ControlStory", "Found", "Judged", "RiskStory"]
