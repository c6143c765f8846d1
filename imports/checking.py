"""The dry run: a file against what its register declares. Nothing is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from imports.importer import (
    Actor,
    Column,
    Importer,
    Layout,
    Outcome,
    Problem,
    Row,
    Unfolded,
)
from imports.kinds import Read, shown
from lib.numbers import format_integer
from lib.sheets.cells import is_empty, listed
from lib.sheets.errors import CellError, SheetError
from lib.sheets.reading import opened
from lib.sheets.tables import Cell, Table, normal

REQUIRED = "Måste fyllas i."
PREVIEWED = 10
LONGEST_SHOWN = 80
REMEMBERED = 10_000  # different values of one column
TOLD_EVERY = 2_000
WRITTEN = (Outcome.NEW, Outcome.CHANGED)

Tell = Callable[[str, int], None]


@dataclass
class Checked:
    sheet: str
    columns: list[Column]
    ignored: list[str]
    rows: list[Row]
    examples: int = 0
    problems: list[Problem] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        """Of the rows that could be understood."""
        return sum(row.outcome == outcome and not row.problems for row in self.rows)

    @property
    def to_write(self) -> list[Row]:
        return [row for row in self.rows if row.outcome in WRITTEN]

    def preview(self) -> list[list[str]]:
        return [
            [str(row.number), *(_short(self._shown(row, column)) for column in self.columns)]
            for row in self.rows[:PREVIEWED]
        ]

    def _shown(self, row: Row, column: Column) -> str:
        if column.key in row.values:
            return shown(row.values[column.key])
        return str(row.cell(column.key))


def check(
    importer: Importer, content: bytes, actor: Actor, tell: Tell = lambda step, share: None
) -> Checked:
    """Raises SheetError when the file as a whole cannot be used."""
    tell("Läser filen", 5)
    with opened(content, importer.known) as found:
        table = importer.unfolded(found)
        places = _places(importer, table)
        rows, examples = _rows(importer, table, places, tell)
    if not rows:
        raise SheetError("Det finns inga rader under rubrikerna.")
    tell("Jämför med registret", 70)
    importer.check([row for row in rows if not row.problems], actor)
    used = set(places.values())
    ignored = [heading for at, heading in enumerate(table.headings) if heading and at not in places]
    columns = [column for column in importer.columns if column.key in used]
    problems = [problem for row in rows for problem in row.problems]
    return Checked(table.sheet, columns, ignored, rows, examples, problems)


def _places(importer: Importer, table: Table) -> dict[int, str]:
    """Place in the row → key of the column. Refuses a file in which a column is missing."""
    keys = {name: column.key for column in importer.columns for name in column.names}
    exact = {name: column.key for column in importer.columns for name in column.exact}
    found: dict[int, str] = {}
    for place, heading in enumerate(table.headings):
        key = exact.get(heading) or keys.get(normal(heading))
        if key in found.values():
            raise SheetError(
                f"Två kolumner i filen är rubriken {importer.headings[key or '']}:"
                f" ”{_first(table, found, key)}” och ”{heading}”. Ta bort den ena."
            )
        if key:
            found[place] = key
    missing = [
        one.heading
        for one in importer.columns
        if one.required and one.key not in set(found.values())
    ]
    if missing:
        word = "kolumnen" if len(missing) == 1 else "kolumnerna"
        raise SheetError(f"Filen saknar {word} {_and(missing)}. Rubrikerna ska heta som i mallen.")
    return found


def _first(table: Table, found: Mapping[int, str], key: str | None) -> str:
    return table.headings[next(place for place, taken in found.items() if taken == key)]


def _and(names: list[str]) -> str:
    return listed(names).replace(" eller ", " och ")


def _rows(
    importer: Importer, table: Table, places: Mapping[int, str], tell: Tell
) -> tuple[list[Row], int]:
    reading = _Reading(importer, places, table)
    rows, examples = [], 0
    for number, raw in table.rows:
        row = reading.row(number, raw)
        if reading.is_example(row):
            examples += 1
            continue
        rows.append(row)
        if len(rows) % TOLD_EVERY == 0:
            share = min(65, 10 + len(rows) // 1_000)
            tell(f"Läser rad {format_integer(len(rows))}", share)
    return rows, examples


class _Reading:
    """Cells become values. What returns in many rows is read once."""

    def __init__(self, importer: Importer, places: Mapping[int, str], table: Table) -> None:
        by_key = {column.key: column for column in importer.columns}
        self.columns = [(place, by_key[key], _once(by_key[key])) for place, key in places.items()]
        self.empties = {column.key: column.kind.empty for column in importer.columns}
        self.example = {
            column.key: column.example
            for column in importer.columns
            if column.example and column.key in places.values()
        }
        where = {key: place for place, key in places.items()}
        named = table.named if isinstance(table, Unfolded) else ()
        self.layout = Layout(where, importer.headings)
        self.layouts = [Layout(where, {**importer.headings, **own}) for own in named]

    def row(self, number: int, raw: Sequence[Cell]) -> Row:
        values = self.empties.copy()
        layout = self.layouts[int(raw[-1])] if self.layouts else self.layout
        row = Row(number, values, raw, layout)
        width = len(raw)
        for place, column, read in self.columns:
            cell = raw[place] if place < width else ""
            if cell == "" and not column.required:
                continue
            try:
                values[column.key] = read(cell)
            except CellError as error:
                del values[column.key]
                row.refuse(column.key, str(error))
        return row

    def is_example(self, row: Row) -> bool:
        """The template's example, left in the file."""
        own = self.example
        return bool(own) and all(str(row.cell(key)) == text for key, text in own.items())


class _Memory(dict[Cell, Any]):
    """What has been read, by what was written: looked up without a call of ours."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, cell: Cell) -> Any:
        value = self.read(cell)
        # 1 and True are the same key.
        if len(self) < REMEMBERED and not isinstance(cell, bool):
            self[cell] = value
        return value


def _once(column: Column) -> Read:
    read = column.kind.reader()
    empty, required = column.kind.empty, column.required

    def fresh(cell: Cell) -> Any:
        if is_empty(cell):
            if required:
                raise CellError(REQUIRED)
            return empty
        return read(cell)

    if not column.kind.repeats:
        return fresh
    remembered = _Memory(fresh)
    return lambda cell: fresh(cell) if cell is True or cell is False else remembered[cell]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN].rstrip()} …"


def problem_rows(problems: Iterable[Problem]) -> Iterator[Sequence[str | int]]:
    return ((one.row, one.heading, one.value, one.words) for one in problems)
