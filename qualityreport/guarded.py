"""Tables of counted cases below the level where counts are public: the small cells are hidden,
and with them as few others as it takes that none can be computed from the sums.

Where the sum of everything would have to go too, or nothing would be left, the whole table goes.
It is for tables that divide what is told elsewhere as a whole; what hangs together with other
tables by more than its sum goes all at once (shown.protected).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lib.numbers import format_integer
from lib.suppression import Cell, Key, Protection, Sum, protect
from qualityreport.parts import Part, Row, Table, paragraphs
from qualityreport.scope import Scope
from qualityreport.shown import TOO_FEW, WITHHELD, fewer_than, note_hidden

Place = tuple[int, int]  # row and column of the printed table


@dataclass
class Sheet:
    """Which cells of a table are counts, and which of them are sums of which.

    `implied` are counts that nobody prints but anybody may subtract.
    """

    counts: dict[Place, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    implied: dict[Key, Cell] = field(default_factory=dict)
    total: Place | None = None

    def hidden(self, scope: Scope) -> Protection:
        limit = scope.policy.minimum_count
        cells = dict(self.implied)
        cells |= {place: Cell.of_count(count, limit) for place, count in self.counts.items()}
        return protect(cells, self.sums)


def sheet(
    rows: Sequence[Sequence[int]], *, total_row: bool = False, total_column: bool = False
) -> Sheet:
    """Rows of counts as they are printed, beside the words of the first column."""
    made = Sheet({(r, c): n for r, row in enumerate(rows) for c, n in enumerate(row, start=1)})
    last, width = len(rows) - 1, len(rows[0]) if rows else 0
    if total_row and last:
        made.sums += [
            Sum((last, c), tuple((r, c) for r in range(last))) for c in range(1, width + 1)
        ]
    if total_column and width > 1:
        made.sums += [
            Sum((r, width), tuple((r, c) for c in range(1, width))) for r in range(last + 1)
        ]
    if total_row or total_column:
        made.total = (last, width)
    return made


def guarded(scope: Scope, table: Table, sheet: Sheet, *pictures: Part) -> list[Part]:
    """The table with what may be told. A picture of it is left out when anything is hidden."""
    if scope.shows(1):
        return [*pictures, table]
    found = sheet.hidden(scope)
    places = [place for place in sheet.counts if found.hides(place)]
    if not places:
        return [*pictures, table]
    something_is_left = any(count for place, count in sheet.counts.items() if place not in places)
    if not something_is_left or (sheet.total and found.hides(sheet.total)):
        note_hidden(scope, table.title)
        return [paragraphs(TOO_FEW)]
    texts = {place: _text(place, found, scope) for place in places}
    for row, column in places:
        what = f"{table.rows[row].cells[0].text}, {table.columns[column].title.lower()}"
        note_hidden(scope, f"{table.title}: {what}", beside=(row, column) in found.beside)
    rows = [_row(at, row, texts) for at, row in enumerate(table.rows)]
    return [replace(table, rows=rows, note=f"{table.note} {_why(scope)}".strip())]


def _text(place: Place, found: Protection, scope: Scope) -> str:
    if place in found.small and place not in found.vague:
        return fewer_than(scope.policy)
    return WITHHELD


def _row(at: int, row: Row, texts: Mapping[Place, str]) -> Row:
    cells = [
        replace(cell, text=texts[at, column]) if (at, column) in texts else cell
        for column, cell in enumerate(row.cells)
    ]
    return replace(row, cells=cells)


def _why(scope: Scope) -> str:
    limit = format_integer(scope.policy.minimum_count)
    return f"Antal under {limit}, och antal som de kan räknas fram ur, redovisas inte."
