"""Reports ready to build: the whole ifo 2023 with its plan, and children and young people 2021."""

from collections.abc import Mapping
from datetime import date, datetime, time

from django.utils import timezone

from demo.texts import plan2023, y2021, y2023
from lib import richtext
from organisation.models import Role, Unit, User
from qualityreport.models import (
    AttestStep,
    Report,
    ReportKind,
    ReportRules,
    Section,
    SectionStatus,
)
from qualityreport.services import create_report


def load_reports(units: Mapping[str, Unit], people: Mapping[str, User]) -> None:
    load_report_rules(units)
    author = people["karin"]
    whole = create_report(
        actor=author,
        kind=ReportKind.QUALITY_REPORT,
        year=2023,
        unit=units["ifo"],
        as_of=date(2023, 12, 31),
        subtitle="För barn, unga och vuxna inom individ- och familjeomsorgen",
        diary_number="SN 2024/0117",
    )
    children = create_report(
        actor=author,
        kind=ReportKind.QUALITY_REPORT,
        year=2021,
        unit=units["barn"],
        as_of=date(2021, 12, 31),
        subtitle="Barn och unga",
        outline="kort",
        diary_number="SN 2022/0094",
    )
    plan = create_report(
        actor=author,
        kind=ReportKind.PLAN,
        year=2023,
        unit=units["ifo"],
        as_of=date(2023, 1, 31),
        subtitle="Risker, egenkontroller och åtgärder process för process",
        diary_number="SN 2023/0041",
    )
    write(plan, plan2023.TEXTS, author, date(2023, 1, 30))
    write(whole, y2023.TEXTS, author, date(2024, 2, 12))
    write(children, y2021.TEXTS, author, date(2022, 2, 14))


def load_report_rules(units: Mapping[str, Unit]) -> None:
    """The head of the operation attests first, and then the director."""
    board = units["socialnamnden"]
    ReportRules.objects.create(unit=board)
    AttestStep.objects.create(unit=board, order=1, title="Verksamhetschef", role=Role.DECIDER)
    AttestStep.objects.create(
        unit=board,
        order=2,
        title="Socialdirektör",
        role=Role.DECIDER,
        level=Unit.Level.BOARD,
    )


def write(report: Report, texts: Mapping[str, str], author: User, on: date) -> None:
    """All sections in one statement: the log tells of the loading once, not of every section."""
    sections = list(report.sections.filter(takes_text=True))
    for section in sections:
        section.body = richtext.clean(" ".join(texts[section.key].split()))
        section.status = SectionStatus.DONE
        section.saved_by_name = str(author)
        section.saved_at = timezone.make_aware(datetime.combine(on, time(10)))
    Section.objects.bulk_update(sections, ["body", "status", "saved_by_name", "saved_at"])
