"""The investigation's notes: free until they are signed, from then on only added to."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations.inner_rights import inner_rights_of
from deviations.models import Deviation, InvestigationNote, Status
from deviations.services.rows import open_case, require
from lib.versions import locked as at_version
from lib.versions import only, write
from organisation.models import User

WRITABLE = frozenset(("noted_on", "source", "passages"))
NO_TITLE = (
    "Din titel saknas, och varje anteckning ska ha namn och titel (SOSFS 2011:5, 5 kap.). Be"
    " systemadministratören att skriva in den under Inställningar, Användare."
)
LOCKED = "Utredningen är klar och låst. Den som öppnar den igen kan ändra och anteckna."
Passages = Sequence[Mapping[str, str]]


@transaction.atomic
def add_note(
    *, actor: User, deviation: Deviation, noted_on: date, source: str, passages: Passages
) -> InvestigationNote:
    case = _under_investigation(deviation.pk)
    return _add(actor, case, noted_on, source, passages, corrects=None)


@transaction.atomic
def correct_note(
    *, actor: User, note: InvestigationNote, noted_on: date, source: str, passages: Passages
) -> InvestigationNote:
    """What was signed stays; the correction is a note of its own that points at it."""
    case = _unlocked(note.deviation_id)
    corrected = InvestigationNote.objects.get(pk=note.pk)
    require(
        corrected.signed_at is not None,
        "Anteckningen är inte signerad än. Ändra den i stället för att rätta den.",
    )
    return _add(actor, case, noted_on, source, passages, corrects=corrected)


@transaction.atomic
def change_note(
    *, actor: User, note_id: int, version: int, changes: Mapping[str, Any]
) -> InvestigationNote:
    """Raises EditedByAnother when it was saved in between, also by oneself in another window."""
    only(WRITABLE, changes)
    note = _own_draft(actor, note_id, version)
    _require_passages(changes.get("passages", note.passages))
    changed = write(note, changes)
    if changed:
        _log(actor, Event.Action.CHANGE, note, changed)
    return note


@transaction.atomic
def sign_note(*, actor: User, note_id: int, version: int) -> InvestigationNote:
    """Exactly what was read is signed; from now on the database refuses every change."""
    note = _own_draft(actor, note_id, version)
    _require_title(actor)
    signed = {
        "author_name": str(actor),
        "author_title": actor.title,
        "signed_at": timezone.now(),
    }
    _log(actor, Event.Action.CHANGE, note, write(note, signed))
    return note


@transaction.atomic
def remove_draft_note(*, actor: User, note_id: int) -> None:
    """One's own, or one left behind by somebody who no longer writes in the case."""
    note = _draft(note_id)
    require(
        note.author_id == actor.pk or is_abandoned(note),
        "Bara den som skriver på anteckningen kan ta bort den.",
    )
    _log(actor, Event.Action.DELETE, note)
    note.delete()


def is_abandoned(note: InvestigationNote) -> bool:
    return note.author is None or not inner_rights_of(note.author, note.deviation).correct


def _add(
    actor: User,
    case: Deviation,
    noted_on: date,
    source: str,
    passages: Passages,
    corrects: InvestigationNote | None,
) -> InvestigationNote:
    _require_title(actor)
    _require_passages(passages)
    note = InvestigationNote.objects.create(
        deviation=case,
        noted_on=noted_on,
        source=source,
        passages=list(passages),
        author=actor,
        author_name=str(actor),
        author_title=actor.title,
        corrects=corrects,
    )
    _log(actor, Event.Action.CREATE, note)
    return note


def _own_draft(actor: User, note_id: int, version: int) -> InvestigationNote:
    note = _draft(note_id)
    require(note.author_id == actor.pk, "Bara den som skriver på anteckningen kan ändra den.")
    return at_version(InvestigationNote, note.pk, version)


def _draft(note_id: int) -> InvestigationNote:
    """The case first, then the note: in the order of those who lock the case alone."""
    note = InvestigationNote.objects.select_related("author").get(pk=note_id)
    admit = _unlocked if note.corrects_id else _under_investigation
    note.deviation = admit(note.deviation_id)
    require(note.signed_at is None, "Anteckningen är signerad. Skriv en rättelse i stället.")
    return note


def _under_investigation(pk: int) -> Deviation:
    case = _unlocked(pk)
    require(
        case.decided_on is None,
        "Ärendet är beslutat. Det som redan är signerat kan rättas, men inget nytt antecknas.",
    )
    return case


def _unlocked(pk: int) -> Deviation:
    case = open_case(pk)
    require(case.status != Status.INVESTIGATED, LOCKED)
    return case


def _require_title(actor: User) -> None:
    require(bool(actor.title.strip()), NO_TITLE)


def _require_passages(passages: Passages) -> None:
    natures = set(InvestigationNote.Nature)
    marked = all(one["nature"] in natures and one["text"].strip() for one in passages)
    require(
        bool(passages) and marked,
        "Skriv minst en uppgift, och märk varje uppgift som faktauppgift eller bedömning.",
    )


def _log(
    actor: User,
    action: Event.Action,
    note: InvestigationNote,
    changed: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    case = note.deviation
    audit.record(
        actor=actor, action=action, obj=note, label=case.number, unit=case.unit, changed=changed
    )
