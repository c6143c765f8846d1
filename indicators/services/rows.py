"""What every write of the register shares: the row under a lock, its version, the log."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import F, Model

from audit import services as audit
from audit.models import Event
from organisation.models import Unit, User

Row = TypeVar("Row", bound=Model)


class EditedByAnother(Exception):
    """Somebody saved first; `saved` is the row as it stands now."""

    def __init__(self, saved: Model) -> None:
        super().__init__(f"{saved._meta.label} {saved.pk} har ändrats av någon annan.")
        self.saved = saved


class IsUsed(Exception):
    """What others build on cannot be taken away or turned into something else."""


def locked(model: type[Row], pk: int, version: int) -> Row:
    """The row to change, held until the transaction ends.

    Raises:
        EditedByAnother: when it is no longer the version that was read.
    """
    row = model._default_manager.select_for_update().get(pk=pk)
    if row.version != version:  # type: ignore[attr-defined]  # each model of the register has one
        raise EditedByAnother(row)
    return row


def write(row: Row, changes: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Save what differs as the next version; what changed, for the log."""
    before = values(row, changes)
    for field, value in changes.items():
        setattr(row, field, value)
    type(row)._default_manager.filter(pk=row.pk).update(**changes, version=F("version") + 1)
    row.refresh_from_db()
    return audit.changed_fields(before, values(row, changes))


def values(row: Model, fields: Iterable[str]) -> dict[str, str]:
    return {field: str(getattr(row, field)) for field in fields}


def only(allowed: Iterable[str], given: Iterable[str]) -> None:
    unknown = sorted(set(given) - set(allowed))
    if unknown:
        raise ValueError(f"Not to be set here: {unknown}")


def log(
    actor: User | None,
    action: Event.Action,
    row: Model,
    *,
    label: str,
    unit: Unit,
    changed: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    audit.record(actor=actor, action=action, obj=row, label=label, unit=unit, changed=changed)
