"""What was judged and found is history: the model and both databases refuse to change it."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from audit.services import opened_door
from risks.models import Control, ControlResult, Risk, RiskAssessment, RiskComment
from tests.factories.risks import make_assessment, make_result

TODAY = timezone.localdate()
TAMPERING = [
    "UPDATE risks_riskassessment SET probability = 1",
    "DELETE FROM risks_riskassessment",
    "UPDATE risks_controlresult SET verdict = 'approved'",
    "DELETE FROM risks_controlresult",
    "UPDATE risks_riskcomment SET text = 'x'",
    "DELETE FROM risks_riskcomment",
]

Rows = tuple[RiskAssessment, ControlResult, RiskComment]


@pytest.fixture
def rows(risk: Risk, control: Control) -> Rows:
    comment = RiskComment.objects.create(risk=risk, year=2023, text="Består.")
    return make_assessment(risk, TODAY), make_result(control, TODAY), comment


@pytest.mark.parametrize("statement", TAMPERING)
def test_the_database_refuses_to_touch_history(rows: Rows, statement: str) -> None:
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_row_is_not_saved_again(rows: Rows, place: int) -> None:
    with pytest.raises(TypeError, match="never changed"):
        rows[place].save()


def test_gallring_removes_them_through_its_door(rows: Rows) -> None:
    with opened_door(actor=None, reason="Gallring enligt plan"):
        for row in rows:
            row.delete()

    assert not RiskAssessment.objects.exists()
    assert not ControlResult.objects.exists()


def test_an_assessment_lies_on_its_scale(risk: Risk) -> None:
    with pytest.raises(IntegrityError, match="risk_assessment_on_scale"), transaction.atomic():
        make_assessment(risk, TODAY, 4, 1)


def test_a_part_is_never_more_than_its_whole(control: Control) -> None:
    with pytest.raises(IntegrityError, match="control_result_part_of_whole"), transaction.atomic():
        make_result(control, TODAY, 35, 34)


def test_a_result_is_corrected_once(control: Control) -> None:
    wrong = make_result(control, TODAY)
    make_result(control, TODAY, replaces=wrong)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_result(control, TODAY, replaces=wrong)
