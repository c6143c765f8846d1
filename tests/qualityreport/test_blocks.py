"""What the blocks print, cell by cell."""

from datetime import date

import pytest

from deviations.models import Kind
from measures.models import FollowUp, Measure, Status
from organisation.models import Unit
from qualityreport.blocks import BLOCKS
from qualityreport.outlines import OUTLINES, Node
from qualityreport.parts import Chart, Table, Text
from qualityreport.scope import Scope
from tests.factories.history import lay
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report
from tests.qualityreport.conftest import investigated


def table(name: str, scope: Scope) -> list[list[str]]:
    [found] = [part for part in BLOCKS[name].parts(scope) if isinstance(part, Table)]
    return [[cell.text for cell in row.cells] for row in found.rows]


def words(name: str, scope: Scope) -> str:
    return "".join(part.html for part in BLOCKS[name].parts(scope) if isinstance(part, Text))


@pytest.mark.usefixtures("cases")
class TestWithCases:
    def test_two_years_stand_side_by_side_with_their_change(self, scope: Scope) -> None:
        assert table("deviations.two_years", scope) == [
            ["Lex Sarah-rapporter, inkomna", "4", "0", "+4"],
            ["Lex Sarah-rapporter, utredda", "4", "0", "+4"],
            ["Interna avvikelser", "3", "0", "+3"],
            ["Avvikelser hos privata utförare", "0", "0", "0"],
            ["Synpunkter och klagomål", "0", "0", "0"],
        ]

    def test_the_reconciliation_has_a_row_per_section_and_a_total(self, scope: Scope) -> None:
        assert table("deviations.reconciliation", scope) == [
            ["Barn och unga", *"033000"],
            ["Vuxna", *"011000"],
            ["Totalt", *"044000"],
        ]

    def test_grades_show_every_step_of_the_scale(self, scope: Scope) -> None:
        assert table("deviations.grades", scope) == [
            ["Inget missförhållande", "0", "0", "0"],
            ["Påtaglig risk för missförhållande", "1", "1", "2"],
            ["Missförhållande", "2", "0", "2"],
            ["Påtaglig risk för allvarligt missförhållande", "0", "0", "0"],
            ["Allvarligt missförhållande", "0", "0", "0"],
            ["Totalt", "3", "1", "4"],
        ]

    def test_the_chart_holds_the_tables_own_figures(self, scope: Scope) -> None:
        parts = BLOCKS["deviations.grades"].parts(scope)
        [chart] = [part for part in parts if isinstance(part, Chart)]
        rows = table("deviations.grades", scope)[:-1]
        columns = zip(*(row[1:-1] for row in rows), strict=True)
        assert [list(series.values) for series in chart.series] == [
            [int(cell) for cell in column] for column in columns
        ]

    def test_causes_are_introduced_by_how_many_cases_named_them(self, scope: Scope) -> None:
        assert "4\u00a0utredda ärenden angavs 3\u00a0orsaker" in words("deviations.causes", scope)

    def test_appeals_are_told_among_the_complaints(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        lay(organisation.support, date(2023, 4, 1), kind=Kind.COMPLAINT)
        assert table("deviations.complaints", scope)[-1] == ["Totalt", "1", "0"]


@pytest.mark.parametrize(
    "name",
    ["deviations.grades", "deviations.causes", "deviations.internal", "deviations.complaints"],
)
def test_a_year_without_cases_is_told_in_words(name: str, scope: Scope) -> None:
    assert words(name, scope).startswith("<p>Inga ")


# What returns every year is entered first; a year's outcome is held against a plan.
ONLY_WHEN_ENTERED = ("standing", "plan.outcome", "improvements")


@pytest.mark.parametrize("name", [n for n in BLOCKS if not n.startswith(ONLY_WHEN_ENTERED)])
def test_every_block_stands_a_year_without_data(name: str, scope: Scope) -> None:
    assert BLOCKS[name].parts(scope)


def test_below_the_section_a_small_cell_hides_the_whole_table(organisation: Organisation) -> None:
    investigated(organisation.intake, "risk")
    scope = Scope.of(make_report(organisation.intake))
    assert "kännas igen" in words("deviations.grades", scope)


def test_below_the_section_large_counts_are_shown(organisation: Organisation) -> None:
    for _ in range(5):
        investigated(organisation.intake, "risk")
    scope = Scope.of(make_report(organisation.intake))
    assert table("deviations.grades", scope)[1] == ["Påtaglig risk för missförhållande", "5"]


def test_a_measure_stands_as_it_was_on_the_as_of_date(
    scope: Scope, organisation: Organisation
) -> None:
    case = investigated(organisation.intake, "risk")
    case.measures.add(_measure_done_in_january(organisation.intake))
    counts = dict(table("deviations.measures", scope))
    assert (counts["Pågående"], counts["Klar"]) == ("1", "0")


def test_a_measure_that_came_after_the_as_of_date_is_not_counted(
    scope: Scope, organisation: Organisation
) -> None:
    case = investigated(organisation.intake, "risk")
    case.measures.add(
        Measure.objects.create(title="Senare rutin", kind="routine", unit=organisation.intake)
    )
    assert "Inga åtgärder" in words("deviations.measures", scope)


def test_a_section_that_was_closed_in_the_year_keeps_its_cases_and_its_name(
    organisation: Organisation,
) -> None:
    lay(organisation.support, date(2023, 3, 1), kind=Kind.COMPLAINT)
    investigated(organisation.support, "risk")
    investigated(organisation.intake, "risk")
    organisation.adults.valid_to = date(2023, 6, 30)
    organisation.adults.save()
    scope = Scope.of(make_report(organisation.ifo))
    assert ["Vuxna", "1", "0"] in table("deviations.complaints", scope)
    assert ["Vuxna", *"011000"] in table("deviations.reconciliation", scope)


def test_the_flow_in_words_adds_up(organisation: Organisation) -> None:
    lay(organisation.intake, date(2022, 12, 20))
    lay(organisation.intake, date(2023, 3, 1), annulled=date(2023, 4, 1))
    assert words("deviations.reconciliation", Scope.of(make_report(organisation.ifo))) == (
        "<p>Under 2023 kom 1\u00a0rapport in, och 1 fanns kvar från året före: 1 annullerades och "
        "1 var utan beslut vid periodens slut.</p>"
    )


def test_a_year_without_reports_is_no_row_of_noughts_in_words(scope: Scope) -> None:
    assert words("deviations.reconciliation", scope) == (
        "<p>Under 2023 kom inga lex Sarah-rapporter in, och inga fanns kvar från året före.</p>"
    )


def test_one_group_alone_is_drawn_without_a_legend(organisation: Organisation) -> None:
    investigated(organisation.intake, "risk")
    parts = BLOCKS["deviations.grades"].parts(Scope.of(make_report(organisation.ifo)))
    [chart] = [part for part in parts if isinstance(part, Chart)]
    assert (chart.kind, len(chart.series)) == ("bars", 1)


def test_annulled_reports_are_told_as_they_are_counted(organisation: Organisation) -> None:
    lay(organisation.intake, date(2023, 3, 1), annulled=date(2023, 4, 1))
    parts = BLOCKS["deviations.two_years"].parts(Scope.of(make_report(organisation.ifo)))
    [found] = [part for part in parts if isinstance(part, Table)]
    assert found.rows[0].cells[1].text == "1"
    assert "Annullerade lex Sarah-rapporter ingår bland de inkomna" in found.note


def _measure_done_in_january(unit: Unit) -> Measure:
    measure = Measure.objects.create(title="Ny rutin", kind="routine", unit=unit)
    for day, status in ((date(2023, 6, 1), Status.ONGOING), (date(2024, 1, 9), Status.DONE)):
        FollowUp.objects.create(measure=measure, followed_up_on=day, status=status)
    return measure


def test_every_block_of_an_outline_exists() -> None:
    def blocks(nodes: tuple[Node, ...]) -> set[str]:
        below = (blocks(node.children) for node in nodes)
        return {node.block for node in nodes if node.block}.union(*below)

    assert blocks(tuple(node for outline in OUTLINES.values() for node in outline.nodes)) <= set(
        BLOCKS
    )


def test_both_tables_tell_the_same_number_of_received_reports(
    scope: Scope, organisation: Organisation
) -> None:
    lay(organisation.intake, date(2023, 3, 1), annulled=date(2023, 3, 2))
    two_years = table("deviations.two_years", scope)[0]
    reconciliation = table("deviations.reconciliation", scope)[-1]
    assert two_years[1] == reconciliation[2] == "1"
