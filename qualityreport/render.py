"""Snapshot → HTML → PDF: a pure function. The same templates serve the browser preview."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from lib import pdf
from lib.pdf.exhibits import data_files, for_print

Document = dict[str, Any]


def html(document: Document) -> str:
    return render_to_string("report/document.html", {"document": for_print(document)})


def render(document: Document, on_stage: Callable[[str], None] | None = None) -> pdf.Rendered:
    """With every printed table attached as CSV. Raises lib.pdf.PdfError in words for a person."""
    limits = pdf.Limits(
        memory=settings.PDF_MEMORY_LIMIT, cpu=settings.PDF_CPU_LIMIT, deadline=settings.PDF_DEADLINE
    )
    return pdf.render(
        html(document), attachments=data_files(document), on_stage=on_stage, limits=limits
    )
