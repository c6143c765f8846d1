"""Targets that are settled before their time: out of reach, reached already, or run out."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from indicators.models import Indicator, ReportingPeriod, Target
from indicators.statistics import Goal, Outcome, goal_of_year
from indicators.verdict import ADDED_UP, Followed, exact
from indicators.words import amount, as_set


@dataclass(frozen=True)
class Settled:
    """`is_good`: reached; otherwise a target that cannot be reached or that nobody has renewed."""

    sentence: str
    is_good: bool


def settled(
    followed: Followed,
    targets: Sequence[Target],
    outcomes: Sequence[Outcome],
    breaks: Collection[int] = (),
) -> tuple[Settled, ...]:
    """`targets` of one unit in order of year, `outcomes` of the same unit in time order."""
    if not outcomes or followed.direction == Indicator.Direction.NEITHER:
        return ()
    since = max((year for year in breaks if year <= outcomes[-1].year), default=0)
    comparable = [one for one in outcomes if one.year >= since]
    return (*_this_year(followed, targets, comparable), *_long_term(followed, targets, comparable))


def _this_year(
    followed: Followed, targets: Sequence[Target], outcomes: Sequence[Outcome]
) -> Iterator[Settled]:
    """A count from January on can only grow: what it has passed it has passed for good."""
    newest = outcomes[-1]
    goal = goal_of_year(targets, newest.year)
    grows = followed.is_cumulative and followed.measured in ADDED_UP
    number = exact(newest)
    if not grows or goal is None or goal.value is None or number is None:
        return
    if newest.period == ReportingPeriod.WHOLE_YEAR or newest.period[0] in "QM":
        return
    told = f"utfallet är redan {_amount(followed, newest)} ({newest.label})"
    aim = f"Målet {as_set(goal.value, followed.measured)} för {goal.year}"
    is_higher = followed.direction == Indicator.Direction.HIGHER
    if is_higher and number >= goal.value:
        yield Settled(f"{aim} är redan nått: {told}.", is_good=True)
    elif not is_higher and number > goal.value:
        yield Settled(f"{aim} kan inte längre nås: {told}.", is_good=False)


def _long_term(
    followed: Followed, targets: Sequence[Target], outcomes: Sequence[Outcome]
) -> Iterator[Settled]:
    years = [one for one in outcomes if one.period == ReportingPeriod.WHOLE_YEAR]
    goals = [one for one in targets if one.kind == Target.Kind.LONG_TERM and one.value is not None]
    for goal in goals:
        aim = f"Målvärdet {_as_set(followed, goal)} för {goal.year}"
        reached = _reached_since(followed, goal, years)
        if reached and reached < goal.year:
            again = "Sätt ett nytt om det ska leda vidare."
            yield Settled(f"{aim} är redan uppnått sedan {reached}. {again}", is_good=True)
        elif not reached and any(one.year >= goal.year for one in years) and _is_last(goal, goals):
            yield Settled(f"{aim} nåddes inte, och inget nytt är satt.", is_good=False)


def _reached_since(followed: Followed, goal: Target, years: Sequence[Outcome]) -> int | None:
    """The first of the latest unbroken row of years that reach it."""
    since = None
    for one in reversed(years):
        number = exact(one)
        if number is None or goal.value is None:
            break
        is_higher = followed.direction == Indicator.Direction.HIGHER
        if not (number >= goal.value if is_higher else number <= goal.value):
            break
        since = one.year
    return since


def _is_last(goal: Target, goals: Sequence[Target]) -> bool:
    return goal.year == max(one.year for one in goals)


def _as_set(followed: Followed, goal: Goal | Target) -> str:
    return as_set(goal.value, followed.measured) if goal.value is not None else ""


def _amount(followed: Followed, outcome: Outcome) -> str:
    return amount(outcome.number(followed.decimals), followed.measured, followed.decimals)
