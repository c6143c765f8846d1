"""What the checks say now, and that somebody stands by it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from lib.refusals import Refused
from organisation.views import person
from qualityreport import acknowledged, checks, pages, services
from qualityreport.checks import Finding
from qualityreport.collect import collect
from qualityreport.models import Report
from qualityreport.views.scope import composed_report, read_report

LONGEST_MOTIVE = 300


@require_GET
def findings(request: HttpRequest, pk: int) -> HttpResponse:
    """A page, and the panel of the report's own page."""
    report = read_report(request, pk)
    template = "_found" if request.headers.get("HX-Request") else "findings"
    context = {
        "report": report,
        "may_compose": pages.may_compose(report, person(request)),
        "judged": acknowledged.judged(report, checks.run(collect(report))),
    }
    return render(request, f"qualityreport/{template}.html", context)


@require_POST
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Of a version's frozen findings when it is done there, else of what is said now."""
    report = composed_report(request, pk)
    number = request.POST.get("version", "")
    try:
        services.acknowledge(
            actor=person(request),
            report=report,
            check=request.POST.get("check", "")[:60],
            findings=_of_version(report, number) if number else checks.run(collect(report)),
            motive=request.POST.get("motive", "").strip()[:LONGEST_MOTIVE],
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Kvitterat. Kontrollen frågar igen om det den säger ändras.")
    if number:
        return redirect("qualityreport:version", pk, number)
    return redirect("qualityreport:findings", pk)


def _of_version(report: Report, number: str) -> list[Finding]:
    known = int(number) if number.isdecimal() and len(number) < 6 else 0
    version = get_object_or_404(report.versions.all(), number=known)
    return [Finding(**finding) for finding in (version.snapshot or {}).get("findings", [])]
