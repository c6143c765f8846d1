"""Utkast → granskas → attesterad: each signature binds the snapshot's hash."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from audit.models import Event
from audit.services import record
from jobs.services import forget, submit
from lib.refusals import Refused
from organisation.models import User
from qualityreport import acknowledged, attests
from qualityreport.attests import Step
from qualityreport.build import CERTIFY
from qualityreport.models import Attestation, ReportVersion, VersionState
from qualityreport.services.files import destroy_files
from qualityreport.services.log import log
from qualityreport.services.versions import locked_version
from qualityreport.snapshot import digest

NOT_BUILT = "Versionen är inte färdigbyggd än. Vänta tills PDF:en finns."


@transaction.atomic
def send_to_attest(*, actor: User, version: ReportVersion) -> None:
    """Raises Refused where a check has not been acknowledged, or another version is out."""
    found = locked_version(version, VersionState.DRAFT)
    if found.snapshot is None or not found.files.exists():
        raise Refused(NOT_BUILT)
    if left := acknowledged.unanswered(found.report, found.snapshot["findings"]):
        raise Refused(
            f"Kvittera först kontrollernas synpunkter: {', '.join(group.title for group in left)}."
        )
    other = found.report.versions.filter(state=VersionState.IN_REVIEW).first()
    if other:
        raise Refused(f"Version {other.number} är redan hos dem som attesterar. Ta tillbaka den.")
    _move(actor, found, VersionState.IN_REVIEW)


@transaction.atomic
def take_back(*, actor: User, version: ReportVersion, because: str) -> None:
    """To a draft again; every signature falls, with the reason on it."""
    found = locked_version(version, VersionState.IN_REVIEW, VersionState.ATTESTED)
    for signed in found.attestations.filter(withdrawn_at__isnull=True):
        _withdraw(actor, signed, because)
    _undo_certificate(found)
    _move(actor, found, VersionState.DRAFT)


@transaction.atomic
def attest(
    *, actor: User, version: ReportVersion, step: Step, seen_hash: str, deputy_for: str = ""
) -> Attestation:
    """`seen_hash` is what stood on the page that was read. Raises Refused."""
    found = locked_version(version, VersionState.IN_REVIEW)
    if step not in attests.steps_for(actor, found):
        raise Refused(
            "Någon annan har redan attesterat i det steget, eller så är det inte din tur."
        )
    if seen_hash != found.snapshot_hash or digest(found.snapshot or {}) != found.snapshot_hash:
        raise Refused("Underlaget är inte det du läste. Öppna versionen på nytt och läs den igen.")
    signed = Attestation.objects.create(
        version=found,
        step=step.title,
        signed_by=actor,
        name=str(actor)[:120],
        post=actor.title,
        deputy_for=deputy_for,
        snapshot_hash=found.snapshot_hash,
    )
    _log_attest(actor, signed, Event.Action.CREATE)
    if attests.is_complete(found):
        _move(actor, found, VersionState.ATTESTED)
        submit(kind=CERTIFY, subject_id=found.pk, actor=actor)
    return signed


@transaction.atomic
def withdraw(*, actor: User, signed: Attestation, because: str) -> None:
    """One's own signature, until the report has left for the board."""
    found = locked_version(signed.version, VersionState.IN_REVIEW, VersionState.ATTESTED)
    signed.refresh_from_db()
    if signed.withdrawn_at:
        raise Refused("Attesten är redan återtagen.")
    _withdraw(actor, signed, because)
    _undo_certificate(found)
    if found.state != VersionState.IN_REVIEW:
        _move(actor, found, VersionState.IN_REVIEW)


def _withdraw(actor: User, signed: Attestation, because: str) -> None:
    signed.withdrawn_at = timezone.now()
    signed.withdrawn_by, signed.withdrawn_because = str(actor)[:120], because
    signed.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    _log_attest(actor, signed, Event.Action.CHANGE)


def _undo_certificate(version: ReportVersion) -> None:
    """The certificate told of a signature that no longer holds."""
    destroy_files(version, attested=True)
    forget(kind=CERTIFY, subject_id=version.pk)


def _move(actor: User, version: ReportVersion, state: VersionState) -> None:
    version.state = state
    version.save(update_fields=["state"])
    log(actor, Event.Action.CHANGE, version, version.report, fields=("state", state.value))


def _log_attest(actor: User, signed: Attestation, action: Event.Action) -> None:
    record(
        actor=actor,
        action=action,
        obj=signed,
        label=f"Attest av {signed.version}",
        unit=signed.version.report.unit,
        detail={"sha256": signed.snapshot_hash, "version": signed.version.pk},
    )
