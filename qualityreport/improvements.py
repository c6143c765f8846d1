"""Which improvement areas belong to a report: its own, and last year's to be answered."""

from __future__ import annotations

from collections.abc import Sequence

from qualityreport.models import Report
from qualityreport.models.improvements import Improvement


def previous(report: Report) -> Report | None:
    """The newest report of the year before, of the same kind and unit."""
    return (
        Report.objects.within([report.unit_id])
        .filter(kind=report.kind, year=report.year - 1)
        .order_by("-as_of", "-pk")
        .first()
    )


def own(report_id: int) -> Sequence[Improvement]:
    return list(Improvement.objects.filter(report_id=report_id))


def to_answer(report: Report | None) -> Sequence[Improvement]:
    before = previous(report) if report else None
    return own(before.pk) if before else []


def to_answer_in(report_id: int) -> Sequence[Improvement]:
    """The same for a block, which knows its report by number."""
    return to_answer(Report.objects.filter(pk=report_id).first())
