"""A chart in words, for those who do not see it."""

from collections.abc import Mapping, Sequence
from typing import Any

from lib.numbers import NOT_SET, format_decimal, format_integer

KINDS = {"stacked": "Liggande staplar", "grouped": "Stapeldiagram"}
HIDDEN = "uppgift visas inte"


def alt_text(chart: Mapping[str, Any]) -> str:
    """ "Stapeldiagram: Titel (antal). Barn och unga: Inkomna 23, Utredda 17. Vuxna: …" """
    unit = f" ({chart['unit']})" if chart.get("unit") else ""
    sentences = [f"{KINDS[chart['kind']]}: {chart.get('title', '').rstrip('.')}{unit}."]
    sentences += [
        f"{category}: {_figures(chart['series'], position)}."
        for position, category in enumerate(chart["categories"])
    ]
    return " ".join(sentences)


def _figures(series: Sequence[Mapping[str, Any]], position: int) -> str:
    return ", ".join(f"{item['name']} {spoken(item['values'][position])}" for item in series)


def spoken(value: float | None) -> str:
    return HIDDEN if value is None else written(value)


def written(value: float | None) -> str:
    if value is None:
        return NOT_SET
    return format_integer(int(value)) if value == int(value) else format_decimal(value)
