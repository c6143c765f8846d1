"""Registers and texts → one plain document. The only place where a report reads its data."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from qualityreport.blocks import BLOCKS
from qualityreport.figures import Resolved
from qualityreport.models import Report, Section, StandingText, Statement
from qualityreport.models.statements import CHAPTERS
from qualityreport.parts import Part, as_dict
from qualityreport.scope import Scope
from qualityreport.text import POINTS_TO, Composed, compose, pointed

LETTER = "Tjänsteutlåtandet: "


@dataclass
class Collected:
    """One section as it will be printed, with what the checks need to know of it.

    `source` is all that people have written for it: the standing text, then the year's own.
    """

    section: Section
    source: str
    number: str
    level: int
    text: Composed
    parts: Sequence[Part]
    children: list[Collected] = field(default_factory=list)

    @property
    def prints_nothing(self) -> bool:
        """An empty leaf is left out of the print and reported by the checks."""
        own = self.text.html or self.parts
        return not own and all(child.prints_nothing for child in self.children)

    def walk(self) -> Iterator[Collected]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class Collection:
    """`letter` is the tjänsteutlåtande's chapters: checked like the sections, printed apart."""

    report: Report
    scope: Scope
    sections: list[Collected]
    letter: list[Collected] = field(default_factory=list)

    def walk(self) -> Iterator[Collected]:
        for section in self.sections:
            yield from section.walk()
        yield from self.letter

    def prints(self, *blocks: str) -> bool:
        return any(collected.section.block in blocks for collected in self.walk())

    @property
    def figures(self) -> list[Resolved]:
        """Each once, in the order in which they are first written."""
        every = (figure for section in self.walk() for figure in section.text.figures)
        return list(dict.fromkeys(every))


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside stands as at one moment, whatever is saved meanwhile."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


@contextmanager
def _garbage_collector_paused() -> Iterator[None]:
    """Nothing that is made while collecting can be thrown away before the end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_garbage_collector_paused()
def collect(report: Report) -> Collection:
    scope = Scope.of(report)
    below: dict[int | None, list[Section]] = defaultdict(list)
    for section in report.sections.all():
        below[section.parent_id].append(section)
    standing = StandingText.objects.in_force(report.unit_id, report.year)
    collector = _Collector(scope, below, standing)
    sections = collector.sections(None, "", 1)
    found = Collection(report, scope, sections, _letter(report, scope))
    _point(found)
    return found


def _point(collection: Collection) -> None:
    """ "se tabell 7": the numbers are known when every section has been collected."""
    pointing = [one for one in collection.walk() if POINTS_TO.search(one.text.html)]
    if pointing:
        labels: dict[str, str] = {}
        _name_exhibits(printed_sections(collection), labels)
        for collected in pointing:
            pointed(collected.text, labels)


def _name_exhibits(sections: Sequence[Mapping[str, Any]], labels: dict[str, str]) -> None:
    """Key → label, of the first that bears it."""
    for section in sections:
        for part in exhibits(section["parts"]):
            labels.setdefault(part["key"].lower(), part["label"])
        _name_exhibits(section["children"], labels)


def exhibits(parts: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Tables and charts, also those in groups, in the order of print."""
    for part in parts:
        if part["type"] == "group":
            yield from exhibits(part["parts"])
        elif "label" in part:
            yield part


def _letter(report: Report, scope: Scope) -> list[Collected]:
    found = Statement.objects.filter(report=report).first()
    if found is None:
        return []
    return [
        Collected(
            section=Section(report=report, key="", title=f"{LETTER}{title}"),
            source=body,
            number="",
            level=1,
            text=compose(body, scope=scope, heading_level=3),
            parts=(),
        )
        for name, title in CHAPTERS.items()
        if (body := getattr(found, name))
    ]


@dataclass
class _Collector:
    scope: Scope
    below: Mapping[int | None, Sequence[Section]]
    standing: Mapping[str, StandingText]

    def sections(self, parent: int | None, prefix: str, level: int) -> list[Collected]:
        """Numbered as they will be printed: what prints nothing takes no number."""
        found: list[Collected] = []
        printed = 0
        for section in self.below.get(parent, ()):
            collected = self.section(section, f"{prefix}{printed + 1}", level)
            printed += not collected.prints_nothing
            found.append(collected)
        return found

    def section(self, section: Section, number: str, level: int) -> Collected:
        standing = self.standing.get(section.standing)
        source = (standing.body if standing else "") + section.body
        return Collected(
            section=section,
            source=source,
            number=number,
            level=level,
            text=compose(source, scope=self.scope, heading_level=level + 1),
            parts=BLOCKS[section.block].parts(self.scope) if section.block else (),
            children=self.sections(section.pk, f"{number}.", level + 1),
        )


class Labels:
    """Tabell 1, 2, 3 … and Figur 1, 2, 3 … through the whole report."""

    WORDS: Mapping[str, str] = {"table": "Tabell", "chart": "Figur"}

    def __init__(self) -> None:
        self.last: dict[str, int] = defaultdict(int)

    def labelled(self, part: Part) -> dict[str, Any]:
        return self._numbered(as_dict(part))

    def _numbered(self, printed: dict[str, Any]) -> dict[str, Any]:
        kind = printed["type"]
        for inner in printed.get("parts", ()):
            self._numbered(inner)
        if word := self.WORDS.get(kind):
            self.last[kind] += 1
            printed["label"] = f"{word} {self.last[kind]}"
        return printed


def printed_sections(collection: Collection) -> list[dict[str, Any]]:
    labels = Labels()
    return [_printed(section, labels) for section in collection.sections if _prints(section)]


def _prints(section: Collected) -> bool:
    return not section.prints_nothing


def _printed(collected: Collected, labels: Labels) -> dict[str, Any]:
    return {
        "key": collected.section.key,
        "number": collected.number,
        "level": collected.level,
        "anchor": f"avsnitt-{collected.section.key}",
        "title": collected.section.title,
        "html": collected.text.html,
        "parts": [labels.labelled(part) for part in collected.parts],
        "children": [_printed(child, labels) for child in collected.children if _prints(child)],
    }
