"""What waits in the reports: sections to write, versions to attest or send, failed builds."""

from typing import Any

from django.db.models import F, Max, Prefetch
from django.urls import reverse

from jobs.models import Job
from lib.todo import Todo
from organisation.access import access_of
from organisation.models import Role
from organisation.nearest import holders_of
from qualityreport import attests, wheel
from qualityreport.build import KINDS
from qualityreport.models import (
    Comment,
    Contribution,
    Report,
    ReportVersion,
    Section,
    SectionStatus,
    VersionState,
)

UNFINISHED = (SectionStatus.NOT_STARTED, SectionStatus.DRAFT)


def todo(user: Any) -> list[Todo]:
    return [
        *_contributions(user),
        *_wheel(user),
        *_sections(user),
        *_mentions(user),
        *_to_attest(user),
        *_to_handle(user),
        *_failed_builds(user),
    ]


def _contributions(user: Any) -> list[Todo]:
    """What the units owe a report, for the manager who is nearest; a reminder makes it urgent."""
    written = Contribution.objects.written_by(user).exclude(status=Contribution.Status.SUBMITTED)
    owed = list(written.select_related("report", "unit"))
    holders = holders_of({row.unit_id for row in owed}, [Role.MANAGER])
    return [
        Todo(
            title=f"Lämna underlag: {row.unit}"
            if row.status == Contribution.Status.ASKED
            else f"Komplettera underlaget: {row.unit}",
            url=reverse("qualityreport:contribution", args=[row.report_id, row.pk]),
            due=row.due_on,
            kind="Underlag",
            detail=str(row.report),
            urgent=row.reminded_at is not None or row.status == Contribution.Status.RETURNED,
        )
        for row in owed
        if user in holders.nearest(row.unit_id, Role.MANAGER)
    ]


def _wheel(user: Any) -> list[Todo]:
    """The next date on the way to the board, for those who compose the report."""
    composed = Report.objects.visible_to(user).composed_by(user).filter(meeting_on__isnull=False)
    states = Prefetch("versions", ReportVersion.objects.only("report_id", "state"))
    reports = list(composed.select_related("unit").prefetch_related(states, "contributions"))
    rules = attests.rules_for(reports)
    near = [(report, wheel.coming(report, rules[report.pk])) for report in reports]
    return [
        Todo(
            title=f"{due.title}: {report}",
            url=reverse("qualityreport:detail", args=[report.pk]),
            due=due.on,
            kind="Årshjul",
            detail=report.unit.name,
        )
        for report, due in near
        if due
    ]


def _mentions(user: Any) -> list[Todo]:
    """Comments to the person that nobody has resolved."""
    found = Comment.objects.visible_to(user).open().filter(mentions=user)
    return [
        Todo(
            title=f"Svara {comment.author_name} om ”{comment.section.title}”",
            url=reverse(
                "qualityreport:comments", args=[comment.section.report_id, comment.section.key]
            ),
            due=None,
            kind="Kommentar",
            detail=str(comment.section.report),
        )
        for comment in found.select_related("section__report")
    ]


def _to_attest(user: Any) -> list[Todo]:
    in_review = ReportVersion.objects.visible_to(user).filter(state=VersionState.IN_REVIEW)
    waiting = list(in_review.select_related("report__unit").prefetch_related("attestations"))
    setup = attests.Setup.around({version.report.unit_id for version in waiting})
    return [
        Todo(
            title=f"Attestera {version}",
            url=_page(version),
            due=version.report.meeting_on,
            kind="Rapport",
            detail=version.report.unit.name,
            urgent=True,
        )
        for version in waiting
        if attests.steps_for(user, version, setup)
    ]


def _to_handle(user: Any) -> list[Todo]:
    """The secretary's own: what is to be sent, and whose decision is to be written down."""
    if not access_of(user).has(Role.SECRETARY):
        return []
    open_states = (VersionState.ATTESTED, VersionState.SENT)
    versions = ReportVersion.objects.handled_by(user).filter(state__in=open_states)
    words = {VersionState.ATTESTED: "Expediera", VersionState.SENT: "Registrera beslutet om"}
    return [
        Todo(
            title=f"{words[VersionState(version.state)]} {version}",
            url=_page(version),
            due=version.report.meeting_on,
            kind="Handling",
            detail=version.report.unit.name,
        )
        for version in versions.select_related("report__unit")
    ]


def _page(version: ReportVersion) -> str:
    return reverse("qualityreport:version", args=[version.report_id, version.number])


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
    failed = Job.objects.filter(kind__in=KINDS, state=Job.State.FAILED).values("subject_id")
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
