"""Everything that happened to a case, as one list, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone
from django.utils.formats import date_format

from audit.models import Event
from deviations.models import Assessment, Complaint, Deviation, InvestigationNote

# Changes that are a step of their own, by the field that tells of it.
STEPS = {
    "investigator": "Utredare utsågs",
    "closed_on": "Ärendet avslutades",
    "feedback": "Återkoppling lämnades",
    "measures": "En åtgärd kopplades",
}
# Told by the assessment that was made in the same step.
ASSESSED = {"decided_on", "annulled_on"}


@dataclass(frozen=True)
class Entry:
    at: datetime
    title: str
    who: str = ""
    text: str = ""
    grade: str = ""
    done: bool = False

    @property
    def when(self) -> str:
        return date_format(timezone.localtime(self.at), "j F Y H:i")

    @property
    def iso(self) -> str:
        return timezone.localtime(self.at).isoformat(timespec="minutes")


def timeline(case: Deviation) -> list[Entry]:
    entries = [
        *_of_reports(case),
        *_of_assessments(case.assessments.all()),
        *_of_notes(case),
        *_of_feedback(case),
        *_of_events(Event.objects.changes_of(case)),
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _of_reports(case: Deviation) -> Iterator[Entry]:
    for report in case.reports.all():
        who = ", ".join(filter(None, (report.reporter_name, report.reporter_title)))
        title = "Rapporten kom in"
        if case.is_complaint:  # from outside: the name stands among the contact details
            who, title = "", "Synpunkten eller klagomålet kom in"
        text = "" if report.text == case.description else report.text
        yield Entry(report.reported_at, title, who, text, done=True)


def _of_assessments(assessments: Iterable[Assessment]) -> Iterator[Entry]:
    for made in assessments:
        who = ", ".join(filter(None, (made.made_by_name, made.made_by_title, made.delegation)))
        title = f"{made.get_step_display()} {date_format(made.made_on, 'j F Y')}"
        grade = made.get_severity_display() if made.severity else ""
        yield Entry(made.recorded_at, title, who, made.motive, grade, done=True)


def _of_notes(case: Deviation) -> Iterator[Entry]:
    for note in case.notes.all():
        who = f"{note.author_name}, {note.author_title}. Källa: {note.source}"
        for passage in note.passages:
            title = InvestigationNote.Nature(passage["nature"]).label
            yield Entry(note.recorded_at, title, who, passage["text"])


def _of_feedback(case: Deviation) -> Iterator[Entry]:
    for feedback in case.feedback.all():
        title = "Återkoppling till den som rapporterade"
        yield Entry(feedback.given_at, title, feedback.given_by_name, feedback.text)


def _of_events(events: Iterable[Event]) -> Iterator[Entry]:
    for event in events:
        title = _title(event)
        if title:
            yield Entry(event.at, title, event.actor_name)


def _title(event: Event) -> str:
    """The log knows which fields changed, never to what."""
    if event.action == Event.Action.CREATE:
        return "Ärendet registrerades"
    fields = set(event.changes)
    if fields & ASSESSED or "feedback" in fields:
        return ""
    step = next((title for field, title in STEPS.items() if field in fields), "")
    return step or "Ändrade " + ", ".join(sorted(map(field_name, fields)))


def field_name(field: str) -> str:
    """In the words of the form, whichever table the field belongs to."""
    for model in (Deviation, Complaint):
        try:
            found: Any = model._meta.get_field(field)
        except FieldDoesNotExist:
            continue
        return str(found.verbose_name).rstrip("?")
    return field
