"""50,000 outcomes from a workbook into the register, against calamine's plain read of the file.

Run by run.py once per database, with a data folder and a database of its own. Ours is the whole
import as a person orders it: reading in the child, checking each row, writing, the log, commit.
"""

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from random import Random

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- Django is set up first
from django.db import connection  # noqa: E402
from python_calamine import CalamineWorkbook  # noqa: E402
from xlsxwriter import Workbook  # noqa: E402

from bench.lists import server_seconds  # noqa: E402
from bench.measure import Cost, Result, cost_of, hand_over, middle, tell  # noqa: E402
from imports.services import bring  # noqa: E402
from indicators.importers import ObservationImporter  # noqa: E402
from indicators.importers.outcome_columns import COLUMNS  # noqa: E402
from indicators.models import Indicator, Observation, ObservationRevision  # noqa: E402
from organisation.models import Unit, UnitClosure  # noqa: E402

INDICATORS, UNITS, YEARS = 500, 10, range(2014, 2024)
ROWS = INDICATORS * UNITS * len(YEARS)
CLAIMS = {"postgresql": 5.0, "sqlite": 10.0}
ROUNDS = 3
COMMENT = "Resultatet påverkas av bemanningen under sommaren."


def main() -> None:
    call_command("migrate", verbosity=0)
    fill()
    hand_over(list(measured()))


def fill() -> None:
    top = Unit.objects.create(name="Lindby", slug="lindby", level=Unit.Level.MUNICIPALITY)
    Unit.objects.bulk_create(
        Unit(name=f"Enhet {number}", slug=f"e{number}", parent=top, level=Unit.Level.UNIT)
        for number in range(UNITS)
    )
    UnitClosure.rebuild()
    Indicator.objects.bulk_create(
        Indicator(
            code=f"IND-{number:03d}",
            name=f"Mått {number}",
            unit=top,
            measured=Indicator.Measured.SHARE if number % 3 else Indicator.Measured.COUNT,
            first_year=YEARS[0],
        )
        for number in range(INDICATORS)
    )


def book(seed: int) -> bytes:
    """All fifteen columns of the template. Another seed gives other figures at the same places."""
    target, rng = BytesIO(), Random(seed)
    with Workbook(target, {"constant_memory": True}) as made:
        page = made.add_worksheet()
        page.write_row(0, 0, [column.heading for column in COLUMNS])
        places = (
            (number, unit, year)
            for number in range(INDICATORS)
            for unit in range(UNITS)
            for year in YEARS
        )
        for at, (number, unit, year) in enumerate(places, start=1):
            page.write_row(at, 0, row(rng, number, unit, year))
    return target.getvalue()


def row(rng: Random, number: int, unit: int, year: int) -> list[object]:
    whole = rng.randrange(20, 900)
    part = rng.randrange(whole)
    figures = [part, whole, ""] if number % 3 else ["", "", whole]
    is_last = year == YEARS[-1]
    said = ["Preliminär" if is_last else "", COMMENT if is_last else ""]
    where = [f"IND-{number:03d}", f"Enhet {unit}", year, "VB", "Totalt"]
    return [*where, *figures, "", "", "", rng.randrange(9), whole, *said]


def measured() -> Iterator[Result]:
    first, second = book(1), book(2)
    costs: dict[str, list[Cost]] = {"new": [], "known": [], "changed": []}
    floors: list[Cost] = []
    for _ in range(ROUNDS):
        ObservationRevision.objects.all()._raw_delete(ObservationRevision.objects.db)
        Observation.objects.all()._raw_delete(Observation.objects.db)
        for name, content in (("new", first), ("known", first), ("changed", second)):
            floors.append(cost_of(partial(plain, content)))
            costs[name].append(cost_with_server(partial(imported, content)))
        tell(f"{connection.vendor}: {floors[-3:]} {[kept[-1] for kept in costs.values()]}")
    floor = middle(floors)
    for name, kept in costs.items():
        yield from results(name, middle(kept), floor, len(first))


def results(name: str, ours: Cost, floor: Cost, size: int) -> Iterator[Result]:
    claim = CLAIMS[connection.vendor] if name == "new" else None
    title = f"importing {ROWS:,} outcomes, {name}, {connection.vendor}"
    note = f"{size / 1e6:.1f} MB, {len(COLUMNS)} columns, against calamine's plain read"
    yield Result(title, ours.wall, floor.wall, "s wall", claim, note)
    yield Result(title, ours.cpu, floor.cpu, "s CPU", None, f"{note}; the child's and server's too")


def plain(content: bytes) -> None:
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
    assert sum(1 for _ in sheet.iter_rows()) == ROWS + 1


def imported(content: bytes) -> None:
    batch = bring(actor=None, importer=ObservationImporter(), name="x.xlsx", content=content)
    assert batch.rows == ROWS


def cost_with_server(work: Callable[[], object]) -> Cost:
    """Of us, our child and the database server's process."""
    before = server_seconds()
    cost = cost_of(work)
    return Cost(cost.wall, cost.cpu + server_seconds() - before)


if __name__ == "__main__":
    main()
