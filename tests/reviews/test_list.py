"""The list of reviews: who sees what, narrowed, and as a spreadsheet."""

from datetime import date
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from audit.models import Event
from organisation.models import User
from reviews.models import Review
from tests.factories.organisation import Organisation
from tests.factories.reviews import make_recommendation, make_review

LIST = reverse("reviews:list")


def codes(client: Client, **query: str | int) -> list[str]:
    return [row.code for row in client.get(LIST, query).context["rows"]]


def test_a_manager_sees_reviews_of_her_unit_above_it_and_those_that_looked_at_it(
    eva_in: Client, organisation: Organisation, review: Review
) -> None:
    make_review(organisation.ifo, "G2")
    looked = make_review(organisation.elderly, "G3")
    looked.units.add(organisation.intake)
    make_review(organisation.home_care, "G4")

    assert sorted(codes(eva_in)) == ["G1", "G2", "G3"]


def test_closed_reviews_are_left_out_until_somebody_asks(
    eva_in: Client, organisation: Organisation, review: Review
) -> None:
    make_review(organisation.intake, "G2", closed_on=date(2023, 12, 1))

    assert codes(eva_in) == ["G1"]
    assert codes(eva_in, status="closed") == ["G2"]
    assert sorted(codes(eva_in, status="all")) == ["G1", "G2"]


def test_the_list_is_narrowed_by_words_kind_year_and_unit(
    eva_in: Client, organisation: Organisation, review: Review
) -> None:
    other = make_review(
        organisation.intake,
        "G2",
        "Ökade väntetider",
        kind=Review.Kind.AUDIT,
        started_on=date(2021, 3, 1),
        reported_on=date(2022, 5, 1),
    )
    other.units.add(organisation.youth)

    assert codes(eva_in, q="ökade VÄNTE") == ["G2"]
    assert codes(eva_in, kind="audit") == ["G2"]
    assert codes(eva_in, year=2023) == ["G1"]
    assert codes(eva_in, unit=organisation.intake.pk) == ["G1", "G2"]


def test_what_is_to_happen_next_stands_in_a_word(
    eva_in: Client, organisation: Organisation, review: Review
) -> None:
    told: dict[str, dict[str, Any]] = {
        "G2": {"reported_on": date(2023, 5, 1)},
        "G3": {"answer_due_on": date(2999, 1, 1)},
        "G4": {"answer_due_on": date(2023, 9, 1)},
    }
    for code, fields in told.items():
        make_review(organisation.intake, code, **fields)

    rows = {row.code: row.standing for row in eva_in.get(LIST).context["rows"]}

    assert rows == {
        "G1": "Pågår",
        "G2": "Rapporterad",
        "G3": "Ska besvaras",
        "G4": "Svar försenat",
    }


def test_recommendations_are_counted_with_those_that_are_answered(
    eva_in: Client, review: Review
) -> None:
    make_recommendation(review, response="agreed", answered_on=date(2023, 6, 1))
    make_recommendation(review)
    make_recommendation(review)

    [row] = eva_in.get(LIST).context["rows"]

    assert row.recommendations == "1 av 3"


def test_the_list_asks_as_often_for_three_reviews_as_for_one(
    eva_in: Client,
    organisation: Organisation,
    review: Review,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_recommendation(review)
    eva_in.get(LIST)
    with CaptureQueriesContext(connection) as before:
        eva_in.get(LIST)
    for code in ("G2", "G3"):
        make_recommendation(make_review(organisation.intake, code))
    with django_assert_num_queries(len(before)):
        eva_in.get(LIST)


def test_the_spreadsheet_is_logged(eva_in: Client, eva: User, review: Review) -> None:
    answer = eva_in.get(reverse("reviews:export"))

    assert "spreadsheetml" in answer["Content-Type"]
    event = Event.objects.filter(action=Event.Action.EXPORT).get()
    assert event.actor_id == eva.pk


def test_the_first_time_the_page_says_what_to_do(eva_in: Client) -> None:
    assert "Lägg till granskning" in eva_in.get(LIST).content.decode()
