"""Two versions side by side, or a version and what the registers say now: what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lib import richtext
from lib.pdf.exhibits import cell_words

Node = Mapping[str, Any]
MOST_ROWS, CONTEXT = 60, 8
NOTHING = "–"


@dataclass(frozen=True)
class Change:
    """Of a text, a table's row or a heading; `place` is where it stands."""

    place: str
    kind: str
    before: str
    after: str

    @property
    def marked(self) -> tuple[SafeString, SafeString]:
        """What went and what came, word by word."""
        return _marked(self.before.split(), self.after.split())


def _marked(before: list[str], after: list[str]) -> tuple[SafeString, SafeString]:
    left: list[str] = []
    right: list[str] = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = " ".join(before[i:j]), " ".join(after[k:m])
        left.append(old if what == "equal" else format_html("<del>{}</del>", old) if old else "")
        right.append(new if what == "equal" else format_html("<ins>{}</ins>", new) if new else "")
    return _joined(left), _joined(right)


def _joined(parts: list[str]) -> SafeString:
    spaced = [format_html("{}", part) for part in parts if part]
    return mark_safe(" ".join(spaced))  # noqa: S308 -- each part is escaped just above


def changes(before: Node, after: Node) -> list[Change]:
    """`before` and `after` are snapshots' documents."""
    old, new = dict(_facts(before)), dict(_facts(after))
    found = []
    for key in dict.fromkeys([*old, *new]):
        was, now = old.get(key, ""), new.get(key, "")
        if was != now:
            place, kind, _ = key
            found.append(Change(place, kind, was or NOTHING, now or NOTHING))
    return found


Fact = tuple[tuple[str, str, str], str]


def _facts(document: Node) -> Iterator[Fact]:
    """(place, kind, what tells it from others there) → its words."""
    for name in ("subtitle", "diary_number", "as_of_text"):
        yield ("Framsidan", "Uppgift", name), str(document.get(name, ""))
    for section in document["sections"]:
        yield from _of_section(section)


def _of_section(section: Node) -> Iterator[Fact]:
    place = section["title"]
    yield (place, "Text", section["key"]), " ".join(richtext.plain(section["html"]).split())
    yield from _of_parts(place, section["parts"])
    for child in section["children"]:
        yield from _of_section(child)


def _of_parts(place: str, parts: Sequence[Node]) -> Iterator[Fact]:
    for number, part in enumerate(parts):
        match part["type"]:
            case "group":
                yield from _of_parts(f"{place}: {part['heading']}", part["parts"])
            case "table":
                yield from _of_table(place, part)
            case "text":
                words = " ".join(richtext.plain(part["html"]).split())
                yield (place, "Räknad text", str(number)), words


def _of_table(place: str, table: Node) -> Iterator[Fact]:
    seen: dict[str, int] = {}
    titles = [column["title"] for column in table["columns"]]
    for row in table["rows"]:
        head, *cells = [cell_words(cell) for cell in row["cells"]]
        seen[head] = seen.get(head, 0) + 1
        told = ", ".join(f"{title}: {cell}" for title, cell in zip(titles[1:], cells, strict=False))
        yield (place, f"Tabellen {table['title']}, {head}", str(seen[head])), told


def as_lines(found: Sequence[Change]) -> list[dict[str, str]]:
    """For print: the list of changes of a correction, as plain words around what differs."""
    return [asdict(_narrowed(change)) for change in found[:MOST_ROWS]]


def _narrowed(change: Change) -> Change:
    before, after = change.before.split(), change.after.split()
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    shown = [_part(words, first, len(words) - last) for words in (before, after)]
    return replace(change, before=shown[0], after=shown[1])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words they begin alike with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _part(words: Sequence[str], first: int, last: int) -> str:
    """The words from first to last, with a few on each side and dots for the rest."""
    begin, end = max(0, first - CONTEXT), min(len(words), last + CONTEXT)
    before, after = "… " if begin else "", " …" if end < len(words) else ""
    return f"{before}{' '.join(words[begin:end])}{after}"
