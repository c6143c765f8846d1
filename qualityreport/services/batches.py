"""One click, every unit's report: each with its own scope, protection, version and job."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from audit.models import Event
from jobs.services import submit
from organisation.models import Unit, User
from qualityreport.build import BUILD
from qualityreport.models import Batch, Report, ReportVersion
from qualityreport.services.builds import being_built, next_number
from qualityreport.services.log import log
from qualityreport.services.reports import create_report


@transaction.atomic
def order_many(
    *, actor: User, over: Unit, units: Iterable[Unit], wanted: Mapping[str, Any]
) -> Batch:
    """`wanted` is what the reports have in common: kind, year, as_of, audience, outline.

    A unit that has its report already gets a new version of it. The checks are made by each
    build: what is wrong with one stops that one alone.
    """
    rows = list(units)
    title = f"{_kind(wanted)} {wanted['year']} för {len(rows)} verksamheter i {over.name}"[:160]
    batch = Batch.objects.create(unit=over, title=title, ordered_by=actor)
    for unit in rows:
        report = _report(actor, unit, wanted)
        batch.versions.add(being_built(report) or _version(actor, report))
    log(actor, Event.Action.BUILD, batch, Report(unit=over))
    return batch


def _kind(wanted: Mapping[str, Any]) -> str:
    return Report(kind=wanted["kind"]).get_kind_display()


def _report(actor: User, unit: Unit, wanted: Mapping[str, Any]) -> Report:
    same = {name: wanted[name] for name in ("kind", "year", "as_of", "audience")}
    known = Report.objects.within([unit.pk]).filter(**same).first()
    return known or create_report(actor=actor, unit=unit, **wanted)


def _version(actor: User, report: Report) -> ReportVersion:
    version = ReportVersion.objects.create(
        report=report, number=next_number(report), requested_by=actor
    )
    submit(kind=BUILD, subject_id=version.pk, actor=actor)
    return version
