"""What the manager keeps of a lex Sarah case: the slip, and nothing else."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from deviations import services
from deviations.models import Deviation, Kind, ManagerSlip, Severity
from deviations.slip_todo import todo
from organisation.models import Role, User
from tests.factories.deviations import decided, make_case
from tests.factories.organisation import Organisation, give_role

STORY = "Ett barn lämnades utan tillsyn."


@pytest.fixture
def report(mona: User, organisation: Organisation) -> Deviation:
    return services.report_deviation(
        actor=mona, kind=Kind.LEX_SARAH, unit=organisation.intake, description=STORY
    )


def url_of(case: Deviation) -> str:
    return reverse("deviations:slip", args=[case.number])


def page_of(client: Client, case: Deviation) -> str:
    answer = client.get(url_of(case))
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()


def test_the_manager_is_told_at_once_until_the_slip_is_opened(
    client: Client, eva: User, report: Deviation
) -> None:
    (waiting,) = todo(eva)
    assert (waiting.title, waiting.urgent) == (f"Läs lappen om {report.number}", True)
    assert STORY not in str(waiting)
    client.force_login(eva)
    page_of(client, report)
    assert todo(eva) == []


def test_opening_the_slip_is_a_logged_read_and_the_first_is_remembered(
    client: Client, eva: User, report: Deviation
) -> None:
    client.force_login(eva)
    page_of(client, report)
    page_of(client, report)
    slip = ManagerSlip.objects.get()
    reads = Event.objects.filter(action=Event.Action.READ, object_id=str(report.pk))
    assert (slip.seen_by_name, reads.count()) == ("Eva Lind", 2)


def test_the_slip_tells_neither_what_happened_nor_who_reported(
    client: Client, eva: User, sara: User, report: Deviation
) -> None:
    services.add_immediate_measure(
        actor=sara, deviation=report, text="Sara ringde modern.", taken_at=timezone.now()
    )
    services.instruct_manager(actor=sara, deviation=report, instruction="Se över nattbemanningen.")
    decided(report, sara, Severity.MISCONDUCT)
    services.add_measure(actor=sara, deviation=report, title="Ny rutin för natten", kind="routine")
    client.force_login(eva)
    page = page_of(client, report)
    for told in (report.number, "Se över nattbemanningen.", "Ny rutin för natten"):
        assert told in page
    assert "Missförhållande" in page
    for hidden in (STORY, "Mona", "Sara ringde", "utan tillsyn i en timme"):
        assert hidden not in page


def test_the_rest_of_the_case_does_not_exist_for_the_manager(
    client: Client, eva: User, report: Deviation
) -> None:
    client.force_login(eva)
    answer = client.get(reverse("deviations:detail", args=[report.number]))
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_the_manager_notes_what_was_done_at_the_unit(
    client: Client, eva: User, report: Deviation
) -> None:
    client.force_login(eva)
    now = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    client.post(url_of(report), {"text": "Två i tjänst på natten.", "taken_at": now})
    assert report.immediate.get().made_by == eva
    assert "Två i tjänst på natten." in page_of(client, report)


def test_what_the_manager_typed_stays_when_it_is_refused(
    client: Client, eva: User, report: Deviation
) -> None:
    client.force_login(eva)
    typed = {"text": "Extra personal.", "taken_at": "2999-01-01T10:00"}
    answer = client.post(url_of(report), typed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Extra personal." in answer.content.decode()
    assert not report.immediate.exists()


def test_a_new_instruction_makes_the_slip_unread(
    client: Client, eva: User, sara: User, report: Deviation
) -> None:
    client.force_login(eva)
    page_of(client, report)
    services.instruct_manager(actor=sara, deviation=report, instruction="Ring Sara.")
    assert len(todo(eva)) == 1


def test_the_slip_follows_the_case_to_its_new_place(
    client: Client, eva: User, erik: User, sara: User, report: Deviation, organisation: Organisation
) -> None:
    give_role(erik, Role.MANAGER, organisation.youth)
    services.instruct_manager(actor=sara, deviation=report, instruction="Till Eva.")
    services.hand_over(
        actor=sara, deviation=report, unit=organisation.youth, motive="Hände hos ungdomarna."
    )
    client.force_login(eva)
    assert client.get(url_of(report)).status_code == HTTPStatus.NOT_FOUND
    assert [len(todo(user)) for user in (eva, erik)] == [0, 1]
    client.force_login(erik)
    assert "Till Eva." not in page_of(client, report)


def test_asking_costs_the_same_for_one_and_three(
    eva: User, mona: User, organisation: Organisation
) -> None:
    costs = []
    for _ in range(2):
        services.report_deviation(
            actor=mona, kind=Kind.LEX_SARAH, unit=organisation.intake, description=STORY
        )
        user = User.objects.get(pk=eva.pk)
        with CaptureQueriesContext(connection) as captured:
            todo(user)
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_a_case_without_a_slip_has_no_page_for_the_manager(
    client: Client, eva: User, organisation: Organisation
) -> None:
    client.force_login(eva)
    case = make_case(organisation.intake)
    assert client.get(url_of(case)).status_code == HTTPStatus.NOT_FOUND
