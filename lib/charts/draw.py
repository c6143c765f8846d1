"""The drawing itself, by matplotlib's object API. Imported where a chart is drawn, only there."""

import io
import logging
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from lib.charts.style import (
    AXIS,
    CHARACTER,
    FILLS,
    FONT,
    FONT_SIZE,
    GRID,
    INK,
    MUTED,
    WIDTH,
    Fill,
)
from lib.charts.words import BROKEN, written

INCH = 25.4
PNG_DPI = 200
BAR_HEIGHT, BAR_GAP, LABEL_LINE = 5.8, 2.6, 3.6  # mm
COLUMN_AREA, WIDEST_COLUMN = 46.0, 16.0  # mm
LEGEND_ROW = 5.2  # mm
LABEL_CHARACTERS, WIDE_LABEL = 28, 46
BAR, MARK_WIDTH = 4.2, 1.0  # mm, of a bar alone on its row and of the mark across it
MARK = "#a95a22"
TOTAL_SPACE = 13.0  # mm to the right of the longest bar
PAPER = {"facecolor": "#ffffff", "edgecolor": "none", "pad": 0.6}  # keeps the grid off a figure
Series = Sequence[Mapping[str, Any]]


def draw(chart: Mapping[str, Any]) -> str:
    """The chart as one <svg> element."""
    return _as_svg(_figure(chart))


def draw_png(chart: Mapping[str, Any]) -> bytes:
    """For documents that take no SVG, sharp enough for paper."""
    output = io.BytesIO()
    _figure(chart).savefig(output, format="png", dpi=PNG_DPI, metadata={"Software": None})
    return output.getvalue()


def _figure(chart: Mapping[str, Any]) -> Figure:
    _set_up()
    if len(chart["series"]) > len(FILLS):
        raise ValueError(f"A chart shows at most {len(FILLS)} series; put the rest in a table.")
    if chart["kind"] == "bars":
        return _bars(chart["categories"], chart["series"], chart.get("unit") or "")
    if chart["kind"] == "grouped":
        breaks = chart.get("breaks") or ()
        return _grouped(chart["categories"], chart["series"], breaks)
    return _stacked(chart["categories"], chart["series"])


@cache
def _set_up() -> None:
    for file in (files("fontpkg_source_sans_3") / "files").iterdir():
        fontManager.addfont(str(file))
    # It knows one weight of a variable font and says so each time; the SVG names the weight.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    mpl.rcParams.update(
        {
            "font.family": "sans-serif",
            "font.sans-serif": [FONT, "Arial"],
            "font.size": FONT_SIZE,
            "text.color": INK,
            "text.parse_math": False,  # a name between dollar signs is no formula
            "svg.fonttype": "none",  # real text, set in the report's own font
            "svg.hashsalt": "kvalitet",  # equal data, equal bytes
            "hatch.linewidth": 0.5,
        }
    )


def _as_svg(figure: Figure) -> str:
    output = io.StringIO()
    figure.savefig(output, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    text = output.getvalue()
    return text[text.index("<svg") :]


def _stacked(categories: Sequence[str], series: Series) -> Figure:
    labels = [textwrap.wrap(name, LABEL_CHARACTERS) for name in categories]
    longest = max((len(line) for lines in labels for line in lines), default=0)
    middles, bottom = _rows([len(lines) for lines in labels])
    figure, axes = _canvas(series, left=longest * CHARACTER + 3, area=bottom)
    bar_space = axes.get_position().width * WIDTH - TOTAL_SPACE
    longest_bar = max([_sum(series, row) for row in range(len(labels))], default=0) or 1
    per_mm = longest_bar / bar_space
    axes.set_xlim(0, longest_bar + TOTAL_SPACE * per_mm)
    axes.set_ylim(bottom, 0)
    _stack(axes, series, middles, smallest=2 * CHARACTER * per_mm)
    for row, (lines, middle) in enumerate(zip(labels, middles, strict=True)):
        _write_lines(axes, -1.4 * per_mm, middle, lines, ha="right")
        right = _sum(series, row) + 1.2 * per_mm
        _write(axes, right, middle, _total(series, row), ha="left", weight="semibold")
    axes.xaxis.set_visible(False)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set(visible=True, color=AXIS, linewidth=0.8)
    return figure


def _bars(categories: Sequence[str], series: Series, unit: str) -> Figure:
    """One value per category; a second series is drawn as marks across the bars."""
    bars, marks = (*series, {}, {})[:2]
    labels = [textwrap.wrap(name, WIDE_LABEL) for name in categories]
    longest = max((len(line) for lines in labels for line in lines), default=0)
    middles, bottom = _rows([len(lines) for lines in labels])
    legend = [item for item in (bars, marks) if item] if marks else []
    figure, axes = _canvas(legend, left=longest * CHARACTER + 3, area=bottom, marks=bool(marks))
    highest = 100.0 if unit == "%" else _highest(series)
    per_mm = highest / (axes.get_position().width * WIDTH - TOTAL_SPACE)
    axes.set_xlim(0, highest + TOTAL_SPACE * per_mm)
    axes.set_ylim(bottom, 0)
    values = bars.get("values", ())
    axes.barh(middles[: len(values)], [value or 0 for value in values], BAR, **_ink(FILLS[0]))
    _mark(axes, marks.get("values", ()), middles, width=MARK_WIDTH * per_mm)
    sign = "\u00a0%" if unit == "%" else ""
    goals = [*marks.get("values", ()), *[None] * len(values)]
    for lines, middle, value, goal in zip(labels, middles, values, goals, strict=False):
        _write_lines(axes, -1.4 * per_mm, middle, lines, ha="right")
        text = written(value) + ("" if value is None else sign)
        _write_beside(axes, value or 0, goal, middle, text, per_mm)
    axes.xaxis.set_visible(False)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set(visible=True, color=AXIS, linewidth=0.8)
    return figure


def _write_beside(
    axes: Axes, value: float, goal: float | None, middle: float, text: str, per_mm: float
) -> None:
    """To the right of the bar, or on its end where the mark of the goal stands in the way."""
    gap, room = 1.8 * per_mm, (len(text) * CHARACTER + 3.6) * per_mm
    in_the_way = goal is not None and value <= goal < value + room
    if in_the_way and value > room:
        _write(axes, value - gap, middle, text, ha="right", color=FILLS[0].text)
        return
    right = goal if in_the_way and goal is not None else value
    _write(axes, right + gap, middle, text, ha="left", bbox=PAPER)


def _highest(series: Series) -> float:
    return max((value or 0 for item in series for value in item["values"]), default=0) or 1


def _mark(
    axes: Axes, goals: Sequence[float | None], middles: Sequence[float], *, width: float
) -> None:
    """Higher than the bar and of another lightness, so that it is seen on it and beside it."""
    for goal, middle in zip(goals, middles, strict=False):
        if goal is not None:
            height = BAR + 2.2
            axes.bar(
                goal,
                height,
                width,
                middle - height / 2,
                facecolor=MARK,
                edgecolor="#ffffff",
                linewidth=0.6,
                zorder=3,
            )


def _rows(lines: Sequence[int]) -> tuple[list[float], float]:
    """The middle of each row in mm from the top, and where the last one ends."""
    middles, bottom = [], 0.0
    for count in lines:
        height = max(BAR_HEIGHT, count * LABEL_LINE) + BAR_GAP
        middles.append(bottom + height / 2)
        bottom += height
    return middles, bottom or BAR_HEIGHT


def _stack(axes: Axes, series: Series, middles: Sequence[float], *, smallest: float) -> None:
    """Bars from left to right; a part too narrow for its figure leaves it to the table."""
    for position, (fill, item) in enumerate(zip(FILLS, series, strict=False)):
        lefts = [_sum(series[:position], row) for row in range(len(middles))]
        values = [value or 0 for value in item["values"]]
        axes.barh(middles, values, BAR_HEIGHT, left=lefts, **_ink(fill))
        for left, value, middle in zip(lefts, values, middles, strict=True):
            if value >= smallest:
                _write_on(axes, left + value / 2, middle, written(value), fill)


def _grouped(categories: Sequence[str], series: Series, breaks: Sequence[int] = ()) -> Figure:
    count = max(len(categories), 1)
    room = max(8, int(WIDTH / count / CHARACTER * 0.95))
    labels = [textwrap.wrap(name, room) for name in categories]
    lines = max(map(len, labels), default=1)
    figure, axes = _canvas(series, left=9, area=COLUMN_AREA, below=2.6 + lines * LABEL_LINE)
    # Over the figures of the highest columns, where the word at a break stands.
    top = _highest(series) * (1.26 if breaks else 1.1)
    axes.set_ylim(0, top)
    axes.set_xlim(-0.5, count - 0.5)
    per_mm = top / COLUMN_AREA
    _columns(axes, series, count, label_gap=0.7 * per_mm)
    for place, words in enumerate(labels):
        middle = 2 + len(words) * LABEL_LINE / 2
        _write_lines(axes, place, -middle * per_mm, words, step=-LABEL_LINE * per_mm)
    for place in breaks:
        _break(axes, place - 0.5, top=top)
    axes.xaxis.set_visible(False)
    _scale(axes)
    return figure


def _break(axes: Axes, place: float, *, top: float) -> None:
    """A dashed line between two columns: what stands on either side means different things."""
    axes.plot((place, place), (0, top), color=MUTED, linewidth=0.9, linestyle=(0, (4, 3)), zorder=4)
    _write(axes, place, top, BROKEN, color=MUTED, va="top", bbox=PAPER, zorder=5)


def _columns(axes: Axes, series: Series, count: int, *, label_gap: float) -> None:
    # Few columns would otherwise turn into walls.
    width = min(0.76 / max(len(series), 1), count * WIDEST_COLUMN / WIDTH)
    for position, (fill, item) in enumerate(zip(FILLS, series, strict=False)):
        shift = (position - (len(series) - 1) / 2) * width
        middles = [place + shift for place in range(len(item["values"]))]
        values = [value or 0 for value in item["values"]]
        axes.bar(middles, values, width * 0.9, **_ink(fill))
        for middle, value in zip(middles, item["values"], strict=True):
            _write(axes, middle, (value or 0) + label_gap, written(value), va="bottom", bbox=PAPER)


def _scale(axes: Axes) -> None:
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: written(value)))
    axes.tick_params(axis="y", colors=MUTED)
    axes.grid(axis="y", color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines["bottom"].set(visible=True, color=AXIS, linewidth=0.8)


def _canvas(
    series: Series, *, left: float, area: float, below: float = 1.0, marks: bool = False
) -> tuple[Figure, Axes]:
    """A figure in millimetres: legend on top, the drawing area under it."""
    columns = _legend_columns(series)
    legend = LEGEND_ROW * -(-len(series) // columns) + 2.2
    height = legend + area + below
    fills = (FILLS[0], Fill(MARK, "#ffffff")) if marks else FILLS
    handles = [
        Patch(label=item["name"], **_ink(fill)) for fill, item in zip(fills, series, strict=False)
    ]
    figure = Figure(figsize=(WIDTH / INCH, height / INCH))
    axes = figure.add_axes((left / WIDTH, below / height, 1 - left / WIDTH, area / height))
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, pad=3)
    axes.patch.set_visible(False)
    figure.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(0, 1),
        ncols=columns,
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        handlelength=1.1,
        handleheight=1.0,
        handletextpad=0.5,
        columnspacing=2.2,
        labelspacing=0.5,
    )
    return figure, axes


def _legend_columns(series: Series) -> int:
    widest = max((len(item["name"]) for item in series), default=1) * CHARACTER + 11
    return max(1, min(len(series), int(WIDTH / widest)))


def _ink(fill: Fill) -> dict[str, Any]:
    return {
        "facecolor": fill.colour,
        "hatch": fill.hatch,
        "edgecolor": "#59666d" if fill.hatch else "#ffffff",
        "linewidth": 0.5 if fill.hatch else 0.7,
    }


def _write(axes: Axes, x: float, y: float, text: str, **options: Any) -> None:
    axes.text(x, y, text, **{"ha": "center", "va": "center_baseline", **options})


def _write_lines(
    axes: Axes,
    x: float,
    middle: float,
    lines: Sequence[str],
    *,
    step: float = LABEL_LINE,
    **options: Any,
) -> None:
    """Line by line: only a single line is anchored in the SVG, whatever font draws it."""
    for position, line in enumerate(lines):
        _write(axes, x, middle + (position - (len(lines) - 1) / 2) * step, line, **options)


def _write_on(axes: Axes, x: float, y: float, text: str, fill: Fill) -> None:
    # A figure on a hatched bar needs calm ground.
    ground = {"facecolor": fill.colour, "edgecolor": "none", "pad": 0.8} if fill.hatch else None
    _write(axes, x, y, text, color=fill.text, bbox=ground)


def _sum(series: Series, row: int) -> float:
    return sum(item["values"][row] or 0 for item in series)


def _total(series: Series, row: int) -> str:
    """Empty where a part is not shown: the total would give it away."""
    if any(item["values"][row] is None for item in series):
        return ""
    return written(_sum(series, row))
