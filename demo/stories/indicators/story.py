from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Outcome:
    """n of N, a value, a share that was only reported, or why there is none."""

    year: int
    period: str = "VB"
    n: int | None = None
    of: int | None = None
    value: Decimal | int | None = None
    share: int | None = None
    source: str = ""
    no_data: str = ""
    not_measured: int | None = None
    comment: str = ""
    parts: tuple[tuple[str, int], ...] = ()
    unit: str = ""  # slug, where it is not the indicator's own
    sex: str = "all"


@dataclass(frozen=True)
class Goal:
    kind: str
    year: int
    value: Decimal | int | None = None
    text: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Others:
    """What others had the same year."""

    year: int
    value: Decimal | int | None = None
    text: str = ""
    source: str = ""


@dataclass(frozen=True)
class IndicatorStory:
    code: str
    name: str
    unit: str
    area: str
    measured: str
    outcomes: tuple[Outcome, ...]
    goals: tuple[Goal, ...] = ()
    others: tuple[Others, ...] = ()
    quality: str = ""
    process: str = ""
    numerator: str = ""
    denominator: str = ""
    goal: str = ""
    direction: str = "higher"
    decimals: int = 0
    is_cumulative: bool = True
    split_by_sex: bool = False
    source: str = "Verksamhetssystemet"
    collection: str = ""
    owner: str = "karin"
    first_year: int = 2022
    last_year: int | None = None
