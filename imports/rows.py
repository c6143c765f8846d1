"""What most importers ask of a row: its code, its unit, what a new one needs, and that it is said
once."""

from collections.abc import Callable, Collection, Hashable, Sequence

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone

from imports.importer import Actor, Row
from imports.kinds import Place
from lib.codes import CODE
from organisation.access import access_of
from organisation.choices import colleagues_of


def reach(actor: Actor, roles: Collection[str]) -> frozenset[int] | None:
    """The units whose rows the person may bring; None is the operator, who may bring any."""
    return None if actor is None else access_of(actor).unit_ids(*roles)


def colleagues(actor: Actor) -> set[int] | None:
    """Who can be named as the one who answers; None is anybody."""
    return None if actor is None else set(colleagues_of(actor).values_list("pk", flat=True))


def coded(row: Row, reserved: Collection[str]) -> None:
    try:
        CODE(row["code"])
    except ValidationError as error:
        row.refuse("code", str(error.messages[0]))
    if row["code"].casefold() in reserved:
        row.refuse("code", "Koden används av sidans egna adresser. Välj en annan.")


def placed(row: Row, own: frozenset[int] | None, what: str) -> None:
    """The unit of that name as it is today; nobody brings rows for units of others."""
    place: Place | None = row["unit"]
    if place is None:
        return
    unit = place.on(timezone.localdate())
    if unit is None:
        row.refuse("unit", f"{place.units[0]} är avslutad.")
    elif own is not None and unit.pk not in own:
        row.refuse("unit", f"Du lägger inte upp {what} för {unit}.")
    row.values["unit"] = unit


def complete(row: Row, found: Model | None, required: Collection[str], words: str) -> None:
    """What a new one needs, told where nothing else is wrong with the row."""
    for key in required if found is None else ():
        if row[key] in (None, "") and not any(one.row == row.number for one in row.problems):
            row.refuse(key, words)


def answered(row: Row, key: str, people: set[int] | None) -> None:
    if people is not None and row[key] and row[key].pk not in people:
        row.refuse(key, f"{row[key]} har ingen roll i dina verksamheter.")


def once(rows: Sequence[Row], key: str, of: Callable[[Row], Hashable], what: str) -> None:
    """what: "Samma kod" """
    first: dict[Hashable, int] = {}
    for row in rows:
        earlier = first.setdefault(of(row), row.number)
        if earlier != row.number:
            row.refuse(key, f"{what} står på rad {earlier}.")
