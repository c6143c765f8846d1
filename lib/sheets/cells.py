"""One cell, read as people write it: "3 mars 2024", "1 234", "0,5", "x". Pure functions.

Each takes a cell that holds something and raises CellError with words for the person.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from difflib import get_close_matches
from math import isfinite
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils import timezone

from lib.fields import CountField, NumberField, at_most, plain
from lib.sheets.errors import CellError
from lib.sheets.tables import Cell, normal

Value = TypeVar("Value")

EMPTY = ("", "-", "–", "—")
NOT_A_DAY = "Kan inte läsas som ett datum. Skriv till exempel 2024-03-03 eller 3 mars 2024."
NO_SUCH_DAY = "Det finns inget sådant datum."
NOT_A_MOMENT = "Kan inte läsas som dag och klockslag. Skriv till exempel 2024-03-03 14:30."
FEW = 12  # so many are all named
YES = {"ja", "j", "x", "1", "sant", "true", "yes"}
NO = {"nej", "n", "0", "falskt", "false", "no"}

EPOCH = date(1899, 12, 30)  # of the day numbers of Excel
DAY_NUMBERS = range(20_000, 80_000)  # 1954 to 2119
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTH_NAMES = {
    *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"),
    *("september", "oktober", "november", "december", "sept", *MONTHS),
}
DAY_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})(?:[/. -]|\s*-)(?P<y>\d{4}|\d{2})",
        r"(?:\w{3,7}\s+)?(?:den\s+)?(?P<d>\d{1,2})(?::?e|:a)?\s*(?P<n>[a-z]{3,9})\.?\s*-?"
        r"(?P<y>\d{4}|\d{2})",
    )
)
CLOCK = re.compile(r"(.*?)(?:,|t|\s)\s*(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?")


def is_empty(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip() in EMPTY


def text(cell: Cell, *, lines: bool, limit: int) -> str:
    """As it stands; a number without decimals has none."""
    if isinstance(cell, bool):
        return "Ja" if cell else "Nej"
    found = plain(str(cell), lines=lines).strip()
    _passed(at_most(limit), found)
    return found


def day(cell: Cell) -> date:
    if _is_day_number(cell):
        return EPOCH + timedelta(days=int(cell))
    written = _written(cell)
    without_clock = CLOCK.fullmatch(written)
    return _day(without_clock[1].strip() if without_clock else written)


def moment(cell: Cell) -> datetime:
    """By the local clock; a day alone begins at midnight."""
    if _is_day_number(cell):
        minutes = round(float(cell) * 24 * 60)
        return _aware(datetime.combine(EPOCH, time(0)) + timedelta(minutes=minutes))
    clock = CLOCK.fullmatch(_written(cell))
    if clock is None:
        return _aware(datetime.combine(day(cell), time(0)))
    hour, minute = int(clock[2]), int(clock[3])
    if hour > 23 or minute > 59:
        raise CellError(NOT_A_MOMENT)
    return _aware(datetime.combine(_day(clock[1].strip()), time(hour, minute)))


def whole(cell: Cell) -> int:
    """From nought up; "1 234" is one thousand two hundred and so on."""
    return int(_passed(CountField().clean, _as_text(cell)))


def number(cell: Cell) -> Decimal:
    return Decimal(_passed(NumberField().clean, _as_text(cell)))


def yes_no(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    said = str(cell).strip().casefold()
    if said in YES or said in NO:
        return said in YES
    raise CellError("Skriv Ja eller Nej.")


def chosen(cell: Cell, values: Mapping[str, Value], names: Iterable[str]) -> Value:
    """One of the values, which are keyed by their normal form."""
    said = normal(cell)
    if said in values:
        return values[said]
    raise CellError(unknown(str(cell).strip(), names))


def unknown(said: str, names: Iterable[str]) -> str:
    """What is offered instead: all where they are few, else those that look alike."""
    offered = list(names)
    if len(offered) <= FEW:
        return f"Okänt värde. Välj {listed(offered)}." if offered else "Det finns inget att välja."
    near = alike(said, offered)
    hint = f"Menar du {listed(near)}?" if near else "De som finns står i mallen, under Förklaring."
    return f"Okänt värde. {hint}"


def listed(names: list[str]) -> str:
    return " eller ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def alike(said: str, names: list[str]) -> list[str]:
    by_normal = {normal(name): name for name in names}
    return [by_normal[found] for found in get_close_matches(normal(said), by_normal, 3, 0.7)]


def _day(written: str) -> date:
    for form in DAY_FORMS:
        found = form.fullmatch(written)
        if found and (month := _month(found.groupdict())):
            return _dated(found["y"], month, found["d"])
    raise CellError(NOT_A_DAY)


def _month(parts: Mapping[str, str | None]) -> int:
    """Nought for a word that is no month."""
    name = parts.get("n")
    if name is None:
        return int(parts["m"] or 0)
    return MONTHS.index(name[:3]) + 1 if name in MONTH_NAMES else 0


def _dated(year: str, month: int, day: str) -> date:
    whole_year = int(year)
    if len(year) == 2:
        whole_year += 2000
        whole_year -= 100 if whole_year > timezone.localdate().year + 10 else 0
    try:
        return date(whole_year, month, int(day))
    except ValueError as error:
        raise CellError(NO_SUCH_DAY) from error


def _is_day_number(cell: Cell) -> bool:
    if not isinstance(cell, int | float) or isinstance(cell, bool) or not isfinite(cell):
        return False
    return int(cell) in DAY_NUMBERS


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        raise CellError(NOT_A_DAY)
    return " ".join(plain(str(cell), lines=False).casefold().split())


def _aware(local: datetime) -> datetime:
    return timezone.make_aware(local)


def _as_text(cell: Cell) -> str:
    """Excel's own numbers have a decimal point and, when they are computed, a tail of noise."""
    if isinstance(cell, bool):
        raise CellError("Skriv ett tal med siffror.")
    return f"{cell:.10f}".rstrip("0").rstrip(".") if isinstance(cell, float) else str(cell)


def _passed(check: Callable[[str], Value], said: str) -> Value:
    try:
        return check(said)
    except ValidationError as error:
        raise CellError(str(error.messages[0])) from error
