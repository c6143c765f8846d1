"""What the register asks of a person now. Numbers and deadlines only: no word of a case."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

import holidays
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from deviations.models import Deviation, Kind, Status
from deviations.places import Places
from lib.todo import Todo
from organisation.access import access_of
from organisation.models import Role, User

ASSESSED_WITHIN = 3  # working days: our own norm, the law says "genast" (27 kap. 5 § SoL)
SHOWN = 50
COLUMNS = ("number", "unit_id", "status", "received_on")


def todo(user: User) -> list[Todo]:
    """New cases to assess, own investigations, and investigations that wait for a decision."""
    access = access_of(user)
    own = access.unit_ids(Role.MANAGER)
    lex_sarah = access.unit_ids(Role.LEX_SARAH)
    deciding = access.unit_ids(Role.DECIDER)
    if not (own or lex_sarah or deciding or access.has(Role.INVESTIGATOR)):
        return []
    wanted = (
        Q(status=Status.RECEIVED, restricted=False, unit_id__in=own)
        | Q(status=Status.RECEIVED, restricted=True, unit_id__in=lex_sarah)
        | Q(status=Status.INVESTIGATION, investigator_id=user.pk)
        | Q(status=Status.INVESTIGATED, kind=Kind.LEX_SARAH, unit_id__in=deciding)
    )
    cases = Deviation.objects.visible_to(user).open().filter(wanted).order_by("received_on", "pk")
    rows = list(cases.values_list(*COLUMNS)[:SHOWN])
    return list(_todos(rows, Places.load())) if rows else []


def _todos(rows: Iterable[tuple[str, int, str, date]], places: Places) -> Iterator[Todo]:
    today = timezone.localdate()
    acts = {
        Status.RECEIVED: ("Bedöm", "Ny rapport"),
        Status.INVESTIGATION: ("Utred", "Utredning"),
        Status.INVESTIGATED: ("Besluta i", "Beslut"),
    }
    for number, unit_id, status, received_on in rows:
        act, kind = acts[Status(status)]
        new = status == Status.RECEIVED
        due = working_days_after(received_on, ASSESSED_WITHIN) if new else None
        yield Todo(
            title=f"{act} {number}",
            url=reverse("deviations:detail", args=[number]),
            due=due,
            kind=kind,
            urgent=due is not None and due <= today,
            detail=places.name(unit_id),
        )


def working_days_after(day: date, count: int) -> date:
    """Swedish working days: not Saturdays, Sundays or public holidays."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in _holidays(day.year)
    return day


@cache
def _holidays(year: int) -> frozenset[date]:
    midsummer_eve = next(
        day for number in range(19, 26) if (day := date(year, 6, number)).weekday() == 4
    )
    eves = {midsummer_eve, date(year, 12, 24), date(year, 12, 31)}  # offices are closed
    return frozenset(holidays.country_holidays("SE", years=year)) | eves
