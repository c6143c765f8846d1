"""Which rule holds: the law on a date, and the small-number policy for an audience."""

from collections.abc import Iterable, Mapping
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
    return small_numbers_of([unit_id], audience, on)[unit_id]


def small_numbers_of(
    unit_ids: Iterable[int], audience: str, on: date
) -> Mapping[int, SmallNumbers]:
    """The same for several units, in two queries."""
    above: dict[int, dict[int, int]] = {unit_id: {} for unit_id in unit_ids}
    for descendant, ancestor, depth in UnitClosure.objects.filter(
        descendant_id__in=above
    ).values_list("descendant_id", "ancestor_id", "depth"):
        above[descendant][ancestor] = depth
    ancestors = frozenset().union(*above.values())
    rules = SmallNumberPolicy.objects.filter(valid_on(on), unit_id__in=ancestors, audience=audience)
    rows = list(rules)
    return {unit_id: _nearest(rows, depths) for unit_id, depths in above.items()}


def _nearest(rows: Iterable[SmallNumberPolicy], depths: Mapping[int, int]) -> SmallNumbers:
    nearest = min(
        (row for row in rows if row.unit_id in depths),
        key=lambda row: (depths[row.unit_id], -row.valid_from.toordinal()),
        default=None,
    )
    if nearest is None:
        return SmallNumbers()
    return SmallNumbers(nearest.minimum_base, nearest.minimum_count, nearest.counts_shown_down_to)
