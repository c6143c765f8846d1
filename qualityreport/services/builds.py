"""Versions: asked for once, built by Celery, and downloaded on the record."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from audit.models import Event
from jobs.models import Job
from jobs.services import submit
from lib.refusals import Refused
from organisation.models import User
from qualityreport import checks
from qualityreport.build import BUILD, KINDS
from qualityreport.checks import Finding
from qualityreport.collect import collect
from qualityreport.models import Report, ReportVersion
from qualityreport.querysets import DELIVERED
from qualityreport.services.log import log


class BuildStopped(Exception):
    """There are findings that no version may be built over."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def request_build(*, report: Report, actor: User | None, reason: str = "") -> ReportVersion:
    """A new version and its job; while one is being built, that one. Raises BuildStopped."""
    with transaction.atomic():
        # The report's row is the queue: two clicks at once meet here.
        Report.objects.select_for_update().get(pk=report.pk)
        if waiting := being_built(report):
            return waiting
        if _is_delivered(report) and not reason:
            raise Refused("Skriv skälet till rättelsen: det trycks i den nya versionen.", "reason")
        stopping = checks.stopping(checks.run(collect(report)))
        if stopping:
            raise BuildStopped(stopping)
        version = ReportVersion.objects.create(
            report=report, number=next_number(report), reason=reason, requested_by=actor
        )
        submit(kind=BUILD, subject_id=version.pk, actor=actor)
        log(actor, Event.Action.CREATE, version, report)
    return version


def _is_delivered(report: Report) -> bool:
    return report.versions.filter(state__in=DELIVERED).exists()


def next_number(report: Report) -> int:
    return (report.versions.aggregate(last=Max("number"))["last"] or 0) + 1


def being_built(report: Report) -> ReportVersion | None:
    open_jobs = Job.objects.open().filter(kind=BUILD).values("subject_id")
    return report.versions.filter(pk__in=open_jobs).first()


def job_of(version: ReportVersion) -> Job | None:
    """What is being made of the version now, or was made last."""
    return Job.objects.filter(kind__in=KINDS, subject_id=version.pk).order_by("pk").last()


def record_download(*, actor: User, version: ReportVersion) -> None:
    log(actor, Event.Action.DOWNLOAD, version, version.report)
