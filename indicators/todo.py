"""Outcomes that a person has not entered yet."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from indicators.due import due_in, periods_in_use
from indicators.models import CollectionPlan, Indicator, ReportingPeriod
from indicators.querysets import EDITORS
from indicators.words import period_label
from lib.numbers import counted
from lib.todo import Todo
from organisation.access import access_of
from organisation.models import Unit, User

# Local rule: the outcome is known six weeks after its period, and asked for during a year.
KNOWN_AFTER = timedelta(weeks=6)
ASKED_FOR = timedelta(days=365)
FEW = 3


@dataclass(frozen=True)
class Missing:
    indicator: Indicator
    unit: Unit
    year: int
    period: str

    @property
    def since(self) -> date:
        return ReportingPeriod(self.period).last_day(self.year)


def todo(user: User) -> list[Todo]:
    """What the list of missing outcomes has for this person: named in the collection plan, or
    leading a unit whose outcome nobody is named for."""
    access = access_of(user)
    own = access.own_unit_ids(*EDITORS)
    named = CollectionPlan.objects.within(access.unit_ids(*EDITORS)).filter(responsible=user)
    places = own | set(named.values_list("unit_id", flat=True)) if own else own
    if not places:
        return []
    today = timezone.localdate()
    return _gathered(_missing(user, own, places, today), today)


def _missing(
    user: User, own: frozenset[int], places: frozenset[int] | set[int], today: date
) -> list[Missing]:
    used = periods_in_use(places)
    ended = [
        (year, period)
        for year in (today.year - 1, today.year)
        for period in used
        if today - ASKED_FOR < ReportingPeriod(period).last_day(year) < today
    ]
    units = Unit.objects.in_bulk(places)
    return [
        Missing(one.indicator, units[one.unit_id], year, period)
        for (year, period), rows in due_in(places, ended).items()
        for one in rows
        if not one.is_entered
        and (one.responsible_id == user.pk or (not one.responsible_id and one.unit_id in own))
    ]


def _gathered(rows: Iterable[Missing], today: date) -> list[Todo]:
    """Of each indicator the latest period; many of the same period are one thing to do."""
    ordered = sorted(rows, key=lambda one: one.since)
    latest = {(row.indicator.pk, row.unit.pk): row for row in ordered}
    together: dict[tuple[int, date], list[Missing]] = defaultdict(list)
    for row in latest.values():
        together[row.unit.pk, row.since].append(row)
    return [
        todo
        for same in together.values()
        for todo in ([_several(same, today)] if len(same) > FEW else [_one(r, today) for r in same])
    ]


def _one(row: Missing, today: date) -> Todo:
    address = urlencode({"enhet": row.unit.pk, "ar": row.year, "period": row.period})
    url = reverse("indicators:record", args=[row.indicator.code])
    return _todo(row, str(row.indicator), f"{url}?{address}", today)


def _several(rows: list[Missing], today: date) -> Todo:
    first = rows[0]
    place = {"enhet": first.unit.pk, "ar": first.year, "period": first.period}
    words = counted(len(rows), "indikator", "indikatorer")
    return _todo(first, words, f"{reverse('indicators:grid')}?{urlencode(place)}", today)


def _todo(row: Missing, what: str, url: str, today: date) -> Todo:
    due = row.since + KNOWN_AFTER
    return Todo(
        title=f"Lämna utfall för {period_label(row.year, row.period)}: {what}",
        url=url,
        due=due,
        kind="Indikator",
        urgent=due < today,
        detail=row.unit.name,
    )
