"""What is missing and with whom, for the coordinator; and reminding them."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from indicators import mail, services
from indicators.due import Waiting, has_ended, latest_ended, missing, periods_in_use
from indicators.forms.filters import MissingFilterForm
from indicators.models import OutcomeReminder
from indicators.querysets import DEFINERS
from indicators.words import period_label
from lib.numbers import counted, format_integer
from organisation.access import access_of
from organisation.letters import reachable
from organisation.models import Unit, UnitClosure, User
from organisation.views import person, role_required

CODES_SHOWN = 8


class Chase:
    """The period and units that the address names, and who is waited for."""

    def __init__(self, user: User, asked: QueryDict) -> None:
        reach = access_of(user).unit_ids(*DEFINERS)
        self.year, self.period = latest_ended(periods_in_use(reach))
        sent = {"ar": asked.get("ar") or self.year, "period": asked.get("period") or self.period}
        names = Unit.objects.filter(pk__in=reach).values_list("pk", "name")
        self.form = MissingFilterForm({"enhet": asked.get("enhet", ""), **sent}, enhet=names)
        unit = None
        if self.form.is_valid():
            found = self.form.cleaned_data
            self.year, self.period, unit = found["ar"], found["period"], found["enhet"]
        self.unit_id = unit
        if not has_ended(self.year, self.period):
            self.form.add_error("period", "Perioden är inte slut än.")
            self.waiting: list[Waiting] = []
            return
        self.waiting = missing(reach & _below(unit) if unit else reach, self.year, self.period)

    @property
    def address(self) -> str:
        named = {"enhet": self.unit_id or "", "ar": self.year, "period": self.period}
        return urlencode(named)

    def reminded(self) -> dict[tuple[int, int], Any]:
        """Of each unit and person, the day of the last reminder."""
        rows = OutcomeReminder.objects.filter(
            unit_id__in=[one.unit.pk for one in self.waiting],
            year=self.year,
            period=self.period,
        )
        return {(row.unit_id, row.receiver_id): row.sent_on for row in rows.order_by("sent_on")}


def _below(unit_id: int) -> frozenset[int]:
    rows = UnitClosure.objects.filter(ancestor_id=unit_id)
    return frozenset(rows.values_list("descendant_id", flat=True))


@require_GET
@role_required(*DEFINERS)
def page(request: HttpRequest) -> HttpResponse:
    chase = Chase(person(request), request.GET)
    days = chase.reminded()
    rows = [_row(chase, one, days) for one in chase.waiting]
    units = len({one.unit.pk for one in chase.waiting})
    total = sum(len(one.indicators) for one in chase.waiting)
    context = {
        "rows": rows,
        "label": period_label(chase.year, chase.period),
        "filter_form": chase.form,
        "count_text": counted(total, "utfall", "utfall"),
        "unit_text": counted(units, "enhet", "enheter"),
        "remind_url": f"{reverse('indicators:remind')}?{chase.address}",
        "may_remind_all": sum(bool(row["key"]) for row in rows) > 1,
    }
    return render(request, "indicators/missing.html", context)


def _row(chase: Chase, one: Waiting, days: dict[tuple[int, int], Any]) -> dict[str, Any]:
    named = {"enhet": one.unit.pk, "ar": chase.year, "period": chase.period}
    told = [days[one.unit.pk, user.pk] for user in one.receivers if (one.unit.pk, user.pk) in days]
    codes = [indicator.code for indicator in one.indicators]
    more = len(codes) - CODES_SHOWN
    return {
        "unit": one.unit.name,
        "url": f"{reverse('indicators:grid')}?{urlencode(named)}",
        "who": ", ".join(map(_named, one.receivers)) or "Ingen chef är angiven",
        "count": format_integer(len(codes)),
        "indicators": ", ".join(codes[:CODES_SHOWN]) + (f" och {more} till" if more > 0 else ""),
        "reminded": max(told).isoformat() if told else "",
        "key": _key(one) if any(map(reachable, one.receivers)) else "",
    }


def _named(user: User) -> str:
    return str(user) if reachable(user) else f"{user} (saknar e-postadress)"


def _key(one: Waiting) -> str:
    return "-".join(str(pk) for pk in (one.unit.pk, *(user.pk for user in one.receivers)))


@require_POST
@role_required(*DEFINERS)
def remind(request: HttpRequest) -> HttpResponse:
    user, wanted = person(request), request.POST.get("vem", "")
    chase = Chase(user, request.GET)
    chosen = [one for one in chase.waiting if wanted in ("alla", _key(one))]
    sent = _remind(user, chase, chosen)
    if sent:
        words = counted(sent, "påminnelse är skickad", "påminnelser är skickade")
        messages.success(request, f"{words}.")
    else:
        messages.info(request, "Ingen ny påminnelse: de är redan påminda i dag, eller har lämnat.")
    return redirect(f"{reverse('indicators:missing')}?{chase.address}")


@transaction.atomic
def _remind(actor: User, chase: Chase, chosen: list[Waiting]) -> int:
    """One letter per person and unit, with the number of all that the person is to enter there."""
    counts: dict[tuple[int, int], int] = {}
    people: dict[tuple[int, int], tuple[Unit, User]] = {}
    for one in chosen:
        for receiver in filter(reachable, one.receivers):
            pair = one.unit.pk, receiver.pk
            people[pair] = one.unit, receiver
            counts[pair] = counts.get(pair, 0) + len(one.indicators)
    sent = 0
    for pair, (unit, receiver) in people.items():
        year, period = chase.year, chase.period
        if services.note_reminder(
            actor=actor, receiver=receiver, unit=unit, year=year, period=period
        ):
            mail.remind(receiver, unit, year, period, counts[pair])
            sent += 1
    return sent
