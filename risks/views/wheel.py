"""The year wheel, its calendar feed, and occasions called off."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit import services as audit
from lib.listing import address
from lib.months import MONTHS
from lib.spreadsheet import Column, download
from organisation.access import access_of, line_of
from organisation.groups import unit_ids_below
from organisation.models import Unit, User
from organisation.screens import tell
from organisation.views import person, role_required
from risks import services
from risks.calendar import feed
from risks.forms.wheel import SkipForm, WheelFilterForm
from risks.models import CalendarAddress, Control, SkippedOccasion
from risks.people import mine
from risks.querysets import READERS
from risks.schedule import WAITING, Occasion
from risks.services.wheel import digest
from risks.views.pages import form_page
from risks.views.scope import to_change
from risks.wheel import Wheel, around, narrowed, of_year

FIRST_YEAR, YEARS_AHEAD = 2000, 5
TOLD_ONCE = "calendar_address"
COLUMNS = (
    Column("Kod", 8),
    Column("Egenkontroll", 60),
    Column("Enhet", 30),
    Column("Ansvarig", 26),
    Column("Senast", 12),
    Column("Läge", 14),
    Column("Genomförd", 12),
    Column("Resultat", 30),
    Column("Varför inställd", 40),
)


class Shown:
    """The wheel as this person may see it and the address narrows it."""

    def __init__(self, user: User, query: QueryDict) -> None:
        self.today = timezone.localdate()
        self.query = query
        self.form = _filter_form(user, query, self.today)
        self.form.is_valid()
        wanted = self.form.cleaned_data
        self.year: int = wanted.get("ar") or self.today.year
        controls = _controls(user, wanted)
        editable = Control.objects.editable_by(user).filter(pk__in=[c.pk for c in controls])
        whole = of_year(controls, self.year, self.today, set(editable.values_list("pk", flat=True)))
        self.wheel = narrowed(whole, wanted.get("state", ""))
        self.filtered = any(value for name, value in wanted.items() if name != "ar")

    def address(self, year: int) -> str:
        return address(self.query, ar=str(year))


def _filter_form(user: User, query: QueryDict, today: date) -> WheelFilterForm:
    reach = line_of(user, *READERS)
    units = Unit.objects.filter(pk__in=reach).values_list("pk", "name")
    # Years are leafed through, so more of them can be asked for than stand in the list.
    offered = map(str, range(FIRST_YEAR, today.year + YEARS_AHEAD + 1))
    asked = {int(year) for year in offered if year == query.get("ar")}
    years = {*range(today.year - 3, today.year + 2), *asked}
    shown = query.copy()
    shown.setdefault("ar", str(today.year))
    return WheelFilterForm(
        shown, unit=list(units), ar=[(year, str(year)) for year in sorted(years, reverse=True)]
    )


def _controls(user: User, wanted: dict[str, Any]) -> list[Control]:
    rows = Control.objects.visible_to(user)
    if wanted.get("unit"):
        rows = rows.within(unit_ids_below(wanted["unit"]))
    if wanted.get("mine"):
        rows = rows.filter(mine(user))
    return list(rows.select_related("unit", "responsible"))


@require_GET
@role_required(*READERS)
def wheel(request: HttpRequest) -> HttpResponse:
    shown = Shown(person(request), request.GET)
    context = {
        "wheel": shown.wheel,
        "filter_form": shown.form,
        "filtered": shown.filtered,
        "month_names": [name[:3] for name in MONTHS],
        "before_url": shown.address(shown.year - 1),
        "after_url": shown.address(shown.year + 1),
        "export_query": address(request.GET),
    }
    return render(request, "risks/wheel.html", context)


@require_GET
@role_required(*READERS)
def export(request: HttpRequest) -> HttpResponse:
    shown = Shown(person(request), request.GET)
    rows = _cells(shown.wheel)
    audit.record_export(actor=person(request), model=Control, count=len(rows))
    return download(f"Årshjul {shown.year}", COLUMNS, rows)


def _cells(wheel: Wheel) -> list[tuple[Any, ...]]:
    return [
        (
            turn.code,
            turn.title,
            turn.unit,
            turn.responsible,
            turn.on,
            turn.label,
            turn.carried_out_on,
            turn.outcome,
            turn.motive,
        )
        for turn in wheel.turns
    ]


# Called off ----------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def skip(request: HttpRequest, code: str) -> HttpResponse:
    user, control = person(request), to_change(Control, request, code)
    open_ones = _open(control)
    if not open_ones and request.method == "GET":
        messages.info(request, "Det finns ingen kommande eller missad kontroll att ställa in.")
        return redirect("controls:detail", control.code)
    form = SkipForm(request.POST or None, open_ones=open_ones)
    if request.method == "POST" and form.is_valid():
        try:
            services.skip_occasion(actor=user, control=control, **form.cleaned_data)
        except services.IllegalStep as refused:
            tell(form, refused)
        else:
            messages.success(request, "Kontrollen är inställd. Det kan ångras på den här sidan.")
            return redirect("controls:detail", control.code)
    return form_page(request, "skip", form, control, title="Ställ in en kontroll")


def _open(control: Control) -> Sequence[Occasion]:
    """What is missed or to come; where the next time depends on the last, that one alone."""
    waiting = [one for one in around(control, timezone.localdate()) if one.state in WAITING]
    return waiting if control.first_month else waiting[:1]


@require_POST
def take_up(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user, control = person(request), to_change(Control, request, code)
    skipped = SkippedOccasion.objects.filter(control=control, pk=pk).first()
    if skipped is None:
        raise Http404
    services.take_up_occasion(actor=user, skipped=skipped)
    messages.success(request, "Kontrollen ska göras igen.")
    return redirect("controls:detail", control.code)


# The feed ------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@role_required(*READERS)
@never_cache
@sensitive_variables("secret")
def calendar(request: HttpRequest) -> HttpResponse:
    """The address is shown once, on the page after the form: only its digest is kept."""
    user = person(request)
    if request.method == "POST" and "drop" in request.POST:
        services.drop_address(actor=user)
        messages.success(request, "Adressen är borttagen. Kalendern får inget mer.")
        return redirect("controls:calendar")
    if request.method == "POST":
        request.session[TOLD_ONCE] = services.renew_address(actor=user)
        return redirect("controls:calendar")
    secret = request.session.pop(TOLD_ONCE, "")
    told = secret and request.build_absolute_uri(reverse("controls:feed", args=[secret]))
    held = CalendarAddress.objects.filter(user=user).first()
    return render(request, "risks/calendar.html", {"told": told, "held": held})


@login_not_required
@require_GET
@never_cache
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever has the address; 404 for one that is renewed, dropped, or of who has left."""
    held = CalendarAddress.objects.select_related("user").filter(digest=digest(secret)).first()
    if held is None or not access_of(held.user).has(*READERS):  # has left, or has another post
        raise Http404
    now = timezone.now()
    body = feed(held.user, timezone.localdate(), now, request.get_host())
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="egenkontroller.ics"'
    return answer
