"""What is asked about once more: "är det rätt?", with what it is held against beside it.

A wild value is one that a mistyped figure would give: a share that moves by 25 percentage points
or more in a year, a count or a sum that more than doubles or is less than half, days or an index
that move by more than half, and a base (N) that is three times as large or a third. Few cases move
much by themselves, so a change of less than ten is never wild.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from indicators.models import Indicator
from indicators.statistics import Outcome
from indicators.verdict import ADDED_UP, Followed, exact
from indicators.words import in_one
from lib.numbers import format_integer

SHARE_JUMP = 25  # percentage points
COUNT_TIMES, OTHER_TIMES, BASE_TIMES = Decimal(2), Decimal("1.5"), Decimal(3)
FEW = 10


@dataclass(frozen=True)
class Measure:
    """What has been typed."""

    numerator: int | None = None
    denominator: int | None = None
    value: Decimal | None = None

    @property
    def number(self) -> Decimal | None:
        if self.numerator is not None and self.denominator:
            return Decimal(100 * self.numerator) / self.denominator
        return self.value


def wild(followed: Followed, typed: Measure, before: Outcome | None) -> Iterator[str]:
    """Questions; none where there is nothing to hold it against."""
    if before is None or before.no_data:
        return
    now, then = typed.number, exact(before)
    if now is not None and then is not None and _jumps(followed, typed, now, then, before):
        stood = in_one(before, followed.measured, followed.decimals)
        yield f"Utfallet är ett helt annat än {before.label}: {stood}."
    if _moves(typed.denominator, before.denominator):
        yield (
            f"Underlaget (N) är {format_integer(typed.denominator)} men var "
            f"{format_integer(before.denominator)} för {before.label}."
        )


def _jumps(
    followed: Followed, typed: Measure, now: Decimal, then: Decimal, before: Outcome
) -> bool:
    if followed.measured == Indicator.Measured.SHARE:
        bases = [base for base in (typed.denominator, before.denominator) if base is not None]
        return abs(now - then) >= SHARE_JUMP and min(bases, default=FEW) >= FEW
    if followed.measured in ADDED_UP:
        return _is_far(now, then, COUNT_TIMES) and abs(now - then) >= FEW
    return _is_far(now, then, OTHER_TIMES) and (followed.decimals > 0 or abs(now - then) >= FEW)


def _moves(now: int | None, then: int | None) -> bool:
    if now is None or then is None:
        return False
    return _is_far(Decimal(now), Decimal(then), BASE_TIMES) and abs(now - then) >= FEW


def _is_far(now: Decimal, then: Decimal, times: Decimal) -> bool:
    low, high = sorted((now, then))
    return low >= 0 and high > low * times
