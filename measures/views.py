from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit import services as audit
from audit.models import Event
from lib.listing import heading
from lib.spreadsheet import Column, Value, download
from lib.versions import EditedByAnother, renew
from measures import services
from measures.forms import FollowUpForm, MeasureForm
from measures.listing import (
    EFFECT_LABELS,
    KIND_LABELS,
    SORTS,
    STATUS_LABELS,
    TONES,
    Found,
    Listing,
)
from measures.models import FollowUp, Measure, Status
from measures.origins import origins_of
from measures.querysets import READERS
from organisation.models import Role, User
from organisation.views import person, role_required

# Beside those who read a unit's measures, whoever may answer for one.
LIST_ROLES = (*READERS, Role.INVESTIGATOR, Role.STAFF)
COLUMNS = (
    Column("Åtgärd", 60),
    Column("Typ", 24),
    Column("Enhet", 30),
    Column("Ansvarig", 26),
    Column("Ska vara klar", 14),
    Column("Status", 16),
    Column("Försenad", 10),
    Column("Effekt", 24),
    Column("Effekten följs upp", 18),
    Column("Uppstod ur", 14),
)


@require_GET
@role_required(*LIST_ROLES)
def measure_list(request: HttpRequest) -> HttpResponse:
    listing = Listing(person(request), request.GET)
    page = listing.page()
    whole = page.is_first and page.older is None
    count = len(page.found) if whole else listing.measures.count()
    context = {
        "rows": listing.rows(page.found),
        "filter_form": listing.form,
        "filtered": listing.filtered,
        "count": count,
        "first_url": "" if page.is_first else listing.address(),
        "older_url": listing.address(after=str(page.older)) if page.older else "",
        "page_text": "" if whole else f"{len(page.found)} åtgärder på sidan",
        "export_query": listing.address(),
        "sort": {name: heading(listing, name) for name in SORTS},
    }
    return render(request, "measures/list.html", context)


@require_GET
@role_required(*LIST_ROLES)
def export(request: HttpRequest) -> HttpResponse:
    """Every row of the list as it is narrowed and sorted."""
    listing = Listing(person(request), request.GET)
    found = listing.everything()
    audit.record_export(actor=person(request), model=Measure, count=len(found))
    return download("Åtgärder", COLUMNS, _cells(listing, found))


def _cells(listing: Listing, found: list[Found]) -> Iterator[tuple[Value, ...]]:
    people = listing.people(found)
    for measure in found:
        yield (
            measure.title,
            KIND_LABELS[measure.kind],
            listing.units[measure.unit_id],
            people.get(measure.responsible_id),
            measure.due_on,
            STATUS_LABELS[measure.status],
            "Ja" if measure.is_late(listing.today) else None,
            EFFECT_LABELS.get(measure.effect),
            measure.follow_up_on,
            measure.origin or None,
        )


@require_GET
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    measure = _visible(user, pk)
    is_late = measure.is_overdue(timezone.localdate())
    follow_ups = measure.follow_ups.select_related("author")
    context = {
        "measure": measure,
        "status": "Försenad" if is_late else measure.get_status_display(),
        "tone": "late" if is_late else TONES[Status(measure.status)],
        "history": [_told(row) for row in follow_ups],
        "may_change": _may_change(user, measure),
        "origins": origins_of(measure, user),
    }
    return render(request, "measures/detail.html", context)


def _told(row: FollowUp) -> dict[str, Any]:
    return {
        "on": row.followed_up_on,
        "status": row.get_status_display(),
        "effect": row.get_effect_display(),
        "done": row.status in (Status.DONE, Status.DISCONTINUED),
        "who": row.author,
        "title": row.author.title if row.author else "",
        "text": row.text,
    }


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    measure = _to_change(user, pk)
    form = MeasureForm(
        request.POST or None,
        instance=measure,
        editor=user,
        initial={"version": measure.version},
    )
    if request.method == "POST" and form.is_valid():
        return _saved(request, user, form)
    return _form_page(request, "edit", measure, form)


def _saved(request: HttpRequest, person: User, form: MeasureForm) -> HttpResponse:
    pk, version = form.instance.pk, form.cleaned_data["version"]
    if not form.changes:
        messages.info(request, "Ingenting var ändrat.")
        return redirect("measures:detail", pk)
    try:
        services.update_measure(actor=person, measure_id=pk, version=version, changes=form.changes)
    except EditedByAnother as conflict:
        return _compared(request, form, conflict.saved)
    messages.success(request, "Åtgärden är sparad.")
    return redirect("measures:detail", pk)


def _compared(request: HttpRequest, form: MeasureForm, saved: Measure) -> HttpResponse:
    """The text that was not saved stays in the form, beside what another person saved."""
    differences = form.compared_with(saved)
    if not differences:
        messages.info(request, "Någon annan hade redan sparat samma sak.")
        return redirect("measures:detail", saved.pk)
    renew(form, saved.version)
    context = {"differences": differences, "last": Event.objects.changes_of(saved).first()}
    return _form_page(request, "edit", saved, form, status=409, **context)


@require_http_methods(["GET", "POST"])
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    measure = _to_change(user, pk)
    form = FollowUpForm(request.POST or None, initial={"status": measure.status})
    if request.method == "POST" and form.is_valid():
        services.follow_up(actor=user, measure=measure, **form.cleaned_data)
        messages.success(request, "Uppföljningen är sparad.")
        return redirect("measures:detail", pk)
    return _form_page(request, "follow_up", measure, form)


def _form_page(
    request: HttpRequest, name: str, measure: Measure, form: Any, status: int = 0, **context: Any
) -> HttpResponse:
    context |= {
        "form": form,
        "measure": measure,
        "back_url": reverse("measures:detail", args=[measure.pk]),
    }
    status = status or (422 if form.is_bound else 200)
    return render(request, f"measures/{name}.html", context, status=status)


def _visible(person: User, pk: int) -> Measure:
    measures = Measure.objects.visible_to(person).select_related("unit", "responsible")
    measure = measures.filter(pk=pk).first()
    if measure is None:
        raise Http404
    return measure


def _to_change(person: User, pk: int) -> Measure:
    measure = _visible(person, pk)
    if not _may_change(person, measure):
        raise PermissionDenied
    return measure


def _may_change(person: User, measure: Measure) -> bool:
    return Measure.objects.editable_by(person).filter(pk=measure.pk).exists()
