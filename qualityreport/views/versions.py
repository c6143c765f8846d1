"""A version: its build, its files, and the board's package."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jobs import services as jobs
from lib.refusals import Refused
from lib.stored import is_stored, stored_file
from organisation.models import Role
from organisation.views import person, role_required
from qualityreport import (
    acknowledged,
    checks,
    comparing,
    handled,
    journey,
    package,
    pages,
    services,
)
from qualityreport.collect import collect
from qualityreport.models import ReportVersion
from qualityreport.querysets import COMPOSERS
from qualityreport.snapshot import document
from qualityreport.views.scope import (
    composed_report,
    composed_version,
    handled_version,
    read_report,
    visible_version,
)


@require_POST
def build(request: HttpRequest, pk: int) -> HttpResponse:
    report = composed_report(request, pk)
    reason = request.POST.get("reason", "").strip()[:200]
    try:
        version = services.request_build(report=report, actor=person(request), reason=reason)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("qualityreport:detail", pk)
    except services.BuildStopped as stopped:
        context = pages.detail(report, person(request)) | {
            "stopping": checks.grouped(stopped.findings)
        }
        return render(request, "qualityreport/detail.html", context, status=422)
    return redirect("qualityreport:version", pk, version.number)


@require_GET
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = visible_version(request, pk, number)
    user = person(request)
    context = pages.version(found, user)
    composes = context["may_compose"]
    context |= {
        "stops": journey.stops(found),
        "signatures": journey.signatures(found, user),
        "decisions": journey.decisions(found, user),
        "actions": journey.actions(found, user, composes=composes),
        "judged": acknowledged.judged(found.report, context["findings"]),
    }
    return render(request, "qualityreport/version.html", context)


@require_GET
def status(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The part of the version page that changes while something is built."""
    found = visible_version(request, pk, number)
    context = pages.status(found, person(request))
    response = render(request, "qualityreport/_status.html", context)
    if not context["job"] or not context["job"].is_open:
        # Finished: the whole page is fetched anew, with its findings and files.
        response["HX-Refresh"] = "true"
    return response


@require_POST
def retry(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = composed_version(request, pk, number)
    if job := services.job_of(found):
        jobs.retry(job=job, actor=person(request))
    return redirect("qualityreport:version", pk, number)


@require_POST
def cancel(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = composed_version(request, pk, number)
    if job := services.job_of(found):
        jobs.cancel(job=job, actor=person(request))
    return redirect("qualityreport:version", pk, number)


@require_GET
def download(request: HttpRequest, pk: int, number: int, format: str) -> FileResponse:
    found = visible_version(request, pk, number)
    file = next((file for file in journey.files_of(found) if file.format == format), None)
    if file is None or not is_stored(file.stored_as):
        raise Http404
    services.record_download(actor=person(request), version=found)
    ending = file.stored_as.rpartition(".")[2]
    return stored_file(file.stored_as, file.name, journey.TYPES.get(ending, journey.TYPES["pdf"]))


@require_GET
def board_package(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Everything that goes to the board, under the names of the municipality's rule."""
    found = handled_version(request, pk, number)
    if not all(is_stored(file.stored_as) for file in journey.files_of(found)):
        raise Http404
    services.record_download(actor=person(request), version=found)
    response = HttpResponse(package.zipped(found), content_type="application/zip")
    name = f"handlingar-{pk}-version-{number}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_GET
@role_required(Role.SECRETARY, *COMPOSERS)
def handled_list(request: HttpRequest) -> HttpResponse:
    versions = ReportVersion.objects.handled_by(person(request))
    rows = handled.rows(versions)
    context = {"rows": rows, "being_built": any(row.being_built for row in rows)}
    return render(request, "qualityreport/handled.html", context)


@require_http_methods(["GET", "POST"])
def purge(request: HttpRequest, pk: int) -> HttpResponse:
    """Rensning, when the report has been decided: asked first, with what goes."""
    report = composed_report(request, pk)
    drafts = services.drafts_of(report)
    if request.method == "POST":
        count = services.purge_drafts(actor=person(request), report=report)
        messages.success(request, f"{count} utkast och avsnittens kommentarer är rensade.")
        return redirect("qualityreport:detail", pk)
    return render(request, "qualityreport/purge.html", {"report": report, "drafts": drafts})


@require_GET
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Two versions side by side; without a choice, the two newest."""
    report = read_report(request, pk)
    versions = list(report.versions.filter(snapshot__isnull=False))
    after = _chosen(versions, request.GET.get("till"), 0)
    before = _chosen(versions, request.GET.get("fran"), 1)
    found = (
        comparing.changes(before.snapshot["document"], after.snapshot["document"])
        if before and after and before.snapshot and after.snapshot
        else []
    )
    context = {
        "report": report,
        "versions": versions,
        "before": before,
        "after": after,
        "changes": found,
    }
    return render(request, "qualityreport/compare.html", context)


def _chosen(versions: list[ReportVersion], number: str | None, place: int) -> ReportVersion | None:
    by_number = {str(version.number): version for version in versions}
    found = by_number.get(number or "")
    return found or (versions[place] if len(versions) > place else None)


@require_GET
def since(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What the registers and texts say now that the version did not."""
    found = visible_version(request, pk, number)
    if not pages.may_read(found.report, person(request)) or not found.snapshot:
        raise Http404
    now = document(collect(found.report), found)
    context = {
        "report": found.report,
        "version": found,
        "changes": comparing.changes(found.snapshot["document"], now),
    }
    template = "_since" if request.headers.get("HX-Request") else "since"
    return render(request, f"qualityreport/{template}.html", context)
