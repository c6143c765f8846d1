"""What the report pages show: rows formatted here, not by filters in the template's loops."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from jobs.models import Job
from jobs.progress import time_left
from lib import richtext
from organisation.models import User
from qualityreport import checks, hidden, improvements, services, wheel
from qualityreport.build import BUILD
from qualityreport.checks import Finding
from qualityreport.collect import collect
from qualityreport.journey import file_rows, files_of
from qualityreport.models import Batch, Report, ReportVersion, SectionStatus, Statement
from qualityreport.querysets import DELIVERED

TONES = {
    SectionStatus.NOT_STARTED: "new",
    SectionStatus.DRAFT: "active",
    SectionStatus.DONE: "done",
    SectionStatus.REVIEWED: "done",
}
JOB_TONES = {
    Job.State.QUEUED: "waiting",
    Job.State.RUNNING: "active",
    Job.State.DONE: "done",
    Job.State.FAILED: "late",
    Job.State.CANCELLED: "muted",
}


def may_compose(report: Report, user: User) -> bool:
    """Within what the person can see: edit any section, build, stop a build."""
    return Report.objects.visible_to(user).composed_by(user).filter(pk=report.pk).exists()


def may_read(report: Report, user: User) -> bool:
    """Read the texts while they are written; whoever only receives the report may not."""
    return Report.objects.visible_to(user).readable_by(user).filter(pk=report.pk).exists()


@dataclass(frozen=True)
class ReportRow:
    url: str
    title: str
    audience: str
    unit: str
    as_of: str
    sections: str
    versions: str


def report_rows(reports: QuerySet[Report]) -> list[ReportRow]:
    written = Q(sections__takes_text=True)
    finished = written & Q(sections__status__in=(SectionStatus.DONE, SectionStatus.REVIEWED))
    rows = reports.select_related("unit").annotate(
        texts=Count("sections", filter=written, distinct=True),
        done=Count("sections", filter=finished, distinct=True),
        newest=Max("versions__number"),
    )
    return [_report_row(report) for report in rows]


def _report_row(report: Any) -> ReportRow:
    return ReportRow(
        url=reverse("qualityreport:detail", args=[report.pk]),
        title=str(report),
        audience=report.get_audience_display(),
        unit=report.unit.name,
        as_of=date_format(report.as_of, "j F Y"),
        sections=f"{report.done} av {report.texts}",
        versions=f"version {report.newest}" if report.newest else "ingen ännu",
    )


@dataclass(frozen=True)
class OutlineRow:
    key: str
    number: str
    depth: int
    title: str
    url: str
    content: str
    status: str
    tone: str
    owner: str
    due: str
    saved: str
    open_comments: int


def detail(report: Report, user: User) -> dict[str, Any]:
    reads = may_read(report, user)
    versions = ReportVersion.objects.visible_to(user).filter(report=report)
    return {
        "report": report,
        "as_of": date_format(report.as_of, "j F Y"),
        "outline": outline(report, user) if reads else [],
        "versions": version_rows(versions),
        "may_read": reads,
        "may_compose": may_compose(report, user),
        "drafts": services.drafts_of(report),
        "is_delivered": versions.filter(state__in=DELIVERED).exists(),
        "wheel": wheel.dates(report) if reads else [],
        "improvements": len(improvements.own(report.pk)),
        "has_statement": Statement.objects.filter(report=report).exists(),
    }


# Checks that tell of something which is not known, and not of something that is wrong.
GAPS = (
    *("indicator_without_outcome", "control_not_carried_out", "review_without_result"),
    *("provider_not_followed_up", "not_judged", "empty_section", "measure_without_effect"),
)


def gaps(report: Report) -> dict[str, Any]:
    """F120: what is missing, and what is known but not told."""
    collection = collect(report)
    missing = [finding for finding in checks.run(collection) if finding.check in GAPS]
    return {
        "missing": checks.grouped(missing),
        "hidden": hidden.rows(collection),
        "rule": hidden.rule(collection.scope.policy),
    }


def outline(report: Report, user: User) -> list[OutlineRow]:
    editable = set(report.sections.editable_by(user).values_list("pk", flat=True))
    unanswered = Count("comments", filter=Q(comments__resolved_at__isnull=True))
    sections = list(report.sections.select_related("owner").annotate(unanswered=unanswered))
    return [
        _outline_row(section, number, section.pk in editable)
        for section, number in _numbered(sections)
    ]


def _numbered(sections: list[Any]) -> Iterable[tuple[Any, str]]:
    def below(parent: int | None, prefix: str) -> Iterable[tuple[Any, str]]:
        children = [section for section in sections if section.parent_id == parent]
        for position, section in enumerate(children, start=1):
            yield section, f"{prefix}{position}"
            yield from below(section.pk, f"{prefix}{position}.")

    return below(None, "")


def _outline_row(section: Any, number: str, editable: bool) -> OutlineRow:
    may_open = editable and section.takes_text
    saved = timezone.localtime(section.saved_at) if section.saved_at else None
    words = len(richtext.plain(section.body).split())
    kinds = [f"{words} ord"] if words else []
    kinds += ["räknas ur registren"] if section.block else []
    return OutlineRow(
        key=section.key,
        number=number,
        depth=number.count(".") + 1,
        title=section.title,
        url=reverse("qualityreport:section", args=[section.report_id, section.key])
        if may_open
        else "",
        content=" · ".join(kinds),
        status=section.get_status_display() if section.takes_text else "",
        tone=TONES[SectionStatus(section.status)],
        owner=str(section.owner or ""),
        due=date_format(section.due_on, "j F Y") if section.due_on else "",
        saved=f"{section.saved_by_name} {date_format(saved, 'j F Y H:i')}" if saved else "",
        open_comments=section.unanswered,
    )


@dataclass(frozen=True)
class VersionRow:
    number: int
    url: str
    created: str
    state: str
    build: str
    tone: str
    file: str
    download_url: str


def version_rows(versions: QuerySet[ReportVersion]) -> list[VersionRow]:
    found = list(versions.prefetch_related("files"))
    jobs = Job.objects.filter(kind=BUILD, subject_id__in=[version.pk for version in found])
    by_version = {job.subject_id: job for job in jobs}
    return [_version_row(version, by_version.get(version.pk)) for version in found]


def _version_row(version: ReportVersion, job: Job | None) -> VersionRow:
    place = [version.report_id, version.number]
    file = next((file for file in files_of(version) if file.format == "pdf"), None)
    return VersionRow(
        number=version.number,
        url=reverse("qualityreport:version", args=place),
        created=date_format(timezone.localtime(version.created_at), "j F Y H:i"),
        state=version.get_state_display(),
        build=job.get_state_display() if job else "",
        tone=JOB_TONES[Job.State(job.state)] if job else "muted",
        file=f"{file.pages} sidor, {filesizeformat(file.size)}" if file else "",
        download_url=reverse("qualityreport:download", args=[*place, "pdf"]) if file else "",
    )


def version(found: ReportVersion, user: User) -> dict[str, Any]:
    """The checks speak to those who write: they name what a report may have to hide."""
    snapshot = found.snapshot or {}
    reads = may_read(found.report, user)
    findings = snapshot.get("findings", []) if reads else []
    return status(found, user) | {
        "findings": [Finding(**finding) for finding in findings],
        "figures": snapshot.get("figures", []),
        "may_read": reads,
    }


def status(found: ReportVersion, user: User) -> dict[str, Any]:
    """The part of a version that changes while its files are made."""
    job = services.job_of(found)
    return {
        "report": found.report,
        "version": found,
        "row": _version_row(found, job),
        "job": job,
        "files": file_rows(found),
        "may_compose": may_compose(found.report, user),
    }


@dataclass(frozen=True)
class BatchRow:
    unit: str
    url: str
    build: str
    tone: str
    error: str
    download_url: str


def batch(found: Batch) -> dict[str, Any]:
    """Each report of the order, and how far all of them have come together."""
    versions = found.versions.select_related("report__unit").prefetch_related("files")
    rows = sorted(versions, key=lambda version: version.report.unit.name)
    jobs = Job.objects.filter(kind=BUILD, subject_id__in=[version.pk for version in rows])
    by_version = {job.subject_id: job for job in jobs}
    states = [job.state for job in by_version.values()]
    share = sum(100 if not job.is_open else job.progress for job in by_version.values())
    return {
        "rows": [_batch_row(version, by_version.get(version.pk)) for version in rows],
        "done": states.count(Job.State.DONE),
        "failed": states.count(Job.State.FAILED) + states.count(Job.State.CANCELLED),
        "open": any(job.is_open for job in by_version.values()),
        "percent": share // max(1, len(by_version)),
        "left": time_left(found.ordered_at, share / max(1, len(by_version))),
    }


def _batch_row(version: ReportVersion, job: Job | None) -> BatchRow:
    row = _version_row(version, job)
    return BatchRow(
        unit=version.report.unit.name,
        url=row.url,
        build=row.build,
        tone=row.tone,
        error=job.error if job else "",
        download_url=row.download_url,
    )
