"""What a report tells of risks and controls: as it was on the day, whatever came after."""

from datetime import UTC, date, datetime
from decimal import Decimal

from pytest_django import DjangoAssertNumQueries

from lib.periods import Period
from measures.models import Measure, Status
from organisation.groups import by_area
from organisation.models import ServiceArea, Unit
from risks import statistics
from risks.models import Control, Risk, RiskAssessment, Verdict
from risks.statistics import ControlState, RiskState
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation
from tests.factories.risks import make_assessment, make_control, make_result, make_risk

YEAR = Period.of(2025)
BEFORE, WITHIN, AFTER = date(2024, 11, 1), date(2025, 5, 1), date(2026, 1, 20)


def the_risk(unit: Unit, period: Period = YEAR) -> RiskState:
    (state,) = statistics.risks([unit.pk], period)
    return state


def the_control(unit: Unit, period: Period = YEAR) -> ControlState:
    (state,) = statistics.controls([unit.pk], period)
    return state


def old_measure(unit: Unit, title: str = "Checklista") -> Measure:
    """In use since the middle of the period."""
    measure = make_measure(unit, title)
    make_follow_up(measure, WITHIN, Status.ONGOING)
    return measure


# Risks ---------------------------------------------------------------------------------------


def test_the_newest_assessment_on_or_before_the_day_holds(risk: Risk) -> None:
    make_assessment(risk, BEFORE, 3, 3)
    make_assessment(risk, date(2025, 12, 31), 2, 3)

    judged = the_risk(risk.unit).judged

    assert judged is not None
    assert (judged.level, judged.zone, judged.on) == (6, "high", date(2025, 12, 31))


def test_an_assessment_after_the_day_changes_nothing(risk: Risk) -> None:
    make_assessment(risk, WITHIN, 2, 3)
    then = the_risk(risk.unit)

    make_assessment(risk, AFTER, 1, 1)

    assert the_risk(risk.unit) == then


def test_of_two_assessments_on_one_day_the_later_counts(risk: Risk) -> None:
    make_assessment(risk, WITHIN, 3, 3)
    make_assessment(risk, WITHIN, 1, 2)

    judged = the_risk(risk.unit).judged

    assert judged is not None
    assert (judged.level, judged.zone) == (2, "low")


def test_how_it_was_judged_without_measures_is_not_its_level(risk: Risk) -> None:
    make_assessment(risk, WITHIN, 3, 3, kind=RiskAssessment.Kind.INHERENT)

    assert the_risk(risk.unit).judged is None


def test_it_is_compared_with_the_end_of_the_year_before(risk: Risk) -> None:
    make_assessment(risk, date(2023, 5, 1), 1, 1)
    make_assessment(risk, date(2024, 12, 31), 3, 3)
    make_assessment(risk, date(2025, 1, 1), 2, 2)

    state = the_risk(risk.unit)

    assert state.judged is not None
    assert state.before is not None
    assert (state.before.level, state.judged.level) == (9, 4)


def test_a_level_keeps_the_limits_it_was_judged_by(risk: Risk) -> None:
    """The municipality's scale has changed since."""
    RiskAssessment.objects.create(
        risk=risk,
        assessed_on=WITHIN,
        probability=2,
        consequence=3,
        steps=4,
        medium_from=5,
        high_from=10,
    )

    judged = the_risk(risk.unit).judged

    assert judged is not None
    assert judged.zone == "medium"


def test_a_risk_closed_in_the_year_is_there_with_its_reason(organisation: Organisation) -> None:
    make_risk(organisation.intake, closed_on=WITHIN, closed_because="Enheten lades ned.")

    state = the_risk(organisation.intake)

    assert (state.is_open, state.closed_because) == (False, "Enheten lades ned.")


def test_a_risk_closed_the_year_before_is_not_there(organisation: Organisation) -> None:
    make_risk(organisation.intake, closed_on=date(2024, 12, 31), closed_because="Klart.")

    assert statistics.risks([organisation.intake.pk], YEAR) == ()


def test_a_risk_closed_after_the_day_was_still_open(organisation: Organisation) -> None:
    make_risk(organisation.intake, closed_on=AFTER, closed_because="Klart.")

    state = the_risk(organisation.intake)

    assert (state.is_open, state.closed_because) == (True, "")


def test_a_risk_identified_after_the_day_is_not_there(organisation: Organisation) -> None:
    make_risk(organisation.intake, opened_on=AFTER)

    assert statistics.risks([organisation.intake.pk], YEAR) == ()


def test_only_the_units_asked_for_are_told(organisation: Organisation, risk: Risk) -> None:
    assert statistics.risks([organisation.home_care.pk], YEAR) == ()


def test_what_comes_after_the_day_changes_nothing_told_of_it(risk: Risk, control: Control) -> None:
    """A new assessment, a follow-up, a result, a closing: the report of the year stands."""
    measure = old_measure(risk.unit)
    risk.measures.add(measure)
    make_assessment(risk, WITHIN)
    make_result(control, WITHIN)
    units = [risk.unit_id]
    then = statistics.risks(units, YEAR), statistics.controls(units, YEAR)

    make_assessment(risk, AFTER, 1, 1)
    make_follow_up(measure, AFTER, Status.DONE)
    make_result(control, AFTER, 34, 34, verdict=Verdict.APPROVED)
    Risk.objects.filter(pk=risk.pk).update(closed_on=AFTER, closed_because="Klart.")

    assert (statistics.risks(units, YEAR), statistics.controls(units, YEAR)) == then


# Measures ------------------------------------------------------------------------------------


def test_a_measure_finished_in_january_was_ongoing_at_the_end_of_the_year(risk: Risk) -> None:
    measure = old_measure(risk.unit)
    risk.measures.add(measure)
    make_follow_up(measure, AFTER, Status.DONE)
    Measure.objects.filter(pk=measure.pk).update(status=Status.DONE)

    (state,) = the_risk(risk.unit).measures

    assert (state.status, state.changed_since) == (Status.ONGOING, Status.DONE)


def test_a_measure_without_later_news_has_not_changed(risk: Risk) -> None:
    measure = old_measure(risk.unit)
    risk.measures.add(measure)
    Measure.objects.filter(pk=measure.pk).update(status=Status.ONGOING)

    (state,) = the_risk(risk.unit).measures

    assert state.changed_since == ""


def test_a_shared_measure_is_counted_once(risk: Risk, control: Control) -> None:
    shared, own = old_measure(risk.unit, "Delad"), old_measure(risk.unit, "Egen")
    risk.measures.add(shared)
    control.measures.add(shared, own)

    units = [risk.unit_id]
    states: list[RiskState | ControlState] = [
        *statistics.risks(units, YEAR),
        *statistics.controls(units, YEAR),
    ]

    assert [len(state.measures) for state in states] == [1, 2]
    assert sorted(state.title for state in statistics.measures_of(states)) == ["Delad", "Egen"]


# Controls ------------------------------------------------------------------------------------


def test_the_newest_result_of_the_period_is_told(control: Control) -> None:
    make_result(control, date(2025, 3, 1), 10, 34)
    make_result(control, date(2025, 11, 1), 19, 34)

    state = the_control(control.unit)

    assert (state.numerator, state.denominator, state.percent()) == (19, 34, Decimal(56))


def test_a_result_of_another_year_is_not_this_years(control: Control) -> None:
    make_result(control, BEFORE)
    make_result(control, AFTER)

    state = the_control(control.unit)

    assert (state.carried_out_on, state.verdict) == (None, "")


def test_what_was_corrected_does_not_count(control: Control) -> None:
    wrong = make_result(control, WITHIN, 34, 34, verdict=Verdict.APPROVED)
    make_result(control, WITHIN, 19, 34, replaces=wrong)

    state = the_control(control.unit)

    assert (state.numerator, state.verdict) == (19, Verdict.ACTION)


def test_a_figure_found_wrong_after_the_day_is_told_right(control: Control) -> None:
    """What is known to be wrong is not printed; the day that counts is when it was carried out."""
    wrong = make_result(control, WITHIN, 34, 34, verdict=Verdict.APPROVED)
    late = datetime(2026, 1, 20, 9, tzinfo=UTC)
    make_result(control, WITHIN, 19, 34, replaces=wrong, recorded_at=late)

    assert the_control(control.unit).numerator == 19


def test_a_result_found_to_be_of_the_year_after_is_not_this_years(control: Control) -> None:
    wrong = make_result(control, WITHIN)
    make_result(control, AFTER, replaces=wrong)

    assert the_control(control.unit).carried_out_on is None
    assert the_control(control.unit, Period.of(2026)).carried_out_on == AFTER


def test_a_correction_leaves_the_rounds_before_it_as_they_were(control: Control) -> None:
    make_result(control, BEFORE, 10, 34)
    then = the_control(control.unit, Period.of(2024))
    wrong = make_result(control, WITHIN, 34, 34, verdict=Verdict.APPROVED)

    make_result(control, WITHIN, 19, 34, replaces=wrong)

    assert the_control(control.unit, Period.of(2024)) == then


def test_the_newest_result_is_the_one_carried_out_last_and_not_the_one_typed_last(
    control: Control,
) -> None:
    make_result(control, date(2025, 11, 1), 30, 34)
    make_result(control, date(2025, 3, 1), 10, 34)

    assert the_control(control.unit).numerator == 30


def test_a_share_that_was_only_reported_has_no_computed_per_cent(control: Control) -> None:
    make_result(
        control, WITHIN, None, None, reported_share=Decimal("94.5"), source="Verksamhetsberättelse"
    )

    state = the_control(control.unit)

    assert (state.percent(), state.reported_share) == (None, Decimal("94.50"))


def test_a_control_that_ended_before_the_period_is_not_there(organisation: Organisation) -> None:
    make_control(organisation.intake, closed_on=BEFORE)

    assert statistics.controls([organisation.intake.pk], YEAR) == ()


def test_a_control_names_the_risks_it_watches_and_they_name_it(
    risk: Risk, control: Control
) -> None:
    control.risks.add(risk)

    assert the_control(control.unit).risks == ("R1",)
    assert the_risk(risk.unit).controls == ("Utredningar inom lagstadgad tid",)


# Whole registers -----------------------------------------------------------------------------


def test_risks_are_grouped_by_area_in_the_order_of_the_areas(organisation: Organisation) -> None:
    second = ServiceArea.objects.create(unit=organisation.ifo, name="Andra", order=2)
    first = ServiceArea.objects.create(unit=organisation.ifo, name="Första", order=1)
    make_risk(organisation.intake, "R1", service_area=second)
    make_risk(organisation.intake, "R2", service_area=first)
    make_risk(organisation.intake, "R3", service_area=second)

    groups = by_area(statistics.risks([organisation.intake.pk], YEAR))

    assert [(area, [state.code for state in rows]) for area, rows in groups] == [
        ("Första", ["R2"]),
        ("Andra", ["R1", "R3"]),
    ]


def fill(organisation: Organisation, number: int) -> None:
    unit = organisation.intake
    risk, control = make_risk(unit, f"R{number}"), make_control(unit, f"E{number}")
    control.risks.add(risk)
    make_assessment(risk, WITHIN)
    make_result(control, WITHIN)
    measure = old_measure(unit)
    risk.measures.add(measure)
    control.measures.add(measure)


def test_three_risks_cost_as_many_queries_as_one(
    organisation: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    units = [organisation.intake.pk]
    fill(organisation, 1)
    with django_assert_num_queries(9):
        statistics.risks(units, YEAR)

    fill(organisation, 2)
    fill(organisation, 3)

    with django_assert_num_queries(9):
        assert len(statistics.risks(units, YEAR)) == 3


def test_three_controls_cost_as_many_queries_as_one(
    organisation: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    units = [organisation.intake.pk]
    fill(organisation, 1)
    with django_assert_num_queries(6):
        statistics.controls(units, YEAR)

    fill(organisation, 2)
    fill(organisation, 3)

    with django_assert_num_queries(6):
        assert len(statistics.controls(units, YEAR)) == 3
