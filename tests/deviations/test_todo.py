"""What the register asks of a person now."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from deviations.models import Kind
from deviations.todo import todo
from organisation.models import User
from tests.factories.deviations import assigned, make_case
from tests.factories.organisation import Organisation
from tests.people import People


def test_new_cases_wait_for_their_first_assessment(
    people: People, organisation: Organisation
) -> None:
    internal = make_case(organisation.intake, received_on=date(2026, 1, 15))
    report = make_case(organisation.intake, Kind.LEX_SARAH, received_on=date(2026, 1, 15))
    (of_eva,), (of_sara,) = todo(people.eva), todo(people.sara)
    assert (of_eva.title, of_eva.due) == (f"Bedöm {internal.number}", date(2026, 1, 20))
    assert (of_sara.title, of_sara.urgent) == (f"Bedöm {report.number}", True)
    assert internal.title not in str(of_eva)


def test_an_investigator_is_asked_to_investigate(
    people: People, organisation: Organisation
) -> None:
    report = make_case(organisation.intake, Kind.LEX_SARAH)
    assert todo(people.ulla) == []
    assigned(report, people.sara, people.ulla)
    assert [one.title for one in todo(people.ulla)] == [f"Utred {report.number}"]
    assert todo(people.sara) == []


def test_a_case_elsewhere_is_nobody_elses_work(people: People, organisation: Organisation) -> None:
    make_case(organisation.home_care)
    assert [bool(todo(user)) for user in (people.eva, people.erik, people.mona)] == [
        False,
        True,
        False,
    ]


def test_asking_costs_the_same_for_one_and_three(eva: User, organisation: Organisation) -> None:
    costs = []
    for _ in range(2):
        make_case(organisation.intake)
        user = User.objects.get(pk=eva.pk)
        with CaptureQueriesContext(connection) as captured:
            todo(user)
        costs.append(len(captured))
    assert costs[0] == costs[1]
