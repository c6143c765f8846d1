"""What units owe a report, and what stands in the registers of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from indicators.statistics import without_outcome
from lib.periods import Period
from organisation.models import Unit, UnitClosure
from qualityreport.models import Contribution, Report
from risks.statistics import controls

TONES = {
    Contribution.Status.ASKED: "waiting",
    Contribution.Status.SUBMITTED: "done",
    Contribution.Status.RETURNED: "active",
}


@dataclass(frozen=True)
class ContributionRow:
    pk: int
    unit: str
    status: str
    tone: str
    due: str
    is_late: bool
    said: str
    reminded: str
    drawn: str
    url: str


def rows(report: Report) -> list[ContributionRow]:
    return [_row(row) for row in report.contributions.select_related("unit")]


def _row(row: Contribution) -> ContributionRow:
    is_late = row.status != Contribution.Status.SUBMITTED and row.due_on < timezone.localdate()
    return ContributionRow(
        pk=row.pk,
        unit=row.unit.name,
        status="Försenat" if is_late else row.get_status_display(),
        tone="late" if is_late else TONES[Contribution.Status(row.status)],
        due=date_format(row.due_on, "j F Y"),
        is_late=is_late,
        said=f"{row.submitted_by} {_on(row.submitted_at)}".strip(),
        reminded=_on(row.reminded_at),
        drawn=_on(row.drawn_at),
        url=reverse("qualityreport:contribution", args=[row.report_id, row.pk]),
    )


def _on(at: datetime | None) -> str:
    return date_format(timezone.localtime(at), "j F Y") if at else ""


def units_to_ask(report: Report) -> QuerySet[Unit]:
    """The units below the report's own that have people and figures of their own."""
    below = UnitClosure.objects.filter(ancestor_id=report.unit_id).exclude(
        descendant_id=report.unit_id
    )
    return (
        Unit.objects.filter(pk__in=below.values("descendant_id"), level=Unit.Level.UNIT)
        .valid_on(report.as_of)
        .order_by("name")
    )


@dataclass(frozen=True)
class Owed:
    """Something that a register lacks for the unit's year."""

    title: str
    why: str
    url: str


def owed(row: Contribution) -> list[Owed]:
    units, report = frozenset([row.unit_id]), row.report
    figures = [
        Owed(
            f"{missing.code} {missing.name}",
            f"Utfall för {report.year} saknas.",
            reverse("indicators:detail", args=[missing.code]),
        )
        for missing in without_outcome(units, report.year)
    ]
    not_done = [
        Owed(
            f"{control.code} {control.title}",
            f"Inget resultat under {report.year}.",
            reverse("controls:detail", args=[control.code]),
        )
        for control in controls(units, Period.of(report.year, report.as_of))
        if control.carried_out_on is None
    ]
    return [*figures, *not_done]
