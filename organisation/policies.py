"""Which rule holds: the law on a date, and the small-number policy for an audience."""

from dataclasses import dataclass
from datetime import date

from organisation.models import LegalReference, SmallNumberPolicy, Unit, UnitClosure
from organisation.querysets import valid_on

LEVELS = list(Unit.Level)


def citation(duty: str, act: str, on: date) -> str:
    """How the duty is cited on that day, or "" where the law had no such duty."""
    found = (
        LegalReference.objects.valid_on(on)
        .filter(duty=duty, act=act)
        .order_by("-valid_from")
        .first()
    )
    return found.citation if found else ""


@dataclass(frozen=True)
class SmallNumbers:
    """Shares need `minimum_base`; counts under `minimum_count` are hidden below a level."""

    minimum_base: int = 5
    minimum_count: int = 5
    counts_shown_down_to: str = Unit.Level.SECTION

    def shows_share(self, whole: int) -> bool:
        return whole >= self.minimum_base

    def shows_count(self, count: int, level: str) -> bool:
        """Zero tells of nobody and is always shown."""
        open_level = LEVELS.index(Unit.Level(level)) <= LEVELS.index(
            Unit.Level(self.counts_shown_down_to)
        )
        return open_level or count == 0 or count >= self.minimum_count


def small_numbers(unit_id: int, audience: str, on: date) -> SmallNumbers:
    """The nearest rule at the unit or above it; without one, the default."""
    above = dict(
        UnitClosure.objects.filter(descendant_id=unit_id).values_list("ancestor_id", "depth")
    )
    rows = SmallNumberPolicy.objects.filter(valid_on(on), unit_id__in=above, audience=audience)
    nearest = min(
        rows, key=lambda row: (above[row.unit_id], -row.valid_from.toordinal()), default=None
    )
    if nearest is None:
        return SmallNumbers()
    return SmallNumbers(nearest.minimum_base, nearest.minimum_count, nearest.counts_shown_down_to)
