"""Whether a target is reached, judged on the exact outcome and never on the rounded one."""

from decimal import Decimal
from typing import Protocol

from django.db.models import TextChoices

from indicators.models import Indicator, ReportingPeriod
from indicators.statistics import Goal, Outcome

ADDED_UP = (Indicator.Measured.COUNT, Indicator.Measured.KRONOR)


class Verdict(TextChoices):
    MET = "met", "Uppnås"
    PARTLY = "partly", "Uppnås delvis"
    NOT_MET = "not_met", "Uppnås inte"
    UNDECIDED = "undecided", "Kan ej bedömas"
    NO_TARGET = "no_target", "Mål saknas"


class Followed(Protocol):
    """What of a definition the verdict needs: an Indicator has it, and a Series."""

    @property
    def measured(self) -> str: ...
    @property
    def decimals(self) -> int: ...
    @property
    def direction(self) -> str: ...
    @property
    def is_cumulative(self) -> bool: ...


def verdict(
    followed: Followed,
    outcome: Outcome | None,
    goal: Goal | None,
    before: Outcome | None = None,
) -> Verdict:
    """`before` is the same period of the year before, where the definition was the same.

    With it a target that is missed is reached in part when the outcome has gone more than half of
    the way from there.
    """
    if goal is None:
        return Verdict.NO_TARGET
    number = exact(outcome) if outcome else None
    unclear = followed.direction == Indicator.Direction.NEITHER or goal.value is None
    if number is None or unclear or outcome is None or goal.value is None:
        return Verdict.UNDECIDED
    higher = followed.direction == Indicator.Direction.HIGHER
    met = number >= goal.value if higher else number <= goal.value
    if _still_adding(followed, outcome) and met != higher:
        return Verdict.UNDECIDED
    if met:
        return Verdict.MET
    then = None if before is None or _still_adding(followed, outcome) else exact(before)
    is_on_its_way = _more_than_half_way(then, number, goal.value)
    return Verdict.PARTLY if is_on_its_way else Verdict.NOT_MET


def _more_than_half_way(then: Decimal | None, now: Decimal, goal: Decimal) -> bool:
    if then is None:
        return False
    return (goal - then) * (now - then) > 0 and abs(now - then) * 2 > abs(goal - then)


def exact(outcome: Outcome) -> Decimal | None:
    """In percent for n of N; a share reported elsewhere is as exact as it was reported."""
    if outcome.numerator is not None and outcome.denominator:
        return Decimal(100 * outcome.numerator) / outcome.denominator
    return outcome.reported_share if outcome.value is None else outcome.value


def _still_adding(followed: Followed, outcome: Outcome) -> bool:
    """A count that grows until December has not missed the year's target in August, and has not
    kept under it either."""
    is_whole = outcome.period == ReportingPeriod.WHOLE_YEAR
    return followed.is_cumulative and followed.measured in ADDED_UP and not is_whole
