"""What a register's file looks like: the template to fill in, and the same in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from imports.importer import Column, Importer
from lib import spreadsheet
from lib.spreadsheet import Sheet

SHEET = "Fyll i här"
HEADINGS = (
    spreadsheet.Column("Kolumn", 26),
    spreadsheet.Column("Måste fyllas i", 10),
    spreadsheet.Column("Innehåll", 28),
    spreadsheet.Column("Förklaring", 70),
    spreadsheet.Column("Ord att välja bland", 60),
    spreadsheet.Column("Andra rubriker som förstås", 40),
)


@dataclass(frozen=True)
class Explained:
    heading: str
    required: bool
    kind: str
    help: str
    allowed: str
    synonyms: str
    # On the page, where a long list would hide the rest.
    in_short: str


FEW = 12


def explained(importer: Importer) -> list[Explained]:
    return [_explained(column) for column in importer.columns]


def _explained(column: Column) -> Explained:
    allowed = column.kind.allowed()
    return Explained(
        heading=column.heading,
        required=column.required,
        kind=column.kind.title,
        help=column.help,
        allowed=", ".join(allowed),
        synonyms=", ".join(column.synonyms),
        in_short=_in_short(allowed),
    )


def _in_short(allowed: list[str]) -> str:
    return ", ".join(allowed) if len(allowed) <= FEW else f"{len(allowed)} ord, som står i mallen"


def template(importer: Importer) -> bytes:
    """An empty table with one example row, and a sheet that explains every column."""
    columns = [spreadsheet.Column(one.heading, 20) for one in importer.columns]
    example = [column.example for column in importer.columns]
    return spreadsheet.book(
        [
            Sheet(SHEET, columns, [example]),
            Sheet("Förklaring", HEADINGS, _explanation(importer)),
        ]
    )


def _explanation(importer: Importer) -> Iterator[Sequence[str]]:
    for one in explained(importer):
        required = "Ja" if one.required else ""
        yield one.heading, required, one.kind, one.help, one.allowed, one.synonyms


def as_markdown(importer: Importer) -> str:
    """For docs/import.md. What the municipality decides itself (causes, types) is not listed."""
    lines = [
        "| Column | Required | Holds | Explanation | Values | Also understood as |",
        "|---|---|---|---|---|---|",
    ]
    for column in importer.columns:
        required = "yes" if column.required else ""
        allowed = column.kind.allowed() if column.kind.is_fixed else ()
        synonyms = ", ".join(column.synonyms)
        words = (column.heading, required, column.kind.title, column.help)
        cells = (*words, ", ".join(allowed), synonyms)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
