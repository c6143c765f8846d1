"""One screen each: scope, form, service, redirect."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods
from js_asset import Media

from organisation.access import access_of
from organisation.models import Role
from organisation.views import person, role_required
from qualityreport import acknowledged, checks, hidden, pages, preview, services
from qualityreport.collect import collect
from qualityreport.forms import ReportForm, SectionForm
from qualityreport.models import Report, Section
from qualityreport.querysets import COMPOSERS, READERS
from qualityreport.views.scope import read_report, visible_report

VISITORS = (*READERS, Role.SECRETARY, Role.AUDITOR)


@require_GET
@role_required(*VISITORS)
def report_list(request: HttpRequest) -> HttpResponse:
    reports = Report.objects.visible_to(person(request))
    context = {
        "rows": pages.report_rows(reports),
        "may_compose": access_of(person(request)).has(*COMPOSERS),
        "handles": access_of(person(request)).has(Role.SECRETARY),
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
    report = visible_report(request, pk)
    return render(request, "qualityreport/detail.html", pages.detail(report, person(request)))


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    report = visible_report(request, pk)
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
    report = read_report(request, pk)
    template = "_figures" if request.headers.get("HX-Request") else "figures"
    context = {"report": report, "figures": preview.figures(report)}
    return render(request, f"qualityreport/{template}.html", context)


@require_GET
def hidden_figures(request: HttpRequest, pk: int) -> HttpResponse:
    """What the report does not tell, and why: a page, and the panel of the report's own page."""
    report = read_report(request, pk)
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
    report = read_report(request, pk)
    collection = collect(report)
    context = {
        "report": report,
        "as_of": date_format(report.as_of, "j F Y"),
        "may_compose": pages.may_compose(report, person(request)),
        "sections": preview.sections(collection),
        "judged": acknowledged.judged(report, checks.run(collection)),
    }
    return render(request, "qualityreport/preview.html", context)
