"""The pieces of a document, written shortly."""

from collections.abc import Sequence
from typing import Any

Node = dict[str, Any]
TONES = {"låg": "low", "medel": "middle", "hög": "high", "–": "muted"}


def section(
    number: str, title: str, html: str = "", parts: Sequence[Node] = (), *children: Node
) -> Node:
    return {
        "number": number,
        "level": number.count(".") + 1,
        "anchor": "avsnitt-" + number.replace(".", "-"),
        "title": title,
        "html": html,
        "parts": list(parts),
        "children": list(children),
        "key": title.lower(),
    }


def table(label: str, title: str, head: str, *rows: str, **options: Any) -> Node:
    """Cells are parted by |; a column after the first holds figures; a last row 'Totalt' is one.

    In a cell, ^ begins what stands under the text, ¹ a footnote, ~ ends a mark, and ; parts items
    of a title, a state and a text.
    """
    titles = head.split("|")
    aligned = options.get("align") or "l" + "r" * (len(titles) - 1)
    names = {"l": "left", "r": "right", "c": "center"}
    widths = options.get("widths") or [None] * len(titles)
    return {
        "type": "table",
        "label": label,
        "key": f"sample_{label.split()[1]}",
        "title": title,
        "columns": [
            {"title": text, "align": names[side], "width": width}
            for text, side, width in zip(titles, aligned, widths, strict=True)
        ],
        "rows": [_row(row) for row in rows],
        "source": options.get("source", "Avvikelseregistret, uttag den 12 februari 2024"),
        "note": options.get("note", ""),
    }


def _row(text: str) -> Node:
    return {
        "cells": [_cell(cell) for cell in text.split("|")],
        "total": text.startswith("Totalt"),
    }


def _cell(text: str) -> Node:
    if ";" in text:
        return {"text": "", "entries": [_item(item) for item in text.split(";") if item]}
    text, _, footnote = text.partition("¹")
    text, _, note = text.partition("^")
    mark, _, text = text.rpartition("~")
    word = (mark or text).lower()
    tone = next((tone for ending, tone in TONES.items() if word.endswith(ending)), "")
    return {"text": text, "note": note, "tone": tone, "mark": mark, "footnote": footnote}


def _item(text: str) -> Node:
    title, state, said = (*text.split("/"), "", "")[:3]
    return {"title": title, "state": state, "text": said}


def chart(
    label: str, title: str, kind: str, categories: Sequence[str], **series: list[int | None]
) -> Node:
    return {
        "type": "chart",
        "label": label,
        "key": f"chart_{label.split()[1]}",
        "title": title,
        "kind": kind,
        "categories": list(categories),
        "series": [
            {"name": name.replace("_", " "), "values": values} for name, values in series.items()
        ],
        "unit": "antal",
        "alt": "",
        "source": "Avvikelseregistret, uttag den 12 februari 2024",
    }
