"""One screen each: scope, form, service, redirect."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from js_asset import Media

from jobs import services as jobs
from lib.stored import is_stored, stored_file
from organisation.access import access_of
from organisation.models import Role
from organisation.views import person, role_required
from qualityreport import checks, hidden, pages, preview, services
from qualityreport.collect import collect
from qualityreport.forms import ReportForm, SectionForm
from qualityreport.models import Report, ReportFile, ReportVersion, Section
from qualityreport.querysets import COMPOSERS, RECEIVERS

VISITORS = (*RECEIVERS, Role.AUDITOR)


def _report(request: HttpRequest, pk: int) -> Report:
    visible = Report.objects.visible_to(person(request)).select_related("unit")
    return get_object_or_404(visible, pk=pk)


def _composed(request: HttpRequest, pk: int) -> Report:
    report = _report(request, pk)
    if not pages.may_compose(report, person(request)):
        raise PermissionDenied
    return report


def _read(request: HttpRequest, pk: int) -> Report:
    """The texts while they are written: not for those who only receive the report."""
    report = _report(request, pk)
    if not pages.may_read(report, person(request)):
        raise PermissionDenied
    return report


def _version(request: HttpRequest, pk: int, number: int) -> ReportVersion:
    visible = ReportVersion.objects.visible_to(person(request)).select_related("report__unit")
    return get_object_or_404(visible, report_id=pk, number=number)


@require_GET
@role_required(*VISITORS)
def report_list(request: HttpRequest) -> HttpResponse:
    reports = Report.objects.visible_to(person(request))
    context = {
        "rows": pages.report_rows(reports),
        "may_compose": access_of(person(request)).has(*COMPOSERS),
    }
    return render(request, "qualityreport/list.html", context)


@require_http_methods(["GET", "POST"])
@role_required(*COMPOSERS)
def create(request: HttpRequest) -> HttpResponse:
    initial = {"year": timezone.localdate().year}
    form = ReportForm(request.POST or None, user=person(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            report = services.create_report(actor=person(request), **form.cleaned_data)
        except IntegrityError:  # two clicks at once: the form saw neither
            form.add_error(None, "Rapporten finns redan för verksamheten och året.")
        else:
            messages.success(request, f"{report} är skapad. Nu kan avsnitten skrivas.")
            return redirect("qualityreport:detail", report.pk)
    status = 422 if form.is_bound else 200
    return render(request, "qualityreport/report_form.html", {"form": form}, status=status)


@require_GET
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    report = _report(request, pk)
    return render(request, "qualityreport/detail.html", pages.detail(report, person(request)))


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    report = _report(request, pk)
    found = get_object_or_404(report.sections.select_related("report"), key=key, takes_text=True)
    if not report.sections.editable_by(person(request)).filter(pk=found.pk).exists():
        raise PermissionDenied
    form = SectionForm(request.POST or None, section=found)
    if request.method == "POST" and form.is_valid():
        try:
            services.save_section(actor=person(request), section_id=found.pk, **form.cleaned_data)
        except services.StaleSection as stale:
            return _conflict(request, stale.stored)
        messages.success(request, f"Avsnittet ”{found.title}” är sparat.")
        return redirect("qualityreport:detail", pk)
    return _section_page(request, form, found, status=422 if form.is_bound else 200)


def _conflict(request: HttpRequest, stored: Section) -> HttpResponse:
    """The writer's own text stays in the form; saving again saves it over the other's."""
    typed = {**request.POST.dict(), "version": stored.version}
    fresh = SectionForm(typed, section=stored)
    return _section_page(request, fresh, stored, status=409, stored=stored)


def _nonce(request: HttpRequest) -> str:
    return str(request.csp_nonce)  # type: ignore[attr-defined]


def _section_page(
    request: HttpRequest, form: SectionForm, found: Section, status: int = 200, **extra: Any
) -> HttpResponse:
    context = {
        "form": form,
        "section": found,
        "report": found.report,
        "may_compose": pages.may_compose(found.report, person(request)),
        "last_year": preview.last_year(found),
        "preview": preview.section(found),
        "standing": preview.standing(found, person(request)),
        "media": Media.from_media(form.media, nonce=_nonce(request)),
        **extra,
    }
    return render(request, "qualityreport/section_form.html", context, status=status)


@require_GET
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """The live figures with their values: a page, and the list beside the editor."""
    report = _read(request, pk)
    template = "_figures" if request.headers.get("HX-Request") else "figures"
    context = {"report": report, "figures": preview.figures(report)}
    return render(request, f"qualityreport/{template}.html", context)


@require_GET
def findings(request: HttpRequest, pk: int) -> HttpResponse:
    """What the checks say now: a page, and the panel of the report's own page."""
    report = _read(request, pk)
    template = "_found" if request.headers.get("HX-Request") else "findings"
    context = {
        "report": report,
        "may_compose": pages.may_compose(report, person(request)),
        "findings": checks.grouped(checks.run(collect(report))),
    }
    return render(request, f"qualityreport/{template}.html", context)


@require_GET
def hidden_figures(request: HttpRequest, pk: int) -> HttpResponse:
    """What the report does not tell, and why: a page, and the panel of the report's own page."""
    report = _read(request, pk)
    template = "_hidden" if request.headers.get("HX-Request") else "hidden"
    collection = collect(report)
    context = {
        "report": report,
        "rows": hidden.rows(collection),
        "rule": hidden.rule(collection.scope.policy),
    }
    return render(request, f"qualityreport/{template}.html", context)


@require_GET
def whole_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as it would be printed now, as one web page."""
    report = _read(request, pk)
    collection = collect(report)
    context = {
        "report": report,
        "as_of": date_format(report.as_of, "j F Y"),
        "may_compose": pages.may_compose(report, person(request)),
        "sections": preview.sections(collection),
        "findings": checks.grouped(checks.run(collection)),
    }
    return render(request, "qualityreport/preview.html", context)


@require_POST
def build(request: HttpRequest, pk: int) -> HttpResponse:
    report = _composed(request, pk)
    try:
        version = services.request_build(report=report, actor=person(request))
    except services.BuildStopped as stopped:
        context = pages.detail(report, person(request)) | {
            "stopping": checks.grouped(stopped.findings)
        }
        return render(request, "qualityreport/detail.html", context, status=422)
    return redirect("qualityreport:version", pk, version.number)


@require_GET
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = _version(request, pk, number)
    context = pages.version(found, person(request))
    return render(request, "qualityreport/version.html", context)


@require_GET
def status(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The part of the version page that changes while the report is built."""
    found = _version(request, pk, number)
    context = pages.version(found, person(request))
    response = render(request, "qualityreport/_status.html", context)
    if not context["job"] or not context["job"].is_open:
        # Finished: the whole page is fetched anew, with its findings and files.
        response["HX-Refresh"] = "true"
    return response


@require_POST
def retry(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = _version(request, _composed(request, pk).pk, number)
    if job := services.job_of(found):
        jobs.retry(job=job, actor=person(request))
    return redirect("qualityreport:version", pk, number)


@require_POST
def cancel(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = _version(request, _composed(request, pk).pk, number)
    if job := services.job_of(found):
        jobs.cancel(job=job, actor=person(request))
    return redirect("qualityreport:version", pk, number)


@require_GET
def download(request: HttpRequest, pk: int, number: int) -> FileResponse:
    found = _version(request, pk, number)
    file = get_object_or_404(found.files.all(), format=ReportFile.Format.PDF)
    if not is_stored(file.stored_as):
        raise Http404
    services.record_download(actor=person(request), version=found)
    return stored_file(file.stored_as, file.name, "application/pdf")
