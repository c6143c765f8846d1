"""Years before the register, as they were published. Never added to what is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from deviations.models import PublishedTotal
from organisation.models import UnitClosure

Key = tuple[int, str, str, bool]  # year, kind, figure, and is it of a grade


@dataclass(frozen=True)
class Published:
    count: int
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Totals:
    """Sealed figures of all units; `below` says what lies under each unit that has any."""

    rows: Mapping[Key, Mapping[int, Published]]
    below: Mapping[int, frozenset[int]]
    years: Mapping[int, frozenset[int]]  # of each unit
    names: Mapping[int, str]

    def first_counted(self, units: Collection[int]) -> int | None:
        """The year after the last one that any of the units has sealed; None without such."""
        known = (
            years for unit, years in self.years.items() if not self.below[unit].isdisjoint(units)
        )
        last = max(frozenset().union(*known), default=None)
        return None if last is None else last + 1

    def is_published(self, units: Collection[int], year: int) -> bool:
        first = self.first_counted(units)
        return first is not None and year < first

    def of(self, units: Collection[int], year: int, figure: str, *kinds: str) -> Published | None:
        """Of whole units alone; of a unit and one under it the higher tells. None is not known."""
        found = [
            self._named(unit, known, units)
            for kind in kinds
            for unit, known in self._highest(units, year, kind, figure).items()
        ]
        if not found:
            return None
        sources = dict.fromkeys(source for one in found for source in one.sources)
        return Published(sum(one.count for one in found), tuple(sources))

    def _highest(
        self, units: Collection[int], year: int, kind: str, figure: str
    ) -> Mapping[int, Published]:
        """By unit; where the grades are all that is known, their sum."""
        graded, whole = (self.rows.get((year, kind, figure, grade), {}) for grade in (True, False))
        known = {
            unit: one
            for unit, one in {**graded, **whole}.items()
            if self.below[unit].issubset(units)
        }
        return {
            unit: one
            for unit, one in known.items()
            if not any(unit in self.below[other] for other in known if other != unit)
        }

    def _named(self, unit: int, known: Published, units: Collection[int]) -> Published:
        """The source says whose figure it is, where it is of a part of what is asked for."""
        if self.below[unit] == frozenset(units):
            return known
        name = self.names[unit]
        return Published(known.count, tuple(f"{name}: {source}" for source in known.sources))


def published_totals() -> Totals:
    rows: dict[Key, dict[int, Published]] = defaultdict(dict)
    years: dict[int, set[int]] = defaultdict(set)
    names: dict[int, str] = {}
    sealed = PublishedTotal.objects.filter(sealed_at__isnull=False)
    for unit, name, year, kind, figure, grade, count, source in sealed.values_list(
        "unit_id", "unit__name", "year", "kind", "figure", "severity", "count", "source"
    ):
        names[unit] = name
        here = rows[year, kind, figure, bool(grade)]
        before = here.get(unit, Published(0, ()))
        here[unit] = Published(
            before.count + count, tuple(dict.fromkeys((*before.sources, source)))
        )
        years[unit].add(year)
    return Totals(
        rows, _below(years), {unit: frozenset(of_unit) for unit, of_unit in years.items()}, names
    )


def _below(units: Collection[int]) -> Mapping[int, frozenset[int]]:
    below: dict[int, set[int]] = defaultdict(set)
    if units:
        pairs = UnitClosure.objects.filter(ancestor_id__in=units)
        for ancestor, descendant in pairs.values_list("ancestor_id", "descendant_id"):
            below[ancestor].add(descendant)
    return {unit: frozenset(found) for unit, found in below.items()}
