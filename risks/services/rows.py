"""A row under a lock, what may be written to it, and the log of what was."""

import re
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import ManyToManyField, Model

from audit import services as audit
from audit.models import Event
from organisation.models import User
from risks.models import Control, Risk

Owner = TypeVar("Owner", Risk, Control)
CODE_IS_TAKEN = "Koden används redan. Välj en annan."
NUMBERED = re.compile(r"([A-Z]+)([0-9]{1,6})", re.IGNORECASE)
RISK_IS_CLOSED = "Risken är avslutad och kan inte ändras."


class IllegalStep(Exception):
    """The register does not allow it; the message is for the person. `field` is where it belongs,
    when it belongs to one."""

    def __init__(self, words: str, field: str | None = None) -> None:
        super().__init__(words)
        self.field = field


class CodeTaken(IllegalStep):
    """Somebody took the code first."""

    def __init__(self) -> None:
        super().__init__(CODE_IS_TAKEN, "code")


class EditedByAnother(Exception):
    """Somebody saved first. Nothing was written; `saved` is the row as it stands."""

    def __init__(self, saved: Risk | Control) -> None:
        super().__init__(f"{saved.code} har ändrats av någon annan.")
        self.saved = saved


def suggested_code(model: type[Risk | Control], letter: str) -> str:
    """The number after the highest with the letters that the newest code has, whoever may see it:
    K10 after K9. Without any such code the letter given, and 1."""
    codes = model.objects.order_by("pk").values_list("code", flat=True)
    numbered = [match for match in map(NUMBERED.fullmatch, codes) if match]
    letters = numbered[-1][1] if numbered else letter
    numbers = (int(match[2]) for match in numbered if match[1].upper() == letters.upper())
    return f"{letters}{max(numbers, default=0) + 1}"


def code_is_taken(model: type[Risk | Control], code: str) -> bool:
    """By any row, whoever may see it."""
    return model.objects.filter(code__iexact=code).exists()


def insert(actor: User | None, row: Owner, many: Mapping[str, Any]) -> Owner:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        if code_is_taken(type(row), row.code):
            raise CodeTaken from error
        raise
    for field, chosen in many.items():
        getattr(row, field).set(chosen)
    log(actor, Event.Action.CREATE, row)
    return row


def locked(model: type[Owner], pk: int) -> Owner:
    return model.objects.select_for_update().get(pk=pk)


def locked_version(model: type[Owner], pk: int, version: int) -> Owner:
    row = locked(model, pk)
    if row.version != version:
        raise EditedByAnother(row)
    return row


def write(
    actor: User | None, row: Owner, changes: Mapping[str, Any], allowed: Collection[str]
) -> Owner:
    """Columns and chosen rows, under one step of the version; nothing where nothing differs."""
    unknown = sorted(set(changes) - set(allowed))
    if unknown:
        raise ValueError(f"Not to be set here: {unknown}")
    new = {field: _plain(row, field, value) for field, value in changes.items()}
    changed = audit.changed_fields(values_of(row, new), new)
    if not changed:
        return row
    columns: list[str] = [field for field in changed if not is_many(row, field)]
    for field in columns:
        setattr(row, field, new[field])
    row.version += 1
    row.save(update_fields=[*columns, "version"])
    for field in changed.keys() - set(columns):
        getattr(row, field).set(new[field])
    log(actor, Event.Action.CHANGE, row, changed)
    return row


def values_of(row: Model, fields: Collection[str]) -> dict[str, Any]:
    return {field: _plain(row, field, getattr(row, field)) for field in fields}


def is_many(row: Model, field: str) -> bool:
    return isinstance(row._meta.get_field(field), ManyToManyField)


def _plain(row: Model, field: str, value: Any) -> Any:
    if not is_many(row, field):
        return value
    chosen = value.all() if hasattr(value, "all") else value
    return sorted(one.pk for one in chosen)


def log(
    actor: User | None,
    action: Event.Action,
    row: Risk | Control,
    changed: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    """The label holds no text: the log outlives what it describes."""
    audit.record(
        actor=actor,
        action=action,
        obj=row,
        label=f"{str(row._meta.verbose_name).capitalize()} {row.code}",
        unit=row.unit,
        changed=changed,
    )
