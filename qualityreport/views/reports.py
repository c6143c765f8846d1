"""One screen each: scope, form, service, redirect."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods

from organisation.access import access_of
from organisation.models import Role
from organisation.views import person, role_required
from qualityreport import acknowledged, checks, hidden, pages, preview, services
from qualityreport.collect import collect
from qualityreport.forms import ReportForm
from qualityreport.models import Report
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
