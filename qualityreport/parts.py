"""What a block yields: frozen, printable, and the same data behind table, chart and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lib.numbers import format_integer

# A table that is longer is summarised in print (bench/results.json, docs/architecture.md).
LONGEST_TABLE = 200


@dataclass(frozen=True)
class Column:
    title: str
    align: str = "left"
    width: int | None = None


@dataclass(frozen=True)
class Entry:
    """One of several things in a cell: its name, how it stands, and what is said of it."""

    title: str
    state: str = ""
    text: str = ""


@dataclass(frozen=True)
class Cell:
    """`mark` stands in a small square before the text; `tone` colours the mark, or the text.

    `note` stands under the text, a `footnote` under the table.
    """

    text: str
    note: str = ""
    footnote: str = ""
    tone: str = ""
    mark: str = ""
    entries: Sequence[Entry] = ()


@dataclass(frozen=True)
class Row:
    cells: Sequence[Cell]
    total: bool = False
    # Too many to print: the row is in the attached file alone.
    attached: bool = False


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
    values: Sequence[Decimal | int | None]


@dataclass(frozen=True)
class Chart:
    """Always beside a table with the same data; the renderer draws it and says it in words.

    In "bars" the first series is drawn as bars, a second one as marks to be reached.
    """

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
    """Parts under a heading of their own, which takes no number.

    With an `anchor` it has a line in the contents.
    """

    type: ClassVar[str] = "group"
    heading: str
    parts: Sequence[Part]
    anchor: str = ""


Part = Table | Chart | Text | Group


def as_dict(part: Part) -> dict[str, Any]:
    if isinstance(part, Group):
        inner = [as_dict(item) for item in part.parts]
        found = {"type": part.type, "heading": part.heading, "parts": inner}
        return found | ({"anchor": part.anchor} if part.anchor else {})
    return {"type": part.type, **_plain(part)}


def _plain(part: Any) -> dict[str, Any]:
    """As dataclasses.asdict, for what a part can hold: it copies every word that it meets."""
    return {name: _value(getattr(part, name)) for name in _fields(part.__class__)}


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _value(value: Any) -> Any:
    """The snapshot is JSON, which knows no Decimal."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, list | tuple):
        return [_value(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return _plain(value)


def row(name: str, *counts: int | str, total: bool = False) -> Row:
    """A row whose first cell is its header; whole numbers are written the Swedish way."""
    texts = [count if isinstance(count, str) else format_integer(count) for count in counts]
    return Row([Cell(name), *(Cell(text) for text in texts)], total)


def number_columns(first: str, *titles: str) -> list[Column]:
    """Words first, then right-aligned figures; the print settles the widths."""
    return [Column(first), *(Column(title, "right") for title in titles)]


def paragraphs(*texts: str) -> Text:
    """Plain words; what is empty is left out, and a blank line begins a new paragraph."""
    written = (paragraph.strip() for text in texts for paragraph in text.split("\n\n"))
    return Text(format_html_join("", "<p>{}</p>", ((words,) for words in written if words)))


def led(name: str, said: str) -> SafeString:
    """Paragraphs, the first led by what they are about."""
    first, *rest = [part.strip() for part in said.split("\n\n")]
    led = format_html("<p><strong>{}.</strong> {}</p>", name.rstrip("."), first)
    return led + format_html_join("", "<p>{}</p>", ((words,) for words in rest if words))


def shortened(rows: Iterable[tuple[Row, bool]]) -> tuple[list[Row], str]:
    """(row, is it worth its room) → rows of a table that can be read on paper, and what to say.

    A long table prints what has a goal or is commented on; every row is in the attached file.
    """
    every = list(rows)
    if len(every) <= LONGEST_TABLE:
        return [row for row, _ in every], ""
    kept = {place for place, (_, worth) in enumerate(every) if worth}
    printed = set(sorted(kept)[:LONGEST_TABLE])
    out = [
        row if place in printed else Row(row.cells, row.total, attached=True)
        for place, (row, _) in enumerate(every)
    ]
    return out, _left_out(len(every), len(printed))


def _left_out(every: int, printed: int) -> str:
    return (
        f"Här visas {format_integer(printed)} av {format_integer(every)} rader: de som har mål "
        "eller kommentar. Alla rader finns i den bifogade filen till tabellen."
    )
