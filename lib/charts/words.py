"""A chart in words, for those who do not see it."""

from collections.abc import Mapping
from typing import Any

from lib.numbers import NOT_SET, format_decimal, format_integer

KINDS = {
    "stacked": "Liggande staplar",
    "grouped": "Stapeldiagram",
    "bars": "Liggande staplar",
}
HIDDEN = "uppgift visas inte"
BROKEN = "ny definition"


def alt_text(chart: Mapping[str, Any]) -> str:
    """ "Stapeldiagram: Titel (antal). Barn och unga: Inkomna 23, Utredda 17. Vuxna: …" """
    unit = f" ({chart['unit']})" if chart.get("unit") else ""
    sentences = [f"{KINDS[chart['kind']]}: {chart.get('title', '').rstrip('.')}{unit}."]
    broken = chart.get("breaks") or ()
    sentences += [
        f"{f'Från {category} {BROKEN}. ' if position in broken else ''}"
        f"{category}: {_figures(chart, position)}."
        for position, category in enumerate(chart["categories"])
    ]
    return " ".join(sentences)


def _figures(chart: Mapping[str, Any], position: int) -> str:
    """A mark that is not set is no hidden figure, and is not spoken of."""
    bars, *others = chart["series"] or [{}]
    said = [item for item in others if chart["kind"] != "bars" or _is_set(item, position)]
    shown = [bars, *said] if bars else []
    return ", ".join(f"{item['name']} {spoken(item['values'][position])}" for item in shown)


def _is_set(item: Mapping[str, Any], position: int) -> bool:
    return item["values"][position] is not None


def spoken(value: float | None) -> str:
    return HIDDEN if value is None else written(value)


def written(value: float | None) -> str:
    if value is None:
        return NOT_SET
    return format_integer(int(value)) if value == int(value) else format_decimal(value)
