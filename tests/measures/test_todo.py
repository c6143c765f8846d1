from datetime import timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from measures.models import Status
from measures.todo import todo
from organisation.models import User
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation

TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LATER = TODAY + timedelta(days=60)


def test_what_i_answer_for_is_told_when_it_is_soon_or_late(
    organisation: Organisation, mona: User
) -> None:
    make_measure(organisation.intake, "Sen", responsible=mona, due_on=YESTERDAY)
    make_measure(organisation.intake, "Snart", responsible=mona, due_on=TOMORROW)
    make_measure(organisation.intake, "Senare", responsible=mona, due_on=LATER)
    make_measure(organisation.intake, "Någon annans", due_on=YESTERDAY)

    told = {(row.title, row.urgent) for row in todo(mona)}

    assert told == {("Följ upp: Sen", True), ("Följ upp: Snart", False)}


def test_an_effect_that_was_too_early_to_judge_comes_back(
    organisation: Organisation, mona: User
) -> None:
    make_measure(
        organisation.intake,
        "Klar",
        responsible=mona,
        status=Status.DONE,
        due_on=YESTERDAY,
        follow_up_on=TOMORROW,
    )

    assert [(row.title, row.due) for row in todo(mona)] == [("Bedöm effekten: Klar", TOMORROW)]


def test_a_discontinued_measure_asks_for_nothing(organisation: Organisation, mona: User) -> None:
    make_measure(
        organisation.intake, responsible=mona, status=Status.DISCONTINUED, due_on=YESTERDAY
    )

    assert todo(mona) == []


def test_what_nobody_answers_for_is_the_managers(organisation: Organisation, eva: User) -> None:
    make_measure(organisation.intake, "Utan ansvarig", due_on=YESTERDAY)
    make_measure(organisation.youth, "På annan enhet", due_on=YESTERDAY)

    assert [row.title for row in todo(eva)] == ["Följ upp: Utan ansvarig"]


def test_three_measures_cost_as_many_queries_as_one(
    organisation: Organisation, mona: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_measure(organisation.intake, responsible=mona, due_on=YESTERDAY)
    todo(mona)
    make_measure(organisation.intake, responsible=mona, due_on=YESTERDAY)
    make_measure(organisation.intake, responsible=mona, due_on=YESTERDAY)

    with django_assert_num_queries(1):
        todo(mona)
