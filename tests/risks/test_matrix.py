"""The risk matrix: how many stand where, what is behind each number, and what has moved."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from organisation.models import RiskScale, User
from risks.matrix import Movement
from risks.models import Risk
from tests.factories.organisation import Organisation
from tests.factories.risks import make_assessment, make_risk

TODAY = timezone.localdate()
LAST_YEAR = date(TODAY.year - 1, 6, 1)
ADDRESS = reverse("risks:matrix")


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


def judged(organisation: Organisation, code: str, *steps: int, on: date = LAST_YEAR) -> Risk:
    risk = make_risk(organisation.intake, code)
    make_assessment(risk, on, *steps)
    return risk


def counts(client: Client, **query: str) -> dict[tuple[int, int], int]:
    [worded] = client.get(ADDRESS, query).context["matrices"]
    squares = [square for row in worded.matrix.rows for square in row]
    return {(one.probability, one.consequence): one.count for one in squares if one.count}


def codes(client: Client, **query: str) -> list[str]:
    return [line.code for line in client.get(ADDRESS, query).context["lines"]]


def test_each_square_counts_the_risks_that_were_last_judged_so(
    eva_in: Client, organisation: Organisation
) -> None:
    judged(organisation, "R1", 2, 3)
    judged(organisation, "R2", 2, 3)
    moved = judged(organisation, "R3", 3, 3)
    make_assessment(moved, TODAY, 1, 2)

    assert counts(eva_in) == {(2, 3): 2, (1, 2): 1}
    assert counts(eva_in, dag=LAST_YEAR.isoformat()) == {(2, 3): 2, (3, 3): 1}


def test_a_number_opens_the_risks_behind_it(eva_in: Client, organisation: Organisation) -> None:
    judged(organisation, "R1", 2, 3)
    judged(organisation, "R2", 1, 1)
    make_risk(organisation.intake, "R3")

    assert codes(eva_in, ruta="3-3-6-2-3") == ["R1"]
    assert codes(eva_in, ruta="none") == ["R3"]
    assert codes(eva_in, ruta="nonsens") == []


def test_every_address_on_the_page_leads_to_as_many_risks_as_it_says(
    eva_in: Client, organisation: Organisation
) -> None:
    judged(organisation, "R1", 2, 3)
    raised = judged(organisation, "R2", 1, 1)
    make_assessment(raised, TODAY, 2, 1)
    lowered = judged(organisation, "R3", 3, 3)
    make_assessment(lowered, TODAY, 1, 3)
    judged(organisation, "R4", 1, 3, on=TODAY)
    Risk.objects.filter(pk=judged(organisation, "R5", 3, 1).pk).update(
        closed_on=TODAY, closed_because="Klart."
    )

    moved = eva_in.get(ADDRESS).context["movements"]

    expected = dict.fromkeys(Movement, 1) | {Movement.RESCALED: 0}
    assert {way: number for way, number, _ in moved} == expected
    for _, number, address in moved:
        assert len(eva_in.get(ADDRESS + address).context["lines"]) == number


def test_levels_on_different_scales_are_not_compared(
    eva_in: Client, organisation: Organisation
) -> None:
    risk = judged(organisation, "R1", 3, 3)
    make_assessment(risk, TODAY, 4, 4, steps=4)

    assert codes(eva_in, rorelse="rescaled") == ["R1"]
    assert codes(eva_in, rorelse="up") == []


def test_each_scale_has_a_matrix_of_its_own(eva_in: Client, organisation: Organisation) -> None:
    judged(organisation, "R1", 2, 3)
    wide = make_risk(organisation.intake, "R2")
    make_assessment(wide, TODAY, 4, 4, steps=4)

    assert [one.matrix.scale.steps for one in eva_in.get(ADDRESS).context["matrices"]] == [3, 4]


def test_rows_and_columns_have_the_organisations_own_words(
    eva_in: Client, organisation: Organisation
) -> None:
    scale = RiskScale.objects.create(unit=organisation.ifo, valid_from=date(2020, 1, 1))
    scale.words.create(axis="probability", value=2, word="varje månad")
    judged(organisation, "R1", 2, 3)

    page = eva_in.get(ADDRESS).text

    assert '<th scope="row">2 varje månad</th>' in page


def test_risks_of_units_out_of_reach_are_not_counted(
    eva_in: Client, organisation: Organisation
) -> None:
    make_assessment(make_risk(organisation.home_care), TODAY)

    assert eva_in.get(ADDRESS).context["matrices"] == []


def test_a_shared_risk_is_counted_where_it_is_shared(
    eva_in: Client, organisation: Organisation
) -> None:
    risk = make_risk(organisation.home_care)
    make_assessment(risk, TODAY)
    risk.also_units.add(organisation.intake)

    assert counts(eva_in, unit=str(organisation.intake.pk)) == {(2, 3): 1}


def test_three_risks_cost_as_many_queries_as_one(
    eva_in: Client,
    organisation: Organisation,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    judged(organisation, "R1", 2, 3)
    eva_in.get(ADDRESS)
    with django_assert_num_queries(14):
        eva_in.get(ADDRESS, {"ruta": "3-3-6-2-3"})
    for code in ("R2", "R3"):
        judged(organisation, code, 2, 3)
    with django_assert_num_queries(14):
        eva_in.get(ADDRESS, {"ruta": "3-3-6-2-3"})
