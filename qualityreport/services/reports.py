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

TAKEN_OVER = ("key", "order", "title", "block", "prompt", "takes_text", "standing")


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
    follows: Report | None = None,
) -> Report:
    """`outline` is a key of OUTLINES; without one, the kind's own default. A report that
    `follows` another takes over its outline and its owners, and none of its words."""
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
    if follows:
        _copy_sections(follows, report)
    else:
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


def _copy_sections(follows: Report, report: Report) -> None:
    """Level by level, as they were arranged. Whoever has left answers for nothing."""
    made: dict[int | None, Section | None] = {None: None}
    waiting = list(follows.sections.select_related("owner"))
    while waiting:
        ready = [old for old in waiting if old.parent_id in made]
        for old in ready:
            made[old.pk] = Section.objects.create(
                report=report,
                parent=made[old.parent_id],
                owner=old.owner if old.owner and old.owner.is_active else None,
                **{name: getattr(old, name) for name in TAKEN_OVER},
            )
        waiting = [old for old in waiting if old.pk not in made]


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
def set_meeting(*, actor: User, report: Report, meeting_on: date | None, thorough: bool) -> None:
    """The day that the year's other dates are counted back from, and how much is checked."""
    report.meeting_on, report.thorough = meeting_on, thorough
    report.save(update_fields=["meeting_on", "thorough"])
    log(actor, Event.Action.CHANGE, report, report, fields=("meeting_on", "thorough"))
