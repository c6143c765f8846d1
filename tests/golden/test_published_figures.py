"""The figures of the published reports (Huddinge 2021 and 2023), found at their tables in print.

Each was published as a sum; the demo's register holds the rows behind it (demo/README.md).
"""

import re
from collections.abc import Iterator, Sequence

import pytest

from qualityreport.outlines import OUTLINES, Node
from tests.golden.reading import flowing, row

# The fixture reads the database for the whole module; the mark is what makes there be one.
pytestmark = pytest.mark.django_db


GRADES_2023 = "Utredda lex Sarah-rapporter 2023"
GRADES_2021 = "Utredda lex Sarah-rapporter 2021"


class TestOf2023:
    """Columns: barn och unga, vuxna, totalt."""

    def test_seventeen_were_investigated_thirteen_of_them_among_children(
        self, report_2023: str
    ) -> None:
        assert row(report_2023, GRADES_2023, "Totalt") == [13, 4, 17]

    @pytest.mark.parametrize(
        ("grade", "children"),
        [
            ("Inget missförhållande", 4),
            ("Påtaglig risk för missförhållande", 5),
            ("Missförhållande", 4),
            ("Påtaglig risk för allvarligt missförhållande", 0),
            ("Allvarligt missförhållande", 0),
        ],
    )
    def test_the_grades_among_children(self, grade: str, children: int, report_2023: str) -> None:
        assert row(report_2023, GRADES_2023, grade)[0] == children

    def test_twenty_eight_internal_deviations(self, report_2023: str) -> None:
        title = "Interna avvikelser 2023"
        assert row(report_2023, title, "Totalt")[0] == 28

    def test_none_at_private_providers(self, report_2023: str) -> None:
        title = "Rapporterade avvikelser 2023"
        assert row(report_2023, title, "Avvikelser hos privata utförare")[0] == 0

    @pytest.mark.parametrize(
        ("unit", "count"),
        [
            ("Individ- och familjeomsorgen, gemensamt", 4),
            ("Barn- och ungdomssektionen", 8),
            ("Vuxensektionen", 8),
            ("Totalt", 20),
        ],
    )
    def test_complaints_per_section(self, unit: str, count: int, report_2023: str) -> None:
        assert row(report_2023, "Synpunkter och klagomål 2023", unit)[0] == count

    def test_most_complaints_were_really_appeals(self, report_2023: str) -> None:
        received, appeals = row(report_2023, "Synpunkter och klagomål 2023", "Totalt")
        assert appeals > received / 2

    def test_the_cases_of_the_year_add_up(self, report_2023: str) -> None:
        carried, received, *ended = row(report_2023, "Lex Sarah-rapporter 2023", "Totalt")
        assert carried + received == sum(ended)


class TestOf2021:
    """Children and young people alone: one column."""

    def test_from_received_to_investigated(self, report_2021: str) -> None:
        """överförda, inkomna, utredda, ej lex Sarah, annullerade, pågående"""
        title = "Lex Sarah-rapporter 2021"
        assert row(report_2021, title, "Barn- och ungdomssektionen") == [0, 23, 17, 3, 0, 3]

    @pytest.mark.parametrize(
        ("grade", "count"),
        [
            ("Inget missförhållande", 1),
            ("Påtaglig risk för missförhållande", 4),
            ("Missförhållande", 8),
            ("Påtaglig risk för allvarligt missförhållande", 0),
            ("Allvarligt missförhållande", 4),
            ("Totalt", 17),
        ],
    )
    def test_the_grades(self, grade: str, count: int, report_2021: str) -> None:
        assert row(report_2021, GRADES_2021, grade) == [count]

    @pytest.mark.parametrize(
        ("kind", "this_year", "last_year"),
        [
            ("Lex Sarah-rapporter, inkomna", 23, 18),
            ("Interna avvikelser", 3, 4),
            ("Synpunkter och klagomål", 14, 22),
        ],
    )
    def test_two_years_side_by_side(
        self, kind: str, this_year: int, last_year: int, report_2021: str
    ) -> None:
        counts = row(report_2021, "Rapporterade avvikelser 2021", kind)
        assert counts == [this_year, last_year, this_year - last_year]


# Answers what the report of the year before named; the published ones follow none of ours.
FOLLOWS = ("Förra årets områden",)


class TestOfBoth:
    @pytest.mark.parametrize("year", [2021, 2023])
    def test_no_token_is_left_in_print(self, year: int, texts: dict[int, str]) -> None:
        assert "{{" not in texts[year]

    @pytest.mark.parametrize("year", [2021, 2023])
    def test_the_last_table_is_there(self, year: int, texts: dict[int, str]) -> None:
        assert re.search(r"Tabell \d+\. Räkneregler", texts[year])

    @pytest.mark.parametrize(("year", "outline"), [(2021, "kort"), (2023, "hel")])
    def test_every_chapter_is_printed(self, year: int, outline: str, texts: dict[int, str]) -> None:
        said = flowing(texts[year])

        expected = [title for title in titles(OUTLINES[outline].nodes) if title not in FOLLOWS]
        assert [title for title in expected if title not in said] == []


def titles(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        yield node.title
        yield from titles(node.children)
