"""Checked rows become cases, in a few statements whatever their number."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time

from django.utils import timezone

from deviations.clocks import refresh_of
from deviations.importers.numbering import Kept, highest
from deviations.models import (
    AnnulledBecause,
    Channel,
    Complaint,
    Deviation,
    DeviationReport,
    IvoNotification,
    Kind,
    ManagerSlip,
    Status,
)
from deviations.models.choices import COMPLAINT_KINDS, OPEN_STATUSES, SERIES
from deviations.numbers import case_number, next_numbers, raise_to
from deviations.services.intake import headline
from imports.importer import Row

BATCH = 500
SAME_NAME = (
    *("kind", "status", "unit", "occurred_on", "discovered_at", "diary_number", "description"),
    *("immediate_measures", "consequence_actual", "consequence_possible", "consequence_text"),
    *("affected_count", "sex", "age_band", "type", "decided_on", "decided_by_name", "severity"),
    "investigator",
)
OF_COMPLAINT = ("topic", "answer", "answered_on", "outcome")
OF_NOTIFICATION = (
    *("suspected_on", "notified_on", "ivo_diary_number", "completion_due_on", "completed_on"),
)


def save(rows: Sequence[Row]) -> list[int]:
    cases = [_case(row, number) for row, number in zip(rows, _numbers(rows), strict=True)]
    made = Deviation.objects.bulk_create(cases, batch_size=BATCH)
    pairs = list(zip(made, rows, strict=True))
    DeviationReport.objects.bulk_create((_report(*pair) for pair in pairs), batch_size=BATCH)
    Complaint.objects.bulk_create(
        (_complaint(case, row) for case, row in pairs if case.kind in COMPLAINT_KINDS),
        batch_size=BATCH,
    )
    IvoNotification.objects.bulk_create(
        (_notification(case, row) for case, row in pairs if row["suspected_on"]), batch_size=BATCH
    )
    # A lex Sarah case leaves the unit's circle here too. No letters: all come at once, and the
    # overview of the managers says the same.
    ManagerSlip.objects.bulk_create(
        (
            ManagerSlip(deviation=case)
            for case in made
            if case.is_lex_sarah and case.status in OPEN_STATUSES
        ),
        batch_size=BATCH,
    )
    links = Deviation.causes.through
    links.objects.bulk_create(
        (links(deviation=case, cause=cause) for case, row in pairs for cause in row["causes"]),
        batch_size=BATCH,
    )
    ids = [case.pk for case in made]
    refresh_of(ids)
    return ids


def _numbers(rows: Sequence[Row]) -> list[Kept]:
    """Those that are kept first, which lifts their series; the others go on from there in the
    order they came in. All in the transaction of the cases."""
    for (series, year), last in highest(row["kept"] for row in rows if row["kept"]).items():
        raise_to(series=series, year=year, last=last)
    waiting: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, row in sorted(enumerate(rows), key=lambda pair: pair[1]["received_on"]):
        if row["kept"] is None:
            waiting[SERIES[Kind(row["kind"])], row["received_on"].year].append(place)
    given = [row["kept"] for row in rows]
    for (series, year), places in sorted(waiting.items()):
        drawn = next_numbers(series=series, year=year, count=len(places))
        for place, sequence in zip(places, drawn, strict=True):
            given[place] = Kept(series, year, sequence)
    return given


def _case(row: Row, number: Kept) -> Deviation:
    received = datetime.combine(row["received_on"], time(12))
    annulled = row["status"] == Status.ANNULLED
    return Deviation(
        **{field: row[field] for field in SAME_NAME},
        series=number.series,
        year=number.year,
        sequence=number.sequence,
        number=case_number(*number),
        external_reference=row["reference"],
        title=row["title"] or headline(row["description"]),
        channel=row["channel"] or Channel.FORM,
        restricted=row["kind"] == Kind.LEX_SARAH,
        received_on=row["received_on"],
        received_at=timezone.make_aware(received),
        closed_on=None if annulled else row["closed_on"],
        annulled_on=row["closed_on"] if annulled else None,
        annulled_because=AnnulledBecause.MISTAKE if annulled else "",
    )


def _report(case: Deviation, row: Row) -> DeviationReport:
    return DeviationReport(
        deviation=case,
        reporter_name=row["reporter_name"],
        reporter_title=row["reporter_title"],
        text=case.description,
        reported_at=case.received_at,
        number_given=case.number,
    )


def _complaint(case: Deviation, row: Row) -> Complaint:
    own = {field: row[field] for field in OF_COMPLAINT}
    return Complaint(deviation=case, is_appeal=bool(row["is_appeal"]), **own)


def _notification(case: Deviation, row: Row) -> IvoNotification:
    return IvoNotification(deviation=case, **{field: row[field] for field in OF_NOTIFICATION})
