"""Underlag: asked for, sent in, returned with a question, and drawn into the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape

from audit.models import Event
from lib import richtext
from lib.refusals import Refused
from lib.versions import locked, write
from organisation.models import Unit, User
from qualityreport.models import Contribution, Report, Section, SectionStatus
from qualityreport.services.log import log

Status = Contribution.Status


@transaction.atomic
def ask_for_contributions(
    *, actor: User, report: Report, units: Iterable[Unit], due_on: date
) -> list[Contribution]:
    """Units that were asked before get the new date, and nothing else of theirs is touched."""
    asked = []
    for unit in units:
        row, made = Contribution.objects.get_or_create(
            report=report, unit=unit, defaults={"due_on": due_on}
        )
        if not made:
            row.due_on = due_on
            row.save(update_fields=["due_on"])
        log(actor, Event.Action.CREATE if made else Event.Action.CHANGE, row, report)
        asked.append(row)
    return asked


@transaction.atomic
def write_contribution(
    *, actor: User, pk: int, version: int, texts: Mapping[str, str], submit: bool
) -> Contribution:
    """Raises EditedByAnother. What has been submitted can be written on until it is drawn."""
    row = locked(Contribution, pk, version)
    changes: dict[str, Any] = {name: richtext.clean(text) for name, text in texts.items()}
    if submit:
        changes |= {
            "status": Status.SUBMITTED,
            "submitted_at": timezone.now(),
            "submitted_by": str(actor)[:120],
        }
    if write(row, changes):
        fields = ("submitted",) if submit else tuple(texts)
        log(actor, Event.Action.CHANGE, row, row.report, fields=fields)
    return row


@transaction.atomic
def return_contribution(*, actor: User, contribution: Contribution, question: str) -> None:
    row = locked(Contribution, contribution.pk)
    write(row, {"status": Status.RETURNED, "question": question})
    log(actor, Event.Action.CHANGE, row, row.report, fields=("returned",))


@transaction.atomic
def remind(*, actor: User, report: Report) -> int:
    """Those who have not sent in: it stands first on their start page, and when it was said."""
    waiting = report.contributions.exclude(status=Status.SUBMITTED)
    count = waiting.update(reminded_at=timezone.now())
    log(actor, Event.Action.CHANGE, report, report, fields=("reminded", str(count)))
    return count


@transaction.atomic
def draw_in(*, actor: User, contribution: Contribution, section: Section) -> Section:
    """The unit's words after what stands in the section, with whose they are as a footnote."""
    row = locked(Contribution, contribution.pk)
    if row.status != Status.SUBMITTED:
        raise Refused("Enheten har inte lämnat in sitt underlag än.")
    target = Section.objects.select_for_update().get(pk=section.pk)
    target.body += _drawn(row)
    target.version += 1
    target.saved_by_name, target.saved_at = str(actor)[:120], timezone.now()
    if target.status == SectionStatus.NOT_STARTED:
        target.status = SectionStatus.DRAFT
    target.save(update_fields=["body", "version", "status", "saved_by_name", "saved_at"])
    Contribution.objects.filter(pk=row.pk).update(drawn_at=timezone.now())
    log(actor, Event.Action.CHANGE, target, row.report, fields=("body",))
    return target


def _drawn(row: Contribution) -> str:
    when = date_format(timezone.localtime(row.submitted_at), "j F Y") if row.submitted_at else ""
    source = (
        f"((fotnot: Underlag från {escape(row.unit.name)}, {escape(row.submitted_by)}, {when}))"
    )
    texts = [text for text in (row.comment, row.events, row.risks) if not richtext.is_empty(text)]
    return f"<h3>{escape(row.unit.name)}</h3>{''.join(texts)}<p>{source}</p>"
