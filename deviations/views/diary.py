"""The registrator's cards: a list, a page to print with the diary number to set, a spreadsheet."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods

from audit import services as audit
from audit.models import Event
from deviations import services
from deviations.diary import SECRECY, Card, CardListing, Found, card, found_card, others_with
from deviations.forms.diary import DiaryNumberForm
from deviations.models import Deviation
from deviations.places import Places
from deviations.querysets import REGISTRARS
from lib.listing import numbered
from lib.spreadsheet import Column, Value, download
from organisation.access import access_of
from organisation.models import Role, Unit, User
from organisation.views import person, role_required

OBJECT_TYPE = Deviation._meta.label_lower
COLUMNS = (
    Column("Diarienummer", 18),
    Column("Nummer", 16),
    Column("Inkom", 12),
    Column("Avsändare", 30),
    Column("Ärendemening", 50),
    Column("Sekretess", 34),
    Column("Läge", 12),
    Column("Avslutat eller annullerat", 14),
)


@require_GET
@role_required(*REGISTRARS)
def card_list(request: HttpRequest) -> HttpResponse:
    listing = CardListing(person(request), request.GET)
    page = listing.page()
    found = [Found._make(row) for row in page.object_list]
    if any(one.restricted for one in found):
        ids = [one.pk for one in found]
        audit.record_list(actor=person(request), object_type=OBJECT_TYPE, ids=ids)
    context = {
        "cards": listing.cards(found),
        "filter_form": listing.form,
        "filtered": listing.filtered,
        "export_query": listing.address(),
        "secrecy": SECRECY,
        **numbered(page, request.GET),
        **tabs(person(request)),
    }
    return render(request, "deviations/diary/list.html", context)


def tabs(user: User) -> dict[str, Any]:
    """Destruction is no matter of the registrator's, its protocols are."""
    return {"may_purge": access_of(user).has(Role.LEX_SARAH)}


@require_GET
@role_required(*REGISTRARS)
def export(request: HttpRequest) -> HttpResponse:
    """Every card of the list as it is narrowed: a diarieförteckning."""
    listing = CardListing(person(request), request.GET)
    found = listing.everything()
    audit.record_export(
        actor=person(request),
        model=Deviation,
        count=len(found),
        restricted_ids=[one.pk for one in found if one.restricted],
    )
    return download("Diarieförteckning", COLUMNS, _cells(listing.cards(found)))


def _cells(cards: list[Card]) -> Iterator[tuple[Value, ...]]:
    for one in cards:
        yield (
            one.diary_number,
            one.number,
            one.received_on,
            one.sender,
            one.title,
            one.secrecy.text,
            one.state,
            one.ended_on,
        )


@require_http_methods(["GET", "POST"])
@role_required(*REGISTRARS)
def card_page(request: HttpRequest, number: str) -> HttpResponse:
    found = _found(request, number)
    if request.method == "POST":
        return _saved(request, found, DiaryNumberForm(request.POST))
    stored = {"version": found.version, "diary_number": found.diary_number}
    return _page(request, found, DiaryNumberForm(initial=stored))


def _saved(request: HttpRequest, found: Found, form: DiaryNumberForm) -> HttpResponse:
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        changed = services.set_diary_number(
            actor=person(request), deviation_id=found.pk, **form.cleaned_data
        )
    except services.StaleVersion as stale:
        return _conflict(request, found.number, form, stale)
    _tell(request, found, form.cleaned_data["diary_number"], changed=changed)
    return redirect("diary:card", found.number)


def _found(request: HttpRequest, number: str) -> Found:
    """The card, its reading logged as that of the case is."""
    found = found_card(person(request), number)
    if found is None:
        raise Http404
    if found.restricted:
        audit.record(
            actor=person(request),
            action=Event.Action.READ,
            object_type=OBJECT_TYPE,
            object_id=found.pk,
            label=number,
            unit=Unit.objects.get(pk=found.unit_id),
            detail={"part": "diary card"},
        )
    return found


def _conflict(
    request: HttpRequest, number: str, form: DiaryNumberForm, stale: services.StaleVersion
) -> HttpResponse:
    """What was typed stays in the form, which now saves on top of the other."""
    form.data = {**request.POST.dict(), "version": str(stale.stored.version)}
    at = timezone.localtime(stale.changed_at) if stale.changed_at else None
    return _page(
        request,
        _found(request, number),
        form,
        status=409,
        changed_by=stale.changed_by or "någon annan",
        changed_at=date_format(at, "j F H:i") if at else "",
        stored=stale.stored.diary_number or "inget diarienummer",
        typed=form.cleaned_data["diary_number"] or "inget diarienummer",
    )


def _page(
    request: HttpRequest, found: Found, form: DiaryNumberForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    shown = card(found, Places.load())
    context = {"card": shown, "form": form, **tabs(person(request)), **more}
    return render(request, "deviations/diary/card.html", context, status=status)


def _tell(request: HttpRequest, found: Found, diary_number: str, *, changed: bool) -> None:
    if not changed:
        messages.info(request, "Ingenting var ändrat.")
        return
    messages.success(request, "Diarienumret är sparat.")
    others = others_with(person(request), found, diary_number)
    if others:
        messages.warning(
            request,
            f"Samma diarienummer står redan på {', '.join(others)}. Kontrollera att det stämmer.",
        )
