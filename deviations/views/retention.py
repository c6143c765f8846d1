"""Gallring: what is due, its archive export, the destruction and its protocol."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit import services as audit
from audit.models import Event
from deviations import retention_pages as pages
from deviations import services
from deviations.forms.retention import CasesForm, PurgeForm
from deviations.models import ArchiveExport, Deviation, PurgeProtocol
from deviations.querysets import REGISTRARS
from deviations.retention import Holdings, places_of
from deviations.views.diary import tabs
from jobs import services as jobs
from lib.stored import is_stored, stored_file
from organisation.models import Role, Unit, User
from organisation.views import person, role_required

Purpose = ArchiveExport.Purpose


@require_http_methods(["GET", "POST"])
@role_required(Role.LEX_SARAH)
def due(request: HttpRequest) -> HttpResponse:
    """The list; what is sent is the cases to destroy, or to deliver to the archive."""
    user = person(request)
    unit = _place(request, user)
    holdings = Holdings.of(user, unit)
    if request.method != "POST":
        return _due_page(request, holdings, unit)
    purpose = _purpose(request)
    delivering = purpose == Purpose.DELIVER
    form = CasesForm(request.POST, offered=holdings.for_archive() if delivering else holdings.due())
    if not form.is_valid():
        return _due_page(request, holdings, unit, form, status=422)
    try:
        export = services.request_export(
            actor=user, unit=unit, purpose=purpose, case_ids=form.chosen
        )
    except services.IllegalStep as refused:
        form.add_error("cases", str(refused))
        return _due_page(request, holdings, unit, form, status=422)
    return redirect("diary:archive", export.pk)


def _purpose(request: HttpRequest) -> Purpose:
    delivering = request.POST.get("purpose") == Purpose.DELIVER
    return Purpose.DELIVER if delivering else Purpose.PURGE


def _place(request: HttpRequest, user: User) -> Unit:
    """The one asked for among the person's own, else the first."""
    places = places_of(user)
    asked = request.GET.get("enhet", "")
    return next((unit for unit in places if str(unit.pk) == asked), places[0])


def _due_page(
    request: HttpRequest,
    holdings: Holdings,
    unit: Unit,
    form: CasesForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    user = person(request)
    chosen = {str(_purpose(request)): request.POST.getlist("cases")} if form else {}
    context = pages.due_page(holdings, unit, chosen)
    if context["restricted"]:
        ids = context["shown"]
        audit.record_list(actor=user, object_type=Deviation._meta.label_lower, ids=ids)
    context |= {"form": form, **tabs(user)}
    return render(request, "deviations/retention/due.html", context, status=status)


def _export(request: HttpRequest, pk: int) -> ArchiveExport:
    found = ArchiveExport.objects.visible_to(person(request)).select_related("unit", "protocol")
    return get_object_or_404(found, pk=pk)


@require_GET
@role_required(Role.LEX_SARAH)
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    return _archive_page(request, _export(request, pk))


def _archive_page(
    request: HttpRequest, export: ArchiveExport, form: PurgeForm | None = None, *, status: int = 200
) -> HttpResponse:
    context = {
        **pages.archive_page(export),
        "form": form or PurgeForm(cases=len(export.cases)),
        **tabs(person(request)),
    }
    return render(request, "deviations/retention/archive.html", context, status=status)


@require_GET
@role_required(Role.LEX_SARAH)
def archive_status(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of the page that changes while the export is made."""
    context = pages.archive_page(_export(request, pk))
    response = render(request, "deviations/retention/_progress.html", context)
    if not context["job"] or not context["job"].is_open:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@role_required(Role.LEX_SARAH)
def archive_retry(request: HttpRequest, pk: int) -> HttpResponse:
    if job := pages.job_of(_export(request, pk)):
        jobs.retry(job=job, actor=person(request))
    return redirect("diary:archive", pk)


@require_GET
@role_required(Role.LEX_SARAH)
def download(request: HttpRequest, pk: int) -> FileResponse:
    export = _export(request, pk)
    if not export.has_file or not is_stored(export.stored_as):
        raise Http404
    detail = {"sha256": export.sha256, "ids": export.case_ids}
    audit.record(
        actor=person(request),
        action=Event.Action.DOWNLOAD,
        obj=export,
        label=str(export),
        unit=export.unit,
        detail=detail,
    )
    return stored_file(export.stored_as, pages.file_name(export), "application/zip")


@require_POST
@role_required(Role.LEX_SARAH)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    export = _export(request, pk)
    try:
        services.remove_export(actor=person(request), export=export)
    except services.IllegalStep as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "Exporten är raderad.")
    return redirect("diary:archive", pk)


@require_POST
@role_required(Role.LEX_SARAH)
def purge(request: HttpRequest, pk: int) -> HttpResponse:
    export = _export(request, pk)
    form = PurgeForm(request.POST, cases=len(export.cases))
    if not form.is_valid():
        return _archive_page(request, export, form, status=422)
    try:
        protocol = services.purge_cases(
            actor=person(request), export=export, count=form.cleaned_data["count"]
        )
    except services.IllegalStep as refused:
        form.add_error(None, str(refused))
        return _archive_page(request, export, form, status=422)
    messages.success(request, "Ärendena är gallrade.")
    return redirect("diary:protocol", protocol.pk)


@require_GET
@role_required(*REGISTRARS)
def protocols(request: HttpRequest) -> HttpResponse:
    known = PurgeProtocol.objects.visible_to(person(request)).select_related("unit")
    context: dict[str, Any] = {"rows": pages.protocol_rows(known), **tabs(person(request))}
    return render(request, "deviations/retention/protocols.html", context)


@require_GET
@role_required(*REGISTRARS)
def protocol(request: HttpRequest, pk: int) -> HttpResponse:
    known = PurgeProtocol.objects.visible_to(person(request)).select_related("unit", "export")
    found = get_object_or_404(known, pk=pk)
    context = {**pages.protocol_page(found), **tabs(person(request))}
    return render(request, "deviations/retention/protocol.html", context)
