"""Somebody has read what a check says and stands by the report."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from audit.models import Event
from lib.refusals import Refused
from organisation.models import User
from qualityreport.acknowledged import fingerprint
from qualityreport.checks import Finding, Severity
from qualityreport.models import Acknowledgement, Report
from qualityreport.services.log import log


@transaction.atomic
def acknowledge(
    *, actor: User, report: Report, check: str, findings: Sequence[Finding], motive: str = ""
) -> Acknowledgement:
    """`findings` are all that the report's checks say now. Raises Refused."""
    group = [found for found in findings if found.check == check]
    if not group:
        raise Refused("Kontrollen har inte längre något att säga. Ingenting behöver kvitteras.")
    if any(found.severity == Severity.STOPS for found in group):
        raise Refused("Det här måste rättas. Det går inte att kvittera.")
    row, _ = Acknowledgement.objects.update_or_create(
        report=report,
        check_name=check,
        defaults={
            "fingerprint": fingerprint(group),
            "motive": motive,
            "by_name": str(actor)[:120],
            "at": timezone.now(),
        },
    )
    log(actor, Event.Action.CHANGE, row, report)
    return row
