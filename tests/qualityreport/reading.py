"""What a block prints, taken apart: its tables, cells, charts and words."""

import subprocess
from collections.abc import Iterator, Sequence

from django.core.files.storage import default_storage

from lib.numbers import NO_BREAK
from qualityreport.blocks import BLOCKS
from qualityreport.parts import Cell, Chart, Group, Part, Table, Text
from qualityreport.scope import Scope


def flat(parts: Sequence[Part]) -> Iterator[Table | Chart | Text]:
    for part in parts:
        if isinstance(part, Group):
            yield from flat(part.parts)
        else:
            yield part


def parts(name: str, scope: Scope) -> Sequence[Part]:
    return list(BLOCKS[name].parts(scope))


def tables(name: str, scope: Scope) -> list[Table]:
    return [part for part in flat(parts(name, scope)) if isinstance(part, Table)]


def charts(name: str, scope: Scope) -> list[Chart]:
    return [part for part in flat(parts(name, scope)) if isinstance(part, Chart)]


def said(cell: Cell) -> str:
    items = [" ".join(filter(None, (item.title, item.state, item.text))) for item in cell.entries]
    own = " ".join(
        filter(
            None,
            (
                cell.mark,
                cell.text,
                cell.note and f"({cell.note})",
                cell.footnote and f"[{cell.footnote}]",
            ),
        )
    )
    return "; ".join(filter(None, (own, *items))).replace(NO_BREAK, " ").replace("\u202f", " ")


def cells(table: Table) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in table.rows]


def words(name: str, scope: Scope) -> str:
    texts = (part.html for part in flat(parts(name, scope)) if isinstance(part, Text))
    return "".join(texts).replace(NO_BREAK, " ").replace("\u202f", " ")


def headings(name: str, scope: Scope) -> list[str]:
    return [part.heading for part in parts(name, scope) if isinstance(part, Group)]


def printed(stored_as: str) -> str:
    """The words of a stored PDF, with single spaces."""
    with default_storage.open(stored_as) as file:
        pdf = file.read()
    command = ["/usr/bin/pdftotext", "-raw", "-", "-"]
    found = subprocess.run(command, input=pdf, check=True, capture_output=True)
    return " ".join(found.stdout.decode().split())
