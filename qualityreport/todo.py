"""What waits in the reports: one's own sections, and builds that failed."""

from typing import Any

from django.db.models import F, Max
from django.urls import reverse

from jobs.models import Job
from lib.todo import Todo
from qualityreport.build import BUILD
from qualityreport.models import Report, ReportVersion, Section, SectionStatus

UNFINISHED = (SectionStatus.NOT_STARTED, SectionStatus.DRAFT)


def todo(user: Any) -> list[Todo]:
    return [*_sections(user), *_failed_builds(user)]


def _sections(user: Any) -> list[Todo]:
    owned = Section.objects.owned_by(user).filter(takes_text=True, status__in=UNFINISHED)
    return [
        Todo(
            title=f"Skriv ”{section.title}”",
            url=reverse("qualityreport:section", args=[section.report_id, section.key]),
            due=section.due_on,
            kind="Rapport",
            detail=str(section.report),
        )
        for section in owned.select_related("report")
    ]


def _failed_builds(user: Any) -> list[Todo]:
    """Only the newest version of a report: what was built since has taken care of the others."""
    composed = Report.objects.visible_to(user).composed_by(user)
    failed = Job.objects.filter(kind=BUILD, state=Job.State.FAILED).values("subject_id")
    newest = (
        ReportVersion.objects.filter(report__in=composed, pk__in=failed)
        .annotate(last=Max("report__versions__number"))
        .filter(number=F("last"))
        .select_related("report")
    )
    return [
        Todo(
            title=f"Bygget av {version} misslyckades",
            url=reverse("qualityreport:version", args=[version.report_id, version.number]),
            due=None,
            kind="Rapport",
            urgent=True,
        )
        for version in newest
    ]
