"""A version's way from draft to published, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from measures.owners import linked_measures
from organisation.models import User
from qualityreport import attests
from qualityreport.models import (
    Attestation,
    BoardDecision,
    ReportFile,
    ReportVersion,
    VersionState,
)
from qualityreport.querysets import DELIVERED

STATES = list(VersionState)
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}
ABOUT = {
    ReportFile.Format.PDF: "PDF/A-3a och PDF/UA-1, med tabellerna som CSV",
    ReportFile.Format.WEB: "En webbsida i en fil, för skärmläsare och mobil",
    ReportFile.Format.WORD: "För den som ska arbeta vidare i Word",
    ReportFile.Format.STATEMENT: "PDF/A-3a och PDF/UA-1",
    ReportFile.Format.DECISION: "PDF/A-3a och PDF/UA-1",
}


@dataclass(frozen=True)
class Stop:
    """One state on the way: reached, the present one, or to come."""

    title: str
    reached: bool
    present: bool
    said: str


def stops(version: ReportVersion) -> list[Stop]:
    now = STATES.index(VersionState(version.state))
    said = _said(version)
    return [
        Stop(state.label, place <= now, place == now, said.get(state, ""))
        for place, state in enumerate(STATES)
    ]


def _said(version: ReportVersion) -> dict[str, str]:
    days = {VersionState.SENT: version.sent_on, VersionState.PUBLISHED: version.published_on}
    said: dict[str, str] = {state: date_format(day, "j F Y") for state, day in days.items() if day}
    if decision := version.decisions.last():
        said[VersionState.DECIDED] = (
            f"{decision.get_outcome_display()}, § {decision.paragraph}, "
            f"{date_format(decision.decided_on, 'j F Y')}"
        )
    return said


@dataclass(frozen=True)
class Signature:
    step: str
    said: str
    tone: str
    status: str
    withdraw_url: str = ""


def signatures(version: ReportVersion, user: User) -> list[Signature]:
    """Each step with who has signed it, and below them what has been withdrawn and why."""
    if version.state == VersionState.DRAFT:
        return [_withdrawn(row) for row in version.attestations.filter(withdrawn_at__isnull=False)]
    rows = [_signature(standing, version, user) for standing in attests.standings(version)]
    gone = version.attestations.filter(withdrawn_at__isnull=False)
    return [*rows, *(_withdrawn(row) for row in gone)]


def _signature(standing: attests.Standing, version: ReportVersion, user: User) -> Signature:
    signed = standing.signed
    if signed is None:
        status = "Väntar på attest" if standing.is_open else "Väntar på tidigare attest"
        tone = "waiting" if standing.is_open else "muted"
        return Signature(standing.step.title, "", tone, status)
    may_withdraw = signed.signed_by_id == user.pk and version.state in (
        VersionState.IN_REVIEW,
        VersionState.ATTESTED,
    )
    place = [version.report_id, version.number, signed.pk]
    url = reverse("qualityreport:withdraw", args=place) if may_withdraw else ""
    return Signature(standing.step.title, _who(signed), "done", "Attesterad", url)


def _who(signed: Attestation) -> str:
    at = date_format(timezone.localtime(signed.signed_at), "j F Y H:i")
    deputy = f" (ersättare för {signed.deputy_for})" if signed.deputy_for else ""
    return f"{', '.join(filter(None, (signed.name, signed.post)))}{deputy}, {at}"


def _withdrawn(row: Attestation) -> Signature:
    at = date_format(timezone.localtime(row.withdrawn_at), "j F Y H:i") if row.withdrawn_at else ""
    said = f"{_who(row)}. Återtagen av {row.withdrawn_by} {at}: {row.withdrawn_because}"
    return Signature(row.step, said, "late", "Återtagen")


@dataclass(frozen=True)
class FileRow:
    title: str
    about: str
    url: str
    size: str
    sha256: str
    is_main: bool


def files_of(version: ReportVersion) -> list[ReportFile]:
    """One of each format. What has been attested is read with its attest list or not at all."""
    delivered = version.state in DELIVERED
    newest: dict[str, ReportFile] = {}
    for file in sorted(version.files.all(), key=lambda file: (file.attested, file.pk)):
        if file.attested or not delivered or file.format == ReportFile.Format.DECISION:
            newest[file.format] = file
    return [newest[format] for format in ReportFile.Format if format in newest]


def file_rows(version: ReportVersion) -> list[FileRow]:
    return [_file_row(version, file) for file in files_of(version)]


def _file_row(version: ReportVersion, file: ReportFile) -> FileRow:
    pages = f"{file.pages} sidor, " if file.pages > 1 else "1 sida, " if file.pages else ""
    return FileRow(
        title=file.get_format_display(),
        about=ABOUT[ReportFile.Format(file.format)],
        url=reverse(
            "qualityreport:download", args=[version.report_id, version.number, file.format]
        ),
        size=f"{pages}{filesizeformat(file.size)}",
        sha256=file.sha256,
        is_main=file.format == ReportFile.Format.PDF,
    )


@dataclass(frozen=True)
class DecisionRow:
    pk: int
    title: str
    words: str
    measures: Iterable[Any]


def decisions(version: ReportVersion, user: User) -> list[DecisionRow]:
    return [_decision_row(row, user) for row in version.decisions.prefetch_related("measures")]


def _decision_row(row: BoardDecision, user: User) -> DecisionRow:
    on = date_format(row.decided_on, "j F Y")
    title = f"{row.get_outcome_display()}, § {row.paragraph}, {on}"
    return DecisionRow(row.pk, title, row.words, linked_measures(row, user))


@dataclass(frozen=True)
class Actions:
    """What this person can do with the version now."""

    send_to_attest: bool = False
    take_back: bool = False
    attest: bool = False
    send: bool = False
    decide: bool = False
    publish: bool = False
    handles: bool = False


def actions(version: ReportVersion, user: User, *, composes: bool) -> Actions:
    state = version.state
    handles = ReportVersion.objects.handled_by(user).filter(pk=version.pk).exists()
    built = bool(version.snapshot_hash) and version.files.exists()
    decided = version.decisions.last()
    remitted = decided is not None and decided.outcome == BoardDecision.Outcome.REMITTED
    return Actions(
        send_to_attest=composes and built and state == VersionState.DRAFT,
        take_back=composes and state in (VersionState.IN_REVIEW, VersionState.ATTESTED),
        attest=state == VersionState.IN_REVIEW and bool(attests.steps_for(user, version)),
        send=handles and state == VersionState.ATTESTED,
        decide=handles and state == VersionState.SENT,
        publish=handles and state == VersionState.DECIDED and not remitted,
        handles=handles,
    )
