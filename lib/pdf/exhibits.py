"""A document's tables and figures: made ready for the templates, and as files to attach."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lib import charts
from lib.pdf import room
from lib.pdf.types import Attachment

Node = Mapping[str, Any]
Ready = dict[str, Any]

DEEPEST_IN_CONTENTS = 3
# What one page holds with ten chapters; with more lines the contents keep to two levels.
LONGEST_CONTENTS = 48
STEPS = (5, 10, 12, *range(15, 81, 5))  # the widths that report.css knows, in percent
WIDE_NUMBERS = 20  # percent of the table's width, where there are few columns of figures
# A spreadsheet would run a cell that begins like this. A minus before a figure is harmless.
FORMULA = re.compile(r"[=+@\t\r]|-(?!\d)")


def for_print(document: Node, *, heading_shift: int = 0) -> Ready:
    """A copy with what templates/report needs beside the snapshot's own words.

    Adds contents and exhibits to the document, element (h1 to h6) to sections and groups,
    anchor to tables and charts, image and alt to charts, and settles the columns' widths.
    A web page with a heading of its own passes heading_shift=1.
    """
    sections = [_section(section, heading_shift) for section in document["sections"]]
    for section, begins in zip(sections, room.page_starts(sections), strict=True):
        section["starts_page"] = begins
    contents = [section for top in sections for section in _headings(top)]
    deepest = DEEPEST_IN_CONTENTS if len(contents) <= LONGEST_CONTENTS else 2
    return {
        **document,
        "sections": sections,
        "contents": [section for section in contents if section["level"] <= deepest],
        "exhibits": [part for part in _all_parts(sections) if part["type"] in ("table", "chart")],
    }


def data_files(document: Node) -> list[Attachment]:
    """One CSV per printed table, with the figures exactly as printed."""
    return [_csv(part) for part in _all_parts(document["sections"]) if part["type"] == "table"]


def _section(section: Node, shift: int) -> Ready:
    level = section["level"] + shift
    return {
        **section,
        "element": _element(level),
        "parts": [_part(part, level + 1) for part in section["parts"]],
        "children": [_section(child, shift) for child in section["children"]],
    }


def _element(level: int) -> str:
    return f"h{min(level, 6)}"


def _headings(section: Ready) -> Iterator[Ready]:
    """The section, those of its groups that can be pointed at, and the sections below it."""
    yield section
    for part in section["parts"]:
        if part["type"] == "group" and part.get("anchor"):
            level = section["level"] + 1
            yield {"level": level, "anchor": part["anchor"], "title": part["heading"], "number": ""}
    for child in section["children"]:
        yield from _headings(child)


def _all_parts(sections: list[Ready]) -> Iterator[Ready]:
    for section in sections:
        yield from _flat(section["parts"])
        yield from _all_parts(section["children"])


def _flat(parts: list[Ready]) -> Iterator[Ready]:
    for part in parts:
        if part["type"] == "group":
            yield from _flat(part["parts"])
        else:
            yield part


def _part(part: Node, level: int) -> Ready:
    match part["type"]:
        case "group":
            inner = [_part(item, level + 1) for item in part["parts"]]
            return {**part, "element": _element(level), "parts": inner}
        case "table":
            return _table(part)
        case "chart":
            image = charts.data_uri(charts.svg(part))
            alternative = part.get("alt") or charts.alt_text(part)
            return {**part, "anchor": _slug(part["label"]), "image": image, "alt": alternative}
    return dict(part)


def _table(part: Node) -> Ready:
    ready = {
        **part,
        "anchor": _slug(part["label"]),
        "columns": _columns(part["columns"]),
        "footnotes": [],
    }
    printed = (row for row in part["rows"] if not row.get("attached"))
    ready["rows"] = [_row(row, ready["footnotes"]) for row in printed]
    tallest = room.tallest_row(ready)
    ready["has_low_rows"] = tallest <= room.LOW_ROW
    ready["has_tall_rows"] = tallest > room.WHOLE_TABLE
    ready["is_short"] = ready["has_low_rows"] and room.of_table(ready) <= room.WHOLE_TABLE
    return ready


def _row(row: Node, footnotes: list[Ready]) -> Ready:
    return {**row, "cells": [_cell(cell, footnotes) for cell in row["cells"]]}


def _cell(cell: Node, footnotes: list[Ready]) -> Node:
    """Numbered within the table; the same words are one footnote."""
    if not cell.get("footnote"):
        return cell
    known = [note["text"] for note in footnotes]
    if cell["footnote"] not in known:
        known.append(cell["footnote"])
        footnotes.append({"number": len(known), "text": cell["footnote"]})
    return {**cell, "ref": known.index(cell["footnote"]) + 1}


def _columns(columns: list[Node]) -> list[Ready]:
    """Widths in the steps of report.css; figures need less room than words."""
    if any(column.get("width") for column in columns):
        return [{**column, "width": _step(column.get("width"))} for column in columns]
    figures = sum(column["align"] == "right" for column in columns)
    narrow = WIDE_NUMBERS if figures <= 3 else max(5, 60 // figures // 5 * 5)
    return [
        {**column, "width": narrow if column["align"] == "right" else None} for column in columns
    ]


def _step(width: float | None) -> int | None:
    return min(STEPS, key=lambda step: abs(step - width)) if width else None


def _slug(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")


def _csv(part: Node) -> Attachment:
    output = io.StringIO()
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow(_harmless(column["title"]) for column in part["columns"])
    for row in part["rows"]:
        writer.writerow(_harmless(cell_words(cell)) for cell in row["cells"])
    # The byte order mark tells a Swedish Excel that the text is UTF-8.
    content = "\ufeff" + output.getvalue()
    name = f"{_slug(part['label'])}-{_slug(part['key'].replace('_', '-'))}.csv"
    return Attachment(name, content, f"{part['label']}: {part['title']}")


def cell_words(cell: Node, between: str = "; ") -> str:
    """All that the cell says: its mark, its text, what stands under it, and each of its entries."""
    notes = [f"({cell[name]})" for name in ("note", "footnote") if cell.get(name)]
    own = " ".join(filter(None, (cell.get("mark"), cell["text"], *notes)))
    entries = [
        ": ".join(filter(None, (entry["title"], entry["state"], entry["text"])))
        for entry in cell.get("entries", ())
    ]
    return between.join(filter(None, (own, *entries)))


def _harmless(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text
