"""Which key figure of Kolada stands beside an indicator, and what was fetched when."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from indicators.forms.kolada import AreaForm, KeyFigureForm, SearchForm
from indicators.kolada import client, lookup, pages
from indicators.kolada.client import KoladaError
from indicators.models import Indicator
from indicators.services import kolada as services
from indicators.views.definitions import ROOT, page_of
from indicators.views.scope import indicator_to_define
from organisation.screens import Screen, confirmed
from organisation.views import person

FIRST_A_FIGURE = "Koppla ett nyckeltal först."


@require_GET
def page(request: HttpRequest, code: str) -> HttpResponse:
    indicator = indicator_to_define(person(request), code)
    return _page(request, indicator, KeyFigureForm(), AreaForm())


@require_POST
def link(request: HttpRequest, code: str) -> HttpResponse:
    indicator = indicator_to_define(person(request), code)
    form = KeyFigureForm(request.POST)
    if form.is_valid():
        try:
            kpi = lookup.key_figure_of(form.cleaned_data["kpi"])
        except KoladaError as error:
            form.add_error("kpi", str(error))
        else:
            services.link_to_kolada(actor=person(request), indicator=indicator, kpi=kpi)
            messages.success(request, f"Indikatorn jämförs nu med {kpi.code}. Hämta värdena.")
            return redirect(url_of(indicator))
    return _page(request, indicator, form, AreaForm())


@require_http_methods(["GET", "POST"])
def unlink(request: HttpRequest, code: str) -> HttpResponse:
    indicator = indicator_to_define(person(request), code)
    screen = Screen(
        title="Sluta jämföra med Kolada?",
        over=str(indicator),
        lead="Värdena visas inte längre här eller i rapporter. Det som har hämtats finns kvar och "
        "visas igen om du kopplar samma nyckeltal.",
        back_url=url_of(indicator),
        crumbs=(*_crumbs(indicator), ("Kolada", url_of(indicator))),
    )
    return confirmed(
        request,
        screen,
        remove=lambda: services.unlink_from_kolada(actor=person(request), indicator=indicator),
        message="Indikatorn jämförs inte längre med Kolada.",
    )


@require_POST
def follow(request: HttpRequest, code: str) -> HttpResponse:
    indicator = indicator_to_define(person(request), code)
    form, watch = AreaForm(request.POST), indicator.watches.select_related("kpi").first()
    if form.is_valid() and watch is None:
        form.add_error("area", FIRST_A_FIGURE)
    elif form.is_valid() and watch is not None:
        try:
            area = lookup.area_of(form.cleaned_data["area"], form.title)
        except KoladaError as error:
            form.add_error("area", str(error))
        else:
            services.follow_area(
                actor=person(request), indicator=indicator, kpi=watch.kpi, area=area
            )
            messages.success(request, f"{area.title} följs. Hämta värdena.")
            return redirect(url_of(indicator))
    return _page(request, indicator, KeyFigureForm(), form)


@require_POST
def leave(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    indicator = indicator_to_define(person(request), code)
    watch = indicator.watches.filter(pk=pk).select_related("indicator__unit").first()
    if watch is None:
        raise Http404
    services.leave_area(actor=person(request), watch=watch)
    messages.success(request, f"{watch.area_title} följs inte längre.")
    return redirect(url_of(indicator))


@require_POST
def fetch(request: HttpRequest, code: str) -> HttpResponse:
    indicator = indicator_to_define(person(request), code)
    if client.is_on() and indicator.watches.exists():
        services.request_fetch(actor=person(request))
        messages.success(request, "Hämtningen är beställd.")
    else:
        messages.error(request, FIRST_A_FIGURE if client.is_on() else client.SWITCHED_OFF)
    return redirect(url_of(indicator))


def url_of(indicator: Indicator) -> str:
    return reverse("indicators:kolada", args=[indicator.code])


def _crumbs(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    return ((ROOT[0], reverse(ROOT[1])), (indicator.code, page_of(indicator)))


def _page(
    request: HttpRequest, indicator: Indicator, figure_form: forms.Form, area_form: forms.Form
) -> HttpResponse:
    watches = list(indicator.watches.select_related("kpi").order_by("is_unit", "area"))
    kpi = watches[0].kpi if watches else None
    search = SearchForm(request.GET)
    runs, job = pages.run_rows()
    context: dict[str, Any] = {
        "indicator": indicator,
        "crumbs": _crumbs(indicator),
        "back_url": page_of(indicator),
        "kpi": kpi,
        "mismatch": pages.mismatch(indicator, kpi),
        "figures": pages.found_figures(search.words("sok")),
        "areas": pages.found_areas(search.words("omrade"), kpi),
        "area_rows": pages.area_rows(indicator, watches),
        "offered": pages.offered_areas(watches),
        "is_on": client.is_on(),
        "may_fetch": pages.is_fetching_possible(watches),
        "runs": runs,
        "job": job,
        "figure_form": figure_form,
        "area_form": area_form,
        "search": search,
        "suggested": indicator.kolada_kpi if kpi is None else "",
    }
    refused = figure_form.is_bound or area_form.is_bound
    return render(request, "indicators/kolada.html", context, status=422 if refused else 200)
