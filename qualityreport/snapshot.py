"""The frozen report: plain JSON. From here on nothing reads the registers."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from organisation.models import Unit, UnitClosure
from qualityreport import letters
from qualityreport.checks import Finding
from qualityreport.collect import Collection, printed_sections
from qualityreport.comparing import MOST_ROWS, as_lines, changes
from qualityreport.models import Attestation, Report, ReportVersion, VersionState
from qualityreport.querysets import DELIVERED

Snapshot = dict[str, Any]


def freeze(collection: Collection, findings: list[Finding], version: ReportVersion) -> Snapshot:
    printed = document(collection, version)
    if correction := _correction(version, printed):
        printed["correction"] = correction
    return {
        "document": printed,
        "statement": letters.statement(collection, printed),
        "figures": [asdict(figure) for figure in collection.figures],
        "findings": [asdict(finding) for finding in findings],
    }


def _correction(version: ReportVersion, printed: dict[str, Any]) -> dict[str, Any]:
    """What differs from the version that was last delivered, when this one corrects it."""
    before = (
        version.report.versions.filter(state__in=DELIVERED, number__lt=version.number)
        .order_by("-number")
        .first()
    )
    if not version.reason or before is None or not before.snapshot:
        return {}
    found = changes(before.snapshot["document"], printed)
    return {
        "reason": version.reason,
        "of": f"version {before.number}",
        "changes": as_lines(found),
        "more": max(0, len(found) - MOST_ROWS),
    }


def digest(snapshot: Snapshot) -> str:
    """SHA-256 of the snapshot written in one way only."""
    canonical = json.dumps(snapshot, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def document(collection: Collection, version: ReportVersion) -> dict[str, Any]:
    report = collection.report
    created = timezone.localtime(version.created_at)
    requested_by = version.requested_by
    return {
        **_owners(report),
        "kind_title": report.get_kind_display(),
        "year": report.year,
        "subtitle": report.subtitle,
        "diary_number": report.diary_number,
        "as_of": report.as_of.isoformat(),
        "as_of_text": date_format(report.as_of, "j F Y"),
        "version": version.number,
        "state_text": version.get_state_display(),
        "created": created.isoformat(timespec="seconds"),
        "created_text": date_format(created, "j F Y"),
        "author": str(requested_by) if requested_by else "",
        "sections": printed_sections(collection),
    }


def _owners(report: Report) -> dict[str, str]:
    above = Unit.objects.filter(
        pk__in=UnitClosure.objects.filter(descendant=report.unit).values("ancestor_id")
    )
    by_level = {unit.level: unit.name for unit in above}
    return {
        "municipality": by_level.get(Unit.Level.MUNICIPALITY, ""),
        "board": by_level.get(Unit.Level.BOARD, ""),
        "unit": report.unit.name,
    }


def certified(version: ReportVersion) -> Snapshot:
    """The snapshot with its attest list: nothing else in it differs."""
    snapshot: Snapshot = version.snapshot or {}
    signed = version.attestations.filter(withdrawn_at__isnull=True)
    added = {
        "state_text": VersionState.ATTESTED.label,
        "attests": [_signed(row) for row in signed],
        "snapshot_hash": version.snapshot_hash,
    }
    letter = snapshot.get("statement")
    return {
        **snapshot,
        "document": {**snapshot["document"], **added},
        "statement": {**letter, **added} if letter else None,
    }


def _signed(row: Attestation) -> dict[str, str]:
    at = timezone.localtime(row.signed_at)
    who = ", ".join(filter(None, (row.name, row.post)))
    deputy = f" (ersättare för {row.deputy_for})" if row.deputy_for else ""
    return {
        "step": row.step,
        "who": f"{who}{deputy}",
        "on": date_format(at, "j F Y H:i"),
        "sentence": f"{row.step}: {who}{deputy}, {date_format(at, 'j F Y H:i')}",
    }


def decided(version: ReportVersion) -> dict[str, Any]:
    """What stands on the decision sheet, with the hash of the file that was decided on."""
    file = version.files.filter(format="pdf", attested=True).first()
    return letters.decision_sheet(version, _owners(version.report), file.sha256 if file else "")
