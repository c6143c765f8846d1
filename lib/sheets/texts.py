"""CSV as people save it: from Excel, from an old register, in any of three alphabets."""

import csv
from collections.abc import Collection, Iterator
from io import StringIO

from lib.sheets import errors
from lib.sheets.errors import SheetError
from lib.sheets.tables import SEARCHED, Numbered, Table, find, recognised

SEPARATORS = ";\t,"
LONGEST_CELL = 1_000_000


def decoded(content: bytes) -> str:
    """UTF-8, UTF-16 with its mark ("Unicode-text" in Excel), or else Windows' own Latin-1."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in(content, "utf-16")
    try:
        return _in(content, "utf-8-sig")
    except SheetError:
        return _in(content, "cp1252")


def _in(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SheetError(errors.LETTERS) from error


def read(content: bytes, known: Collection[str]) -> Table | None:
    """Separated by whatever makes the most headings readable."""
    csv.field_size_limit(LONGEST_CELL)
    text = decoded(content)
    first = max(SEPARATORS, key=lambda separator: _headings(text, separator, known))
    return find("", _rows(text, first), known)


def _headings(text: str, separator: str, known: Collection[str]) -> int:
    best = 0
    try:
        for number, row in _rows(text, separator):
            if number > SEARCHED:
                break
            best = max(best, recognised(row, known))
    except SheetError:  # told when the rows are read
        pass
    return best


def _rows(text: str, separator: str) -> Iterator[Numbered]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, start=1):
            yield number, row
    except csv.Error as error:
        raise SheetError(errors.QUOTES.format(row=number + 1)) from error
