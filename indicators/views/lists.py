"""The list of indicators, on screen and as a spreadsheet."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from audit import services as audit
from indicators.listing import SORTS, Found, Listing
from indicators.models import Indicator, Observation, ReportingPeriod
from indicators.querysets import DEFINERS, EDITORS, READERS
from indicators.words import NOT_DECIDED
from lib.listing import heading, numbered
from lib.spreadsheet import Column, Value, download
from organisation.access import access_of
from organisation.views import person, role_required

QUALITIES = dict(Observation.Quality.choices)
COLUMNS = (
    Column("Kod", 12),
    Column("Namn", 50),
    Column("Verksamhetsområde", 24),
    Column("Enhet", 28),
    Column("Period", 10),
    Column("År", 8),
    Column("Mäts i", 12),
    Column("n", 10),
    Column("N", 10),
    Column("Värde", 12),
    Column("Andel (%)", 10),
    Column("Redovisad andel, källa", 28),
    Column("Varför utfall saknas", 28),
    Column("Prognos helår", 12),
    Column("Uppgiftens kvalitet", 16),
    Column("Mål", 12),
    Column("Mål i ord", 24),
    Column("Status", 16),
)


@require_GET
@role_required(*READERS)
def indicator_list(request: HttpRequest) -> HttpResponse:
    user = person(request)
    listing = Listing(user, request.GET)
    page = listing.page()
    context = {
        "rows": listing.rows(page),
        **numbered(page, request.GET),
        "filter_form": listing.form,
        "filtered": listing.filtered,
        "export_query": listing.address(),
        "sort": {name: heading(listing, name) for name in SORTS},
        "may_define": access_of(user).has(*DEFINERS),
        "may_enter": access_of(user).has(*EDITORS),
    }
    return render(request, "indicators/list.html", context)


@require_GET
@role_required(*READERS)
def export(request: HttpRequest) -> HttpResponse:
    """Every row of the list as it is narrowed and sorted."""
    listing = Listing(person(request), request.GET)
    audit.record_export(actor=person(request), model=Indicator, count=len(listing.found))
    return download("Indikatorer", COLUMNS, _cells(listing.found))


def _cells(found: list[Found]) -> Iterator[tuple[Value, ...]]:
    for row in found:
        indicator = row.indicator
        yield (
            indicator.code,
            indicator.name,
            row.area,
            row.unit,
            *_outcome_cells(row),
            row.goal.value if row.goal else None,
            row.goal.text if row.goal else NOT_DECIDED,
            row.verdict.label,
        )


def _outcome_cells(row: Found) -> tuple[Value, ...]:
    outcome, measured = row.outcome, row.indicator.get_measured_display()
    if outcome is None:
        return None, None, measured, *[None] * 8
    return (
        ReportingPeriod(outcome.period).label,
        outcome.year,
        measured,
        outcome.numerator,
        outcome.denominator,
        outcome.value,
        outcome.number(row.indicator.decimals) if row.indicator.is_share else None,
        outcome.source,
        outcome.no_data,
        outcome.forecast,
        QUALITIES.get(outcome.quality, ""),
    )
