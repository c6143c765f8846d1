"""The list of indicators, on screen and as a spreadsheet."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit import services as audit
from audit.models import Event
from indicators.listing import SORTS, Found, Listing
from indicators.models import Indicator, ReportingPeriod
from indicators.querysets import DEFINERS, READERS
from lib.spreadsheet import CONTENT_TYPE, Column, Value, workbook
from organisation.access import access_of
from organisation.views import person, role_required

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
        "page": page,
        "newer_url": _page(listing, page.number - 1) if page.has_previous() else "",
        "older_url": _page(listing, page.number + 1) if page.has_next() else "",
        "page_text": f"Sida {page.number} av {page.paginator.num_pages}"
        if page.has_other_pages()
        else "",
        "count": page.paginator.count,
        "filter_form": listing.form,
        "filtered": listing.filtered,
        "export_query": listing.address(),
        "sort": {name: _heading(listing, name) for name in SORTS},
        "may_define": access_of(user).has(*DEFINERS),
    }
    return render(request, "indicators/list.html", context)


def _page(listing: Listing, number: int) -> str:
    return listing.address(sida=str(number))


def _heading(listing: Listing, name: str) -> dict[str, str]:
    """Pressing the heading that sorts turns its order."""
    current = listing.sort == name
    turned = "desc" if current and not listing.descending else ""
    state = "descending" if listing.descending else "ascending"
    return {"url": listing.address(sort=name, order=turned), "state": state if current else ""}


@require_GET
@role_required(*READERS)
def export(request: HttpRequest) -> HttpResponse:
    """Every row of the list as it is narrowed and sorted."""
    listing = Listing(person(request), request.GET)
    audit.record(
        actor=person(request),
        action=Event.Action.EXPORT,
        object_type=Indicator._meta.label_lower,
        detail={"count": len(listing.found)},
    )
    return spreadsheet("Indikatorer", COLUMNS, _cells(listing.found))


def spreadsheet(
    title: str, columns: tuple[Column, ...], rows: Iterator[tuple[Value, ...]]
) -> HttpResponse:
    response = HttpResponse(workbook(title, columns, rows), content_type=CONTENT_TYPE)
    name = f"{title.lower()}-{timezone.localdate().isoformat()}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


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
            row.goal.text if row.goal else "ej fastställt",
            row.verdict.label,
        )


def _outcome_cells(row: Found) -> tuple[Value, ...]:
    outcome, measured = row.outcome, row.indicator.get_measured_display()
    if outcome is None:
        return None, None, measured, *[None] * 6
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
    )
