"""The two lists, on screen and as spreadsheets."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from audit import services as audit
from lib.listing import heading, numbered
from lib.numbers import rounded
from lib.spreadsheet import Column, Value, download
from organisation.access import access_of
from organisation.views import person, role_required
from risks.listing import ControlListing, RiskListing
from risks.listing.base import Listing
from risks.models import Control, Risk
from risks.querysets import EDITORS, READERS

RISK_COLUMNS = (
    Column("Kod", 8),
    Column("Risk", 60),
    Column("Verksamhetsområde", 26),
    Column("Enhet", 30),
    Column("Nivå", 8),
    Column("Nivå i ord", 12),
    Column("Nivå vid förra årets slut", 14),
    Column("Förändring", 16),
    Column("Beslut", 20),
    Column("Ansvarig", 26),
    Column("Öppna åtgärder", 12),
    Column("Alla åtgärder", 12),
    Column("Ses över", 12),
)
CONTROL_COLUMNS = (
    Column("Kod", 8),
    Column("Egenkontroll", 60),
    Column("Verksamhetsområde", 26),
    Column("Enhet", 30),
    Column("Risker", 16),
    Column("Hur ofta", 22),
    Column("Gränsvärde", 14),
    Column("Ansvarig", 26),
    Column("Genomförd", 12),
    Column("n", 8),
    Column("N", 8),
    Column("Andel i procent", 14),
    Column("Antal", 8),
    Column("Bedömning", 16),
    Column("Öppna åtgärder", 12),
    Column("Alla åtgärder", 12),
    Column("Nästa gång", 12),
)


@require_GET
@role_required(*READERS)
def risk_list(request: HttpRequest) -> HttpResponse:
    return _page(request, RiskListing(person(request), request.GET), "risks/list.html")


@require_GET
@role_required(*READERS)
def control_list(request: HttpRequest) -> HttpResponse:
    return _page(request, ControlListing(person(request), request.GET), "risks/controls.html")


def _page(request: HttpRequest, listing: Listing[Any, Any], template: str) -> HttpResponse:
    page = listing.page()
    context = {
        "rows": [listing.row(found) for found in listing.read(page.object_list)],
        "filter_form": listing.form,
        "filtered": listing.filtered,
        **numbered(page, request.GET),
        "export_query": listing.address(),
        "sort": {
            name: heading(listing, name, falling=name in listing.falling) for name in listing.sorts
        },
        "may_add": access_of(request.user).has(*EDITORS),
    }
    return render(request, template, context)


@require_GET
@role_required(*READERS)
def export_risks(request: HttpRequest) -> HttpResponse:
    """Every row of the list as it is narrowed and sorted."""
    listing = RiskListing(person(request), request.GET)
    return _workbook(request, Risk, "Risker", RISK_COLUMNS, list(_risk_cells(listing)))


@require_GET
@role_required(*READERS)
def export_controls(request: HttpRequest) -> HttpResponse:
    listing = ControlListing(person(request), request.GET)
    cells = list(_control_cells(listing))
    return _workbook(request, Control, "Egenkontroller", CONTROL_COLUMNS, cells)


def _workbook(
    request: HttpRequest,
    model: type[Risk | Control],
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Iterable[Value]],
) -> HttpResponse:
    audit.record_export(actor=person(request), model=model, count=len(rows))
    return download(title, columns, [tuple(row) for row in rows])


def _risk_cells(listing: RiskListing) -> Iterator[tuple[Value, ...]]:
    for found in listing.everything():
        row = listing.row(found)
        still_open, every = found.measures or (0, 0)
        yield (
            found.code,
            found.title,
            listing.areas.get(found.service_area_id or 0),
            row.unit,
            found.level,
            row.level.word if row.level else None,
            found.level_before,
            row.moved if found.level is not None else None,
            row.decision,
            found.responsible,
            still_open,
            every,
            None if row.is_closed else found.review_on,
        )


def _control_cells(listing: ControlListing) -> Iterator[tuple[Value, ...]]:
    for found in listing.everything():
        row, control, result = listing.row(found), found.control, found.result
        still_open, every = found.measures or (0, 0)
        value = result.value if result and result.count is None else None
        yield (
            control.code,
            control.title,
            listing.areas.get(control.service_area_id or 0),
            row.unit,
            ", ".join(found.risks),
            row.frequency,
            row.threshold if control.threshold is not None else None,
            found.responsible,
            result.carried_out_on if result else None,
            result.numerator if result else None,
            result.denominator if result else None,
            rounded(value, 2) if value is not None else None,
            result.count if result else None,
            row.verdict,
            still_open,
            every,
            found.due,
        )
