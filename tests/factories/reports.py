from datetime import date

from organisation.models import Unit
from qualityreport.models import Report, ReportKind, StandingText
from qualityreport.services import create_report, create_standing_text, save_section


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
