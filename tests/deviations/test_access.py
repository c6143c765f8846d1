"""Who may know of a case, and what the page lets them do with it."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from deviations.models import Deviation, Kind
from deviations.rights import rights_of
from deviations.views import process
from organisation.models import Membership, Role, User
from tests.factories.deviations import assigned, make_case
from tests.factories.organisation import Organisation, give_role
from tests.people import People

READERS_OF_UNITS = {"eva", "karin", "sara", "dag"}
READERS_OF_LEX_SARAH = {"sara", "dag"}


def readers(people: People, case: Deviation) -> set[str]:
    return {
        name
        for name, user in vars(people).items()
        if Deviation.objects.visible_to(user).filter(pk=case.pk).exists()
    }


def test_a_case_of_the_unit_is_known_to_those_who_work_with_cases_there(
    people: People, organisation: Organisation
) -> None:
    assert readers(people, make_case(organisation.intake)) == READERS_OF_UNITS


def test_a_case_elsewhere_is_known_to_its_own_manager_only(
    people: People, organisation: Organisation
) -> None:
    assert readers(people, make_case(organisation.home_care)) == {"erik"}


def test_a_lex_sarah_case_is_known_to_neither_manager_nor_coordinator(
    people: People, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    assert readers(people, case) == READERS_OF_LEX_SARAH


def test_an_investigator_knows_the_assigned_case_and_no_other(
    people: People, organisation: Organisation
) -> None:
    mine, other = (make_case(organisation.intake, Kind.LEX_SARAH) for _ in range(2))
    assigned(mine, people.sara, people.ulla)
    assert set(Deviation.objects.visible_to(people.ulla)) == {mine}
    assert other not in Deviation.objects.visible_to(people.ulla)


def test_a_named_reader_knows_the_one_case(people: People, organisation: Organisation) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    case.named_readers.add(people.eva, people.nils)
    assert readers(people, case) == READERS_OF_LEX_SARAH | {"eva", "nils"}


def test_a_decider_of_one_unit_who_manages_another_sees_each_by_its_role(
    people: People, organisation: Organisation
) -> None:
    give_role(people.eva, Role.DECIDER, organisation.support)
    hidden = make_case(organisation.intake, Kind.LEX_SARAH)
    shown = [
        make_case(organisation.intake),
        make_case(organisation.support, Kind.LEX_SARAH),
        make_case(organisation.support),
    ]
    eva = User.objects.get(pk=people.eva.pk)
    assert set(Deviation.objects.visible_to(eva)) == set(shown)
    assert hidden not in Deviation.objects.visible_to(eva)


def test_strangers_and_closed_accounts_know_of_nothing(
    people: People, organisation: Organisation
) -> None:
    make_case(organisation.intake)
    people.sara.is_active = False
    for user in (AnonymousUser(), people.sara):
        assert not Deviation.objects.visible_to(user).exists()


def test_who_has_left_reads_no_case_that_names_them(
    people: People, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    assigned(case, people.sara, people.ulla)
    case.named_readers.add(people.mona)
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.update(valid_to=yesterday)
    for name in ("ulla", "mona"):
        person = User.objects.get(username=name)
        assert not Deviation.objects.visible_to(person).exists()


def test_who_is_no_investigator_any_more_loses_the_cases_but_not_the_work(
    people: People, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    assigned(case, people.sara, people.ulla)
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(user=people.ulla).update(valid_to=yesterday)
    give_role(people.ulla, Role.STAFF, organisation.intake)
    give_role(people.ulla, Role.MANAGER, organisation.support)
    assert not Deviation.objects.visible_to(User.objects.get(username="ulla")).exists()


def test_a_manager_who_may_read_a_lex_sarah_case_may_not_touch_it(
    people: People, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    case.named_readers.add(people.eva)
    assert not any(vars(rights_of(people.eva, case)).values())


PAGES_OF_A_CASE = ("detail", "edit", "measure")
STEPS = tuple(process.STEPS)


@pytest.mark.parametrize("name", (*PAGES_OF_A_CASE, *STEPS))
def test_a_case_outside_the_scope_does_not_exist(
    client: Client, eva: User, organisation: Organisation, name: str
) -> None:
    case = make_case(organisation.home_care)
    client.force_login(eva)
    url = reverse(f"deviations:{name}", args=[case.number])
    answer = client.post(url) if name in STEPS else client.get(url)
    assert answer.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("name", ("edit", "measure", *STEPS))
def test_who_may_only_read_is_refused(
    client: Client, karin: User, organisation: Organisation, name: str
) -> None:
    case = make_case(organisation.intake)
    client.force_login(karin)
    url = reverse(f"deviations:{name}", args=[case.number])
    answer = client.post(url) if name in STEPS else client.get(url)
    assert answer.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("name", ["list", "export"])
def test_the_list_is_for_those_who_work_with_cases(
    client: Client, people: People, name: str
) -> None:
    answers = {}
    for person, user in vars(people).items():
        client.force_login(user)
        answers[person] = client.get(reverse(f"deviations:{name}")).status_code
    allowed = {person for person, status in answers.items() if status == HTTPStatus.OK}
    assert allowed == {"eva", "karin", "sara", "ulla", "dag", "erik"}
    assert set(answers.values()) == {HTTPStatus.OK, HTTPStatus.FORBIDDEN}


@pytest.mark.parametrize("name", ["report", "complaint", "mine"])
def test_reporting_is_for_everyone_with_tasks_in_the_operation(
    client: Client, people: People, name: str
) -> None:
    for person, user in vars(people).items():
        client.force_login(user)
        expected = HTTPStatus.FORBIDDEN if person in ("rut", "admin") else HTTPStatus.OK
        assert client.get(reverse(f"deviations:{name}")).status_code == expected
