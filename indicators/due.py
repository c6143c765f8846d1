"""Which outcomes are to be entered for a period, by whom, and which of them are missing.

Where an indicator has a collection plan for a unit, the plan says when. Else the unit is to enter
what it had an outcome of a year ago, and for the whole year what it has a target for.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from indicators.models import CollectionPlan, Indicator, Observation, ReportingPeriod, Target
from organisation.models import Membership, Role, Unit, UnitClosure, User

Pair = tuple[int, int]  # indicator and unit
Moment = tuple[int, str]  # year and period


@dataclass(frozen=True)
class Due:
    indicator: Indicator
    unit_id: int
    responsible_id: int | None
    is_entered: bool


def due(units: Collection[int], year: int, period: str) -> list[Due]:
    """In the order of the report; what has been entered already is among them."""
    return due_in(units, [(year, period)])[year, period]


def due_in(units: Collection[int], moments: Collection[Moment]) -> dict[Moment, list[Due]]:
    """Of each year and period, in four questions for all."""
    years = {year for year, _ in moments}
    asked = {*years, *(year - 1 for year in years)}
    periods = {period for _, period in moments}
    totals = Observation.objects.within(units).filter(sex=Observation.Sex.ALL)
    entered, usual = _told(totals.filter(year__in=asked, period__in=periods))
    plans = list(CollectionPlan.objects.within(units).select_related("responsible"))
    aimed_at = Target.objects.filter(unit_id__in=units, year__in=years)
    for indicator, unit, year in aimed_at.values_list("indicator_id", "unit_id", "year"):
        usual[year - 1, ReportingPeriod.WHOLE_YEAR.value].add((indicator, unit))
    wanted = {
        (year, period): _wanted(plans, period, entered[year, period], usual[year - 1, period])
        for year, period in moments
    }
    known = _indicators({pk for pairs in wanted.values() for pk, _ in pairs})
    return {
        moment: _in_order(pairs, known, moment[0], entered[moment])
        for moment, pairs in wanted.items()
    }


def _told(rows: Any) -> tuple[dict[Moment, set[Pair]], dict[Moment, set[Pair]]]:
    """Of each year and period what there is a row for, and of them those with an outcome."""
    entered: dict[Moment, set[Pair]] = defaultdict(set)
    usual: dict[Moment, set[Pair]] = defaultdict(set)
    columns = ("year", "period", "indicator_id", "unit_id", "no_data")
    for year, period, indicator, unit, no_data in rows.values_list(*columns):
        entered[year, period].add((indicator, unit))
        if not no_data:
            usual[year, period].add((indicator, unit))
    return entered, usual


def _wanted(
    plans: Collection[CollectionPlan], period: str, entered: set[Pair], usual: set[Pair]
) -> dict[Pair, int | None]:
    """Each with the person who is to enter it, where the plan names one who is still here."""
    by_plan = {(row.indicator_id, row.unit_id) for row in plans}
    found: dict[Pair, int | None] = dict.fromkeys(entered | (usual - by_plan))
    for row in plans:
        if row.period == period:
            person = row.responsible
            still_here = person is not None and person.is_active
            found[row.indicator_id, row.unit_id] = row.responsible_id if still_here else None
    return found


def _indicators(pks: Collection[int]) -> dict[int, Indicator]:
    rows = Indicator.objects.filter(pk__in=pks).select_related("service_area")
    return {row.pk: row for row in rows}


def _in_order(
    pairs: Mapping[Pair, int | None], known: Mapping[int, Indicator], year: int, entered: set[Pair]
) -> list[Due]:
    """Those that are followed in the year."""
    order = {pk: place for place, pk in enumerate(known)}
    found = [
        Due(known[pk], unit, person, (pk, unit) in entered)
        for (pk, unit), person in pairs.items()
        if pk in known and _is_followed(known[pk], year)
    ]
    return sorted(found, key=lambda one: (one.unit_id, order[one.indicator.pk]))


def _is_followed(indicator: Indicator, year: int) -> bool:
    last = indicator.last_year
    return indicator.first_year <= year and (last is None or last >= year)


# When --------------------------------------------------------------------------------------


def periods_in_use(units: Collection[int]) -> set[str]:
    """Those that the units' outcomes and plans have."""
    plans = CollectionPlan.objects.within(units).values_list("period", flat=True)
    rows = Observation.objects.within(units).filter(year__gte=timezone.localdate().year - 2)
    used = rows.order_by().values_list("period", flat=True).distinct()
    return {*plans, *used} or {str(ReportingPeriod.WHOLE_YEAR)}


def latest_ended(periods: Iterable[str]) -> tuple[int, str]:
    """The period of those that has ended last; of two at once the shorter name's."""
    today = timezone.localdate()
    ended = [
        (last, year, period)
        for year in (today.year - 1, today.year)
        for period in periods
        if (last := ReportingPeriod(period).last_day(year)) < today
    ]
    _, year, period = max(ended, key=lambda one: (one[0], one[2] == ReportingPeriod.WHOLE_YEAR))
    return year, period


def has_ended(year: int, period: str) -> bool:
    return ReportingPeriod(period).last_day(year) < timezone.localdate()


# With whom ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Waiting:
    """What a unit has not entered, and who is to do it."""

    unit: Unit
    receivers: tuple[User, ...]
    indicators: tuple[Indicator, ...]


def missing(units: Collection[int], year: int, period: str) -> list[Waiting]:
    rows = [one for one in due(units, year, period) if not one.is_entered]
    together: dict[tuple[int, int | None], list[Indicator]] = defaultdict(list)
    for one in rows:
        together[one.unit_id, one.responsible_id].append(one.indicator)
    places = Unit.objects.in_bulk({one.unit_id for one in rows})
    named = User.objects.in_bulk({one.responsible_id for one in rows if one.responsible_id})
    managers = managers_of(places)
    found = [
        Waiting(
            places[unit],
            (named[responsible],) if responsible else managers.get(unit, ()),
            tuple(indicators),
        )
        for (unit, responsible), indicators in together.items()
    ]
    return sorted(found, key=lambda one: (one.unit.order, one.unit.name))


def managers_of(units: Collection[int], day: date | None = None) -> Mapping[int, tuple[User, ...]]:
    """Of each unit the managers closest to it, in three questions for all."""
    above: dict[int, list[tuple[int, int]]] = defaultdict(list)
    closure = UnitClosure.objects.filter(descendant_id__in=list(units))
    for descendant, ancestor, depth in closure.values_list("descendant_id", "ancestor_id", "depth"):
        above[descendant].append((depth, ancestor))
    posts = Membership.objects.valid_on(day or timezone.localdate()).filter(
        role=Role.MANAGER,
        user__is_active=True,
        unit_id__in={ancestor for pairs in above.values() for _, ancestor in pairs},
    )
    at: dict[int, list[User]] = defaultdict(list)
    for post in posts.select_related("user").order_by("pk"):
        at[post.unit_id].append(post.user)
    return {unit: _closest(pairs, at) for unit, pairs in above.items()}


def _closest(pairs: list[tuple[int, int]], at: Mapping[int, list[User]]) -> tuple[User, ...]:
    held = (at[ancestor] for _, ancestor in sorted(pairs) if at.get(ancestor))
    return tuple(next(held, ()))
