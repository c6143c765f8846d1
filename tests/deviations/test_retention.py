"""Which ended cases are due, by the rule that holds today."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Event
from deviations.models import Deviation, Kind
from deviations.retention import Holdings
from deviations.todo import todo
from organisation.models import Role, User
from tests.factories.deviations import make_case
from tests.factories.ended import annulled_case, closed_case, make_rule
from tests.factories.organisation import Organisation, give_role
from tests.people import People

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: TODAY)


def due(user: User) -> set[str]:
    fresh = User.objects.get(pk=user.pk)
    return {case.number for case in Holdings.of(fresh).due()}


def test_a_case_is_due_when_its_whole_years_have_passed(
    sara: User, organisation: Organisation
) -> None:
    make_rule(years=5)
    passed = closed_case(organisation.intake, closed_on=date(2021, 11, 23))
    closed_case(organisation.intake, closed_on=date(2021, 11, 24))
    make_case(organisation.intake)
    assert due(sara) == {passed.number}


def test_a_leap_day_gives_no_day_away(
    sara: User, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_rule(years=5)
    case = closed_case(organisation.intake, closed_on=date(2020, 2, 29))
    for day, expected in ((date(2025, 2, 28), set()), (date(2025, 3, 1), {case.number})):
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, day=day: day)
        assert due(sara) == expected


def test_an_annulled_case_counts_from_its_annulment(sara: User, organisation: Organisation) -> None:
    make_rule(years=5)
    old = annulled_case(organisation.intake, date(2020, 1, 1))
    annulled_case(organisation.intake, date(2025, 1, 1))
    assert due(sara) == {old.number}


def test_the_later_of_two_rules_holds(sara: User, organisation: Organisation) -> None:
    case = closed_case(organisation.intake)
    make_rule(years=5)
    assert due(sara) == {case.number}
    later = make_rule(Kind.LEX_SARAH, years=None)
    later.kind, later.valid_from = Kind.INTERNAL, date(2026, 1, 1)
    later.save()
    assert due(sara) == set()


def test_what_is_kept_is_never_due_but_waits_for_the_archive(
    sara: User, organisation: Organisation
) -> None:
    make_rule(Kind.LEX_SARAH, years=None)
    kept = closed_case(organisation.intake, Kind.LEX_SARAH)
    holdings = Holdings.of(sara)
    assert (list(holdings.due()), list(holdings.for_archive())) == ([], [kept])


def test_what_nobody_has_decided_about_is_told(sara: User, organisation: Organisation) -> None:
    make_rule()
    for kind in (Kind.EXTERNAL, Kind.EXTERNAL, Kind.INTERNAL):
        closed_case(organisation.intake, kind)
    assert Holdings.of(sara).without_rule() == [("Extern avvikelse", 2)]


def test_a_rule_of_absurdly_many_years_destroys_nothing(
    sara: User, organisation: Organisation
) -> None:
    make_rule(years=30_000)
    closed_case(organisation.intake)
    assert due(sara) == set()


def test_each_answers_for_the_own_units_alone(people: People, organisation: Organisation) -> None:
    make_rule()
    make_rule(Kind.LEX_SARAH)
    here = closed_case(organisation.intake)
    closed_case(organisation.home_care)
    secret = closed_case(organisation.youth, Kind.LEX_SARAH)
    assert {name: due(user) for name, user in vars(people).items() if due(user)} == {
        "sara": {here.number, secret.number}
    }


@pytest.fixture
def page(client: Client, sara: User) -> Client:
    client.force_login(sara)
    return client


def test_the_page_tells_of_each_outcome(page: Client, organisation: Organisation) -> None:
    make_rule()
    make_rule(Kind.LEX_SARAH, years=None, decision="SN 2020/16")
    old = closed_case(organisation.intake)
    kept = closed_case(organisation.intake, Kind.LEX_SARAH)
    closed_case(organisation.intake, Kind.EXTERNAL)
    context = page.get(reverse("diary:due")).context
    (row,), (to_archive,) = context["due"], context["kept"]
    assert (row.number, row.due, row.rule) == (old.number, "2020-06-30", "SN 2020/15")
    assert (to_archive.number, to_archive.rule) == (kept.number, "SN 2020/16")
    assert context["unknown"] == [("Extern avvikelse", 1)]
    listed = Event.objects.get(action=Event.Action.LIST)
    assert set(listed.detail["ids"]) == {old.pk, kept.pk}


def test_who_answers_for_two_places_chooses_one(
    page: Client, sara: User, organisation: Organisation
) -> None:
    give_role(sara, Role.LEX_SARAH, organisation.elderly)
    make_rule()
    here, there = closed_case(organisation.intake), closed_case(organisation.home_care)
    found = {
        unit.name: [row.number for row in page.get(url, {"enhet": unit.pk}).context["due"]]
        for url in [reverse("diary:due")]
        for unit in (organisation.ifo, organisation.elderly)
    }
    assert found == {
        "Individ- och familjeomsorgen": [here.number],
        "Äldreomsorgen": [there.number],
    }


def test_the_page_costs_the_same_for_one_and_three(
    page: Client, organisation: Organisation
) -> None:
    make_rule()
    costs = []
    for _ in range(2):
        closed_case(organisation.intake)
        closed_case(organisation.youth)
        with CaptureQueriesContext(connection) as captured:
            page.get(reverse("diary:due"))
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_once_a_year_it_is_asked_for(sara: User, organisation: Organisation) -> None:
    make_rule()
    closed_case(organisation.intake, closed_on=date(2021, 2, 1))  # due during the year
    assert todo(sara) == []
    Deviation.objects.update(closed_on=date(2020, 12, 31))
    (one,) = todo(sara)
    assert (one.title, one.due, one.urgent) == ("1 ärende kan gallras", date(2026, 12, 31), False)
    assert one.url == reverse("diary:due")
