"""A batch in words, ready for its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format

from imports.importer import Importer, importer_named
from imports.models import ImportBatch
from imports.services import job_of
from jobs.models import Job
from lib.numbers import counted, format_integer

State = ImportBatch.State
TONES: Mapping[str, str] = {
    State.RECEIVED: "active",
    State.CHECKED: "waiting",
    State.SAVED: "done",
    State.UNDONE: "muted",
    State.DISCARDED: "muted",
}
SHOWN_PROBLEMS = 50


@dataclass(frozen=True)
class BatchRow:
    pk: int
    file: str
    register: str
    when: str
    state: str
    tone: str
    brought: str


@dataclass(frozen=True)
class BatchPage:
    title: str
    tone: str
    state: str
    lead: str
    facts: list[tuple[str, str]]
    headings: Sequence[str]
    preview: Sequence[Sequence[str]]
    more_rows: str
    problems: Sequence[Sequence[str]]
    more_problems: str
    ignored: Sequence[str]
    before: str
    verdict: str
    job: Job | None


def row(batch: ImportBatch) -> BatchRow:
    importer = importer_named(batch.importer)
    state, tone = _state(batch)
    return BatchRow(
        pk=batch.pk,
        file=batch.file_name,
        register=importer.title if importer else batch.importer,
        when=moment(batch.uploaded_at),
        state=state,
        tone=tone,
        brought=_brought(batch, importer) if importer else "",
    )


def page(batch: ImportBatch, importer: Importer) -> BatchPage:
    found = batch.findings
    problems = found.get("problems", [])[:SHOWN_PROBLEMS]
    preview = found.get("preview", [])
    state, tone = _state(batch)
    return BatchPage(
        title=batch.file_name,
        tone=tone,
        state=state,
        lead=_lead(batch),
        facts=_facts(batch, importer),
        headings=found.get("headings", []),
        preview=preview,
        more_rows=_more(batch.rows, len(preview), "rad", "rader"),
        problems=problems,
        more_problems=_more(batch.problems, len(problems), "fel", "fel"),
        ignored=found.get("ignored", []),
        before=_before(batch),
        verdict=_verdict(batch, importer),
        job=_open_or_failed(batch),
    )


def _state(batch: ImportBatch) -> tuple[str, str]:
    """What is true of it, and the tone that says so."""
    if batch.state == State.CHECKED and batch.problems:
        return "Har fel", "late"
    if batch.state == State.CHECKED and not batch.may_be_confirmed:
        return "Inget nytt", "muted"
    return batch.get_state_display(), TONES[batch.state]


def _open_or_failed(batch: ImportBatch) -> Job | None:
    job = job_of(batch)
    return job if job and (job.is_open or job.error) else None


def _lead(batch: ImportBatch) -> str:
    return f"Uppladdad {moment(batch.uploaded_at)} av {batch.uploaded_by_name}"


def _facts(batch: ImportBatch, importer: Importer) -> list[tuple[str, str]]:
    counts = [
        (f"{importer.counted[1].capitalize()} i filen", batch.rows),
        ("Nya", batch.new),
        *([("Ändras", batch.changed)] if batch.changed else ()),
        ("Finns redan", batch.known),
        ("Fel", batch.problems),
    ]
    told = [(name, format_integer(count)) for name, count in counts if batch.rows]
    told.append(("Storlek", str(filesizeformat(batch.size))))
    if batch.findings.get("sheet"):
        told.append(("Blad", batch.findings["sheet"]))
    if batch.findings.get("examples"):
        told.append(("Mallens exempelrad", "Hoppas över"))
    if batch.findings.get("skipped"):
        told.append(("Rader som hoppas över", format_integer(batch.findings["skipped"])))
    told += [
        (name, moment(at))
        for name, at in (("Infördes", batch.saved_at), ("Ångrades", batch.undone_at))
        if at
    ]
    return told


def _verdict(batch: ImportBatch, importer: Importer) -> str:
    """What confirming does, or why it cannot be done."""
    if batch.state != State.CHECKED:
        return ""
    if batch.problems:
        wrong = counted(batch.problems, "fel", "fel")
        return f"Filen har {wrong}. Rätta dem i filen och ladda upp den igen. Inget är infört."
    if not (batch.new or batch.changed):
        return "Alla rader finns redan i registret. Det finns inget att föra in."
    return f"{counted(batch.new + batch.changed, *importer.counted)} förs in när du bekräftar."


def _brought(batch: ImportBatch, importer: Importer) -> str:
    if batch.state == State.SAVED:
        return counted(batch.new + batch.changed, *importer.counted)
    return counted(batch.problems, "fel", "fel") if batch.problems and batch.is_waiting else ""


def _before(batch: ImportBatch) -> str:
    """The same file, already imported."""
    if not batch.is_waiting:
        return ""
    like = ImportBatch.objects.saved_like(batch.importer, batch.sha256).first()
    if like is None or like.saved_at is None:
        return ""
    return f"Samma fil infördes {moment(like.saved_at)} av {like.uploaded_by_name}."


def _more(count: int, shown: int, singular: str, plural: str) -> str:
    left = count - shown
    return f"och {counted(left, singular, plural)} till" if left > 0 else ""


def moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "j F Y H:i")
