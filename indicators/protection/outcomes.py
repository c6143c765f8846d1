"""Which outcomes may not be told under a policy on small numbers, and why.

Everything that anybody can print of an indicator is looked at together: units with their sums, the
sexes, the periods of a year, whatever a certain report shows of it. Two reports under one policy
therefore hide the same figures, and none gives away what the other has hidden.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from indicators.models import Indicator, Observation, ReportingPeriod
from indicators.protection.sheet import Hidden, Sheet
from organisation.models import Unit, UnitClosure
from organisation.policies import SmallNumbers

Sex = Observation.Sex
SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)


class Place(NamedTuple):
    """Where an outcome stands: figures of one place are shown together or not at all."""

    indicator: int
    unit: int
    year: int
    period: str
    sex: str = Sex.ALL


class _Row(NamedTuple):
    """What is read of an outcome: a model for each of tens of thousands would cost too much."""

    indicator_id: int
    unit_id: int
    year: int
    period: str
    sex: str
    numerator: int | None
    denominator: int | None
    value: Decimal | None


def hidden(indicators: Collection[int], years: Collection[int], policy: SmallNumbers) -> Hidden:
    """In four queries, however many indicators there are."""
    found = Observation.objects.filter(
        indicator_id__in=list(indicators),
        year__in=list(years),
        no_data="",
        reported_share__isnull=True,
    )
    known = Indicator.objects.in_bulk(list(indicators))
    rows: dict[tuple[int, int], list[_Row]] = defaultdict(list)
    for row in map(_Row._make, found.values_list(*_Row._fields)):
        measured = known[row.indicator_id].measured
        if row.denominator is not None or measured == Indicator.Measured.COUNT:
            rows[row.indicator_id, row.year].append(row)
    units = {row.unit_id for own in rows.values() for row in own}
    around = _Around(policy, lines_of(units), _limits(units, policy))
    return Hidden.of([_Outcomes(around, known[pk], own).hidden() for (pk, _), own in rows.items()])


def _limits(units: Collection[int], policy: SmallNumbers) -> Mapping[int, int]:
    """Under which count each unit's are small: none where its level shows every count."""
    levels = Unit.objects.filter(pk__in=units).values_list("pk", "level")
    return {pk: 0 if policy.shows_count(1, level) else policy.minimum_count for pk, level in levels}


def lines_of(units: Collection[int]) -> Mapping[int, Sequence[int]]:
    """Of each unit, those above it, the nearest first."""
    lines: dict[int, list[int]] = defaultdict(list)
    closure = UnitClosure.objects.filter(descendant_id__in=units, depth__gt=0).order_by("depth")
    for unit, above in closure.values_list("descendant_id", "ancestor_id"):
        lines[unit].append(above)
    return lines


def place_of(row: Observation | _Row) -> Place:
    return Place(row.indicator_id, row.unit_id, row.year, row.period, row.sex)


@dataclass(frozen=True)
class _Around:
    policy: SmallNumbers
    lines: Mapping[int, Sequence[int]]  # of each unit, those above it, the nearest first
    limits: Mapping[int, int]


@dataclass
class _Outcomes:
    """All outcomes of one indicator and year, with their sums."""

    around: _Around
    indicator: Indicator
    rows: Sequence[_Row]
    sheet: Sheet = field(default_factory=Sheet)

    def hidden(self) -> Hidden:
        if len(self.rows) == 1 and not self._is_small(self.rows[0]):
            return Hidden()  # nothing stands beside it that it could be computed from
        self.places = {place_of(row): row for row in self.rows}
        for place, row in self.places.items():
            self._put(place, row)
        self._add_sums_of_units()
        self._add_sums_of_sexes()
        self._add_periods()
        return self.sheet.hidden()

    def _is_small(self, row: _Row) -> bool:
        limit = self._limit(row)
        if row.numerator is None or row.denominator is None:
            return 0 < int(row.value or 0) < limit
        others = row.denominator - row.numerator
        return 0 < row.denominator < self._base or 0 < row.numerator < limit or 0 < others < limit

    def _put(self, place: Place, row: _Row) -> None:
        limit = self._limit(row)
        if row.numerator is None or row.denominator is None:
            self.sheet.put_count(place, int(row.value or 0), limit)
        else:
            base = self._base
            self.sheet.put_share(place, row.numerator, row.denominator, limit=limit, base=base)

    def _limit(self, row: _Row) -> int:
        return self.around.limits[row.unit_id]

    @property
    def _base(self) -> int:
        return max(self.around.policy.minimum_base, self.indicator.minimum_base or 0)

    def _add(self, whole: Place, parts: Sequence[Place]) -> None:
        limit = max(self._limit(self.places[part]) for part in parts)
        base = self._base
        self.sheet.add(whole, parts, limit=limit, base=base)

    def _add_sums_of_units(self) -> None:
        """A unit and the nearest ones below it that have the same outcome."""
        below: dict[Place, list[Place]] = defaultdict(list)
        siblings: dict[Place, list[Place]] = defaultdict(list)
        for place in self.places:
            line = [place._replace(unit=unit) for unit in self.around.lines.get(place.unit, ())]
            if over := next((one for one in line if one in self.places), None):
                below[over].append(place)
            elif line:
                siblings[line[0]].append(place)
        for whole, parts in below.items():
            self._add(whole, parts)
        for whole, parts in siblings.items():
            if len(parts) > 1:
                self.sheet.put_known_sum(whole, parts)

    def _add_sums_of_sexes(self) -> None:
        for place in self.places:
            parts = [place._replace(sex=sex) for sex in SEXES]
            known = [part for part in parts if part in self.places]
            if place.sex == Sex.ALL and known:
                self._add(place, known)

    def _add_periods(self) -> None:
        """Of what is counted from January each later period has the earlier in it."""
        by_line: dict[Place, list[Place]] = defaultdict(list)
        if self.indicator.is_cumulative:
            for place in self.places:
                by_line[place._replace(period="")].append(place)
        for own in by_line.values():
            growing = [place for place in own if ReportingPeriod(place.period).from_new_year]
            for earlier, later in pairwise(sorted(growing, key=_last_month)):
                self._add_period(later, [earlier])
            whole = own[0]._replace(period=ReportingPeriod.WHOLE_YEAR)
            for letter in "QM":
                parts = [place for place in own if place.period.startswith(letter)]
                if parts and whole in self.places:
                    self._add_period(whole, parts)

    def _add_period(self, whole: Place, parts: Sequence[Place]) -> None:
        """Growth is no result with a base of its own: only its counts are protected."""
        limit = self._limit(self.places[whole])
        self.sheet.add(whole, parts, limit=limit, base=limit, printed=False)


def _last_month(place: Place) -> tuple[int, str]:
    return ReportingPeriod(place.period).last_month, place.period
