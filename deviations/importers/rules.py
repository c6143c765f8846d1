"""What must hold between the cells of a row: the constraints of the database, at the cell."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from deviations.models import Kind, Severity, Status
from deviations.models.choices import COMPLAINT_KINDS
from imports.importer import Row

UNDECIDED = (Status.RECEIVED, Status.ASSESSMENT, Status.INVESTIGATION, Status.INVESTIGATED)
OF_LEX_SARAH = (
    *("severity", "suspected_on", "notified_on", "ivo_diary_number", "completion_due_on"),
    "completed_on",
)
OF_COMPLAINT = ("topic", "is_appeal", "answer", "answered_on", "outcome")
# Each may not lie before the one after it.
IN_ORDER = (
    ("received_on", "occurred_on", "Ärendet kan inte ha kommit in innan det hände."),
    ("received_on", "discovered_at", "Ärendet kan inte ha kommit in innan det upptäcktes."),
    ("discovered_at", "occurred_on", "Det kan inte ha upptäckts innan det hände."),
    ("decided_on", "received_on", "Beslutet kan inte vara fattat innan ärendet kom in."),
    ("closed_on", "received_on", "Ärendet kan inte ha avslutats innan det kom in."),
    ("closed_on", "decided_on", "Ärendet kan inte ha avslutats innan det var beslutat."),
    ("answered_on", "received_on", "Svaret kan inte ha lämnats innan ärendet kom in."),
    ("notified_on", "suspected_on", "Anmälan kan inte ligga före misstanken."),
    ("notified_on", "received_on", "Anmälan kan inte ligga före den dag ärendet kom in."),
    ("completed_on", "notified_on", "Kompletteringen kan inte ligga före anmälan."),
)


def complete(row: Row) -> None:
    """What follows from the other cells where one is empty."""
    values = row.values
    if row["kind"] in COMPLAINT_KINDS and not row["decided_on"]:
        values["decided_on"] = row["answered_on"]
    if not row["status"]:
        values["status"] = _status(row)
    if not row["suspected_on"]:
        values["suspected_on"] = row["notified_on"]


def _status(row: Row) -> Status:
    if row["closed_on"]:
        return Status.CLOSED
    return Status.DECIDED if row["decided_on"] else Status.RECEIVED


def hold(row: Row) -> None:
    """Refuses the row, at each cell that does not fit."""
    _only_of_its_kind(row)
    _in_order(row)
    _as_its_status_says(row)
    if row["kind"] == Kind.LEX_SARAH and row["decided_on"] and not row["severity"]:
        row.refuse("severity", "Ett beslut i ett lex Sarah-ärende har alltid en grad.")
    if row["severity"] and not row["decided_on"]:
        row.refuse("decided_on", "Ange när graden beslutades.")


def _only_of_its_kind(row: Row) -> None:
    if row["kind"] != Kind.LEX_SARAH:
        _refuse_filled(row, OF_LEX_SARAH, "Gäller bara lex Sarah-rapporter. Lämna cellen tom.")
    if row["kind"] not in COMPLAINT_KINDS:
        _refuse_filled(row, OF_COMPLAINT, "Gäller bara synpunkter och klagomål. Lämna cellen tom.")
    if row["notified_on"] is None:
        of_notification = ("ivo_diary_number", "completion_due_on", "completed_on")
        _refuse_filled(row, of_notification, "Ange också när ärendet anmäldes till IVO.")


def _refuse_filled(row: Row, keys: Iterable[str], words: str) -> None:
    for key in keys:
        if row[key]:
            row.refuse(key, words)


def _in_order(row: Row) -> None:
    for later, earlier, words in IN_ORDER:
        after, before = _day(row, later), _day(row, earlier)
        if after and before and after < before:
            row.refuse(later, words)


def _day(row: Row, key: str) -> date | None:
    value = row[key]
    return timezone.localdate(value) if key == "discovered_at" and value else value


def _as_its_status_says(row: Row) -> None:
    status, decided, closed = row["status"], row["decided_on"], row["closed_on"]
    word = Status(status).label.lower()
    if status == Status.ANNULLED:
        if decided or row["severity"] == Severity.OUTSIDE:
            row.refuse("decided_on", "Ett annullerat ärende har inget beslut.")
        if not closed:
            row.refuse("closed_on", "Ange vilken dag ärendet annullerades.")
        return
    if status in UNDECIDED and decided:
        row.refuse("status", f"Ärendet har ett beslutsdatum men är {word}.")
    if status not in UNDECIDED and not decided:
        row.refuse("decided_on", f"Ange beslutsdatum: ärendet är {word}.")
    if status == Status.CLOSED and not closed:
        row.refuse("closed_on", "Ange vilken dag ärendet avslutades.")
    if status != Status.CLOSED and closed:
        row.refuse("status", f"Ärendet har ett avslutsdatum men är {word}.")
