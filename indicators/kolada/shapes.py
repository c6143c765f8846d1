"""What Kolada's answers hold, read strictly: what is not understood stops the reading."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from indicators.kolada.client import NOT_UNDERSTOOD, KoladaError

NATION = "0000"
GENDERS = {"T": "T", "K": "K", "M": "M", "F": "K"}  # F in old descriptions of the API
BIGGEST = Decimal(10) ** 12
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True)
class KeyFigure:
    code: str
    title: str
    description: str
    is_divided_by_gender: bool
    has_ou_data: bool
    publication_date: str

    @property
    def fields(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "code"}


@dataclass(frozen=True)
class Area:
    """A municipality, a region, the nation or a unit."""

    code: str
    title: str
    is_unit: bool = False


@dataclass(frozen=True)
class Point:
    """One value. None is missing, which is never zero."""

    kpi: str
    area: str
    year: int
    gender: str
    value: Decimal | None
    status: str
    count: int
    is_deleted: bool

    @property
    def key(self) -> tuple[str, int, str]:
        return self.area, self.year, self.gender


def key_figure(row: Any) -> KeyFigure:
    row = _mapping(row)
    return KeyFigure(
        code=_code(row, "id", 20),
        title=_text(row, "title", 400) or _code(row, "id", 20),
        description=_text(row, "description", 20_000),
        is_divided_by_gender=bool(row.get("is_divided_by_gender")),
        has_ou_data=bool(row.get("has_ou_data")),
        publication_date=_text(row, "publication_date", 40),
    )


def area(row: Any) -> Area:
    row = _mapping(row)
    code = _code(row, "id", 40)
    return Area(code, _text(row, "title", 160) or code, is_unit="municipality" in row)


def points(rows: Iterable[Any]) -> Iterator[Point]:
    for row in map(_mapping, rows):
        kpi, place, year = _code(row, "kpi", 20), _place(row), _year(row)
        values = row.get("values")
        if not isinstance(values, list):
            raise KoladaError(NOT_UNDERSTOOD)
        for value in map(_mapping, values):
            yield _point(kpi, place, year, value)


def _point(kpi: str, place: str, year: int, value: Mapping[str, Any]) -> Point:
    gender = GENDERS.get(str(value.get("gender")))
    if gender is None:
        raise KoladaError(NOT_UNDERSTOOD)
    return Point(
        kpi=kpi,
        area=place,
        year=year,
        gender=gender,
        value=_number(value.get("value")),
        status=_text(value, "status", 40),
        count=_count(value.get("count")),
        is_deleted=bool(value.get("isdeleted")),
    )


def _mapping(row: Any) -> Mapping[str, Any]:
    if not isinstance(row, Mapping):
        raise KoladaError(NOT_UNDERSTOOD)
    return row


def _code(row: Mapping[str, Any], name: str, longest: int) -> str:
    code = row.get(name)
    if not isinstance(code, str) or not code.isalnum() or len(code) > longest:
        raise KoladaError(NOT_UNDERSTOOD)
    return code


def _place(row: Mapping[str, Any]) -> str:
    return _code(row, "ou" if "ou" in row else "municipality", 40)


def _text(row: Mapping[str, Any], name: str, longest: int) -> str:
    return str(row.get(name) or "").replace("\x00", "").strip()[:longest]


def _year(row: Mapping[str, Any]) -> int:
    told = str(row.get("period"))
    if len(told) != 4 or not told.isdecimal() or not FIRST_YEAR <= int(told) <= LAST_YEAR:
        raise KoladaError(NOT_UNDERSTOOD)
    return int(told)


def _number(told: Any) -> Decimal | None:
    if told is None:
        return None
    try:
        number = Decimal(str(told))
    except InvalidOperation as error:
        raise KoladaError(NOT_UNDERSTOOD) from error
    if isinstance(told, bool) or not number.is_finite() or abs(number) >= BIGGEST:
        raise KoladaError(NOT_UNDERSTOOD)
    return number.quantize(Decimal("0.000001"))


def _count(told: Any) -> int:
    return int(told) if str(told).isdecimal() and len(str(told)) < 7 else 1
