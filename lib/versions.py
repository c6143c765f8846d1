"""Two people change the same row: whoever saves last sees both texts, and nothing is lost.

Each row that people edit has a `version`, which travels with the form that shows it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

from django import forms
from django.db.models import ManyToManyField, Model
from django.utils.formats import date_format
from django.utils.timezone import localtime

from lib.numbers import NOT_SET, format_exact

Row = TypeVar("Row", bound=Model)
Changed = dict[str, tuple[Any, Any]]


class EditedByAnother(Exception):
    """Somebody saved first. Nothing was written; `saved` is the row as it stands."""

    def __init__(self, saved: Any) -> None:
        super().__init__(f"{saved._meta.label} {saved.pk} har ändrats av någon annan.")
        self.saved = saved


def only(allowed: Collection[str], given: Iterable[str]) -> None:
    """A programmer's mistake, and not a person's."""
    unknown = sorted(set(given) - set(allowed))
    if unknown:
        raise ValueError(f"Not to be set here: {unknown}")


def locked(model: type[Row], pk: int, version: int | None = None) -> Row:
    """The row to change, held until the transaction ends.

    Raises:
        EditedByAnother: when it is no longer the version that was read.
    """
    row = model._default_manager.select_for_update().get(pk=pk)
    if version is not None and row.version != version:  # type: ignore[attr-defined]
        raise EditedByAnother(row)
    return row


def write(row: Model, changes: Mapping[str, Any], *, beside: bool = False) -> Changed:
    """Columns and chosen rows, under one step of the version; what changed, for the log.

    Where nothing differs nothing is written, unless something `beside` the columns does.
    """
    changed = {
        field: (old, new)
        for field, value in changes.items()
        if (old := _plain(row, field, getattr(row, field))) != (new := _plain(row, field, value))
    }
    if not (changed or beside):
        return changed
    columns = [field for field in changed if not _is_many(row, field)]
    for field in columns:
        setattr(row, field, changes[field])
    row.version += 1  # type: ignore[attr-defined]
    row.save(update_fields=[*columns, "version"])
    for field in changed.keys() - set(columns):
        getattr(row, field).set(changes[field])
    return changed


def _is_many(row: Model, field: str) -> bool:
    return isinstance(row._meta.get_field(field), ManyToManyField)


def _plain(row: Model, field: str, value: Any) -> Any:
    if not _is_many(row, field):
        return value
    return sorted(one.pk for one in (value.all() if hasattr(value, "all") else value))


@dataclass(frozen=True)
class Difference:
    """A field whose text in the form is another than what stands in the register."""

    label: str
    mine: str
    saved: str


def in_words(row: Model, name: str) -> str:
    """What stands in a field, as a person reads it."""
    value = getattr(row, name)
    if hasattr(value, "all"):
        return listed_rows(value.all())
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, Decimal):
        return format_exact(value)
    if isinstance(value, datetime):
        return date_format(localtime(value), "j F Y H:i")
    shown = getattr(row, f"get_{name}_display", lambda: value)()
    return NOT_SET if shown in (None, "") else str(shown)


def listed_rows(rows: Iterable[Any]) -> str:
    return ", ".join(sorted(map(str, rows))) or NOT_SET


def differing(told: Iterable[tuple[str, str, str]]) -> list[Difference]:
    return [Difference(*one) for one in told if one[1] != one[2]]


def renew(form: forms.BaseForm, version: int) -> None:
    """Saving once more is a choice: the form carries the version that has now been read."""
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data["version"] = str(version)  # type: ignore[index]
