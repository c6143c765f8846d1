"""Tjänsteutlåtandet is written beside its report and frozen with it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from audit.models import Event
from lib.versions import locked, write
from organisation.models import User
from qualityreport.models import Report, Statement
from qualityreport.services.log import log


@transaction.atomic
def write_statement(
    *, actor: User, report: Report, pk: int | None, version: int, content: dict[str, Any]
) -> Statement:
    """Raises EditedByAnother where somebody else has saved since `version` was read."""
    if pk is None:
        row = Statement.objects.create(report=report, **content)
        log(actor, Event.Action.CREATE, row, report)
        return row
    row = locked(Statement, pk, version)
    if changed := write(row, content):
        log(actor, Event.Action.CHANGE, row, report, fields=tuple(changed))
    return row


@transaction.atomic
def remove_statement(*, actor: User, report: Report) -> None:
    """What has been built keeps its letter; the next version has none."""
    row = Statement.objects.filter(report=report).first()
    if row is not None:
        log(actor, Event.Action.DELETE, row, report)
        row.delete()
