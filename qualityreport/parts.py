"""What a block yields: frozen, printable, and the same data behind table, chart and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

from lib.numbers import format_integer


@dataclass(frozen=True)
class Column:
    title: str
    align: str = "left"
    width: int | None = None


@dataclass(frozen=True)
class Cell:
    text: str
    note: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Row:
    cells: Sequence[Cell]
    total: bool = False


@dataclass(frozen=True)
class Table:
    type: ClassVar[str] = "table"
    key: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Series:
    name: str
    values: Sequence[int | None]


@dataclass(frozen=True)
class Chart:
    """Always beside a table with the same data; the renderer draws it and says it in words."""

    type: ClassVar[str] = "chart"
    key: str
    title: str
    kind: str
    categories: Sequence[str]
    series: Sequence[Series]
    unit: str
    source: str = ""


@dataclass(frozen=True)
class Text:
    type: ClassVar[str] = "text"
    html: str


@dataclass(frozen=True)
class Group:
    """Parts under a heading of their own, which takes no number and no line in the contents."""

    type: ClassVar[str] = "group"
    heading: str
    parts: Sequence[Table | Chart | Text]


Part = Table | Chart | Text | Group


def as_dict(part: Part) -> dict[str, Any]:
    return {"type": part.type, **asdict(part)}


def row(name: str, *counts: int | str, total: bool = False) -> Row:
    """A row whose first cell is its header; whole numbers are written the Swedish way."""
    texts = [count if isinstance(count, str) else format_integer(count) for count in counts]
    return Row([Cell(name), *(Cell(text) for text in texts)], total)


def number_columns(first: str, *titles: str) -> list[Column]:
    """Words first, then right-aligned figures; the print settles the widths."""
    return [Column(first), *(Column(title, "right") for title in titles)]
