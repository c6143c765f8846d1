"""The indicators of the published reports, with their figures, and what became of them later.

Outcomes of 2021 and 2023 are published unless README.md says otherwise; the words are ours, and
all from 2024 on is invented. A comment holds no digits: it stands beside the figures themselves.
"""

from demo.stories.indicators.adults import ADULTS
from demo.stories.indicators.children import CHILDREN
from demo.stories.indicators.of_2021 import OF_2021
from demo.stories.indicators.prevention import PREVENTION
from demo.stories.indicators.staff import STAFF
from demo.stories.indicators.story import Goal, IndicatorStory, Others, Outcome
from demo.stories.indicators.times import TIMES

INDICATORS = (*PREVENTION, *CHILDREN, *ADULTS, *TIMES, *OF_2021, *STAFF)

__all__ = ["INDICATORS", "Goal", "IndicatorStory", "Others", "Outcome"]
