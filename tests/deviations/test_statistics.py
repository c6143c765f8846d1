"""The counting rules. Rows are laid straight into the register: any history must add up."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deviations import statistics
from deviations.models import (
    CaseStub,
    Cause,
    Complaint,
    Deviation,
    IvoNotification,
    Kind,
    Severity,
)
from lib.periods import Period
from organisation.groups import sections_of
from organisation.models import Unit
from tests.factories.history import destroy, lay
from tests.factories.organisation import Organisation

YEAR = Period.of(2023)


@pytest.fixture
def unit(organisation: Organisation) -> Unit:
    return organisation.intake


def test_a_case_received_and_decided_in_the_year_is_received_and_investigated(unit: Unit) -> None:
    lay(unit, date(2023, 3, 1), decided=date(2023, 5, 1), severity=Severity.RISK)
    assert statistics.reconciliation([unit.pk], YEAR) == statistics.Reconciliation(
        received=1, investigated=1
    )


def test_a_case_from_last_year_decided_this_year_is_carried_over_and_investigated(
    unit: Unit,
) -> None:
    lay(unit, date(2022, 12, 31), decided=date(2023, 1, 1), severity=Severity.NONE)
    assert statistics.reconciliation([unit.pk], YEAR) == statistics.Reconciliation(
        carried_over=1, investigated=1
    )


def test_a_case_decided_after_the_period_was_open_at_its_end(unit: Unit) -> None:
    lay(unit, date(2023, 12, 1), decided=date(2024, 1, 15), severity=Severity.SERIOUS)
    assert statistics.reconciliation([unit.pk], YEAR).open == 1


def test_what_falls_outside_lex_sarah_is_not_investigated(unit: Unit) -> None:
    lay(unit, date(2023, 3, 1), decided=date(2023, 5, 1), severity=Severity.OUTSIDE)
    flow = statistics.reconciliation([unit.pk], YEAR)
    assert (flow.investigated, flow.outside) == (0, 1)


def test_an_annulled_case_is_counted_as_annulled_alone(unit: Unit) -> None:
    lay(unit, date(2023, 3, 1), annulled=date(2023, 3, 2))
    flow = statistics.reconciliation([unit.pk], YEAR)
    assert (flow.received, flow.annulled, flow.open) == (1, 1, 0)


def test_a_case_annulled_next_year_still_counts_in_its_own(unit: Unit) -> None:
    lay(unit, date(2023, 3, 1), kind=Kind.INTERNAL, annulled=date(2024, 1, 2))
    assert statistics.received([unit.pk], YEAR)[Kind.INTERNAL] == 1


DAYS = st.integers(0, 3 * 365)
# when it came in, until it was decided, how, until it was annulled, and is it destroyed
HISTORY = st.lists(
    st.tuples(
        DAYS, st.none() | DAYS, st.sampled_from(list(Severity)), st.none() | DAYS, st.booleans()
    ),
    max_size=12,
)
History = list[tuple[int, int | None, Severity, int | None, bool]]
ANY_HISTORY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def live(unit: Unit, history: History) -> list[Deviation]:
    """The cases that are finished and to be destroyed."""
    Deviation.objects.all().delete()
    CaseStub.objects.all().delete()
    finished = []
    for start, until_decision, severity, until_annulment, destroyed in history:
        received = date(2021, 6, 1) + timedelta(days=start)
        decided = None if until_decision is None else received + timedelta(days=until_decision)
        annulled = None if until_annulment is None else received + timedelta(days=until_annulment)
        grade = severity if decided else ""
        case = lay(unit, received, decided=decided, severity=grade, annulled=annulled)
        if destroyed and (decided or annulled):
            finished.append(case)
    return finished


@given(history=HISTORY, end=st.dates(date(2023, 1, 1), date(2023, 12, 31)))
@ANY_HISTORY
def test_whatever_has_happened_the_register_adds_up(
    unit: Unit, history: History, end: date
) -> None:
    live(unit, history)
    assert statistics.reconciliation([unit.pk], Period.of(2023, end)).adds_up


@given(history=HISTORY)
@ANY_HISTORY
def test_a_year_adds_up_and_hands_over_to_the_next_also_when_cases_are_destroyed(
    unit: Unit, history: History
) -> None:
    finished = live(unit, history)
    years = [Period.of(year) for year in range(2021, 2026)]
    published = [statistics.reconciliation([unit.pk], year) for year in years]
    for case in finished:
        destroy(case)
    assert [statistics.reconciliation([unit.pk], year) for year in years] == published
    assert all(flow.adds_up for flow in published)
    handed_over = [flow.open for flow in published[:-1]]
    assert [flow.carried_over for flow in published[1:]] == handed_over


def test_half_a_year_is_compared_with_the_same_half() -> None:
    assert Period.of(2024, date(2024, 8, 31)).years_back(1) == Period(
        date(2023, 1, 1), date(2023, 8, 31)
    )


def test_a_leap_day_is_compared_with_the_last_of_february() -> None:
    assert Period.of(2024, date(2024, 2, 29)).years_back(1).end == date(2023, 2, 28)


def test_grades_without_cases_are_counted_as_zero(organisation: Organisation) -> None:
    lay(organisation.youth, date(2023, 3, 1), decided=date(2023, 5, 1), severity=Severity.RISK)
    groups = sections_of(organisation.ifo, YEAR.end)
    table = statistics.investigated_per_grade(groups, YEAR)
    assert table["Barn och unga"] == {
        "none": 0,
        "risk": 1,
        "misconduct": 0,
        "serious_risk": 0,
        "serious": 0,
    }


def test_an_event_at_a_closed_unit_is_counted_in_the_section_it_belonged_to(
    organisation: Organisation,
) -> None:
    lay(organisation.closed, date(2022, 3, 1), decided=date(2023, 5, 1), severity=Severity.RISK)
    groups = sections_of(organisation.ifo, YEAR.end)
    assert statistics.investigated_per_grade(groups, YEAR)["Barn och unga"]["risk"] == 1


def test_a_case_with_two_causes_is_one_case_and_two_causes(organisation: Organisation) -> None:
    case = lay(organisation.youth, date(2023, 3, 1), decided=date(2023, 5, 1), severity="risk")
    case.causes.set([Cause.objects.create(name=name) for name in ("Rutiner", "Teknik")])
    found = statistics.causes(sections_of(organisation.ifo, YEAR.end), YEAR)
    assert (found.cases, found.named) == (1, 2)


def test_causes_of_open_cases_are_not_counted(organisation: Organisation) -> None:
    lay(organisation.youth, date(2023, 3, 1)).causes.add(Cause.objects.create(name="Rutiner"))
    assert statistics.causes(sections_of(organisation.ifo, YEAR.end), YEAR).named == 0


def complaints_of(organisation: Organisation) -> dict[str, statistics.Complaints]:
    groups = sections_of(organisation.ifo, YEAR.end)
    everywhere = frozenset().union(*(group.unit_ids for group in groups))
    return statistics.complaints(groups, statistics.complaints_received(everywhere, YEAR))


def test_appeals_are_counted_among_the_complaints(organisation: Organisation) -> None:
    for is_appeal in (True, False):
        case = lay(organisation.support, date(2023, 3, 1), kind=Kind.COMPLAINT)
        Complaint.objects.create(deviation=case, is_appeal=is_appeal)
    counts = complaints_of(organisation)
    assert counts["Vuxna"] == statistics.Complaints(received=2, appeals=1)


def test_a_viewpoint_is_counted_with_the_complaints(organisation: Organisation) -> None:
    lay(organisation.ifo, date(2023, 3, 1), kind=Kind.VIEWPOINT)
    counts = complaints_of(organisation)
    assert counts["Individ- och familjeomsorgen, gemensamt"].received == 1


def test_a_notification_to_ivo_is_counted_the_year_it_was_sent(unit: Unit) -> None:
    case = lay(unit, date(2022, 12, 1))
    IvoNotification.objects.create(
        deviation=case, suspected_on=date(2022, 12, 2), notified_on=date(2023, 1, 3)
    )
    assert statistics.notified_to_ivo([unit.pk], YEAR).notified == 1
