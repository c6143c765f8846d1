from datetime import date

from django.core.files.base import ContentFile

from lib.stored import store
from organisation.models import Unit
from qualityreport.checks import Finding
from qualityreport.collect import collect
from qualityreport.models import (
    Report,
    ReportFile,
    ReportKind,
    ReportVersion,
    StandingText,
    VersionState,
)
from qualityreport.services import create_report, create_standing_text, save_section
from qualityreport.snapshot import digest, freeze


def make_report(
    unit: Unit,
    year: int = 2023,
    *,
    kind: str = ReportKind.QUALITY_REPORT,
    as_of: date | None = None,
    audience: str = "public",
) -> Report:
    return create_report(
        actor=None,
        kind=kind,
        year=year,
        unit=unit,
        as_of=as_of or date(year, 12, 31),
        subtitle="För barn, unga och vuxna",
        audience=audience,
    )


def make_standing_text(
    unit: Unit, key: str = "syfte", first_year: int = 2020, body: str = "<p>Lagen kräver det.</p>"
) -> StandingText:
    return create_standing_text(actor=None, unit=unit, key=key, first_year=first_year, body=body)


def write(report: Report, key: str, body: str) -> None:
    section = report.sections.get(key=key)
    save_section(
        actor=None, section_id=section.pk, version=section.version, body=body, status="draft"
    )


def make_version(
    report: Report, state: str = VersionState.DRAFT, *findings: Finding, reason: str = ""
) -> ReportVersion:
    """Frozen as the registers stand, with a file that was not rendered for it."""
    number = report.versions.count() + 1
    version = ReportVersion.objects.create(report=report, number=number, state=state, reason=reason)
    version.snapshot = freeze(collect(report), list(findings), version)
    version.snapshot_hash = digest(version.snapshot)
    version.save()
    make_file(version)
    return version


def make_file(
    version: ReportVersion, format: str = ReportFile.Format.PDF, *, attested: bool = False
) -> ReportFile:
    content = f"%PDF-1.7 {version.pk} {format} {attested}".encode()
    stored = store("reports", ContentFile(content), ".pdf")
    return ReportFile.objects.create(
        version=version,
        format=format,
        attested=attested,
        name=f"{format}.pdf",
        stored_as=stored.name,
        sha256=stored.sha256,
        size=stored.size,
        pages=1,
    )
