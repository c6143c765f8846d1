"""The frozen report: plain JSON. From here on nothing reads the registers."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from organisation.models import Unit, UnitClosure
from qualityreport.checks import Finding
from qualityreport.collect import Collection, printed_sections
from qualityreport.models import Report, ReportVersion

Snapshot = dict[str, Any]


def freeze(collection: Collection, findings: list[Finding], version: ReportVersion) -> Snapshot:
    return {
        "document": document(collection, version),
        "figures": [asdict(figure) for figure in collection.figures],
        "findings": [asdict(finding) for finding in findings],
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
