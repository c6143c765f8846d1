"""Charts that say what the figures say: in ink, in words, and in the same way every time."""

import base64
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from lib import charts
from lib.charts.draw import draw

CHART = {
    "kind": "stacked",
    "title": "Utredda rapporter efter bedömning",
    "unit": "antal",
    "categories": ["Barn och unga", "Vuxna"],
    "series": [
        {"name": "Missförhållande", "values": [4, 1]},
        {"name": "Påtaglig risk", "values": [5, None]},
    ],
}


def chart(**changes: object) -> dict[str, Any]:
    return {**CHART, **changes}


def series(*rows: Sequence[float | None]) -> list[dict[str, Any]]:
    return [{"name": f"Serie {number}", "values": row} for number, row in enumerate(rows)]


def words_in(drawing: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]+)</text>", drawing)


def test_the_words_state_every_figure() -> None:
    assert charts.alt_text(CHART) == (
        "Liggande staplar: Utredda rapporter efter bedömning (antal). "
        "Barn och unga: Missförhållande 4, Påtaglig risk 5. "
        "Vuxna: Missförhållande 1, Påtaglig risk uppgift visas inte."
    )


def test_figures_are_written_in_swedish() -> None:
    drawing = draw(chart(kind="grouped", series=series([1017, 12.5])))

    assert {"1\u202f017", "12,5"} <= set(words_in(drawing))


@pytest.mark.parametrize("kind", ["stacked", "grouped", "bars"])
def test_the_same_data_gives_the_same_drawing(kind: str) -> None:
    assert draw(chart(kind=kind)) == draw(chart(kind=kind))


def test_another_process_draws_the_same() -> None:
    code = f"from lib.charts.draw import draw; print(draw({CHART!r}), end='')"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert other.stdout == draw(CHART)


@pytest.mark.parametrize("kind", ["stacked", "grouped", "bars"])
def test_the_drawing_has_its_real_size_on_paper(kind: str) -> None:
    width = re.search(r'width="([\d.]+)pt"', draw(chart(kind=kind)))

    assert width
    assert float(width[1]) / 72 * 25.4 == pytest.approx(150)


def test_a_row_has_its_total_where_every_part_is_shown() -> None:
    assert "9" in words_in(draw(CHART))


def test_a_hidden_part_is_not_given_away_by_a_total() -> None:
    drawing = draw(chart(categories=["A"], series=series([30], [None], [12])))

    assert "42" not in words_in(drawing)


def test_a_column_without_a_figure_has_a_dash() -> None:
    assert "–" in words_in(draw(chart(kind="grouped")))


BARS = {
    "kind": "bars",
    "title": "Andelar 2023",
    "unit": "%",
    "categories": ["I tid", "Delaktiga", "Drogfria"],
    "series": [
        {"name": "Utfall", "values": [21, 93.5, None]},
        {"name": "Etappmål 2023", "values": [50, None, 60]},
    ],
}


def test_a_bar_has_its_value_and_nothing_where_none_may_be_shown() -> None:
    assert {"21\u00a0%", "93,5\u00a0%", "–"} <= set(words_in(draw(BARS)))


def test_a_value_whose_goal_stands_in_the_way_is_written_on_its_bar() -> None:
    series = [{"name": "Utfall", "values": [55, 3]}, {"name": "Mål", "values": [60, 5]}]
    drawing = draw({**BARS, "categories": ["Nära", "Kort"], "series": series})

    assert re.search(r"text-anchor: end; fill: #ffffff[^>]*>55", drawing)
    assert re.search(r"text-anchor: start; fill: #1b2429[^>]*>3", drawing)


def test_bars_are_said_in_words_with_the_goals_that_are_set() -> None:
    assert charts.alt_text(BARS) == (
        "Liggande staplar: Andelar 2023 (%). I tid: Utfall 21, Etappmål 2023 50. "
        "Delaktiga: Utfall 93,5. Drogfria: Utfall uppgift visas inte, Etappmål 2023 60."
    )


def test_bars_without_goals_have_no_legend() -> None:
    bars = {**BARS, "series": BARS["series"][:1]}
    assert "Utfall" not in words_in(draw(bars))


def test_text_stays_text_in_the_reports_own_font() -> None:
    drawing = draw(CHART)

    assert "font-family: 'Source Sans 3'" in drawing
    assert {"Barn och unga", "Missförhållande"} <= set(words_in(drawing))


def test_long_names_are_set_on_several_lines() -> None:
    names = ["Familjerätt och familjerådgivning i samverkan"] * 2

    assert "Familjerätt och" in words_in(draw(chart(categories=names)))


def test_names_are_text_and_never_markup() -> None:
    assert "<script>" not in draw(chart(categories=["<script>", "&"]))


@pytest.mark.parametrize("kind", ["stacked", "grouped", "bars"])
@pytest.mark.parametrize("rows", [[], [[]], [[0, 0]], [[None, None]]])
def test_there_may_be_nothing_to_draw(kind: str, rows: Sequence[list[float | None]]) -> None:
    categories = CHART["categories"] if rows and rows[0] else []

    assert draw(chart(kind=kind, categories=categories, series=series(*rows))).startswith("<svg")


def test_more_series_than_colours_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 6 series"):
        draw(chart(series=series(*[[1, 2]] * 7)))


def test_a_drawing_is_kept_and_used_again(settings: Settings, tmp_path: Path) -> None:
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"charts": {"BACKEND": backend, "LOCATION": tmp_path}}
    first = charts.svg(CHART)

    assert charts.svg(chart(title="En annan rubrik")) == first
    assert len(list(tmp_path.iterdir())) == 1


def test_a_drawing_fits_in_an_address() -> None:
    address = charts.data_uri("<svg>å</svg>")

    assert address.startswith("data:image/svg+xml;base64,")
    assert base64.b64decode(address.partition(",")[2]).decode() == "<svg>å</svg>"


def test_matplotlib_is_not_imported_before_a_chart_is_drawn() -> None:
    code = "import lib.charts, sys; print('matplotlib' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert answer.stdout == "False\n"


def test_signs_that_mean_something_to_others_are_drawn_as_they_stand() -> None:
    names = ["Stöd $5 eller $6", "Enhet $\\frac{$", "Barn_unga^2 {x}"]
    drawing = draw(chart(categories=names, series=series([1, 2, 3])))
    assert {"$5", "$\\frac{$", "Barn_unga^2"} <= set(" ".join(words_in(drawing)).split())
