"""The list of cases, on screen and as a spreadsheet."""

from collections.abc import Iterator, Sequence
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from audit import services as audit
from deviations.listing import (
    CLOCK_LABELS,
    KIND_LABELS,
    SEVERITY_LABELS,
    STATUS_LABELS,
    Found,
    Listing,
    Page,
    total_text,
)
from deviations.models import Deviation
from deviations.querysets import HISTORIANS
from deviations.rights import READING_ROLES
from deviations.saved import Saved, known, saved_by
from deviations.sorting import SORTS
from lib.listing import heading
from lib.spreadsheet import Column, Value, download
from organisation.access import access_of
from organisation.views import person, role_required

OBJECT_TYPE = Deviation._meta.label_lower
COLUMNS = (
    Column("Nummer", 16),
    Column("Rubrik", 60),
    Column("Enhet", 30),
    Column("Typ", 24),
    Column("Inkom", 12),
    Column("Beslutat", 12),
    Column("Status", 18),
    Column("Grad", 36),
    Column("Nästa frist", 12),
    Column("Fristen gäller", 30),
)


@require_GET
@role_required(*READING_ROLES)
def case_list(request: HttpRequest) -> HttpResponse:
    listing = Listing(person(request), request.GET)
    page = listing.page()
    if any(case.restricted for case in page.found):
        ids = [case.pk for case in page.found]
        audit.record_list(actor=person(request), object_type=OBJECT_TYPE, ids=ids)
    return render(request, "deviations/list.html", _context(listing, page))


def _context(listing: Listing, page: Page) -> dict[str, object]:
    whole = not (page.has_newer or page.has_older)
    count = len(page.found) if whole else listing.count()
    newer = page.has_newer and listing.edge_of(page.found[0])
    older = page.has_older and listing.edge_of(page.found[-1])
    saved = saved_by(listing.user, listing.query)
    return {
        "rows": page.found,
        "lines": listing.lines(page.found),
        "filters": listing.filters.html,
        "total": total_text(count, listing.searching),
        "one": count == 1,
        "filtered": any(listing.wanted.values()),
        "saved": saved,
        "earlier_url": _earlier_url() if access_of(listing.user).has(*HISTORIANS) else "",
        "save_url": _save_url(listing, saved),
        "newer_url": listing.address(before=newer) if newer else "",
        "older_url": listing.address(after=older) if older else "",
        "page_text": "" if whole else f"{len(page.found)} ärenden på sidan",
        "export_url": f"{_export_url()}{listing.address()}",
        "sort": {
            name: heading(listing, name, falling=sort.falling) for name, sort in SORTS.items()
        },
    }


def _save_url(listing: Listing, saved: Sequence[Saved]) -> str:
    """Nothing to save where nothing is chosen, or what is chosen is saved already."""
    if not listing.query or any(one.current for one in saved):
        return ""
    chosen = known(listing.query)
    return f"{reverse('deviations:filter_new')}?{chosen}" if chosen else ""


@cache
def _export_url() -> str:
    return reverse("deviations:export")


@cache
def _earlier_url() -> str:
    return reverse("deviations:totals")


@require_GET
@role_required(*READING_ROLES)
def export(request: HttpRequest) -> HttpResponse:
    """Every row of the list as it is narrowed and sorted."""
    listing = Listing(person(request), request.GET)
    found = list(listing.everything())
    audit.record_export(
        actor=person(request),
        model=Deviation,
        count=len(found),
        restricted_ids=[case.pk for case in found if case.restricted],
    )
    return download("Avvikelser", COLUMNS, _cells(listing, found))


def _cells(listing: Listing, found: list[Found]) -> Iterator[tuple[Value, ...]]:
    for case in found:
        yield (
            case.number,
            case.title,
            listing.places.name(case.unit_id),
            KIND_LABELS[case.kind],
            case.received_on,
            case.decided_on,
            STATUS_LABELS[case.status],
            SEVERITY_LABELS[case.severity] if case.severity else None,
            case.due_on,
            CLOCK_LABELS.get(case.due_for),
        )
