"""Sections, tables and charts of a report in Word."""

import io
from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell, _Row

from lib import charts
from lib.pdf.exhibits import cell_words
from lib.word.prose import add_prose
from lib.word.styles import NOTE, RIGHT

Node = Mapping[str, Any]
DEEPEST = 5
TEXT_WIDTH = Mm(150)


def add_section(document: Document, section: Node) -> None:
    level = min(section["level"], DEEPEST)
    document.add_heading(f"{section['number']} {section['title']}".strip(), level)
    add_prose(document, section["html"], level)
    for part in section["parts"]:
        _add_part(document, part, level + 1)
    for child in section["children"]:
        add_section(document, child)


def _add_part(document: Document, part: Node, level: int) -> None:
    match part["type"]:
        case "group":
            if part["heading"]:
                document.add_heading(part["heading"], min(level, DEEPEST))
            for inner in part["parts"]:
                _add_part(document, inner, level + 1)
        case "table":
            _add_table(document, part)
        case "chart":
            _add_chart(document, part)
        case "text":
            add_prose(document, part["html"], level)


def _add_chart(document: Document, part: Node) -> None:
    document.add_paragraph(f"{part['label']}. {part['title']}", style="Caption")
    picture = document.add_picture(io.BytesIO(charts.png(part)), width=TEXT_WIDTH)
    picture._inline.docPr.set("descr", part.get("alt") or charts.alt_text(part))
    _add_notes(document, part)


def _add_table(document: Document, part: Node) -> None:
    document.add_paragraph(f"{part['label']}. {part['title']}", style="Caption")
    rows = [row for row in part["rows"] if not row.get("attached")]
    table = document.add_table(rows=0, cols=len(part["columns"]), style="Light List")
    aligned = [column["align"] == "right" for column in part["columns"]]
    head = table.add_row()
    _repeat(head)
    _fill(head, [column["title"] for column in part["columns"]], aligned)
    for row in rows:
        _fill(
            table.add_row(),
            [cell_words(cell, "\n") for cell in row["cells"]],
            aligned,
            row["total"],
        )
    _add_notes(document, part)


def _fill(row: _Row, texts: list[str], aligned: list[bool], bold: bool = False) -> None:
    _keep_whole(row)
    for cell, text, right in zip(row.cells, texts, aligned, strict=False):
        _write(cell, text, right, bold)


def _write(cell: _Cell, text: str, right: bool, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.bold = bold or None
    if right:
        paragraph.alignment = RIGHT


def _add_notes(document: Document, part: Node) -> None:
    source = f"Källa: {part['source']}" if part.get("source") else ""
    for text in filter(None, (part.get("note"), source)):
        document.add_paragraph(text, style=NOTE)


def _repeat(row: _Row) -> None:
    """The head stands on every page that the table reaches, and is its header to a reader."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: _Row) -> None:
    whole = OxmlElement("w:cantSplit")
    whole.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(whole)
