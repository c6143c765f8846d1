"""Definitions of a file against the register, and into it. The code is the natural key."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils import timezone

from imports.importer import Actor, Row
from imports.kinds import Place
from indicators.importers import snapshots
from indicators.importers.definition_columns import COLUMNS, REQUIRED_OF_NEW
from indicators.importers.snapshots import Made
from indicators.models import Indicator, Observation
from indicators.querysets import DEFINERS
from lib.codes import CODE
from organisation.access import access_of
from organisation.choices import colleagues_of

BATCH = 500
RESERVED = ("ny", "excel", "undersokningar", "import")
FIELDS = tuple(column.key for column in COLUMNS)
FIRST_YEAR = 1980
IN_USE = (
    "Indikatorn har utfall och kan inte börja mätas i något annat. Avsluta den och lägg upp en ny."
)


def check(rows: Sequence[Row], actor: Actor) -> None:
    there = {one.code.casefold(): one for one in Indicator.objects.select_related("unit")}
    measured = set(Observation.objects.order_by().values_list("indicator_id", flat=True).distinct())
    own = None if actor is None else access_of(actor).unit_ids(*DEFINERS)
    people = None if actor is None else set(colleagues_of(actor).values_list("pk", flat=True))
    for row in rows:
        found = there.get(row["code"].casefold())
        _coded(row)
        _placed(row, own, found)
        row.values["code"] = found.code if found else row["code"]
        row.outcome = snapshots.compared(row, found, FIELDS)
        row.values["found"] = found
        _complete(row, found)
        _ordered(row, found)
        if found and found.pk in measured and row["measured"] not in ("", found.measured):
            row.refuse("measured", IN_USE)
        if people is not None and row["owner"] and row["owner"].pk not in people:
            row.refuse("owner", f"{row['owner']} har ingen roll i dina verksamheter.")
    _once_in_the_file(rows)


def _coded(row: Row) -> None:
    try:
        CODE(row["code"])
    except ValidationError as error:
        row.refuse("code", str(error.messages[0]))
    if row["code"].casefold() in RESERVED:
        row.refuse("code", "Koden används av sidans egna adresser. Välj en annan.")


def _placed(row: Row, own: frozenset[int] | None, found: Indicator | None) -> None:
    """Today's unit of that name; nobody defines for units of others."""
    if own is not None and found and found.unit_id not in own:
        row.refuse("code", "Koden används redan av en indikator i en annan verksamhet.")
    place: Place | None = row["unit"]
    if place is None:
        return
    unit = place.on(timezone.localdate())
    if unit is None:
        row.refuse("unit", f"{place.units[0]} är avslutad.")
    elif own is not None and unit.pk not in own:
        row.refuse("unit", f"Du lägger inte upp indikatorer för {unit}.")
    row.values["unit"] = unit


def _complete(row: Row, found: Indicator | None) -> None:
    for key in REQUIRED_OF_NEW if found is None else ():
        if row[key] in (None, "") and not any(one.row == row.number for one in row.problems):
            row.refuse(key, "Måste fyllas i för en ny indikator.")


def _ordered(row: Row, found: Indicator | None) -> None:
    first = row["first_year"] or (found.first_year if found else None)
    last = row["last_year"] or (found.last_year if found else None)
    if row["first_year"] is not None and row["first_year"] < FIRST_YEAR:
        row.refuse("first_year", f"Kontrollera året: tidigast {FIRST_YEAR}.")
    elif first and last and last < first:
        row.refuse("last_year", "Sista året kan inte ligga före det första.")


def _once_in_the_file(rows: Sequence[Row]) -> None:
    first: dict[str, int] = {}
    for row in rows:
        earlier = first.setdefault(row["code"].casefold(), row.number)
        if earlier != row.number:
            row.refuse("code", f"Samma kod står på rad {earlier}.")


def save(rows: Sequence[Row]) -> list[Made]:
    new = [row for row in rows if row["found"] is None]
    made = Indicator.objects.bulk_create(
        (Indicator(**snapshots.given(row, FIELDS)) for row in new), batch_size=BATCH
    )
    changed = [
        (row["found"], snapshots.given(row, FIELDS)) for row in rows if row["found"] is not None
    ]
    return [*map(snapshots.made, made), *snapshots.change(Indicator, changed)]


def undo(made: Sequence[Made]) -> None:
    snapshots.restore(Indicator, made, lambda rows: [row.code for row in rows])
