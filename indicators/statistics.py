"""Outcomes, targets and surveys as a report needs them. The number of queries is constant.

An outcome belongs to its period, not to the day it was typed: what was entered in January for the
year before is that year's. A share is computed from n and N; a share that was published without
them stays what it is, with its source, and is never averaged.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from django.db.models import QuerySet

from indicators.kolada.areas import NATION_TITLE
from indicators.kolada.reading import of_the_nation
from indicators.models import Comparison, DefinitionBreak, Indicator, Observation, Target
from indicators.models.observations import ObservationPart
from indicators.models.periods import ReportingPeriod
from lib.numbers import percent, rounded
from lib.periods import Period
from organisation.models import Unit, UnitClosure

NO_AREA = ""


@dataclass(frozen=True)
class Outcome:
    year: int
    period: str
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    reported_share: Decimal | None
    source: str
    no_data: str
    not_measured: int | None
    comment: str
    parts: tuple[tuple[str, int], ...]
    sex: str = Observation.Sex.ALL
    forecast: Decimal | None = None
    quality: str = ""

    @property
    def label(self) -> str:
        """ "VB 2023", "DÅ2 2023"."""
        return f"{ReportingPeriod(self.period).label} {self.year}"

    def number(self, decimals: int = 0) -> Decimal | None:
        """The share in percent, or the value; None where there is no outcome."""
        if self.numerator is not None and self.denominator is not None:
            return percent(self.numerator, self.denominator, decimals)
        return self.reported_share if self.value is None else self.value


@dataclass(frozen=True)
class Goal:
    """A target as it stands: a number or words. Where none is set there is no Goal."""

    year: int
    value: Decimal | None
    text: str


@dataclass(frozen=True)
class National:
    """`attribution` stands beside what was fetched and not typed."""

    year: int
    with_whom: str
    value: Decimal | None
    text: str
    attribution: str = ""


@dataclass(frozen=True)
class Series:
    """One indicator at one unit: the year's outcomes, and the whole years before it."""

    pk: int
    code: str
    name: str
    area: str
    unit_id: int
    unit: str
    unit_level: str
    measured: str
    direction: str
    is_cumulative: bool
    decimals: int
    minimum_base: int | None
    first_year: int
    outcomes: tuple[Outcome, ...]  # in time order
    milestone: Goal | None
    annual: Goal | None
    long_term: Goal | None
    national: National | None
    breaks: tuple[tuple[int, str], ...] = ()  # from which year, and what was changed
    council: Goal | None = None

    @property
    def is_share(self) -> bool:
        return self.measured == Indicator.Measured.SHARE

    @property
    def latest(self) -> Outcome | None:
        return self.outcomes[-1] if self.outcomes else None

    @property
    def goal(self) -> Goal | None:
        """What this year's outcome is held against."""
        return self.annual or self.milestone

    @property
    def goal_kind(self) -> str:
        """As the organisation calls it: "Årsmål" or "Etappmål"."""
        return str((Target.Kind.ANNUAL if self.annual else Target.Kind.MILESTONE).label)

    def of(self, year: int, period: str | None = None) -> Outcome | None:
        """The newest of the year, or that of the period."""
        found = [
            outcome
            for outcome in self.outcomes
            if outcome.year == year and period in (None, outcome.period)
        ]
        return found[-1] if found else None

    def is_cut(self, first: int, last: int) -> bool:
        """Whether the definition was changed after `first`, up to and in `last`."""
        return any(first < year <= last for year, _ in self.breaks)


class _Row(NamedTuple):
    """What a report reads of an outcome. There may be tens of thousands: a model for each would
    cost more than the question."""

    pk: int
    indicator_id: int
    unit_id: int
    year: int
    period: str
    sex: str
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    reported_share: Decimal | None
    source: str
    no_data: str
    not_measured: int | None
    comment: str
    forecast: Decimal | None
    quality: str


Parts = tuple[tuple[str, int], ...]


def series(units: Collection[int], period: Period, *, years_back: int = 1) -> tuple[Series, ...]:
    """Every indicator with an outcome in the period or the whole years before it.

    One series per unit, but where a unit above has its own outcome, that one speaks for those
    below: they are parts of it.
    """
    observations, parts = _observations(units, period, years_back)
    by_place: dict[tuple[int, int], list[_Row]] = defaultdict(list)
    for row in observations:
        by_place[row.indicator_id, row.unit_id].append(row)
    places = topmost(by_place)
    indicators = {
        indicator.pk: indicator
        for indicator in Indicator.objects.filter(pk__in={pk for pk, _ in places}).select_related(
            "service_area"
        )
    }
    names = Unit.objects.filter(pk__in={unit for _, unit in places}).in_bulk()
    targets, nationals = _targets(indicators), _nationals(indicators, period.year)
    breaks = breaks_of(indicators)
    made = [
        _series(
            indicators[pk],
            names[unit_id],
            targets[pk, unit_id],
            period,
            outcomes=tuple(_outcome(row, parts.get(row.pk, ())) for row in rows),
            national=nationals.get(pk),
            breaks=breaks.get(pk, ()),
        )
        for (pk, unit_id), rows in by_place.items()
        if (pk, unit_id) in places
    ]
    order = {pk: place for place, pk in enumerate(indicators)}
    return tuple(sorted(made, key=lambda one: (order[one.pk], one.unit)))


def _observations(
    units: Collection[int], period: Period, years_back: int
) -> tuple[list[_Row], Mapping[int, Parts]]:
    """In time order: the year's periods that had ended, and what they are held against of the
    years before, which is the whole year and the part of it that is this year's newest. Beside
    them the parts of each."""
    found = Observation.objects.within(units).filter(
        sex=Observation.Sex.ALL, year__range=(period.year - years_back, period.year)
    )
    every = map(_Row._make, found.values_list(*_Row._fields))
    ended = (row for row in every if _ends(row.period, row.year) <= period.end)
    rows = sorted(ended, key=lambda row: (row.year, _last_month(row.period)))
    newest = {
        (row.indicator_id, row.unit_id): row.period for row in rows if row.year == period.year
    }
    kept = [
        row
        for row in rows
        if row.year == period.year
        or row.period == ReportingPeriod.WHOLE_YEAR
        or row.period == newest.get((row.indicator_id, row.unit_id))
    ]
    return kept, _parts(found)


def _parts(found: QuerySet[Observation]) -> Mapping[int, Parts]:
    """By outcome, in their own order."""
    parts: dict[int, Parts] = {}
    rows = ObservationPart.objects.filter(observation__in=found.values("pk"))
    for pk, name, count in rows.values_list("observation_id", "name", "count"):
        parts[pk] = (*parts.get(pk, ()), (name, count))
    return parts


@cache
def _last_month(period: str) -> int:
    return ReportingPeriod(period).last_month


@cache
def _ends(period: str, year: int) -> date:
    return ReportingPeriod(period).last_day(year)


def by_sex(units: Collection[int], period: Period) -> Mapping[tuple[int, int], tuple[Outcome, ...]]:
    """(indicator, unit) → the outcomes of each sex, of the year and of the one before it."""
    found = (
        Observation.objects.within(units)
        .filter(year__range=(period.year - 1, period.year))
        .exclude(sex=Observation.Sex.ALL)
        .prefetch_related("parts")
    )
    split: dict[tuple[int, int], list[Outcome]] = defaultdict(list)
    for row in sorted(found, key=_last_day):
        if _last_day(row) <= period.end:
            split[row.indicator_id, row.unit_id].append(outcome_of(row))
    return {place: tuple(own) for place, own in split.items()}


def _last_day(row: Observation) -> date:
    return _ends(row.period, row.year)


def topmost(places: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """(indicator, unit) pairs without a unit above that has an outcome of the same indicator."""
    units = {unit for _, unit in places}
    above: dict[int, set[int]] = defaultdict(set)
    for ancestor, descendant in UnitClosure.objects.filter(
        ancestor_id__in=units, descendant_id__in=units, depth__gt=0
    ).values_list("ancestor_id", "descendant_id"):
        above[descendant].add(ancestor)
    return {
        (pk, unit)
        for pk, unit in places
        if not any((pk, ancestor) in places for ancestor in above[unit])
    }


def _targets(indicator_ids: Collection[int]) -> Mapping[tuple[int, int], list[Target]]:
    rows: dict[tuple[int, int], list[Target]] = defaultdict(list)
    for target in Target.objects.filter(indicator_id__in=list(indicator_ids)).order_by("year"):
        rows[target.indicator_id, target.unit_id].append(target)
    return rows


def breaks_of(indicator_ids: Collection[int]) -> Mapping[int, tuple[tuple[int, str], ...]]:
    """From which year each definition is a new one, and what was changed."""
    found: dict[int, tuple[tuple[int, str], ...]] = {}
    rows = DefinitionBreak.objects.filter(indicator_id__in=list(indicator_ids))
    for row in rows.order_by("from_year"):
        found[row.indicator_id] = (*found.get(row.indicator_id, ()), (row.from_year, row.what))
    return found


def _nationals(indicator_ids: Collection[int], year: int) -> dict[int, National]:
    """What somebody has typed, and for the others what Kolada has published of the nation."""
    fetched = of_the_nation(indicator_ids, year)
    typed = Comparison.objects.filter(indicator_id__in=list(indicator_ids), year=year)
    return {
        pk: National(year, NATION_TITLE, rounded(one.value, 1), "", one.attribution)
        for pk, one in fetched.items()
    } | {row.indicator_id: National(year, row.with_whom, row.value, row.text) for row in typed}


def _series(
    indicator: Indicator, unit: Unit, targets: Sequence[Target], period: Period, **found: Any
) -> Series:
    area = indicator.service_area
    return Series(
        pk=indicator.pk,
        code=indicator.code,
        name=indicator.name,
        area=area.name if area else NO_AREA,
        unit_id=unit.pk,
        unit=unit.name,
        unit_level=unit.level,
        measured=indicator.measured,
        direction=indicator.direction,
        is_cumulative=indicator.is_cumulative,
        decimals=indicator.decimals,
        minimum_base=indicator.minimum_base,
        first_year=indicator.first_year,
        milestone=goal_of(targets, Target.Kind.MILESTONE, period.year, period.year),
        annual=goal_of(targets, Target.Kind.ANNUAL, period.year, period.year),
        long_term=goal_of(targets, Target.Kind.LONG_TERM, period.year, 9999),
        council=goal_of(targets, Target.Kind.COUNCIL, period.year, period.year),
        **found,
    )


def outcome_of(row: Observation) -> Outcome:
    return _outcome(row, tuple((part.name, part.count) for part in row.parts.all()))


def _outcome(row: Observation | _Row, parts: Parts) -> Outcome:
    return Outcome(
        year=row.year,
        period=row.period,
        numerator=row.numerator,
        denominator=row.denominator,
        value=row.value,
        reported_share=row.reported_share,
        source=row.source,
        no_data=row.no_data,
        not_measured=row.not_measured,
        comment=row.comment,
        parts=parts,
        sex=row.sex,
        forecast=row.forecast,
        quality=row.quality,
    )


def goal_of(targets: Sequence[Target], kind: str, first: int, last: int) -> Goal | None:
    """The nearest of the kind within the years."""
    found = (row for row in targets if row.kind == kind and first <= row.year <= last)
    target = next(found, None)
    return Goal(target.year, target.value, target.text) if target else None


def goal_of_year(targets: Sequence[Target], year: int) -> Goal | None:
    """What the year's outcome is held against, on the pages as in a report (Series.goal)."""
    kinds = Target.Kind.ANNUAL, Target.Kind.MILESTONE
    return next(filter(None, (goal_of(targets, kind, year, year) for kind in kinds)), None)


@dataclass(frozen=True)
class Missing:
    """An indicator that a unit should have an outcome of."""

    code: str
    name: str
    unit: str


def without_outcome(units: Collection[int], year: int) -> tuple[Missing, ...]:
    """Followed the year before or with a target for the year, but neither outcome nor reason."""
    every = Observation.objects.within(units).filter(sex=Observation.Sex.ALL)
    places = "indicator_id", "unit_id"
    expected = {
        *every.filter(year=year - 1).values_list(*places),
        *Target.objects.filter(unit_id__in=units, year=year).values_list(*places),
    } - set(every.filter(year=year).values_list(*places))
    found = Indicator.objects.filter(pk__in={pk for pk, _ in expected}, first_year__lte=year)
    followed = found.exclude(last_year__lt=year).in_bulk()
    names = dict(Unit.objects.filter(pk__in=units).values_list("pk", "name"))
    missing = (
        Missing(followed[pk].code, followed[pk].name, names[unit])
        for pk, unit in expected
        if pk in followed
    )
    return tuple(sorted(missing, key=lambda one: (one.code, one.unit)))
