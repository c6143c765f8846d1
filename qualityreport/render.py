"""Snapshot → HTML → files: pure functions. The same templates serve the browser preview."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from lib import pdf
from lib.pdf.exhibits import data_files, for_print

Document = dict[str, Any]
Tell = Callable[[str], None]
WEB_STYLE = Path(settings.BASE_DIR) / "static" / "report-web.css"


@dataclass(frozen=True)
class Made:
    """A finished file; `pages` is 0 where there are none."""

    content: bytes
    ending: str
    pages: int = 0


def html(document: Document) -> str:
    return render_to_string("report/document.html", {"document": for_print(document)})


def report(document: Document, tell: Tell | None = None) -> Made:
    """With every printed table attached as CSV. Raises lib.pdf.PdfError in words for a person."""
    made = pdf.render(
        html(document), attachments=data_files(document), on_stage=tell, limits=_limits()
    )
    return Made(made.content, "pdf", made.pages)


def statement(letter: Document, tell: Tell | None = None) -> Made:
    """Tjänsteutlåtandet. Raises lib.pdf.PdfError."""
    return _letter("report/statement.html", letter, tell)


def decision(sheet: Document, tell: Tell | None = None) -> Made:
    """Beslutsbladet. Raises lib.pdf.PdfError."""
    return _letter("report/decision.html", sheet, tell)


def _letter(template: str, letter: Document, tell: Tell | None) -> Made:
    text = render_to_string(template, {"letter": letter})
    made = pdf.render(text, on_stage=tell, limits=_limits())
    return Made(made.content, "pdf", made.pages)


def web(document: Document) -> Made:
    """One page that needs nothing beside itself: the accessible original."""
    context = {
        "document": for_print(document, heading_shift=1),
        "style": WEB_STYLE.read_text(encoding="utf-8"),
        "web": True,
    }
    text = render_to_string("report/web.html", context)
    return Made(text.encode(), "html")


def word(document: Document) -> Made:
    from lib.word import docx  # matplotlib and python-docx: where a file is made, only there

    return Made(docx(document), "docx")


def _limits() -> pdf.Limits:
    return pdf.Limits(
        memory=settings.PDF_MEMORY_LIMIT, cpu=settings.PDF_CPU_LIMIT, deadline=settings.PDF_DEADLINE
    )
