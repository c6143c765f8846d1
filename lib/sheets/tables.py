"""From rows of cells to a table: where its headings stand, and what belongs to it."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice

from lib.sheets import errors
from lib.sheets.errors import SheetError

Cell = str | int | float | bool
Row = Sequence[Cell]
# A row with its number as the spreadsheet shows it.
Numbered = tuple[int, Row]

LONGEST = 100_000
WIDEST = 200
SEARCHED = 20  # rows above the table: titles, dates, who made it


class Table:
    """`rows` is read once, and may raise SheetError on the way."""

    # No dataclass, the making of which is a tenth of the child's start.
    def __init__(self, sheet: str, headings: list[str], rows: Iterator[Numbered]) -> None:
        self.sheet, self.headings, self.rows = sheet, headings, rows


def normal(heading: object) -> str:
    """Letters and digits alone: "Inkom (datum)*" and "inkom datum" are the same heading."""
    text = unicodedata.normalize("NFC", str(heading)).casefold()
    return " ".join("".join(char if char.isalnum() else " " for char in text).split())


def recognised(row: Row, known: Collection[str]) -> int:
    return len({normal(cell) for cell in row if isinstance(cell, str)} & set(known))


def find(sheet: str, rows: Iterable[Numbered], known: Collection[str]) -> Table | None:
    """The table below the row in which most headings are recognised."""
    left = iter(rows)
    first = list(islice(left, SEARCHED))
    hits = [recognised(row, known) for _, row in first]
    if not hits or max(hits) < min(2, len(known)):
        return None
    place = hits.index(max(hits))
    _, headings = first[place]
    titles = [str(cell).strip() for cell in headings]
    while titles and not titles[-1]:
        titles.pop()
    return Table(sheet, titles, _within(chain(first[place + 1 :], left), len(titles)))


def _within(rows: Iterable[Numbered], width: int) -> Iterator[Numbered]:
    """The rows that hold something below the headings; what stands beside is nobody's."""
    if width > WIDEST:
        raise SheetError(errors.TOO_MANY_COLUMNS)
    count = 0
    for number, row in rows:
        cells = list(row[:width])
        if all(isinstance(cell, str) and not cell.strip() for cell in cells):
            continue
        count += 1
        if count > LONGEST:
            raise SheetError(errors.TOO_LONG)
        yield number, cells
