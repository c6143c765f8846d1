"""A row under a lock, what may be written to it, and the log of what was."""

import re
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from audit import services as audit
from audit.models import Event
from lib.refusals import Refused
from lib.versions import Changed, only, write
from organisation.models import Process, User
from risks.models import Control, Risk

Owner = TypeVar("Owner", Risk, Control, Process)
CODE_IS_TAKEN = "Koden används redan. Välj en annan."
NUMBERED = re.compile(r"([A-Z]+)([0-9]{1,6})", re.IGNORECASE)
RISK_IS_CLOSED = "Risken är avslutad och kan inte ändras."
PROCESS_IS_CLOSED = "Processen har upphört. Öppna den igen för att lägga till något."
NUMBER_IS_TAKEN = "Numret används redan av en annan process."


class IllegalStep(Refused):
    """As the row stands now."""


class NumberTaken(IllegalStep):
    """Another process of the organisation has it."""

    def __init__(self) -> None:
        super().__init__(NUMBER_IS_TAKEN, "number")


class CodeTaken(IllegalStep):
    """Somebody took the code first."""

    def __init__(self) -> None:
        super().__init__(CODE_IS_TAKEN, "code")


def suggested_code(model: type[Risk | Control], letter: str, editor: User) -> str:
    """The number after the highest, whoever may see it, with the letters of the newest code that
    the editor sees: K10 after K9. Without any such code the letter given, and 1."""
    own = model.objects.visible_to(editor).order_by("-pk").values_list("code", flat=True)
    letters = next((match[1] for match in map(NUMBERED.fullmatch, own) if match), letter)
    codes = model.objects.filter(code__istartswith=letters).values_list("code", flat=True)
    numbered = [match for match in map(NUMBERED.fullmatch, codes) if match]
    numbers = (int(match[2]) for match in numbered if match[1].upper() == letters.upper())
    return f"{letters}{max(numbers, default=0) + 1}"


def code_is_taken(model: type[Risk | Control], code: str) -> bool:
    """By any row, whoever may see it."""
    return model.objects.filter(code__iexact=code).exists()


def number_is_taken(process: Process) -> bool:
    same = Process.objects.filter(unit_id=process.unit_id, number=process.number)
    return same.exclude(pk=process.pk).exists()


def insert(actor: User | None, row: Owner, many: Mapping[str, Any]) -> Owner:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        if isinstance(row, Process) and number_is_taken(row):
            raise NumberTaken from error
        if not isinstance(row, Process) and code_is_taken(type(row), row.code):
            raise CodeTaken from error
        raise
    for field, chosen in many.items():
        getattr(row, field).set(chosen)
    log(actor, Event.Action.CREATE, row)
    return row


def change(
    actor: User | None, row: Owner, changes: Mapping[str, Any], allowed: Collection[str]
) -> Owner:
    """Nothing is logged where nothing differs."""
    only(allowed, changes)
    if changed := write(row, changes):
        log(actor, Event.Action.CHANGE, row, changed)
    return row


def short_name(row: Risk | Control | Process) -> str:
    return row.number if isinstance(row, Process) else row.code


def log(
    actor: User | None,
    action: Event.Action,
    row: Risk | Control | Process,
    changed: Changed | None = None,
) -> None:
    """The label holds no text: the log outlives what it describes."""
    audit.record(
        actor=actor,
        action=action,
        obj=row,
        label=f"{str(row._meta.verbose_name).capitalize()} {short_name(row)}",
        unit=row.unit,
        changed=changed,
    )
