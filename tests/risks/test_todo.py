"""What the registers ask of a person now."""

from datetime import date, timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from organisation.models import User
from risks.models import Frequency
from risks.todo import todo
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_result, make_risk

TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LATER = TODAY + timedelta(days=60)


def told(user: User) -> list[tuple[str, bool]]:
    return [(row.title.split()[-1], row.urgent) for row in todo(user)]


def test_risks_that_i_answer_for_are_told_when_their_review_is_soon_or_late(
    organisation: Organisation, karin: User, dag: User
) -> None:
    unit = organisation.ifo
    make_risk(unit, "R1", "Sen", responsible=karin, review_on=YESTERDAY)
    make_risk(unit, "R2", "Snart", responsible=karin, review_on=TOMORROW)
    make_risk(unit, "R3", "Senare", responsible=karin, review_on=LATER)
    make_risk(unit, "R4", "Odaterad", responsible=karin)
    make_risk(unit, "R5", "Någons", responsible=dag, review_on=YESTERDAY)

    assert told(karin) == [("Sen", True), ("Snart", False)]


def test_what_nobody_answers_for_is_the_managers(organisation: Organisation, eva: User) -> None:
    make_risk(organisation.intake, "R1", "Enhetens", review_on=YESTERDAY)
    make_risk(organisation.ifo, "R2", "Sektionens", review_on=YESTERDAY)
    make_control(organisation.intake, "E1", "Enhetens")
    make_control(organisation.youth, "E2", "Grannens")

    assert told(eva) == [("Enhetens", True), ("Enhetens", True)]


def test_a_closed_risk_asks_for_nothing(organisation: Organisation, eva: User) -> None:
    make_risk(
        organisation.intake, review_on=YESTERDAY, closed_on=YESTERDAY, closed_because="Klart."
    )

    assert todo(eva) == []


def test_a_control_is_due_when_its_last_result_is_older_than_its_frequency(
    organisation: Organisation, eva: User
) -> None:
    unit = organisation.intake
    old = make_control(unit, "E1", "Gammal", frequency=Frequency.MONTHLY)
    make_result(old, TODAY - timedelta(days=40))
    soon = make_control(unit, "E2", "Snart", frequency=Frequency.MONTHLY)
    make_result(soon, TODAY - timedelta(days=25))
    recent = make_control(unit, "E3", "Nyss", frequency=Frequency.YEARLY)
    make_result(recent, YESTERDAY)

    assert told(eva) == [("Gammal", True), ("Snart", False)]


def test_a_control_that_has_never_been_made_is_told(organisation: Organisation, eva: User) -> None:
    make_control(organisation.intake, "E1", "Försummad")
    make_control(organisation.intake, "E2", "Nystartad", opened_on=TODAY)

    assert told(eva) == [("Försummad", True), ("Nystartad", False)]


def test_a_corrected_result_is_counted_by_the_day_that_stands(
    organisation: Organisation, eva: User
) -> None:
    control = make_control(organisation.intake, frequency=Frequency.YEARLY)
    wrong = make_result(control, YESTERDAY)
    make_result(control, date(2022, 1, 1), replaces=wrong)

    assert [row.due for row in todo(eva)] == [date(2023, 1, 1)]


def test_a_control_that_has_ended_asks_for_nothing(organisation: Organisation, eva: User) -> None:
    make_control(organisation.intake, closed_on=YESTERDAY)

    assert todo(eva) == []


def test_who_cannot_see_the_registers_is_asked_for_nothing(
    organisation: Organisation, mona: User
) -> None:
    make_risk(organisation.intake, responsible=mona, review_on=YESTERDAY)
    make_control(organisation.intake, responsible=mona)

    assert todo(mona) == []


def test_three_of_each_cost_as_many_queries_as_one(
    organisation: Organisation, eva: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def fill(number: int) -> None:
        make_risk(organisation.intake, f"R{number}", review_on=YESTERDAY)
        control = make_control(organisation.intake, f"E{number}")
        make_result(control, date(2022, 1, 1))

    fill(1)
    todo(eva)
    with django_assert_num_queries(6):
        assert len(todo(eva)) == 2

    fill(2)
    fill(3)

    with django_assert_num_queries(6):
        assert len(todo(eva)) == 6
