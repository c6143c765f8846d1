"""Nämndens handlingar: what a secretary receives, from attest to publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format

from jobs.models import Job
from qualityreport.build import CERTIFY
from qualityreport.journey import FileRow, file_rows
from qualityreport.models import ReportVersion, VersionState

# What is to be done next, in the words of the one who does it.
NEXT = {
    VersionState.ATTESTED: ("Expediera med kallelsen", "send"),
    VersionState.SENT: ("Registrera beslutet", "decide"),
    VersionState.DECIDED: ("Publicera", "publish"),
}
BEING_BUILT = "Filerna med attestlista byggs. Sidan visar dem när de är klara."
NOT_BUILT = "Filerna kunde inte byggas. Kvalitetssamordnaren ser felet och kan försöka igen."
TONES = {
    VersionState.ATTESTED: "waiting",
    VersionState.SENT: "active",
    VersionState.DECIDED: "active",
    VersionState.PUBLISHED: "done",
}


@dataclass(frozen=True)
class HandledRow:
    title: str
    unit: str
    url: str
    state: str
    tone: str
    diary_number: str
    meeting: str
    files: list[FileRow]
    missing: str
    being_built: bool
    package_url: str
    next_title: str
    next_url: str


def rows(versions: QuerySet[ReportVersion]) -> list[HandledRow]:
    found: Any = versions.select_related("report__unit").prefetch_related("files", "decisions")
    listed = list(found.order_by("-report__meeting_on", "-pk"))
    jobs = Job.objects.open().filter(kind=CERTIFY, subject_id__in=[one.pk for one in listed])
    being_built = set(jobs.values_list("subject_id", flat=True))
    return [_row(version, version.pk in being_built) for version in listed]


def _row(version: ReportVersion, being_built: bool) -> HandledRow:
    report, place = version.report, [version.report_id, version.number]
    title, name = NEXT.get(VersionState(version.state), ("", ""))
    if any(row.outcome == row.Outcome.REMITTED for row in version.decisions.all()):
        title, name = "", ""
    files = file_rows(version)
    if not files:
        title, name = "", ""
    return HandledRow(
        title=str(version),
        unit=report.unit.name,
        url=reverse("qualityreport:version", args=place),
        state=version.get_state_display(),
        tone=TONES[VersionState(version.state)],
        diary_number=report.diary_number,
        meeting=date_format(report.meeting_on, "j F Y") if report.meeting_on else "",
        files=files,
        missing="" if files else BEING_BUILT if being_built else NOT_BUILT,
        being_built=being_built,
        package_url=reverse("qualityreport:package", args=place),
        next_title=title,
        next_url=reverse(f"qualityreport:{name}", args=place) if name else "",
    )
