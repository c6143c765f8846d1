"""One section at work: the outline beside it, last year's text, its data and its comments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from lib.pdf.exhibits import for_print
from organisation.models import User
from qualityreport import pages
from qualityreport.blocks import BLOCKS
from qualityreport.collect import Labels
from qualityreport.figures import UnknownFigure, resolve
from qualityreport.models import Comment, Report, Section
from qualityreport.scope import Scope
from qualityreport.tokens import tokens

MOST_FIGURES = 60


@dataclass(frozen=True)
class CommentRow:
    pk: int
    author: str
    at: str
    body: str
    to: str
    resolved: str


def comments(section: Section) -> list[CommentRow]:
    """Open ones first, each kind in order of time."""
    rows = section.comments.prefetch_related("mentions")
    return sorted(map(_comment_row, rows), key=lambda row: bool(row.resolved))


def _comment_row(row: Comment) -> CommentRow:
    return CommentRow(
        pk=row.pk,
        author=row.author_name,
        at=date_format(timezone.localtime(row.created_at), "j F Y H:i"),
        body=row.body,
        to=", ".join(str(user) for user in row.mentions.all()),
        resolved=row.resolved_by,
    )


def outline(report: Report, user: User, present: Section) -> list[dict[str, Any]]:
    """The sections that one can go to from here, and which one this is."""
    rows = pages.outline(report, user)
    return [{"row": row, "is_present": row.key == present.key} for row in rows]


def data_of(section: Section) -> list[dict[str, Any]]:
    """The block as it is printed, in today's figures."""
    if not section.block:
        return []
    labels = Labels()
    parts = BLOCKS[section.block].parts(Scope.of(section.report))
    found = {
        **dict.fromkeys(("key", "number", "title", "html"), ""),
        "anchor": "underlag",
        "level": 3,
        "parts": [labels.labelled(part) for part in parts],
        "children": [],
    }
    printed: list[dict[str, Any]] = for_print({"sections": [found]})["sections"][0]["parts"]
    return printed


def values(report: Report, asked: Iterable[str]) -> dict[str, dict[str, str]]:
    """Token as it is written → its value and where that comes from, or what is wrong with it."""
    scope = Scope.of(report)
    return {text: _value(text, scope) for text in list(asked)[:MOST_FIGURES]}


def _value(text: str, scope: Scope) -> dict[str, str]:
    token = next(tokens(f"{{{{ {text} }}}}"), None)
    if token is None:
        return {"fault": f"”{text[:60]}” är ingen levande siffra."}
    try:
        found = resolve(token, scope)
    except UnknownFigure as fault:
        return {"fault": str(fault)}
    return {
        "text": found.text,
        "source": f"{found.title}. {found.register}, {found.unit}, {found.period}. "
        f"Läget {date_format(scope.period.end, 'j F Y')}.",
    }
