"""The measures of all registers. One that several of them name stands here once."""

from demo.stories.measures.after_cases import EARLIER
from demo.stories.measures.after_recent_cases import RECENT
from demo.stories.measures.of_risks import OF_RISKS
from demo.stories.measures.of_risks_later import OF_RISKS_LATER
from demo.stories.measures.story import MeasureStory, Step

AFTER_CASES = (*EARLIER, *RECENT)
MEASURES = (*AFTER_CASES, *OF_RISKS, *OF_RISKS_LATER)

__all__ = ["AFTER_CASES", "MEASURES", "MeasureStory", "Step"]
