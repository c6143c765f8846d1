"""The action plan: every measure of the registers, narrowed, sorted and taken to Excel."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from audit.models import Event
from measures.models import Effect, Measure, Status
from organisation.models import User
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation

LIST = reverse("measures:list")
TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)


def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def titles(client: Client, **query: str) -> list[str]:
    return [row.title for row in client.get(LIST, query).context["rows"]]


def test_a_manager_sees_the_measures_of_the_own_unit_alone(
    client: Client, organisation: Organisation, eva: User, measure: Measure
) -> None:
    make_measure(organisation.home_care, "Någon annans")

    assert titles(signed_in(client, eva)) == ["Checklista vid överlämning"]


def test_a_member_of_staff_sees_what_the_person_answers_for(
    client: Client, organisation: Organisation, mona: User, measure: Measure
) -> None:
    make_measure(organisation.intake, "Monas", responsible=mona)

    assert titles(signed_in(client, mona)) == ["Monas"]


@pytest.mark.parametrize("who", ["nils", "rut", "admin"])
def test_the_list_is_refused_to_those_who_see_no_cases(
    client: Client, request: pytest.FixtureRequest, who: str
) -> None:
    user = request.getfixturevalue(who)

    assert signed_in(client, user).get(LIST).status_code == 403


def test_the_list_begins_with_what_is_open_and_first_due(
    client: Client, organisation: Organisation, eva: User
) -> None:
    make_measure(organisation.intake, "Utan tid")
    make_measure(organisation.intake, "Sen", due_on=date(2026, 9, 1))
    make_measure(organisation.intake, "Tidig", due_on=date(2026, 3, 1))
    make_measure(organisation.intake, "Klar", status=Status.DONE)

    assert titles(signed_in(client, eva)) == ["Tidig", "Sen", "Utan tid"]


def test_a_late_measure_is_named_late(
    client: Client, organisation: Organisation, eva: User
) -> None:
    make_measure(organisation.intake, due_on=YESTERDAY)

    row = signed_in(client, eva).get(LIST).context["rows"][0]

    assert (row.status, row.tone) == ("Försenad", "late")


def test_a_finished_measure_is_never_late(
    client: Client, organisation: Organisation, eva: User
) -> None:
    make_measure(organisation.intake, due_on=YESTERDAY, status=Status.DONE)

    assert titles(signed_in(client, eva), status="all", overdue="on") == []


def test_the_list_can_be_narrowed_to_a_unit_with_what_lies_below(
    client: Client, organisation: Organisation, karin: User
) -> None:
    make_measure(organisation.intake, "Under barn")
    make_measure(organisation.support, "Under vuxna")

    assert titles(signed_in(client, karin), unit=str(organisation.children.pk)) == ["Under barn"]


def test_the_list_can_be_narrowed_to_my_own(
    client: Client, organisation: Organisation, eva: User, measure: Measure
) -> None:
    make_measure(organisation.intake, "Evas", responsible=eva)

    assert titles(signed_in(client, eva), mine="on") == ["Evas"]


def test_the_list_can_be_narrowed_to_what_a_register_led_to(
    client: Client, organisation: Organisation, eva: User, measure: Measure
) -> None:
    make_measure(organisation.intake, "För risken", origin="risk")

    assert titles(signed_in(client, eva), origin="risk") == ["För risken"]


def test_finished_measures_whose_effect_nobody_has_judged_are_found(
    client: Client, organisation: Organisation, eva: User, measure: Measure
) -> None:
    for title, effect in (("Obedömd", ""), ("Tidigt", Effect.TOO_EARLY), ("Gav", Effect.YES)):
        done = make_measure(organisation.intake, title, status=Status.DONE)
        Measure.objects.filter(pk=done.pk).update(effect=effect)

    assert sorted(titles(signed_in(client, eva), unjudged="on")) == ["Obedömd", "Tidigt"]


@pytest.mark.parametrize("words", ["överlämning", "ÖVERLÄMNING", "vid ö"])
def test_search_folds_swedish_letters(
    client: Client, eva: User, measure: Measure, words: str
) -> None:
    assert titles(signed_in(client, eva), q=words) == ["Checklista vid överlämning"]


@pytest.mark.parametrize(
    "query",
    [
        {"unit": "x"},
        {"unit": "9" * 40},
        {"status": "'"},
        {"after": "9" * 40},
        {"after": "-1"},
        {"sort": "pk;"},
        {"q": "["},
        {"q": "\x00"},
        {"q": "{{ 7*7 }}"},
        {"q": "ö" * 5000},
    ],
)
def test_an_address_written_by_hand_breaks_nothing(
    client: Client, eva: User, measure: Measure, query: dict[str, str]
) -> None:
    assert signed_in(client, eva).get(LIST, query).status_code == 200


@pytest.mark.parametrize(("sort", "order"), [("due", ""), ("due", "desc"), ("title", "")])
def test_every_measure_is_on_one_page_and_on_one_alone(
    client: Client,
    organisation: Organisation,
    eva: User,
    monkeypatch: pytest.MonkeyPatch,
    sort: str,
    order: str,
) -> None:
    monkeypatch.setattr("measures.listing.PAGE_SIZE", 2)
    for number in range(5):
        due = date(2026, 5, 1) if number % 2 else None
        make_measure(organisation.intake, f"Åtgärd {number}", due_on=due)
    signed_in(client, eva)
    seen: list[str] = []
    address = f"?sort={sort}&order={order}"

    while address:
        context = client.get(LIST + address).context
        seen += [row.title for row in context["rows"]]
        address = context["older_url"]

    assert sorted(seen) == [f"Åtgärd {number}" for number in range(5)]


def test_three_measures_cost_as_many_queries_as_one(
    client: Client,
    organisation: Organisation,
    eva: User,
    mona: User,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_measure(organisation.intake, responsible=eva)
    signed_in(client, eva)
    with django_assert_num_queries(8):
        client.get(LIST)

    make_measure(organisation.intake, responsible=mona)
    make_measure(organisation.intake)

    with django_assert_num_queries(8):
        client.get(LIST)


def test_the_spreadsheet_has_the_rows_that_are_shown(
    client: Client, organisation: Organisation, eva: User
) -> None:
    make_measure(organisation.intake, "=1+1", due_on=date(2026, 9, 1), responsible=eva)
    make_measure(organisation.intake, "Klar", status=Status.DONE)

    answer = signed_in(client, eva).get(reverse("measures:export"))

    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0)
    rows = sheet.to_python()
    assert [row[0] for row in rows] == ["Åtgärd", "=1+1"]
    assert rows[1][3:5] == ["Eva Lind", date(2026, 9, 1)]


def test_the_spreadsheet_is_logged(client: Client, eva: User, measure: Measure) -> None:
    signed_in(client, eva).get(reverse("measures:export"))

    assert Event.objects.get(action="export").detail == {"count": 1}
