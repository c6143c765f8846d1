"""Overview, style page and the pages one does not want to see."""

from datetime import date

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from lib.todo import Todo
from organisation.models import User
from start.todo import grouped
from tests.factories.deviations import make_case
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.people import People


def overview(client: Client, person: User) -> str:
    client.force_login(person)
    return client.get("/").content.decode()


def test_a_stranger_is_sent_to_the_door(client: Client, db: None) -> None:
    assert client.get("/").headers["Location"] == "/logga-in/?next=/"


def test_the_overview_opens_for_every_role(client: Client, people: People) -> None:
    statuses = set()
    for person in vars(people).values():
        client.force_login(person)
        statuses.add(client.get("/").status_code)
    assert statuses == {200}


def test_nothing_to_do_is_said_in_words(client: Client, rut: User) -> None:
    assert "Inget väntar på dig just nu." in overview(client, rut)


def test_new_cases_and_measures_wait_for_their_manager(
    client: Client, organisation: Organisation, eva: User
) -> None:
    case = make_case(organisation.intake)
    make_measure(organisation.intake, title="Ny rutin", responsible=eva, due_on=date.today())
    page = overview(client, eva)
    assert "2 saker väntar på dig." in page
    assert f"Bedöm {case.number}" in page
    assert "Följ upp: Ny rutin" in page


def test_the_overview_costs_the_same_with_one_and_three_things_waiting(
    client: Client, organisation: Organisation, eva: User
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    def wait() -> None:
        make_case(organisation.intake)
        make_measure(organisation.intake, responsible=eva, due_on=date.today())

    client.force_login(eva)
    wait()
    with_one = queries()
    wait()
    wait()
    assert queries() == with_one


def test_an_auditor_is_not_asked_to_report(client: Client, rut: User) -> None:
    assert "Rapportera" not in overview(client, rut)


def test_an_overdue_case_is_told_by_word_and_linked() -> None:
    todo = Todo(title="Bedöm AV-2026-0001", url="/x/", due=date(2026, 11, 20), kind="Avvikelse")
    context = {"groups": grouped([todo], date(2026, 11, 23)), "count": 1}
    page = render_to_string("start/overview.html", context)
    assert "En sak väntar på dig." in page
    assert '<span class="status status--late">3 dagar sen</span>' in page
    assert '<a href="/x/">Bedöm AV-2026-0001</a>' in page


def test_the_style_page_opens(client: Client, mona: User) -> None:
    client.force_login(mona)
    assert client.get("/stil/").status_code == 200


def test_the_style_page_costs_only_the_frame(
    client: Client, mona: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(mona)
    with django_assert_num_queries(5):  # session, user, roles, tree, the municipality's name
        client.get("/stil/")


def test_a_missing_page_says_what_to_do(client: Client, mona: User) -> None:
    client.force_login(mona)
    response = client.get("/finns-inte/")
    assert (response.status_code, "Kontrollera adressen" in response.content.decode()) == (
        404,
        True,
    )


@pytest.mark.parametrize("name", ["400", "403_csrf", "500"])
def test_pages_rendered_without_a_request_stand_alone(name: str) -> None:
    page = render_to_string(f"{name}.html")
    assert 'href="/static/css/app.css"' in page


def test_a_post_without_its_token_gets_a_swedish_answer(eva: User) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/logga-in/", {"username": "eva"})
    assert (response.status_code, "för gammal" in response.content.decode()) == (403, True)
