"""Brukarundersökningar and follow-up by instrument. 2021 and 2023 are the published ones."""

from demo.stories.surveys.later import LATER
from demo.stories.surveys.of_2021 import OF_2021
from demo.stories.surveys.of_2023 import OF_2023
from demo.stories.surveys.story import Asked, SurveyStory

SURVEYS = (*OF_2021, *OF_2023, *LATER)

__all__ = ["SURVEYS", "Asked", "SurveyStory"]
