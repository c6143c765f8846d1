"""Making a report: its outline is copied to rows that the municipality can rearrange."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from audit.models import Event
from organisation.models import SmallNumberPolicy, Unit, User
from qualityreport.models import Report, Section
from qualityreport.outlines import DEFAULT_OUTLINE, OUTLINES, Node
from qualityreport.services.log import log


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
    log(actor, Event.Action.CREATE, report, report)
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
