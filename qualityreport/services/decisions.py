"""Attesterad → expedierad → behandlad → publicerad, and what the board wants done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.models import Event
from jobs.services import forget, submit
from lib.refusals import Refused
from measures.models import Measure
from measures.services import create_measure
from organisation.models import User
from qualityreport.build import BUILD, DECISION_SHEET
from qualityreport.models import BoardDecision, Comment, Report, ReportVersion, VersionState
from qualityreport.services.files import destroy_files
from qualityreport.services.log import log
from qualityreport.services.versions import locked_version


@transaction.atomic
def send_to_board(
    *, actor: User, version: ReportVersion, sent_on: date, meeting_on: date, diary_number: str
) -> None:
    """With the summons: the day, the meeting it is for, and the diary number. Raises Refused."""
    found = locked_version(version, VersionState.ATTESTED)
    if not found.files.filter(attested=True).exists():
        raise Refused("Den attesterade PDF:en byggs fortfarande. Vänta tills den finns.")
    _in_order(found, sent_on, meeting_on)
    _set_meeting(found.report, meeting_on, diary_number)
    found.sent_on, found.state = sent_on, VersionState.SENT
    found.save(update_fields=["sent_on", "state"])
    log(actor, Event.Action.CHANGE, found, found.report, fields=("state", "sent_on"))


def _in_order(version: ReportVersion, sent_on: date, meeting_on: date) -> None:
    last = version.attestations.filter(withdrawn_at__isnull=True).latest("signed_at").signed_at
    attested_on = timezone.localtime(last).date()
    if sent_on < attested_on:
        raise Refused(f"Rapporten attesterades {attested_on:%Y-%m-%d}.", "sent_on")
    if meeting_on < sent_on:
        raise Refused("Sammanträdet kan inte ligga före kallelsen.", "meeting_on")


def _set_meeting(report: Report, meeting_on: date, diary_number: str) -> None:
    report.meeting_on, report.diary_number = meeting_on, diary_number
    report.save(update_fields=["meeting_on", "diary_number"])


@transaction.atomic
def decide(
    *,
    actor: User,
    version: ReportVersion,
    outcome: str,
    decided_on: date,
    paragraph: int,
    words: str = "",
    next_meeting_on: date | None = None,
) -> BoardDecision:
    """What was tabled waits, sent, for the next meeting. Raises Refused."""
    found = locked_version(version, VersionState.SENT)
    if found.sent_on and decided_on < found.sent_on:
        raise Refused(f"Rapporten expedierades {found.sent_on:%Y-%m-%d}.", "decided_on")
    if found.decisions.filter(decided_on=decided_on).exists():
        raise Refused("Beslutet från det sammanträdet är redan registrerat.", "decided_on")
    decision = BoardDecision.objects.create(
        version=found,
        outcome=outcome,
        decided_on=decided_on,
        paragraph=paragraph,
        words=words,
        recorded_by_name=str(actor)[:120],
    )
    if decision.is_final:
        found.state = VersionState.DECIDED
        found.save(update_fields=["state"])
        submit(kind=DECISION_SHEET, subject_id=found.pk, actor=actor)
    elif next_meeting_on:
        _set_meeting(found.report, next_meeting_on, found.report.diary_number)
    log(actor, Event.Action.CREATE, decision, found.report)
    return decision


@transaction.atomic
def publish(*, actor: User, version: ReportVersion, published_on: date, address: str) -> None:
    found = locked_version(version, VersionState.DECIDED)
    decided = found.decisions.last()
    if decided is None or decided.outcome == BoardDecision.Outcome.REMITTED:
        raise Refused("Det som nämnden har återremitterat publiceras inte. Bygg en ny version.")
    if published_on < decided.decided_on:
        raise Refused(f"Nämnden beslutade {decided.decided_on:%Y-%m-%d}.", "published_on")
    found.published_on, found.published_at = published_on, address
    found.state = VersionState.PUBLISHED
    found.save(update_fields=["published_on", "published_at", "state"])
    log(actor, Event.Action.CHANGE, found, found.report, fields=("state", "published_on"))


@transaction.atomic
def add_measure(*, actor: User | None, owner: BoardDecision, **fields: Any) -> Measure:
    return _link(actor, owner, create_measure(actor=actor, origin="nämndbeslut", **fields))


@transaction.atomic
def link_measure(*, actor: User | None, owner: BoardDecision, measure: Measure) -> Measure:
    return _link(actor, owner, measure)


@transaction.atomic
def unlink_measure(*, actor: User | None, owner: BoardDecision, measure: Measure) -> None:
    owner.measures.remove(measure)
    log(actor, Event.Action.CHANGE, owner, owner.version.report, fields=("measures",))


def _link(actor: User | None, owner: BoardDecision, measure: Measure) -> Measure:
    owner.measures.add(measure)
    log(actor, Event.Action.CHANGE, owner, owner.version.report, fields=("measures",))
    return measure


def drafts_of(report: Report) -> list[ReportVersion]:
    """What can be purged: versions that nobody has attested, when another has been decided on."""
    decided = (VersionState.DECIDED, VersionState.PUBLISHED)
    if not report.versions.filter(state__in=decided).exists():
        return []
    drafts = report.versions.filter(state=VersionState.DRAFT, attestations__isnull=True)
    return list(drafts.prefetch_related("files"))


@transaction.atomic
def purge_drafts(*, actor: User, report: Report) -> int:
    """Rensning: drafts of no lasting value, their files and what was said of the sections."""
    drafts = drafts_of(report)
    for version in drafts:
        log(actor, Event.Action.DELETE, version, report)
        destroy_files(version)
        forget(kind=BUILD, subject_id=version.pk)
        version.delete()
    Comment.objects.filter(section__report=report).delete()
    log(actor, Event.Action.DELETE, report, report, fields=("drafts", "comments"))
    return len(drafts)
