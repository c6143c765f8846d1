"""The plan of 2020 as printed: sixteen processes, forty-two risks, and the holes in sight."""

import re

import pytest

from tests.golden.reading import flowing, row, table

# The fixture reads the database for the whole module; the mark is what makes there be one.
pytestmark = pytest.mark.django_db

TITLE = "Risker, egenkontroller och åtgärder per process"


def test_the_sums_are_the_published_ones(plan_2020: str) -> None:
    assert row(plan_2020, TITLE, "Totalt") == [42, 19, 48]


def test_the_sentence_counts_what_the_table_counts(plan_2020: str) -> None:
    said = flowing(plan_2020)
    assert "omfattar 16 processer, 42 risker, 19 egenkontroller och 48 åtgärder" in said
    assert "7 processer har ingen egenkontroll och 1 process har ingen åtgärd" in said


def test_a_process_has_its_row(plan_2020: str) -> None:
    assert row(plan_2020, TITLE, "4.3 Förhandsbedömning") == [3, 4, 4]
    assert row(plan_2020, TITLE, "5.3 Lex Sarah") == [1, 1, 2]


def test_risks_per_quality_area(plan_2020: str) -> None:
    title = "Risker per kvalitetsområde"
    assert row(plan_2020, title, "Trygghet och säkerhet") == [12]
    assert row(plan_2020, title, "Utan kvalitetsområde") == [10]
    assert row(plan_2020, title, "Totalt") == [42]


def test_a_process_without_measures_says_so(plan_2020: str) -> None:
    assert "Ingen åtgärd" in table(plan_2020, "Utredning om vårdnad, boende och umgänge")


def test_every_process_stands_in_the_contents_with_its_page(plan_2020: str) -> None:
    contents = plan_2020.partition("Innehåll")[2].partition("\f")[0]
    assert len(re.findall(r"^ ?[45]\.\d+ .+ \d+ ?$", contents, re.M)) == 16


def test_a_tall_row_leaves_no_half_page_white(plan_2020: str) -> None:
    """The eight risks of 4.4 begin below 4.3, and go on under the same head."""
    pages = plan_2020.split("\f")
    page = next(place for place, text in enumerate(pages) if "Tabell 6. Förhands" in text)
    assert "Tabell 7. Utredning enligt" in pages[page]
    assert "Risk och kvalitetsområde" in pages[page + 1].partition("4.5")[0]


def test_the_contents_of_the_report_take_one_page(report_2023: str) -> None:
    assert "Året i korthet" in report_2023.split("\f")[2].partition("\n\n\n")[0]
