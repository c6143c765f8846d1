"""Which outcomes may not be told under a policy on small numbers, and why.

Everything that anybody can print of an indicator is looked at together: units with their sums, the
sexes, the periods of a year, whatever a certain report shows of it. Two reports under one policy
therefore hide the same figures, and none gives away what the other has hidden.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import pairwise
from typing import NamedTuple

from indicators.models import Indicator, Observation, ReportingPeriod
from lib.suppression import Cell, Key, Protection, Sum, protect
from organisation.models import UnitClosure
from organisation.policies import SmallNumbers

Sex = Observation.Sex
SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
N, OF_THESE, OTHERS, COUNT = "N", "n", "rest", "count"
SHARE = (OF_THESE, OTHERS, N)


class Place(NamedTuple):
    """Where an outcome stands: figures of one place are shown together or not at all."""

    indicator: int
    unit: int
    year: int
    period: str
    sex: str = Sex.ALL


@dataclass(frozen=True)
class Hidden:
    """What may not be told. A place that is not named here is told as it is."""

    small: frozenset[Place] = frozenset()
    few: frozenset[Place] = frozenset()  # of those, shares whose base is too small
    beside: frozenset[Place] = frozenset()
    vague: frozenset[Place] = frozenset()
    # Shares that can be told in percent, because nothing beside them gives their counts.
    alone: frozenset[Place] = frozenset()

    @classmethod
    def of(cls, sheets: Sequence["Hidden"]) -> "Hidden":
        sets = (
            frozenset[Place]().union(*(getattr(one, name.name) for one in sheets))
            for name in fields(cls)
        )
        return cls(*sets)

    def hides(self, place: Place) -> bool:
        return place in self.small or place in self.beside

    def tells_percent(self, place: Place) -> bool:
        return not self.hides(place) or place in self.alone

    def is_said_to_be_small(self, place: Place) -> bool:
        return place in self.small and place not in self.vague


def hidden(indicators: Collection[int], years: Collection[int], policy: SmallNumbers) -> Hidden:
    """In two queries, however many indicators there are."""
    found = Observation.objects.filter(
        indicator_id__in=list(indicators),
        year__in=list(years),
        no_data="",
        reported_share__isnull=True,
    ).select_related("indicator", "unit")
    rows: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for row in found:
        if row.denominator is not None or row.indicator.measured == Indicator.Measured.COUNT:
            rows[row.indicator_id, row.year].append(row)
    lines = _lines({row.unit_id for own in rows.values() for row in own})
    return Hidden.of([_Sheet(policy, lines, own).hidden() for own in rows.values()])


def _lines(units: Collection[int]) -> Mapping[int, Sequence[int]]:
    """Of each unit, those above it, the nearest first."""
    lines: dict[int, list[int]] = defaultdict(list)
    closure = UnitClosure.objects.filter(descendant_id__in=units, depth__gt=0).order_by("depth")
    for unit, above in closure.values_list("descendant_id", "ancestor_id"):
        lines[unit].append(above)
    return lines


def place_of(row: Observation) -> Place:
    return Place(row.indicator_id, row.unit_id, row.year, row.period, row.sex)


@dataclass
class _Sheet:
    """All outcomes of one indicator and year as cells with their sums."""

    policy: SmallNumbers
    lines: Mapping[int, Sequence[int]]  # of each unit, those above it, the nearest first
    rows: Sequence[Observation]
    cells: dict[Key, Cell] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)

    def hidden(self) -> Hidden:
        self.places = {place_of(row): row for row in self.rows}
        for place, row in self.places.items():
            self.cells |= {(kind, place): cell for kind, cell in self._cells(row)}
        self._add_sums_of_units()
        self._add_sums_of_sexes()
        beside = len(self.sums)
        self._add_periods()
        found = protect(self.cells, self.sums, list(self._together()))
        return self._by_place(found, self.sums[:beside])

    # What is told at a place ------------------------------------------------------------------

    def _cells(self, row: Observation) -> Iterator[tuple[str, Cell]]:
        limit, base = self._limit(row), self._base(row)
        if row.numerator is None or row.denominator is None:
            yield COUNT, Cell.of_count(int(row.value or 0), limit)
            return
        others = row.denominator - row.numerator
        yield N, Cell.of_count(row.denominator, base)
        yield OF_THESE, Cell(row.numerator, small=0 < row.numerator < limit)
        yield OTHERS, Cell(others, small=0 < others < limit)

    def _limit(self, row: Observation) -> int:
        open_level = self.policy.shows_count(1, row.unit.level)
        return 0 if open_level else self.policy.minimum_count

    def _base(self, row: Observation) -> int:
        return max(self.policy.minimum_base, row.indicator.minimum_base or 0)

    def _together(self) -> Iterator[frozenset[Key]]:
        for place in self.places:
            if (N, place) in self.cells:
                yield frozenset((kind, place) for kind in SHARE)

    # What is a sum of what --------------------------------------------------------------------

    def _add_sums_of_units(self) -> None:
        """A unit and the nearest ones below it that have the same outcome."""
        below: dict[Place, list[Place]] = defaultdict(list)
        siblings: dict[Place, list[Place]] = defaultdict(list)
        for place in self.places:
            line = [place._replace(unit=unit) for unit in self.lines.get(place.unit, ())]
            if over := next((one for one in line if one in self.places), None):
                below[over].append(place)
            elif line:
                siblings[line[0]].append(place)
        for whole, parts in below.items():
            self._add(whole, parts, self._base(self.places[parts[0]]))
        for whole, parts in siblings.items():
            if len(parts) > 1:
                self._add_known_sum(whole, parts)

    def _add_known_sum(self, whole: Place, parts: Sequence[Place]) -> None:
        """Counts of units under the same one: their sum is easily known from elsewhere."""
        if all((COUNT, part) in self.cells for part in parts):
            total = sum(self.cells[COUNT, part].value for part in parts)
            self.cells[COUNT, whole] = Cell.of_count(total, 0)
            self.sums.append(Sum((COUNT, whole), tuple((COUNT, part) for part in parts)))

    def _add_sums_of_sexes(self) -> None:
        for place, row in self.places.items():
            parts = [place._replace(sex=sex) for sex in SEXES]
            known = [part for part in parts if part in self.places]
            if place.sex == Sex.ALL and known:
                self._add(place, known, self._base(row))

    def _add(self, whole: Place, parts: Sequence[Place], base: int) -> None:
        """With what the whole has besides the parts: it is nowhere printed but easily computed."""
        limit = max(self._limit(self.places[part]) for part in parts)
        for kind in (COUNT, *SHARE):
            places = (whole, *parts)
            if all((kind, place) in self.cells for place in places):
                self._add_one(kind, whole, parts, base if kind == N else limit)

    def _add_one(self, kind: str, whole: Place, parts: Sequence[Place], limit: int) -> None:
        rest = self.cells[kind, whole].value - sum(self.cells[kind, part].value for part in parts)
        if rest < 0:
            return  # the parts overlap, or somebody has typed wrong: nothing follows
        besides: tuple[Key, ...] = ()
        if rest:
            besides = (("besides", kind, whole, parts[0].sex, parts[0].period),)
            self.cells[besides[0]] = Cell.between(rest, limit)
        self.sums.append(Sum((kind, whole), (*((kind, part) for part in parts), *besides)))

    def _add_periods(self) -> None:
        """Of what is counted from January each later period has the earlier in it."""
        by_line: dict[Place, list[Place]] = defaultdict(list)
        for place, row in self.places.items():
            if row.indicator.is_cumulative:
                by_line[place._replace(period="")].append(place)
        for own in by_line.values():
            growing = [place for place in own if ReportingPeriod(place.period).from_new_year]
            for earlier, later in pairwise(sorted(growing, key=_last_month)):
                self._add(later, [earlier], self._limit(self.places[later]))
            self._add_parts_of_the_year(own)

    def _add_parts_of_the_year(self, own: Sequence[Place]) -> None:
        whole = own[0]._replace(period=ReportingPeriod.WHOLE_YEAR)
        for letter in "QM":
            parts = [place for place in own if place.period.startswith(letter)]
            if parts and whole in self.places:
                self._add(whole, parts, self._limit(self.places[whole]))

    # Back to places ---------------------------------------------------------------------------

    def _by_place(self, found: Protection, beside: Sequence[Sum]) -> Hidden:
        small, others, vague = map(self._places, (found.small, found.beside, found.vague))
        few = frozenset(
            place for place in small if (N, place) in self.cells and self.cells[N, place].small
        )
        open_or_few = {place for place in self.places if place not in small | others} | few
        alone = frozenset(
            place
            for place in (small | others) - few
            if (N, place) in self.cells and not self._linked(place, beside) & open_or_few
        )
        return Hidden(small, few, others - small, vague, alone)

    def _places(self, keys: Iterable[Key]) -> frozenset[Place]:
        return frozenset(key[1] for key in keys if isinstance(key, tuple) and key[1] in self.places)

    def _linked(self, place: Place, sums: Sequence[Sum]) -> set[Place]:
        """The places with which it has sums, directly or by others."""
        found, grew = {place}, True
        while grew:
            near = [one for one in sums if self._places((one.whole, *one.parts)) & found]
            more = {found_place for one in near for found_place in self._places(_keys(one))}
            grew = not more <= found
            found |= more
        return found - {place}


def _keys(one: Sum) -> tuple[Key, ...]:
    return (one.whole, *one.parts)


def _last_month(place: Place) -> tuple[int, str]:
    return ReportingPeriod(place.period).last_month, place.period
