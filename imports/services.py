"""From a file to rows of a register: receive, check, confirm, and undo.

What is small is done while the person waits, which takes about a second; what is larger becomes
a job, so that no page is held and a worker that dies loses nothing. Both call the same functions.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone

from audit import services as audit
from audit.actors import identity
from audit.models import Event
from imports.checking import Checked, Tell, check, problem_rows
from imports.importer import Actor, Importer, Outcome, importer_named
from imports.memory import without_collector
from imports.models import ImportBatch
from jobs.models import Job
from jobs.services import retry, submit
from lib.sheets.content import is_book

State = ImportBatch.State
CHECK, SAVE, UNDO = "imports.check", "imports.save", "imports.undo"
SMALL = 200 * 1024  # bytes: some 2,000 rows, read and compared in about a second
MOST_PROBLEMS = 2_000
REMOVED_AT_ONCE = 2_000  # rows; more of them are taken back by a job


class IllegalImport(Exception):
    """The batch is not in a state for it; the message is for the person."""


def receive(*, actor: Actor, importer: Importer, name: str, content: bytes) -> ImportBatch:
    """Keeps the file and checks it. Raises SheetError for one that cannot be used at all; then
    nothing is kept."""
    _require(actor is None or importer.may_use(actor), "Du får inte föra in det registret.")
    is_book(content)
    small = len(content) <= SMALL
    checked = check(importer, content, actor) if small else None
    stored_as = default_storage.save(f"imports/{uuid4().hex}", ContentFile(content))
    try:
        with transaction.atomic():
            batch = _received(actor, importer, name, content, stored_as)
            if checked is None:
                submit(kind=CHECK, subject_id=batch.pk, actor=actor)
            else:
                keep_findings(batch, checked)
    except BaseException:
        default_storage.delete(stored_as)
        raise
    return batch


def _received(
    actor: Actor, importer: Importer, name: str, content: bytes, stored_as: str
) -> ImportBatch:
    batch = ImportBatch.objects.create(
        importer=importer.name,
        file_name=name,
        sha256=sha256(content).hexdigest(),
        size=len(content),
        stored_as=stored_as,
        uploaded_by=actor,
        uploaded_by_name=identity(actor)[1][:120],
    )
    _log(actor, Event.Action.CREATE, batch)
    return batch


def check_received(*, batch: ImportBatch, tell: Tell) -> Checked:
    return check(importer_of(batch), content_of(batch), batch.uploaded_by, tell)


def keep_findings(batch: ImportBatch, checked: Checked) -> None:
    batch.state = State.CHECKED
    batch.rows, batch.problems = len(checked.rows), len(checked.problems)
    for outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.KNOWN):
        setattr(batch, outcome, checked.count(outcome))
    batch.findings = {
        "sheet": checked.sheet,
        "headings": [column.heading for column in checked.columns],
        "preview": checked.preview(),
        "ignored": checked.ignored,
        "examples": checked.examples,
        "skipped": checked.count(Outcome.SKIPPED),
        "problems": list(problem_rows(checked.problems[:MOST_PROBLEMS])),
    }
    batch.save()


def confirm(*, actor: Actor, batch: ImportBatch) -> ImportBatch:
    """All rows or none. A larger file is imported by a job."""
    if batch.size <= SMALL:
        with transaction.atomic():
            return save_rows(actor=actor, batch_id=batch.pk)
    _require_confirmable(batch)
    _order(SAVE, batch, actor)
    return batch


@without_collector()
def save_rows(*, actor: Actor, batch_id: int) -> ImportBatch:
    """In the caller's transaction. Checked again first: the register may have changed since."""
    batch = _locked(batch_id)
    _require_confirmable(batch)
    importer = importer_of(batch)
    _one_at_a_time(importer)
    checked = check(importer, content_of(batch), actor)
    keep_findings(batch, checked)
    if batch.may_be_confirmed:
        _write(batch, checked, actor)
    return batch


def _write(batch: ImportBatch, checked: Checked, actor: Actor) -> None:
    importer = importer_of(batch)
    batch.made = importer.save(checked.to_write, actor)
    batch.state, batch.saved_at = State.SAVED, timezone.now()
    _forget(batch)
    restricted = importer.restricted(batch.made)
    counts = {"rows": batch.rows, "new": batch.new, "changed": batch.changed}
    _log(actor, Event.Action.CHANGE, batch, restricted_ids=restricted, **counts)


@without_collector()
def bring(*, actor: Actor, importer: Importer, name: str, content: bytes) -> ImportBatch:
    """At the command line: received, checked and saved in one go, whatever the size."""
    with transaction.atomic():
        _one_at_a_time(importer)
        checked = check(importer, content, actor)
        batch = _received(actor, importer, name, content, "")
        keep_findings(batch, checked)
        _require(not batch.problems, "Filen har fel.")
        _write(batch, checked, actor)
    return batch


def discard(*, actor: Actor, batch: ImportBatch) -> ImportBatch:
    """The file and what it said are gone; that it was here is kept."""
    with transaction.atomic():
        held = _locked(batch.pk)
        _require(held.is_waiting, "Filen är redan införd eller kastad.")
        _throw(held, actor)
    return held


def expire(*, before: datetime) -> int:
    """What nobody confirmed."""
    old = list(ImportBatch.objects.waiting_since(before))
    for batch in old:
        with transaction.atomic():
            held = _locked(batch.pk)
            if held.is_waiting:
                _throw(held, None)
    return len(old)


def _throw(batch: ImportBatch, actor: Actor) -> None:
    batch.state = State.DISCARDED
    _forget(batch)
    _log(actor, Event.Action.CHANGE, batch)


def undo(*, actor: Actor, batch: ImportBatch) -> ImportBatch:
    """Takes back everything that the file brought. Raises CannotUndo when somebody has gone on
    working with any of it."""
    if len(batch.made) <= REMOVED_AT_ONCE:
        return remove(actor=actor, batch=batch)
    _require_saved(batch)
    _order(UNDO, batch, actor)
    return batch


def remove(*, actor: Actor, batch: ImportBatch) -> ImportBatch:
    """At once, whatever the size."""
    with transaction.atomic():
        return remove_rows(actor=actor, batch_id=batch.pk)


def remove_rows(*, actor: Actor, batch_id: int) -> ImportBatch:
    """In the caller's transaction."""
    batch = _locked(batch_id)
    _require_saved(batch)
    importer = importer_of(batch)
    _one_at_a_time(importer)
    made: Sequence[Any] = batch.made
    restricted = importer.restricted(made)
    importer.undo(made, actor)
    batch.state, batch.undone_at, batch.made = State.UNDONE, timezone.now(), []
    batch.save()
    _log(actor, Event.Action.DELETE, batch, rows=len(made), restricted_ids=restricted)
    return batch


def importer_of(batch: ImportBatch) -> Importer:
    importer = importer_named(batch.importer)
    if importer is None:
        raise IllegalImport("Registret tar inte längre emot filer.")
    return importer


def content_of(batch: ImportBatch) -> bytes:
    with default_storage.open(batch.stored_as) as file:
        content: bytes = file.read()
    return content


def job_of(batch: ImportBatch) -> Job | None:
    """The one that was ordered last."""
    jobs = Job.objects.filter(kind__in=(CHECK, SAVE, UNDO), subject_id=batch.pk)
    return jobs.order_by("-created_at", "-pk").first()


def _order(kind: str, batch: ImportBatch, actor: Actor) -> None:
    job = submit(kind=kind, subject_id=batch.pk, actor=actor)
    if job.can_be_retried:
        retry(job=job, actor=actor)


def _locked(pk: int) -> ImportBatch:
    return ImportBatch.objects.select_for_update().get(pk=pk)


def _require_confirmable(batch: ImportBatch) -> None:
    _require(batch.state != State.SAVED, "Filen är redan införd.")
    _require(batch.may_be_confirmed, "Filen kan inte föras in som den är.")


def _require_saved(batch: ImportBatch) -> None:
    _require(batch.state == State.SAVED, "Det finns inget att ångra.")


def _require(condition: bool, words: str) -> None:
    if not condition:
        raise IllegalImport(words)


def _one_at_a_time(importer: Importer) -> None:
    """Two files with the same rows, confirmed in the same second, must not both find them new.
    SQLite writes one transaction at a time anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtext(%s))", [f"imports.{importer.name}"]
            )


def _forget(batch: ImportBatch) -> None:
    if batch.stored_as:
        transaction.on_commit(partial(default_storage.delete, batch.stored_as))
    batch.stored_as, batch.findings = "", {}
    batch.save()


def _log(actor: Actor, action: Event.Action, batch: ImportBatch, **detail: int | list[int]) -> None:
    """No name of the file: people write what they like there."""
    audit.record(
        actor=actor,
        action=action,
        obj=batch,
        label=str(batch),
        detail={"importer": batch.importer, "state": batch.state, **detail},
    )
