"""The dry run: a file against what its register declares. Nothing is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
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
from imports.memory import Remembered, without_collector
from lib.numbers import format_integer
from lib.sheets.cells import is_empty, listed
from lib.sheets.errors import CellError, SheetError
from lib.sheets.reading import opened
from lib.sheets.tables import Cell, Numbered, Table, normal

REQUIRED = "Måste fyllas i."
PREVIEWED = 10
LONGEST_SHOWN = 80
REMEMBERED = 10_000  # different values of one column
BLOCK = 500
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


@without_collector()
def check(
    importer: Importer, content: bytes, actor: Actor, tell: Tell = lambda step, share: None
) -> Checked:
    """Raises SheetError when the file as a whole cannot be used."""
    tell("Läser filen", 5)
    with opened(content, importer.known) as found:
        table = importer.unfolded(found)
        places = _places(importer, table)
        rows, examples = _rows(importer, table, places, actor, tell)
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
    importer: Importer, table: Table, places: Mapping[int, str], actor: Actor, tell: Tell
) -> tuple[list[Row], int]:
    reading, look = _Reading(importer, places, table), importer.first_look(actor)
    rows: list[Row] = []
    examples = 0
    while block := list(islice(table.rows, BLOCK)):
        read = reading.block(block)
        own = reading.without_examples(read)
        examples += len(read) - len(own)
        look([row for row in own if not row.problems])
        rows += own
        share = min(65, 10 + len(rows) // 1_000)
        tell(f"Läser rad {format_integer(len(rows))}", share)
    return rows, examples


class _Reading:
    """Cells become values. What returns in many rows is read once, and sound rows are read a
    block at a time."""

    def __init__(self, importer: Importer, places: Mapping[int, str], table: Table) -> None:
        by_key = {column.key: column for column in importer.columns}
        self.columns = [(place, key, _once(by_key[key])) for place, key in places.items()]
        self.empties = {column.key: column.kind.empty for column in importer.columns}
        self.absent = {key: self.empties[key] for key in self.empties.keys() - places.values()}
        self.example = [
            (column.key, column.example)
            for column in importer.columns
            if column.example and column.key in places.values()
        ]
        where = {key: place for place, key in places.items()}
        named = table.named if isinstance(table, Unfolded) else ()
        self.layout = Layout(where, importer.headings)
        self.layouts = [Layout(where, {**importer.headings, **own}) for own in named]

    def block(self, numbered: Sequence[Numbered]) -> list[Row]:
        try:
            return self._sound(numbered)
        except (CellError, IndexError):
            return [self.row(number, raw) for number, raw in numbered]

    def _sound(self, numbered: Sequence[Numbered]) -> list[Row]:
        """Column by column. Raises for a block in which a cell cannot be read or a row is
        short."""
        read = [
            list(map(read, [raw[place] for _, raw in numbered])) for place, _, read in self.columns
        ]
        absent = [[empty] * len(numbered) for empty in self.absent.values()]
        keys = [*(key for _, key, _ in self.columns), *self.absent]
        rows = zip(*read, *absent, strict=True)
        layout = None if self.layouts else self.layout
        return [
            Row(number, dict(zip(keys, values, strict=True)), raw, layout or self._layout(raw))
            for (number, raw), values in zip(numbered, rows, strict=True)
        ]

    def row(self, number: int, raw: Sequence[Cell]) -> Row:
        """Cell by cell, with what is wrong with each."""
        values = self.empties.copy()
        row = Row(number, values, raw, self._layout(raw))
        for place, key, read in self.columns:
            try:
                values[key] = read(raw[place] if place < len(raw) else "")
            except CellError as error:
                del values[key]
                row.refuse(key, str(error))
        return row

    def _layout(self, raw: Sequence[Cell]) -> Layout:
        return self.layouts[int(raw[-1])] if self.layouts else self.layout

    def without_examples(self, rows: list[Row]) -> list[Row]:
        """The template's example, left in the file, is nobody's row."""
        if not self.example:
            return rows
        key, text = self.example[0]
        # Nearly always the first cell of it is nowhere in the block.
        if text not in {str(row.cell(key)) for row in rows}:
            return rows
        return [row for row in rows if not self._is_example(row)]

    def _is_example(self, row: Row) -> bool:
        return all(str(row.cell(key)) == text for key, text in self.example)


def _once(column: Column) -> Read:
    read = column.kind.reader()
    empty, required = column.kind.empty, column.required

    def fresh(cell: Cell) -> Any:
        if is_empty(cell):
            if required:
                raise CellError(REQUIRED)
            return empty
        return read(cell)

    memory = Remembered(fresh, REMEMBERED if column.kind.repeats else 0)
    if not required:
        memory[""] = empty
    return memory.__getitem__


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN].rstrip()} …"


def problem_rows(problems: Iterable[Problem]) -> Iterator[Sequence[str | int]]:
    return ((one.row, one.heading, one.value, one.words) for one in problems)
