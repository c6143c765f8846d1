from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from indicators.due import missing
from indicators.models import Indicator
from indicators.services import plan_collection
from indicators.todo import todo
from organisation.models import User
from tests.factories.indicators import make_indicator, make_outcome
from tests.factories.organisation import Organisation


@pytest.fixture(autouse=True)
def in_february(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indicators.todo.timezone.localdate", lambda: date(2024, 2, 1))


def titles(user: User) -> list[str]:
    return [row.title for row in todo(user)]


def test_what_the_unit_had_last_year_is_asked_for(
    organisation: Organisation, indicator: Indicator, eva: User
) -> None:
    make_outcome(indicator, organisation.intake, 2022, of=(1, 2))

    (row,) = todo(eva)

    assert row.title == f"Lämna utfall för VB 2023: {indicator}"
    assert row.url.endswith(f"/IFO-01/utfall/ny/?enhet={organisation.intake.pk}&ar=2023&period=VB")
    assert (row.due, row.urgent) == (date(2024, 2, 11), False)


def test_what_has_been_entered_is_not_asked_for(
    organisation: Organisation, indicator: Indicator, eva: User
) -> None:
    make_outcome(indicator, organisation.intake, 2022, of=(1, 2))
    make_outcome(indicator, organisation.intake, 2023, no_data="mättes inte")

    assert titles(eva) == []


def test_only_periods_that_are_over_and_not_long_gone_are_asked_for(
    organisation: Organisation, indicator: Indicator, eva: User
) -> None:
    for year in (2020, 2023):
        make_outcome(indicator, organisation.intake, year, of=(1, 2))

    assert titles(eva) == []


def test_of_several_missing_periods_the_latest_is_asked_for(
    organisation: Organisation, indicator: Indicator, eva: User
) -> None:
    for period in ("DA1", "DA2", "VB"):
        make_outcome(indicator, organisation.intake, 2022, period, of=(1, 2))

    assert titles(eva) == [f"Lämna utfall för VB 2023: {indicator}"]


def test_what_is_followed_no_more_is_not_asked_for(organisation: Organisation, eva: User) -> None:
    ended = make_indicator(organisation.ifo, last_year=2022)
    make_outcome(ended, organisation.intake, 2022, of=(1, 2))

    assert titles(eva) == []


def test_who_may_only_read_is_asked_for_nothing(
    organisation: Organisation, indicator: Indicator, dag: User, eva: User
) -> None:
    make_outcome(indicator, organisation.ifo, 2022, of=(1, 2))

    assert titles(dag) == titles(eva) == []


def test_a_coordinator_is_asked_for_the_own_level_alone(
    organisation: Organisation, indicator: Indicator, karin: User
) -> None:
    make_outcome(indicator, organisation.ifo, 2022, of=(1, 2))
    make_outcome(indicator, organisation.intake, 2022, of=(1, 2))

    assert [row.detail for row in todo(karin)] == ["Individ- och familjeomsorgen"]


def test_many_of_the_same_period_are_one_thing_to_do(organisation: Organisation, eva: User) -> None:
    for number in range(4):
        made = make_indicator(organisation.ifo, f"IFO-{number}")
        make_outcome(made, organisation.intake, 2022, of=(1, 2))

    (row,) = todo(eva)

    assert row.title == "Lämna utfall för VB 2023: 4\u00a0indikatorer"
    assert row.url.endswith(f"/inmatning/?enhet={organisation.intake.pk}&ar=2023&period=VB")


def test_three_missing_cost_as_many_queries_as_one(
    organisation: Organisation, eva: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    todo(eva)
    for number in range(3):
        made = make_indicator(organisation.ifo, f"IFO-{number}")
        make_outcome(made, organisation.intake, 2022, of=(1, 2))
        with django_assert_num_queries(8):
            todo(eva)


def test_what_the_plan_leaves_out_is_not_asked_for(
    organisation: Organisation, indicator: Indicator, karin: User, eva: User
) -> None:
    make_outcome(indicator, organisation.intake, 2022, "DA1", of=(1, 2))
    plan(indicator, organisation, "VB", None)

    assert titles(eva) == [f"Lämna utfall för VB 2023: {indicator}"]


def test_who_is_named_in_the_plan_is_asked_and_the_manager_is_not(
    organisation: Organisation, indicator: Indicator, karin: User, eva: User
) -> None:
    plan(indicator, organisation, "VB", karin)

    assert titles(karin) == [f"Lämna utfall för VB 2023: {indicator}"]
    assert titles(eva) == []


def test_when_who_is_named_has_left_the_manager_is_asked(
    organisation: Organisation, indicator: Indicator, karin: User, eva: User
) -> None:
    plan(indicator, organisation, "VB", karin)
    User.objects.filter(pk=karin.pk).update(is_active=False)

    assert titles(eva) == [f"Lämna utfall för VB 2023: {indicator}"]


def test_the_overview_asks_for_what_the_list_of_missing_outcomes_has(
    organisation: Organisation, indicator: Indicator, eva: User
) -> None:
    """And nothing where "inga uppgifter" has been told."""
    other = make_indicator(organisation.ifo, "IFO-02")
    for one in (indicator, other):
        plan(one, organisation, "VB", None)
    make_outcome(other, organisation.intake, 2023, no_data="mättes inte")

    (waiting,) = missing([organisation.intake.pk], 2023, "VB")

    assert waiting.receivers == (eva,)
    assert titles(eva) == [f"Lämna utfall för VB 2023: {one}" for one in waiting.indicators]


def plan(
    indicator: Indicator, organisation: Organisation, period: str, responsible: User | None
) -> None:
    plan_collection(
        actor=None,
        indicator=indicator,
        unit=organisation.intake,
        periods=[period],
        responsible=responsible,
    )
