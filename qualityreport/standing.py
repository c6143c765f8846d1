"""Which standing texts there are, and what the pages show of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from lib import richtext
from organisation.models import User
from qualityreport.models import StandingText
from qualityreport.outlines import OUTLINES, Node


def _named(nodes: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node.standing:
            yield node.standing, node.title
        yield from _named(node.children)


def _titles() -> dict[str, str]:
    """Each key with the title that it has in the first outline that uses it."""
    found: dict[str, str] = {}
    for outline in OUTLINES.values():
        for key, title in _named(outline.nodes):
            found.setdefault(key, title)
    return found


TITLES: Mapping[str, str] = _titles()


def title(key: str) -> str:
    return TITLES.get(key, key)


@dataclass(frozen=True)
class StandingRow:
    title: str
    unit: str
    first_year: int
    words: str
    saved: str
    url: str
    html: str


def rows(texts: QuerySet[Any], user: User) -> list[StandingRow]:
    own = set(StandingText.objects.composed_by(user).values_list("pk", flat=True))
    found = texts.select_related("unit").order_by("unit__name", "key", "-first_year")
    return [row(text, may_edit=text.pk in own) for text in found]


def row(text: StandingText, *, may_edit: bool) -> StandingRow:
    saved = date_format(timezone.localtime(text.saved_at), "j F Y H:i")
    return StandingRow(
        title=title(text.key),
        unit=text.unit.name,
        first_year=text.first_year,
        words=f"{len(richtext.plain(text.body).split())} ord",
        saved=f"{text.saved_by_name} {saved}".strip(),
        url=reverse("qualityreport:standing_text", args=[text.pk]) if may_edit else "",
        html=text.body,
    )
