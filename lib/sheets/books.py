"""Workbooks (xlsx, xls, ods) by calamine, in the child process only."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from lib.sheets import errors
from lib.sheets.errors import SheetError
from lib.sheets.tables import Cell, Numbered, Table, find

Span = tuple[int, int]  # the first and the last row


def read(content: bytes, known: Collection[str]) -> Table | None:
    """The first visible sheet whose headings are recognised."""
    book = _opened(content)
    shown = (one for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible)
    tables = (find(one.name, _rows(_sheet(book, one.name)), known) for one in shown)
    return next((table for table in tables if table), None)


def _opened(content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(BytesIO(content))
    except PasswordError as error:
        raise SheetError(errors.LOCKED) from error
    except CalamineError as error:
        raise SheetError(errors.BROKEN) from error


def _sheet(book: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except CalamineError as error:
        raise SheetError(errors.BROKEN) from error


def _rows(sheet: CalamineSheet) -> Iterator[Numbered]:
    if sheet.start is None:
        return
    top, left = sheet.start
    spans = _merged_downwards(sheet)
    beside: list[Cell] = [""] * left
    held: dict[int, Cell] = {}
    numbers: dict[float, Cell] = {}
    for number, row in enumerate(sheet.iter_rows(), start=top):
        cells = [
            *beside,
            # Most cells are text already; of numbers the same ones return.
            *(cell if cell.__class__ is str else _known(cell, numbers) for cell in row),
        ]
        for column, its_spans in spans.items():
            _filled(cells, column, number, its_spans, held)
        yield number + 1, cells


def _known(value: object, numbers: dict[float, Cell]) -> Cell:
    if value.__class__ is not float:
        return _plain(value)
    found = numbers.get(value)
    if found is None:
        found = numbers[value] = _plain(value)
    return found


def _merged_downwards(sheet: CalamineSheet) -> dict[int, list[Span]]:
    """Column → its merged ranges of several rows: the value stands in the first of them alone."""
    found: dict[int, list[Span]] = {}
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if bottom > top:
            found.setdefault(left, []).append((top, bottom))
    return found


def _filled(
    cells: list[Cell], column: int, number: int, spans: list[Span], held: dict[int, Cell]
) -> None:
    if column >= len(cells):
        return
    for top, bottom in spans:
        if number == top:
            held[column] = cells[column]
        elif top < number <= bottom:
            cells[column] = held.get(column, "")


def _plain(value: object) -> Cell:
    """Days as ISO text, so that a cell with a date and one with its text are read alike."""
    match value:
        case bool() | str() | int():
            return value
        case float() if isfinite(value):
            return int(value) if value.is_integer() else value
        case datetime():
            whole = value.time() == time(0)
            return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case timedelta():
            return str(value)
    return ""
