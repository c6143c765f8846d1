from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Asked:
    """A question: its answers counted (the favourable ones first), or a share as reported.

    `favourable` says how many of the answers make up the share that is shown.
    """

    key: str
    text: str
    answers: tuple[tuple[str, int], ...] = ()
    favourable: int = 1
    share: int | None = None
    of: str = ""  # whom it was put to, where not to all
    national: int | None = None
    national_text: str = ""
    previous: int | None = None
    by_group: tuple[tuple[int, ...], ...] = ()  # of each answer how many of each group
    # means before and after; better, the same, worse
    change: tuple[Decimal, Decimal, int, int, int] | None = None


@dataclass(frozen=True)
class SurveyStory:
    code: str
    year: int
    name: str
    instrument: str
    unit: str
    area: str
    respondents: str
    distributed: int | None = None
    answered: int | None = None
    questions: tuple[Asked, ...] = ()
    carried_out: str = ""
    source: str = ""
    comment: str = ""
    groups: tuple[tuple[str, str, int], ...] = ()  # name, sex, how many answered
