"""What the register asks of a person now."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deviations import services
from deviations.catalogue import load_clock_rules
from deviations.models import Complaint, Deviation, IvoNotification, Kind, Severity, Status
from deviations.todo import todo
from organisation.models import User
from tests.factories.deviations import assessed, assigned, investigated, make_case
from tests.factories.organisation import Organisation
from tests.people import People

THURSDAY = date(2026, 1, 15)


@pytest.fixture(autouse=True)
def rules(db: None) -> None:
    load_clock_rules()


def titles(user: User) -> list[str]:
    return [one.title for one in todo(user)]


def test_new_cases_wait_for_their_first_assessment(
    people: People, organisation: Organisation
) -> None:
    internal = make_case(organisation.intake, received_on=THURSDAY)
    report = make_case(organisation.intake, Kind.LEX_SARAH, received_on=THURSDAY)
    (of_eva,), (of_sara,) = todo(people.eva), todo(people.sara)
    assert (of_eva.title, of_eva.due) == (f"Bedöm {internal.number}", date(2026, 1, 16))
    assert (of_sara.title, of_sara.urgent) == (f"Bedöm {report.number}", True)
    assert internal.title not in str(of_eva)


def test_a_deadline_is_told_with_its_ground(people: People, organisation: Organisation) -> None:
    case = make_case(organisation.intake, received_on=THURSDAY)
    Deviation.objects.filter(pk=case.pk).update(status=Status.ASSESSMENT)
    (of_eva,) = todo(people.eva)
    assert (of_eva.due, of_eva.detail) == (
        date(2026, 1, 20),
        "Mottagningsenheten · Första bedömning · Egen norm. En rapport ska hanteras genast.",
    )


def test_a_received_case_waits_until_it_is_decided_whether_to_investigate_it(
    people: People, organisation: Organisation
) -> None:
    report = make_case(organisation.intake, Kind.LEX_SARAH)
    services.receive(actor=people.sara, deviation=report)
    assert titles(people.sara) == [f"Besluta om utredning av {report.number}"]


def test_an_investigation_waits_for_its_investigator(
    people: People, organisation: Organisation
) -> None:
    internal = assessed(make_case(organisation.intake), people.eva)
    report = assessed(make_case(organisation.intake, Kind.LEX_SARAH), people.sara)
    assert titles(people.eva) == [f"Utse utredare i {internal.number}"]
    assert titles(people.sara) == [f"Utse utredare i {report.number}"]


def test_an_investigator_is_asked_to_investigate(
    people: People, organisation: Organisation
) -> None:
    report = make_case(organisation.intake, Kind.LEX_SARAH, received_on=THURSDAY)
    assert todo(people.ulla) == []
    assigned(report, people.sara, people.ulla)
    (of_ulla,) = todo(people.ulla)
    assert (of_ulla.title, of_ulla.due) == (f"Utred {report.number}", date(2026, 3, 12))
    assert todo(people.sara) == []


def test_a_finished_investigation_waits_for_who_decides(
    people: People, organisation: Organisation
) -> None:
    report = make_case(organisation.intake, Kind.LEX_SARAH)
    internal = make_case(organisation.intake)
    Deviation.objects.update(status=Status.INVESTIGATED)
    assert titles(people.dag) == [f"Besluta i {report.number}"]
    assert titles(people.eva) == [f"Besluta i {internal.number}"]


def test_ivos_deadline_does_not_hide_behind_a_norm_that_has_passed(
    people: People, organisation: Organisation
) -> None:
    report = make_case(organisation.intake, Kind.LEX_SARAH, received_on=THURSDAY)
    assigned(report, people.sara, people.ulla)
    ivo = IvoNotification.objects.create(deviation=report, suspected_on=THURSDAY)
    (of_sara,) = todo(people.sara)
    assert (of_sara.title, of_sara.due) == (f"Anmäl {report.number} till IVO", date(2026, 1, 19))
    ivo.notified_on, ivo.completion_due_on = date(2026, 1, 19), date(2026, 3, 19)
    ivo.save()
    (of_sara,) = todo(people.sara)
    assert (of_sara.title, of_sara.due) == (
        f"Komplettera {report.number} till IVO",
        date(2026, 3, 19),
    )


def test_a_decision_that_it_was_not_serious_ends_the_clock_to_ivo(
    people: People, organisation: Organisation
) -> None:
    report = make_case(organisation.intake, Kind.LEX_SARAH, received_on=THURSDAY)
    IvoNotification.objects.create(deviation=report, suspected_on=THURSDAY)
    services.decide(
        actor=people.dag,
        deviation=investigated(report, people.sara),
        motive="Ingen kom till skada.",
        decided_on=date(2026, 2, 2),
        severity=Severity.MISCONDUCT,
    )
    assert titles(people.sara) == []


def test_an_answer_is_promised_to_who_complained(
    people: People, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, Kind.COMPLAINT, received_on=THURSDAY)
    Complaint.objects.update(wants_answer=True, contact="070-000 00 00", confirmed_on=THURSDAY)
    Deviation.objects.update(status=Status.DECIDED, decided_on=THURSDAY)
    (of_eva,) = todo(people.eva)
    assert (of_eva.title, of_eva.due) == (f"Svara på {case.number}", date(2026, 1, 29))


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
