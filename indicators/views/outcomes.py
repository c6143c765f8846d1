"""Entering an outcome, and changing one."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from indicators import services
from indicators.forms import OutcomeForm
from indicators.forms.definitions import units_of
from indicators.forms.outcome_checks import already_there
from indicators.models import Indicator, Observation, ReportingPeriod
from indicators.querysets import EDITORS
from indicators.statistics import outcome_of
from indicators.views.scope import outcome_to_change, visible_indicator
from indicators.words import in_one, period_label
from organisation.models import Unit
from organisation.screens import Screen, answered, confirmed, form_page, nothing_new
from organisation.views import person

TEMPLATE = "indicators/outcome.html"


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    indicator = visible_indicator(user, code)
    units = units_of(indicator, user, EDITORS)
    if not units:
        raise PermissionDenied
    wanted = _wanted(request, indicator, list(units))
    existing = _recorded(indicator, **wanted)
    if request.method == "GET" and existing and "period" in request.GET:
        return redirect("indicators:outcome", indicator.code, existing.pk)
    form = OutcomeForm(request.POST or None, indicator=indicator, units=units, initial=wanted)
    screen = _screen(indicator, "Lämna utfall", wanted["unit"])
    if form.is_bound and form.is_valid() and (there := _recorded(indicator, **_key(form))):
        return _refused(request, form, screen, there)
    beside = _beside(indicator, *_chosen(form, wanted, list(units)))
    try:
        return answered(
            request,
            form,
            screen,
            save=lambda: services.record_outcome(
                actor=user,
                indicator=indicator,
                parts=form.parts,
                by_sex=form.sex_contents,
                **_key(form),
                **form.content,
            ),
            message="Utfallet är sparat.",
            page_of=_series_of,
            template=TEMPLATE,
            indicator=indicator,
            beside=beside,
        )
    except services.AlreadyRecorded as refusal:
        return _refused(request, form, screen, refusal.existing)


def _key(form: OutcomeForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("unit", "year", "period")}


def _series_of(row: Observation) -> str:
    return series_url(row.indicator, row.unit_id)


def series_url(indicator: Indicator, unit_id: int) -> str:
    return f"{reverse('indicators:detail', args=[indicator.code])}?enhet={unit_id}"


def _refused(
    request: HttpRequest, form: OutcomeForm, screen: Screen, existing: Observation
) -> HttpResponse:
    """A period twice: what was typed stays, beside the way to the one that exists."""
    form.add_error("period", already_there(existing))
    indicator = form.indicator
    return form_page(
        request,
        TEMPLATE,
        form,
        screen,
        indicator=indicator,
        existing=existing,
        existing_text=in_one(outcome_of(existing), indicator.measured, indicator.decimals),
        existing_url=reverse("indicators:outcome", args=[indicator.code, existing.pk]),
        beside=_beside(indicator, existing.unit, existing.year, existing.period),
    )


def _recorded(indicator: Indicator, unit: Unit, year: int, period: str) -> Observation | None:
    found = indicator.observations.filter(
        unit=unit, year=year, period=period, sex=Observation.Sex.ALL
    )
    return found.select_related("unit").first()


# What is meant, before anything is typed ---------------------------------------------------


def _wanted(request: HttpRequest, indicator: Indicator, units: list[Unit]) -> dict[str, Any]:
    """As the address says, else what has ended last since the newest outcome, else the next."""
    asked = request.GET
    first = indicator.unit if indicator.unit in units else units[0]
    unit = next((unit for unit in units if str(unit.pk) == asked.get("enhet")), first)
    year, period = _suggested(indicator, unit)
    if asked.get("ar", "") in map(str, range(indicator.first_year, timezone.localdate().year + 1)):
        year = int(asked["ar"])
    if asked.get("period", "") in ReportingPeriod.values:
        period = asked["period"]
    return {"unit": unit, "year": year, "period": period}


def _suggested(indicator: Indicator, unit: Unit) -> tuple[int, str]:
    today = timezone.localdate()
    rows = indicator.observations.filter(sex=Observation.Sex.ALL)
    recorded = set(rows.values_list("unit_id", "year", "period"))
    used = {period for _, _, period in recorded} or {ReportingPeriod.WHOLE_YEAR}
    own = (_end(year, period) for of, year, period in recorded if of == unit.pk)
    newest = max(own, default=date.min)
    last = min(indicator.last_year or today.year, today.year)
    places = [(year, period) for year in (last - 1, last) for period in used]
    after = sorted((_end(*place), place) for place in places if _end(*place) > newest)
    ended = [place for end, place in after if end <= today]
    coming = [place for _, place in after] or [(last, ReportingPeriod.WHOLE_YEAR)]
    return ended[-1] if ended else coming[0]


def _end(year: int, period: str) -> date:
    return ReportingPeriod(period).last_day(year)


def _chosen(form: OutcomeForm, wanted: dict[str, Any], units: list[Unit]) -> tuple[Unit, int, str]:
    """What the form says now; where it says nothing readable, what was meant at first."""
    sent = {name: str(form[name].value()) for name in ("unit", "year", "period")}
    unit = next((unit for unit in units if str(unit.pk) == sent["unit"]), wanted["unit"])
    year = int(sent["year"]) if sent["year"] in _years(form) else wanted["year"]
    period = sent["period"] if sent["period"] in ReportingPeriod.values else wanted["period"]
    return unit, year, period


def _years(form: OutcomeForm) -> set[str]:
    return {str(year) for year, _ in form.fields["year"].choices}  # type: ignore[attr-defined]


def _beside(indicator: Indicator, unit: Unit, year: int, period: str) -> list[dict[str, str]]:
    """The same period last year, and the period before: what the new figure is read against."""
    rows = indicator.observations.filter(
        unit=unit, sex=Observation.Sex.ALL, year__in=(year, year - 1)
    ).prefetch_related("parts")
    end = ReportingPeriod(period).last_day(year)
    told = {(row.year, row.period): row for row in rows}
    before = sorted(
        (ReportingPeriod(row.period).last_day(row.year), place)
        for place, row in told.items()
        if ReportingPeriod(row.period).last_day(row.year) < end
    )
    last_year = (year - 1, period)
    shown = {"Samma period föregående år": last_year}
    if before and before[-1][1] != last_year:
        shown["Föregående period"] = before[-1][1]
    return [
        {
            "when": when,
            "label": period_label(*place),
            "outcome": _told(indicator, told.get(place)),
            "comment": told[place].comment if place in told else "",
        }
        for when, place in shown.items()
    ]


def _told(indicator: Indicator, row: Observation | None) -> str:
    if row is None:
        return "Inget utfall"
    return in_one(outcome_of(row), indicator.measured, indicator.decimals)


# One that exists ---------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    indicator = visible_indicator(user, code)
    row = outcome_to_change(user, indicator, pk)
    same = {"unit": row.unit, "year": row.year, "period": row.period}
    by_sex = indicator.observations.filter(**same).exclude(sex=Observation.Sex.ALL)
    form = OutcomeForm(
        request.POST or None,
        indicator=indicator,
        existing=row,
        by_sex={one.sex: one for one in by_sex},
    )
    screen = _screen(
        indicator, f"Ändra utfall, {period_label(row.year, row.period)}", row.unit, row
    )
    if nothing_new(request, form):
        return redirect(screen.back_url)
    return answered(
        request,
        form,
        screen,
        save=lambda: services.change_outcome(
            actor=user,
            observation_id=row.pk,
            version=form.cleaned_data["version"],
            changes=form.changes,
            parts=form.parts if form.has_parts else None,
            by_sex=form.sex_contents,
        ),
        message="Utfallet är sparat. Det som stod förut finns kvar under Tidigare värden.",
        template=TEMPLATE,
        indicator=indicator,
        beside=_beside(indicator, row.unit, row.year, row.period),
    )


@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    indicator = visible_indicator(user, code)
    row = outcome_to_change(user, indicator, pk)
    label = period_label(row.year, row.period)
    screen = _screen(
        indicator,
        f"Ta bort utfallet för {label}?",
        row.unit,
        lead="Även kommentaren, delarna och de tidigare värdena försvinner. Är talet bara fel, "
        "ändra det i stället.",
    )
    return confirmed(
        request,
        screen,
        remove=lambda: services.remove_outcome(actor=user, observation=row),
        message=f"Utfallet för {label} är borttaget.",
    )


def _screen(
    indicator: Indicator, title: str, unit: Unit, row: Observation | None = None, lead: str = ""
) -> Screen:
    home, url = reverse("indicators:list"), series_url(indicator, unit.pk)
    remove_url = reverse("indicators:outcome_remove", args=[indicator.code, row.pk]) if row else ""
    return Screen(
        title=title,
        over=f"{indicator}, {unit}" if row or lead else str(indicator),
        lead=lead,
        back_url=url,
        crumbs=(("Indikatorer", home), (indicator.code, url)),
        remove_url=remove_url,
    )
