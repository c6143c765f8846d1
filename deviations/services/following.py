"""What is known of an avvikelse follows to the lex Sarah case that comes of it.

As copies: each case is then whole in its own archive and goes by its own gallring, and what is
added to one is not read in the other.
"""

from typing import Any

from deviations.models import Attachment, Deviation, DeviationReport, ImmediateMeasure
from deviations.services.identity import carry_identity
from organisation.models import User


def bring_along(actor: User, origin: Deviation, report: Deviation, motive: str) -> str:
    """In words, what could not follow."""
    _reports(actor, origin, report, motive)
    immediate = [_copied(row, report) for row in origin.immediate.all()]
    ImmediateMeasure.objects.bulk_create(immediate)
    # The stored file is shared: it goes with the last case that names it (deviations/dependants).
    files = [_copied(row, report) for row in origin.attachments.filter(removed_at=None)]
    Attachment.objects.bulk_create(files)
    _notes(origin, report)
    followed = carry_identity(actor=actor, origin=origin, to=report)
    return "" if followed else " Den enskildes identitet kan inte läsas och följde inte med."


def _copied(row: Any, report: Deviation) -> Any:
    row.pk, row.deviation = None, report
    row._state.adding = True
    return row


def _notes(origin: Deviation, report: Deviation) -> None:
    """Signed as they were signed. A draft follows too: its author may be the one to investigate,
    and otherwise it can be removed."""
    copies: dict[int, int] = {}
    for note in origin.notes.order_by("pk"):  # what is corrected before its correction
        first = note.pk
        note.corrects_id = copies.get(note.corrects_id or 0)
        _copied(note, report).save(force_insert=True)
        copies[first] = note.pk


def _reports(actor: User, origin: Deviation, report: Deviation, motive: str) -> None:
    """A lex Sarah report has a named reporter (27 kap. 2 § SoL): without one, who suspects it."""
    copies = [
        DeviationReport(
            deviation=report,
            reporter=told.reporter,
            reported_for=told.reported_for,
            reporter_name=told.reporter_name,
            reporter_title=told.reporter_title,
            text=told.text,
            reported_at=told.reported_at,
            number_given=told.number_given or origin.number,
        )
        for told in origin.reports.select_related("reporter", "reported_for")
    ]
    if not any(told.reporter_name for told in copies):
        copies.append(_own_report(actor, report, motive))
    DeviationReport.objects.bulk_create(copies)


def _own_report(actor: User, report: Deviation, motive: str) -> DeviationReport:
    return DeviationReport(
        deviation=report,
        reporter=actor,
        reporter_name=str(actor),
        reporter_title=actor.title,
        text=motive,
        reported_at=report.received_at,
        number_given=report.number,
    )
