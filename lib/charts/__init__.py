"""Charts for paper and screen as SVG, and the same figures in words."""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.core.cache import caches

from lib.charts.style import VERSION
from lib.charts.words import alt_text

__all__ = ["alt_text", "data_uri", "png", "svg"]

DRAWN_FROM = ("kind", "categories", "series", "unit")


def svg(chart: Mapping[str, Any]) -> str:
    """The drawing, in its real size on paper; the same data is only ever drawn once.

    chart: kind "stacked" (horizontal bars), "grouped" (columns) or "bars" (one horizontal bar per
    category, and a mark to be reached where there is a second series), categories, series with
    name and values (None where no value is shown), unit. Columns may have breaks: the categories
    before which the definition is another.
    """
    data = _drawn(chart)
    text = json.dumps([VERSION, data], sort_keys=True, default=str)
    key = hashlib.sha256(text.encode()).hexdigest()
    return str(caches["charts"].get_or_set(key, lambda: _draw(data)))


def png(chart: Mapping[str, Any]) -> bytes:
    """The same drawing in dots, for Word."""
    from lib.charts.draw import draw_png  # as below

    return draw_png(_drawn(chart))


def _drawn(chart: Mapping[str, Any]) -> dict[str, Any]:
    data = {name: chart.get(name) for name in DRAWN_FROM}
    return data | ({"breaks": list(chart["breaks"])} if chart.get("breaks") else {})


def data_uri(drawing: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()


def _draw(data: Mapping[str, Any]) -> str:
    from lib.charts.draw import draw  # matplotlib is slow to import: only where a chart is drawn

    return draw(data)
