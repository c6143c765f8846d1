"""What a cell for an outcome says: "1 234", "19 av 34", "56 %", "< 5". Whether that fits the
indicator is asked later."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import ClassVar

from imports.kinds import Kind
from lib.fields import plain
from lib.sheets import cells
from lib.sheets.errors import CellError
from lib.sheets.tables import Cell

HIGHEST = 999_999_999
ABOUT = re.compile(r"(ca\b|cirka|c:a|ungefär|omkring|runt|drygt|knappt|nästan|~|≈|>|över\b)", re.I)
FEW = re.compile(r"(?:<|färre än|mindre än|under)\s*(\d{1,2})", re.I)
PAIR = re.compile(r"(\d+)\s*(?:av|/|\()\s*(\d+)\)?(?:\s*\(?\s*\d+(?:[.,]\d+)?\s*%\s*\)?)?", re.I)
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
INEXACT = (
    "Skriv ett exakt tal. Är det inte känt, lämna cellen tom och skriv varför i kolumnen Varför"
    " utfall saknas."
)
DAY = "Här står ett datum. Excel gör om 3/12 till ett datum: skriv 3 av 12."
NEGATIVE = "Talet kan inte vara negativt."


class Said(Enum):
    NUMBER = "number"
    PERCENT = "percent"
    PAIR = "pair"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Figure:
    """`of` is the whole of a pair. A number without decimals is an int."""

    said: Said
    number: int | Decimal
    of: int = 0
    # A number of Excel's own, which may be 0.45 where the cell shows 45 %
    bare: bool = False
    # A whole number from nought up, with nothing said of it
    is_count: bool = False

    def __str__(self) -> str:
        match self.said:
            case Said.PAIR:
                return f"{self.number} av {self.of}"
            case Said.PERCENT:
                return f"{_comma(self.number)} %"
            case Said.FEW:
                return f"< {self.number}"
        return _comma(self.number)


def _comma(number: int | Decimal) -> str:
    return str(number).replace(".", ",")


def figure(cell: Cell) -> Figure:
    if isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell <= HIGHEST:
        return Figure(Said.NUMBER, cell, bare=True, is_count=True)
    if isinstance(cell, float):
        return Figure(Said.NUMBER, Decimal(f"{cell:.10f}").normalize(), bare=True)
    if isinstance(cell, str):
        return _written(GROUPED.sub("", " ".join(plain(cell, lines=False).split())))
    return Figure(Said.NUMBER, _number(cell), bare=True)


def _written(text: str) -> Figure:
    if pair := PAIR.fullmatch(text):
        return Figure(Said.PAIR, _whole(pair[1]), _whole(pair[2]))
    if few := FEW.fullmatch(text):
        return Figure(Said.FEW, int(few[1]))
    if ABOUT.match(text):
        raise CellError(INEXACT)
    if A_DAY.fullmatch(text):
        raise CellError(DAY)
    if text.endswith("%"):
        return Figure(Said.PERCENT, _number(text[:-1].strip()))
    return Figure(Said.NUMBER, _number(text))


def _whole(digits: str) -> int:
    number = int(digits[:12])
    if number > HIGHEST:
        raise CellError("Talet är för stort. Kontrollera siffrorna.")
    return number


def _number(cell: Cell) -> int | Decimal:
    found = cells.number(cell)
    return int(found) if found == found.to_integral_value() else found


@dataclass(frozen=True)
class Figures(Kind):
    title: ClassVar[str] = "Tal"

    def reader(self) -> Callable[[Cell], Figure]:
        return figure
