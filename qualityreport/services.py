"""What a person does with a report: each action one function, one transaction, one audit entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from audit.models import Event
from audit.services import record
from jobs.models import Job
from jobs.services import submit
from lib import richtext
from organisation.models import SmallNumberPolicy, Unit, User
from qualityreport import checks
from qualityreport.build import BUILD
from qualityreport.checks import Finding
from qualityreport.collect import collect
from qualityreport.models import Report, ReportVersion, Section, StandingText
from qualityreport.outlines import DEFAULT_OUTLINE, OUTLINES, Node


class StaleSection(Exception):
    """Somebody else saved first; `stored` is what stands in the register now."""

    def __init__(self, stored: Section) -> None:
        super().__init__(f"saved by {stored.saved_by_name}")
        self.stored = stored


class StaleStandingText(Exception):
    """As StaleSection, of a standing text."""

    def __init__(self, stored: StandingText) -> None:
        super().__init__(f"saved by {stored.saved_by_name}")
        self.stored = stored


class BuildStopped(Exception):
    """There are findings that no version may be built over."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


@transaction.atomic
def create_report(
    *,
    actor: User | None,
    kind: str,
    year: int,
    unit: Unit,
    as_of: date,
    subtitle: str = "",
    diary_number: str = "",
    audience: str = SmallNumberPolicy.Audience.PUBLIC,
    outline: str = "",
) -> Report:
    """`outline` is a key of OUTLINES; without one, the kind's own default."""
    report = Report.objects.create(
        kind=kind,
        year=year,
        unit=unit,
        as_of=as_of,
        subtitle=subtitle,
        diary_number=diary_number,
        audience=audience,
        created_by=actor,
    )
    _add_sections(report, OUTLINES[outline or DEFAULT_OUTLINE[kind]].nodes)
    _record(actor, Event.Action.CREATE, report, report)
    return report


def _add_sections(report: Report, nodes: Sequence[Node]) -> None:
    """Level by level: a section needs its parent's id."""
    level: list[tuple[int, Node, Section | None]] = [(*place, None) for place in enumerate(nodes)]
    while level:
        made = Section.objects.bulk_create(
            _section(report, node, order, parent) for order, node, parent in level
        )
        level = [
            (order, child, section)
            for (_, node, _), section in zip(level, made, strict=True)
            for order, child in enumerate(node.children)
        ]


def _section(report: Report, node: Node, order: int, parent: Section | None) -> Section:
    return Section(
        report=report,
        parent=parent,
        key=node.key,
        order=order,
        title=node.title,
        block=node.block,
        prompt=node.prompt,
        takes_text=node.takes_text,
        standing=node.standing,
    )


@transaction.atomic
def save_section(
    *, actor: User | None, section_id: int, version: int, body: str, status: str
) -> Section:
    """Raises StaleSection where another person has saved since `version` was read."""
    saved = Section.objects.filter(pk=section_id, version=version).update(
        body=richtext.clean(body),
        status=status,
        version=F("version") + 1,
        saved_by_name=str(actor or "")[:120],
        saved_at=timezone.now(),
    )
    section = Section.objects.select_related("report__unit").get(pk=section_id)
    if not saved:
        raise StaleSection(section)
    _record(actor, Event.Action.CHANGE, section, section.report, fields=("body", "status"))
    return section


@transaction.atomic
def create_standing_text(
    *, actor: User | None, unit: Unit, key: str, first_year: int, body: str
) -> StandingText:
    text = StandingText.objects.create(
        unit=unit,
        key=key,
        first_year=first_year,
        body=richtext.clean(body),
        saved_by_name=str(actor or "")[:120],
    )
    record(actor=actor, action=Event.Action.CREATE, obj=text, label=str(text), unit=unit)
    return text


@transaction.atomic
def save_standing_text(*, actor: User | None, pk: int, version: int, body: str) -> StandingText:
    """Raises StaleStandingText where another person has saved since `version` was read."""
    saved = StandingText.objects.filter(pk=pk, version=version).update(
        body=richtext.clean(body),
        version=F("version") + 1,
        saved_by_name=str(actor or "")[:120],
        saved_at=timezone.now(),
    )
    text = StandingText.objects.select_related("unit").get(pk=pk)
    if not saved:
        raise StaleStandingText(text)
    record(
        actor=actor,
        action=Event.Action.CHANGE,
        obj=text,
        label=str(text),
        unit=text.unit,
        detail={"fields": ["body"]},
    )
    return text


def request_build(*, report: Report, actor: User | None, reason: str = "") -> ReportVersion:
    """A new version and its job; while one is being built, that one. Raises BuildStopped."""
    with transaction.atomic():
        # The report's row is the queue: two clicks at once meet here.
        Report.objects.select_for_update().get(pk=report.pk)
        if waiting := _being_built(report):
            return waiting
        stopping = checks.stopping(checks.run(collect(report)))
        if stopping:
            raise BuildStopped(stopping)
        version = ReportVersion.objects.create(
            report=report, number=_next_number(report), reason=reason, requested_by=actor
        )
        submit(kind=BUILD, subject_id=version.pk, actor=actor)
        _record(actor, Event.Action.CREATE, version, report)
    return version


def _next_number(report: Report) -> int:
    return (report.versions.aggregate(last=Max("number"))["last"] or 0) + 1


def _being_built(report: Report) -> ReportVersion | None:
    open_jobs = Job.objects.open().filter(kind=BUILD).values("subject_id")
    return report.versions.filter(pk__in=open_jobs).first()


def job_of(version: ReportVersion) -> Job | None:
    return Job.objects.filter(kind=BUILD, subject_id=version.pk).first()


def record_download(*, actor: User, version: ReportVersion) -> None:
    _record(actor, Event.Action.DOWNLOAD, version, version.report)


def _record(
    actor: User | None, action: Event.Action, obj: Any, report: Report, fields: Sequence[str] = ()
) -> None:
    record(
        actor=actor,
        action=action,
        obj=obj,
        label=str(obj),
        unit=report.unit,
        detail={"fields": list(fields)} if fields else None,
    )
