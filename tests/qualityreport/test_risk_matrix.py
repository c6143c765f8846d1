"""The risk matrix in print."""

from datetime import date

from qualityreport.scope import Scope
from tests.factories.organisation import Organisation
from tests.factories.risks import make_assessment, make_risk
from tests.qualityreport.reading import cells, tables

RISKS = "risks.by_area"


def test_the_matrix_counts_the_open_risks_and_tells_each_level(
    scope: Scope, organisation: Organisation
) -> None:
    for code, *steps in (("R1", 2, 3), ("R2", 2, 3), ("R3", 1, 1)):
        make_assessment(make_risk(organisation.ifo, str(code)), date(2023, 5, 4), *map(int, steps))

    matrix, *_ = tables(RISKS, scope)

    assert [[cell.text for cell in row.cells[1:]] for row in matrix.rows] == [
        ["–", "–", "–"],
        ["–", "–", "2"],
        ["1", "–", "–"],
    ]
    assert matrix.rows[1].cells[3].mark == "6 Hög"


def test_what_has_moved_is_told_beside_it(scope: Scope, organisation: Organisation) -> None:
    raised = make_risk(organisation.ifo, "R1")
    make_assessment(raised, date(2022, 5, 4), 1, 2)
    make_assessment(raised, date(2023, 5, 4), 2, 3)
    make_assessment(make_risk(organisation.ifo, "R2"), date(2023, 5, 4))

    _, moved, *_ = tables(RISKS, scope)

    assert cells(moved) == [
        ["Högre", "1"],
        ["Lägre", "0"],
        ["Oförändrade", "0"],
        ["Nya eller bedömda för första gången", "1"],
        ["Bedömda på en annan skala än då", "0"],
        ["Avslutade", "0"],
    ]


def test_without_a_judged_risk_there_is_no_matrix(scope: Scope, organisation: Organisation) -> None:
    make_risk(organisation.ifo)

    assert [table.key for table in tables(RISKS, scope)] == ["risker"]
