"""Improvement areas: named in one report, answered in the next."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from audit.models import Event
from lib.versions import locked, write
from organisation.models import User
from qualityreport.models import Improvement, Report
from qualityreport.services.log import log


@transaction.atomic
def name_improvement(*, actor: User, report: Report, **fields: Any) -> Improvement:
    last = report.improvements.aggregate(last=Max("order"))["last"] or 0
    row = Improvement.objects.create(report=report, order=last + 1, **fields)
    log(actor, Event.Action.CREATE, row, report)
    return row


@transaction.atomic
def change_improvement(
    *, actor: User, pk: int, version: int, changes: dict[str, Any]
) -> Improvement:
    """Raises EditedByAnother."""
    row = locked(Improvement, pk, version)
    if changed := write(row, changes):
        log(actor, Event.Action.CHANGE, row, row.report, fields=tuple(changed))
    return row


@transaction.atomic
def answer_improvement(
    *, actor: User, report: Report, pk: int, version: int, changes: dict[str, Any]
) -> Improvement:
    """From the report of the year after, which is the one that the log names."""
    row = locked(Improvement, pk, version)
    if write(row, changes | {"answered_by": str(actor)[:120]}):
        log(actor, Event.Action.CHANGE, row, report, fields=("outcome", "answer"))
    return row


@transaction.atomic
def remove_improvement(*, actor: User, row: Improvement) -> None:
    log(actor, Event.Action.DELETE, row, row.report)
    row.delete()
