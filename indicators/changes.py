"""The change since the same period of the year before, with the right word for what is measured."""

from collections.abc import Collection
from decimal import Decimal

from indicators.models import Indicator
from indicators.statistics import Outcome
from indicators.verdict import ADDED_UP, Followed, exact
from indicators.words import UNITS
from lib.numbers import MINUS, NO_BREAK, format_exact, format_integer, percent, rounded

REDEFINED = "definitionen ändrad"
UNCHANGED = "oförändrat"
# From how much on a change in percent says something: 2 to 3 is not "50 % more".
PERCENT_FROM = 10


def is_cut(breaks: Collection[int], first: int, last: int) -> bool:
    """Whether the definition became a new one after `first`, up to and in `last`."""
    return any(first < year <= last for year in breaks)


def size_of_change(followed: Followed, before: Outcome, now: Outcome) -> Decimal | None:
    """None where one of them was not counted here: a reported share is compared with nothing."""
    if any(one.reported_share is not None for one in (before, now)):
        return None
    then, value = exact(before), exact(now)
    if then is None or value is None:
        return None
    return rounded(value - then, followed.decimals)


def change_text(
    followed: Followed, before: Outcome | None, now: Outcome, breaks: Collection[int] = ()
) -> str:
    """ "+8 procentenheter", "−12 dagar", "+794 (70 %)", "definitionen ändrad"; "" for none."""
    if before is None:
        return ""
    if is_cut(breaks, before.year, now.year):
        return REDEFINED
    size = size_of_change(followed, before, now)
    if size is None:
        return ""
    return _signed(followed, size) + _in_percent(followed, before, size) if size else UNCHANGED


def _signed(followed: Followed, size: Decimal) -> str:
    sign, figure = "+" if size > 0 else MINUS, format_exact(abs(size))
    if followed.measured == Indicator.Measured.SHARE:
        word = "procentenhet" if abs(size) == 1 else "procentenheter"
        return f"{sign}{figure}{NO_BREAK}{word}"
    return f"{sign}{figure}{UNITS.get(followed.measured, '')}"


def _in_percent(followed: Followed, before: Outcome, size: Decimal) -> str:
    then = before.value
    if followed.measured not in ADDED_UP or then is None or then < PERCENT_FROM:
        return ""
    share = percent(int(abs(size)), int(then))
    return f" ({format_integer(int(share or 0))}{NO_BREAK}%)"
