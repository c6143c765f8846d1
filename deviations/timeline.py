"""Everything that happened to a case, as one list, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone
from django.utils.formats import date_format

from audit.models import Event
from deviations.models import Assessment, Complaint, Deviation, InvestigationNote, IvoEvent
from organisation.models import LegalReference

# Changes that are a step of their own, by the field that tells of it.
STEPS = {
    "measures": "En åtgärd kopplades",
    "instruction": "Chefens lapp skrevs",
    "reports": "Rapporter om samma händelse lades till",
    "investigator": "Utredare utsågs",
    "closed_on": "Ärendet avslutades",
}
# Told by the row that was made in the same step.
TOLD = {"decided_on", "annulled_on", "feedback", "status"}
READING = {"granted": "fick läsa ärendet", "revoked": "får inte längre läsa ärendet"}
# On what ground the step was taken, by the law of its day.
GROUNDS = {
    Assessment.Step.INITIAL: LegalReference.Duty.INVESTIGATE,
    Assessment.Step.READY: LegalReference.Duty.INVESTIGATE,
    Assessment.Step.DECISION: LegalReference.Duty.INVESTIGATE,
}


@dataclass(frozen=True)
class Entry:
    at: datetime
    title: str
    who: str = ""
    text: str = ""
    grade: str = ""
    law: str = ""
    done: bool = False

    @property
    def when(self) -> str:
        return _moment(self.at)

    @property
    def iso(self) -> str:
        return timezone.localtime(self.at).isoformat(timespec="minutes")


def timeline(case: Deviation, *, files: bool) -> list[Entry]:
    """`files`: what they are called, for those who may open them."""
    entries = [
        *_of_reports(case),
        *_of_assessments(case),
        *_of_notes(case),
        *_of_information(case),
        *_of_immediate(case),
        *_of_ivo(case),
        *_of_feedback(case),
        *_of_attachments(case, named=files),
        *_of_events(Event.objects.changes_of(case)),
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _of_reports(case: Deviation) -> Iterator[Entry]:
    for report in case.reports.all():
        who = ", ".join(filter(None, (report.reporter_name, report.reporter_title)))
        joined = report.number_given not in ("", case.number)
        title = f"Rapporten kom in som {report.number_given}" if joined else "Rapporten kom in"
        if case.is_complaint:  # from outside: the name stands among the contact details
            who, title = "", "Synpunkten eller klagomålet kom in"
        text = "" if report.text == case.description else report.text
        yield Entry(report.reported_at, title, who, text, done=True)


def _of_assessments(case: Deviation) -> Iterator[Entry]:
    laws = Laws(case)
    for made in case.assessments.all():
        who = ", ".join(filter(None, (made.made_by_name, made.made_by_title, made.delegation)))
        title = f"{made.get_step_display()} {_day(made.made_on)}"
        grade = made.get_severity_display() if made.severity else ""
        law = laws.of(made)
        yield Entry(made.recorded_at, title, who, made.motive, grade, law, done=True)


class Laws:
    """Read once: a case is cited by the law of the day of each step."""

    def __init__(self, case: Deviation) -> None:
        self.rows: list[LegalReference] = []
        if case.is_lex_sarah:
            duties = set(GROUNDS.values())
            rows = LegalReference.objects.filter(act=case.act, duty__in=duties)
            self.rows = list(rows.order_by("-valid_from"))

    def of(self, made: Assessment) -> str:
        duty = GROUNDS.get(Assessment.Step(made.step))
        held = (row for row in self.rows if row.duty == duty and row.valid_from <= made.made_on)
        row = next(held, None)
        over = row is None or (row.valid_to is not None and row.valid_to < made.made_on)
        return "" if row is None or over else row.citation


def _of_notes(case: Deviation) -> Iterator[Entry]:
    """A note that is not signed is still its author's draft."""
    for note in case.notes.exclude(signed_at=None):
        who = f"{note.author_name}, {note.author_title}. Källa: {note.source}"
        for passage in note.passages:
            title = InvestigationNote.Nature(passage["nature"]).label
            yield Entry(note.recorded_at, title, who, passage["text"])


def _of_information(case: Deviation) -> Iterator[Entry]:
    for told in case.information.all():
        who, act = told.get_receiver_display(), told.get_act_display().lower()
        done = f"{act} {_day(told.informed_on)}" if told.informed_on else f"inte {act}"
        text = told.how if told.informed_on else told.reason_not
        yield Entry(told.recorded_at, f"{who}: {done}", told.made_by_name, text, done=True)


def _of_immediate(case: Deviation) -> Iterator[Entry]:
    for done in case.immediate.all():
        title = f"Omedelbar åtgärd, vidtagen {_moment(done.taken_at)}"
        who = ", ".join(filter(None, (done.made_by_name, done.made_by_title)))
        yield Entry(done.recorded_at, title, who, done.text, done=True)


def _of_ivo(case: Deviation) -> Iterator[Entry]:
    for event in IvoEvent.objects.filter(notification__deviation=case):
        title = f"{event.get_kind_display()} {_day(event.happened_on)}"
        yield Entry(event.recorded_at, title, event.made_by_name, event.text, done=True)


def _of_attachments(case: Deviation, *, named: bool) -> Iterator[Entry]:
    for file in case.attachments.all():
        name = f": {file.name}" if named else ""
        about, why = (file.description, file.removed_because) if named else ("", "")
        yield Entry(file.uploaded_at, f"Bilaga{name}", file.uploaded_by_name, about)
        if file.removed_at:
            title = f"Bilagan togs bort{name}"
            yield Entry(file.removed_at, title, file.removed_by_name, why)


def _of_feedback(case: Deviation) -> Iterator[Entry]:
    for feedback in case.feedback.all():
        title = "Återkoppling till den som rapporterade"
        yield Entry(feedback.given_at, title, feedback.given_by_name, feedback.text)


def _of_events(events: Iterable[Event]) -> Iterator[Entry]:
    for event in events:
        title = _title(event)
        if title:
            yield Entry(event.at, title, event.actor_name, event.reason)


def _title(event: Event) -> str:
    """The log knows which fields changed, never to what."""
    if event.action == Event.Action.CREATE:
        return "Ärendet registrerades"
    fields = set(event.changes)
    if "reading" in event.detail:
        return f"{event.detail['reader']} {READING[event.detail['reading']]}"
    if "step" in event.detail:
        return ""
    step = next((title for field, title in STEPS.items() if field in fields), "")
    if step or fields & TOLD:
        return step
    names = sorted(map(field_name, fields))
    return f"Ändrade{':' if len(names) > 1 else ''} {', '.join(names)}"


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def _moment(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y H:i")


def field_name(field: str) -> str:
    """In the words of the form, whichever table the field belongs to."""
    for model in (Deviation, Complaint):
        try:
            found: Any = model._meta.get_field(field)
        except FieldDoesNotExist:
            continue
        return str(found.verbose_name).rstrip("?")
    return field
