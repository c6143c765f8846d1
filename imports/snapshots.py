"""Rows of a register that a file makes or changes through the ORM, and how they are taken back."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, TypedDict

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from imports.importer import CannotUndo, Outcome, Row
from imports.pointing import pointed_at

BATCH = 500
GONE = "Importen kan inte ångras: några av raderna finns inte längre."


class Made(TypedDict):
    """`before` is what a changed row said; None for a new one."""

    pk: int
    version: int
    before: dict[str, Any] | None


def given(row: Row, fields: Collection[str]) -> dict[str, Any]:
    """What an empty cell says nothing of is left as it stands, or as a new row begins."""
    return {name: row[name] for name in fields if row[name] not in (None, "")}


def compared(row: Row, found: Model | None, fields: Collection[str]) -> Outcome:
    if found is None:
        return Outcome.NEW
    return Outcome.CHANGED if differs(found, given(row, fields)) else Outcome.KNOWN


def differs(found: Model, values: dict[str, Any]) -> bool:
    return any(_stored(found, name) != _plain(value) for name, value in values.items())


def _stored(found: Model, name: str) -> Any:
    return getattr(found, found._meta.get_field(name).attname)  # type: ignore[union-attr]


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, Model) else value


def made(row: Any) -> Made:
    return {"pk": row.pk, "version": row.version, "before": None}


def change(model: type[Model], pairs: Sequence[tuple[Any, dict[str, Any]]]) -> Iterator[Made]:
    """Writes the values over what was compared with."""
    touched = sorted({name for _, values in pairs for name in values})
    told: list[Made] = []
    for row, values in pairs:
        before = {_attname(model, name): _json(_stored(row, name)) for name in values}
        for name, value in values.items():
            setattr(row, name, value)
        row.version += 1
        told.append({"pk": row.pk, "version": row.version, "before": before})
    if pairs:
        fields = [*touched, "version"]
        model._default_manager.bulk_update((row for row, _ in pairs), fields, batch_size=BATCH)
    return iter(told)


def _attname(model: type[Model], name: str) -> str:
    return str(model._meta.get_field(name).attname)  # type: ignore[union-attr]


def _json(value: Any) -> Any:
    plain = value is None or isinstance(value, int | str)
    return value if plain else DjangoJSONEncoder().default(value)


def restore(
    model: type[Model],
    made: Sequence[Made],
    named: Callable[[list[Any]], list[str]],
    own: Collection[type[Model]] = (),
) -> None:
    """Raises CannotUndo when one has been changed since, or a new one is built upon. `own` are
    tables that the file filled beside it."""
    by_pk = {one["pk"]: one for one in made}
    rows = [row for some in _pieces(list(by_pk)) for row in _locked(model, some)]
    if len(rows) != len(by_pk):
        raise CannotUndo(GONE)
    new = [pk for pk, one in by_pk.items() if one["before"] is None]
    used = set(pointed_at(model, new, own))
    touched = [row for row in rows if row.version != by_pk[row.pk]["version"] or row.pk in used]
    if touched:
        names = ", ".join(named(touched[:5])) + (" med flera" if len(touched) > 5 else "")
        raise CannotUndo(f"Importen kan inte ångras: någon har arbetat vidare med {names}.")
    _give_back(model, [row for row in rows if by_pk[row.pk]["before"] is not None], by_pk)
    for some in _pieces(new):
        model._default_manager.filter(pk__in=some).delete()


def _give_back(model: type[Model], rows: Sequence[Any], by_pk: dict[int, Made]) -> None:
    fields = {"version"}
    for row in rows:
        for attname, value in (by_pk[row.pk]["before"] or {}).items():
            setattr(row, attname, value)
            fields.add(attname)
        row.version += 1
    if rows:
        names = sorted(fields)
        wanted = [one.name for one in model._meta.concrete_fields if one.attname in names]
        model._default_manager.bulk_update(rows, wanted, batch_size=BATCH)


def _locked(model: type[Model], pks: Sequence[int]) -> list[Any]:
    # By pk: an ordering by another table cannot be locked.
    rows = model._default_manager.select_for_update().filter(pk__in=pks)
    return list(rows.order_by("pk"))


def _pieces(pks: Sequence[int]) -> Iterator[Sequence[int]]:
    return (pks[at : at + BATCH] for at in range(0, len(pks), BATCH))
