"""How much room things take on paper, roughly: what begins a page, and what is kept together.

In lines of running text, of which a page holds PAGE. The renderer decides for good; an estimate
is enough to avoid a chapter of ten lines alone on a page, and a table pushed whole to the next.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]

PAGE = 44.0
LINE = 88  # characters of running text
TABLE_LINE, TABLE_WIDTH = 0.8, 106  # a table is set smaller: its line, and its characters
HEADING, CHART = 2.6, 14.0
# A table up to this much is not cut by a page break, unless its rows are tall.
WHOLE_TABLE, LOW_ROW = 16.0, 5.0
# A chapter of less than this follows the one before on the same page.
OWN_PAGE = 1.5 * PAGE
FULL_ENOUGH = 0.7 * PAGE


def page_starts(chapters: Sequence[Node]) -> Iterator[bool]:
    """A long chapter begins a page, unless too much of the page before would be left white.

    The first always does: the contents stand before it.
    """
    used = 0.0  # lines since a chapter began a page
    for place, chapter in enumerate(chapters):
        room = of_section(chapter)
        begins = not place or (room >= OWN_PAGE and used % PAGE > FULL_ENOUGH)
        yield begins
        used = room if begins else used + room


def of_section(section: Node) -> float:
    own = HEADING + _of_text(section["html"]) + sum(map(of_part, section["parts"]))
    return own + sum(map(of_section, section["children"]))


def of_part(part: Node) -> float:
    match part["type"]:
        case "table":
            return of_table(part)
        case "chart":
            return CHART
        case "group":
            return HEADING + sum(map(of_part, part["parts"]))
    return _of_text(part.get("html", ""))


def of_table(part: Node) -> float:
    return HEADING + 2 * TABLE_LINE + sum(_of_rows(part))


def tallest_row(part: Node) -> float:
    return max(_of_rows(part), default=0.0)


def _of_rows(part: Node) -> Iterator[float]:
    widths = list(_widths(part["columns"]))
    return (_of_row(row["cells"], widths) for row in part["rows"] if not row.get("attached"))


def _widths(columns: Sequence[Node]) -> Iterator[float]:
    given = sum(column.get("width") or 0 for column in columns)
    free = sum(not column.get("width") for column in columns)
    for column in columns:
        percent = column.get("width") or (100 - given) / free
        yield max(4.0, percent * TABLE_WIDTH / 100 - 3)


def _of_row(cells: Sequence[Node], widths: Sequence[float]) -> float:
    lines = max(_lines(cell, width) for cell, width in zip(cells, widths, strict=False))
    return (lines + 0.7) * TABLE_LINE


def _lines(cell: Node, width: float) -> float:
    texts = [cell["text"], cell.get("mark", ""), cell.get("note", "")]
    for item in cell.get("entries", ()):
        texts += [f"{item['title']} {item['state']}", item["text"]]
    return sum(-(-len(text) // width) for text in texts if text)


def _of_text(html: str) -> float:
    blocks = (re.sub(r"<[^>]*>", "", block) for block in re.split(r"</(?:p|li|h\d)>", html))
    return sum(-(-len(block) // LINE) + 0.6 for block in blocks if block.strip())
