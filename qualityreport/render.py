"""Snapshot → HTML → PDF: a pure function. The same templates serve the browser preview."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from lib import charts, pdf

Document = dict[str, Any]


def html(document: Document) -> str:
    return render_to_string("report/document.html", {"document": illustrated(document)})


def illustrated(document: Document) -> Document:
    """The document with its charts drawn; the snapshot itself holds only their data."""
    return document | {"sections": [_illustrated(section) for section in document["sections"]]}


def _illustrated(section: Document) -> Document:
    return section | {
        "element": f"h{min(section['level'], 6)}",
        "parts": [_drawn(part) for part in section["parts"]],
        "children": [_illustrated(child) for child in section["children"]],
    }


def _drawn(part: Document) -> Document:
    if part["type"] != "chart":
        return part
    image = charts.data_uri(charts.svg(part))
    return part | {"image": image, "alt": charts.alt_text(part)}


def render(document: Document, on_stage: Callable[[str], None] | None = None) -> pdf.Rendered:
    """Raises lib.pdf.PdfError with words for a person."""
    limits = pdf.Limits(
        memory=settings.PDF_MEMORY_LIMIT, cpu=settings.PDF_CPU_LIMIT, deadline=settings.PDF_DEADLINE
    )
    return pdf.render(
        html(document), attachments=list(attachments(document)), on_stage=on_stage, limits=limits
    )


def attachments(document: Document) -> Iterator[pdf.Attachment]:
    """Every printed table as CSV, with exactly the figures that are printed."""
    for part in parts(document["sections"]):
        if part["type"] == "table":
            name = f"{part['label'].lower().replace(' ', '-')}-{part['key']}.csv"
            yield pdf.Attachment(name, as_csv(part), f"{part['label']}. {part['title']}")


def parts(sections: list[Document]) -> Iterator[Document]:
    for section in sections:
        yield from section["parts"]
        yield from parts(section["children"])


def as_csv(table: Document) -> str:
    """Semicolons and a byte order mark: opens right in a Swedish Excel."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(_safe(column["title"]) for column in table["columns"])
    for line in table["rows"]:
        writer.writerow(_safe(cell["text"]) for cell in line["cells"])
    return "\ufeff" + out.getvalue()


def _safe(text: str) -> str:
    """A cell that begins like a formula is kept from being run as one; numbers stay numbers."""
    plain = text.replace("\u202f", "").replace("−", "-")
    is_number = plain.lstrip("+-").replace(",", "", 1).isdigit()
    return plain if is_number or not plain.startswith(("=", "+", "-", "@", "\t")) else f"'{plain}"
