"""The published risks, controls and measures, as plain rows tell them on 31 December 2023."""

from collections import Counter
from datetime import date

import pytest

from measures.models import FollowUp, Measure
from organisation.groups import unit_ids_below
from organisation.models import Unit
from risks.models import Control, ControlResult, Risk, RiskAssessment

pytestmark = pytest.mark.django_db

AS_OF = date(2023, 12, 31)
CODES = [f"R{number}" for number in range(1, 10)]
CONTROLS = [f"K{number}" for number in range(1, 8)]


@pytest.fixture(scope="module")
def registered(demo: None) -> list[Measure]:
    """Those of the risks and controls that were in the register then, each once."""
    found = Measure.objects.filter(risks__isnull=False) | Measure.objects.filter(
        controls__isnull=False
    )
    return [row for row in found.distinct() if row.created_at.date() <= AS_OF]


def state(measure: Measure, on: date = AS_OF) -> FollowUp:
    rows = [row for row in measure.follow_ups.all() if row.followed_up_on <= on]
    return max(rows, key=lambda row: row.followed_up_on)


def level(code: str, on: date) -> int:
    rows = RiskAssessment.objects.filter(risk__code=code, kind="residual", assessed_on__lte=on)
    newest = max(rows, key=lambda row: row.assessed_on)
    return newest.probability * newest.consequence


def result(code: str) -> ControlResult:
    rows = ControlResult.objects.filter(control__code=code, carried_out_on__year=2023)
    return max(rows, key=lambda row: row.carried_out_on)


def test_there_were_nine_risks_and_seven_controls(demo: None) -> None:
    units = unit_ids_below(Unit.objects.get(slug="bjorklunda").pk)
    known = {"opened_on__lte": AS_OF}
    risks = Risk.objects.within(units).filter(**known).values_list("code", flat=True)
    controls = Control.objects.within(units).filter(**known).values_list("code", flat=True)

    assert sorted(risks) == CODES
    assert sorted(controls) == CONTROLS


def test_the_levels_at_the_end_of_2023(demo: None) -> None:
    assert [level(code, AS_OF) for code in CODES] == [3, 9, 4, 2, 9, 9, 3, 3, 6]


def test_most_risks_have_moved_since_the_year_before(demo: None) -> None:
    moved = Counter(
        "up" if level(code, AS_OF) > level(code, date(2022, 12, 31)) else "down"
        for code in CODES
        if level(code, AS_OF) != level(code, date(2022, 12, 31))
    )

    assert moved == {"up": 1, "down": 6}


def test_ten_of_fourteen_measures_were_done(registered: list[Measure]) -> None:
    assert Counter(state(measure).status for measure in registered) == {"done": 10, "ongoing": 4}


def test_each_risk_has_its_measures_and_one_has_none(demo: None) -> None:
    counts = {
        risk.code: sum(row.created_at.date() <= AS_OF for row in risk.measures.all())
        for risk in Risk.objects.filter(code__in=CODES)
    }

    assert [counts[code] for code in CODES] == [2, 2, 2, 3, 2, 1, 1, 0, 1]


def test_the_risk_without_a_measure_is_watched_by_a_control(demo: None) -> None:
    risk = Risk.objects.get(code="R8")

    assert [control.code for control in risk.controls.all()] == ["K5"]


@pytest.mark.parametrize(
    ("control", "risk"), [("K1", "R7"), ("K2", "R5"), ("K3", "R5"), ("K5", "R8")]
)
def test_a_control_watches_its_risk(control: str, risk: str, demo: None) -> None:
    assert [row.code for row in Control.objects.get(code=control).risks.all()] == [risk]


def test_the_plan_that_two_tables_told_differently_is_one_measure(demo: None) -> None:
    """Ongoing in the one and done in the other: here it has one status, and it was ongoing."""
    measure = Measure.objects.get(title__startswith="Samma utredningsplan")

    assert [row.code for row in measure.risks.all()] == ["R5"]
    assert [row.code for row in measure.controls.all()] == ["K2"]
    assert state(measure).status == "ongoing"
    assert measure.status == "done"
    assert state(measure, date(2024, 2, 29)).status == "done"


def test_one_measure_is_done_and_yet_kept(registered: list[Measure]) -> None:
    kept = [
        measure
        for measure in registered
        if state(measure).status == "done" and state(measure).continues_next_year
    ]

    assert [row.risks.get().code for row in kept] == ["R1"]


def test_the_controls_that_called_for_action(demo: None) -> None:
    verdicts = {code: result(code).verdict for code in CONTROLS}

    assert [code for code in CONTROLS if verdicts[code] == "action"] == ["K1", "K2", "K3", "K4"]
    assert [code for code in CONTROLS if verdicts[code] == "approved"] == ["K5", "K6", "K7"]


def test_investigations_within_the_time_of_the_law(demo: None) -> None:
    row = result("K3")

    assert (row.numerator, row.denominator) == (982, 1384)


def test_all_were_examined_and_yet_it_calls_for_action(demo: None) -> None:
    row = result("K1")

    assert row.reported_share == 100
    assert row.verdict == "action"
    assert row.source
    assert row.motive


def test_fourteen_days_were_not_reached(demo: None) -> None:
    row = result("K2")

    assert row.control.threshold == 90
    assert row.numerator is not None
    assert row.denominator is not None
    assert 100 * row.numerator < 90 * row.denominator


def test_the_other_results(demo: None) -> None:
    assert result("K4").count == 9
    assert result("K5").reported_share == 94
    assert result("K5").carried_out_on.month == 8
    assert "augusti 2023" in result("K5").source
    assert (result("K6").count, result("K6").numerator) == (None, None)
    assert result("K6").comment
    assert result("K7").count == 0


def test_the_running_product_has_something_to_do(demo: None) -> None:
    open_measures = Measure.objects.filter(status__in=("not_started", "ongoing"))

    assert open_measures.filter(due_on__lt=date(2026, 11, 20), risks__isnull=False).exists()
    assert Risk.objects.filter(closed_on__isnull=True, review_on__lt=date(2026, 11, 20)).exists()
    assert Risk.objects.filter(measures__isnull=True, controls__isnull=True).exists()
