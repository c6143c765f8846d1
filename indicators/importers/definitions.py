"""Definitions of a file against the register, and into it. The code is the natural key."""

from collections.abc import Sequence

from imports import snapshots
from imports.importer import Actor, Row
from imports.rows import answered, coded, colleagues, complete, once, placed, reach
from imports.snapshots import Made
from indicators.importers.definition_columns import COLUMNS, REQUIRED_OF_NEW
from indicators.models import Indicator, Observation
from indicators.querysets import DEFINERS

BATCH = 500
RESERVED = ("ny", "excel", "undersokningar", "import")
FIELDS = tuple(column.key for column in COLUMNS)
FIRST_YEAR = 1980
OF_OTHERS = "Koden används redan av en indikator i en annan verksamhet."
IN_USE = (
    "Indikatorn har utfall och kan inte börja mätas i något annat. Avsluta den och lägg upp en ny."
)


def check(rows: Sequence[Row], actor: Actor) -> None:
    there = {one.code.casefold(): one for one in Indicator.objects.select_related("unit")}
    measured = set(Observation.objects.order_by().values_list("indicator_id", flat=True).distinct())
    own, people = reach(actor, DEFINERS), colleagues(actor)
    for row in rows:
        found = there.get(row["code"].casefold())
        coded(row, RESERVED)
        if own is not None and found and found.unit_id not in own:
            row.refuse("code", OF_OTHERS)
        placed(row, own, "indikatorer")
        row.values["code"] = found.code if found else row["code"]
        row.outcome = snapshots.compared(row, found, FIELDS)
        row.values["found"] = found
        complete(row, found, REQUIRED_OF_NEW, "Måste fyllas i för en ny indikator.")
        _ordered(row, found)
        if found and found.pk in measured and row["measured"] not in ("", found.measured):
            row.refuse("measured", IN_USE)
        answered(row, "owner", people)
    once(rows, "code", lambda row: row["code"].casefold(), "Samma kod")


def _ordered(row: Row, found: Indicator | None) -> None:
    first = row["first_year"] or (found.first_year if found else None)
    last = row["last_year"] or (found.last_year if found else None)
    if row["first_year"] is not None and row["first_year"] < FIRST_YEAR:
        row.refuse("first_year", f"Kontrollera året: tidigast {FIRST_YEAR}.")
    elif first and last and last < first:
        row.refuse("last_year", "Sista året kan inte ligga före det första.")


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
