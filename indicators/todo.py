"""Outcomes that a person has not entered yet."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from indicators.models import Observation, ReportingPeriod
from indicators.querysets import EDITORS
from indicators.words import period_label
from lib.numbers import counted
from lib.todo import Todo
from organisation.access import access_of
from organisation.models import User

# Local rule: the outcome is known six weeks after its period, and asked for during a year.
KNOWN_AFTER = timedelta(weeks=6)
ASKED_FOR = timedelta(days=365)
FEW = 3


def todo(user: User) -> list[Todo]:
    """What one's own units had an outcome for a year ago, and have none for now that the period
    is over."""
    own = access_of(user).own_unit_ids(*EDITORS)
    if not own:
        return []
    today = timezone.localdate()
    now = Observation.objects.within(own).filter(
        indicator=OuterRef("indicator"),
        unit=OuterRef("unit"),
        year=OuterRef("year") + 1,
        period=OuterRef("period"),
        sex=Observation.Sex.ALL,
    )
    followed = Q(indicator__last_year=None) | Q(indicator__last_year__gt=F("year"))
    rows = Observation.objects.editable_by(user).filter(
        _a_year_before(today), ~Exists(now), followed, unit_id__in=own, sex=Observation.Sex.ALL
    )
    return _gathered(rows.select_related("indicator", "unit"), today)


def _gathered(rows: Iterable[Observation], today: date) -> list[Todo]:
    """Of each indicator the latest period; many of the same period are one thing to do."""
    latest = {(row.indicator_id, row.unit_id): row for row in sorted(rows, key=_missing_since)}
    together: dict[tuple[int, date], list[Observation]] = defaultdict(list)
    for row in latest.values():
        together[row.unit_id, _missing_since(row)].append(row)
    return [
        todo
        for same in together.values()
        for todo in ([_several(same, today)] if len(same) > FEW else [_one(r, today) for r in same])
    ]


def _missing_since(row: Observation) -> date:
    return ReportingPeriod(row.period).last_day(row.year + 1)


def _a_year_before(today: date) -> Q:
    """The periods of the year before those that have ended within a year."""
    ended: dict[int, list[str]] = defaultdict(list)
    for year in (today.year, today.year - 1):
        for period in ReportingPeriod:
            if today - ASKED_FOR < period.last_day(year) < today:
                ended[year - 1].append(period)
    chosen = Q(pk__in=[])
    for year, periods in ended.items():
        chosen |= Q(year=year, period__in=periods)
    return chosen & Q(no_data="")


def _one(row: Observation, today: date) -> Todo:
    year = row.year + 1
    address = urlencode({"enhet": row.unit_id, "ar": year, "period": row.period})
    url = reverse("indicators:record", args=[row.indicator.code])
    return _todo(row, str(row.indicator), f"{url}?{address}", today)


def _several(rows: list[Observation], today: date) -> Todo:
    first = rows[0]
    place = {"enhet": first.unit_id, "ar": first.year + 1, "period": first.period}
    words = counted(len(rows), "indikator", "indikatorer")
    return _todo(first, words, f"{reverse('indicators:grid')}?{urlencode(place)}", today)


def _todo(row: Observation, what: str, url: str, today: date) -> Todo:
    due = _missing_since(row) + KNOWN_AFTER
    return Todo(
        title=f"Lämna utfall för {period_label(row.year + 1, row.period)}: {what}",
        url=url,
        due=due,
        kind="Indikator",
        urgent=due < today,
        detail=row.unit.name,
    )
