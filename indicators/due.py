"""Which outcomes are to be entered for a period, by whom, and which of them are missing.

Where an indicator has a collection plan for a unit, the plan says when. Else the unit is to enter
what it had an outcome of a year ago, and for the whole year what it has a target for.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from indicators.models import CollectionPlan, Indicator, Observation, ReportingPeriod, Target
from organisation.models import Membership, Role, Unit, UnitClosure, User

Pair = tuple[int, int]  # indicator and unit


@dataclass(frozen=True)
class Due:
    indicator: Indicator
    unit_id: int
    responsible_id: int | None
    is_entered: bool


def due(units: Collection[int], year: int, period: str) -> list[Due]:
    """In the order of the report; what has been entered already is among them."""
    totals = Observation.objects.within(units).filter(sex=Observation.Sex.ALL)
    entered = _pairs(totals.filter(year=year, period=period))
    plans = list(CollectionPlan.objects.within(units))
    planned = {(row.indicator_id, row.unit_id): row for row in plans if row.period == period}
    by_plan = {(row.indicator_id, row.unit_id) for row in plans}
    usual = _pairs(totals.filter(year=year - 1, period=period, no_data=""))
    if period == ReportingPeriod.WHOLE_YEAR:
        usual |= _pairs(Target.objects.filter(unit_id__in=units, year=year))
    wanted = planned.keys() | entered | (usual - by_plan)
    followed = _followed({pk for pk, _ in wanted}, year)
    found = [
        Due(followed[pk], unit, _responsible(planned, (pk, unit)), (pk, unit) in entered)
        for pk, unit in wanted
        if pk in followed
    ]
    order = {pk: place for place, pk in enumerate(followed)}
    return sorted(found, key=lambda one: (one.unit_id, order[one.indicator.pk]))


def _pairs(rows: Any) -> set[Pair]:
    return set(rows.values_list("indicator_id", "unit_id"))


def _responsible(planned: Mapping[Pair, CollectionPlan], pair: Pair) -> int | None:
    row = planned.get(pair)
    return row.responsible_id if row else None


def _followed(pks: Collection[int], year: int) -> dict[int, Indicator]:
    still = Q(last_year=None) | Q(last_year__gte=year)
    rows = Indicator.objects.filter(still, pk__in=pks, first_year__lte=year)
    return {row.pk: row for row in rows.select_related("service_area")}


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
