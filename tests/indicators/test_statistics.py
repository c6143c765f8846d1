"""Outcomes and surveys as a report reads them."""

from datetime import date
from decimal import Decimal

from pytest_django import DjangoAssertNumQueries

from indicators.models import Indicator, Target
from indicators.statistics import series
from indicators.survey_statistics import surveys
from lib.periods import Period
from organisation.groups import by_area
from organisation.models import ServiceArea
from tests.factories.indicators import (
    make_indicator,
    make_outcome,
    make_question,
    make_survey,
    make_target,
)
from tests.factories.organisation import Organisation

YEAR = Period.of(2023)
IN_AUGUST = Period.of(2023, date(2023, 8, 31))


def units(organisation: Organisation) -> list[int]:
    below = ("ifo", "children", "adults", "intake", "youth", "support")
    return [getattr(organisation, name).pk for name in below]


def test_the_topmost_unit_speaks_for_those_below(
    organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(982, 1384))
    make_outcome(indicator, organisation.intake, of=(40, 60))

    assert [one.unit for one in series(units(organisation), YEAR)] == [
        "Individ- och familjeomsorgen"
    ]


def test_units_beside_each_other_speak_for_themselves(
    organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.intake, of=(21, 100))
    make_outcome(indicator, organisation.youth, of=(33, 100))

    found = series(units(organisation), YEAR)

    assert [one.unit for one in found] == ["Mottagningsenheten", "Ungdomsenheten"]


def test_a_unit_outside_the_report_is_not_counted(
    organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.home_care, of=(1, 2))

    assert series(units(organisation), YEAR) == ()


def test_what_ends_after_the_as_of_day_is_not_there_yet(
    organisation: Organisation, indicator: Indicator
) -> None:
    for period in ("VB", "DA1", "DA2"):
        make_outcome(indicator, organisation.ifo, 2023, period, of=(1, 2))
    make_outcome(indicator, organisation.ifo, 2022, of=(1, 2))
    make_outcome(indicator, organisation.ifo, 2022, "DA2", of=(1, 2))

    (found,) = series(units(organisation), IN_AUGUST)

    labels = [outcome.label for outcome in found.outcomes]
    assert labels == ["DÅ2 2022", "VB 2022", "DÅ1 2023", "DÅ2 2023"]


def test_a_share_is_counted_from_n_and_whole(
    organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(285, 1384))

    (found,) = series(units(organisation), YEAR)

    assert found.latest is not None
    assert (found.latest.number(), found.latest.number(1)) == (Decimal("21"), Decimal("20.6"))


def test_a_share_reported_elsewhere_is_never_computed(
    organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(
        indicator, organisation.ifo, reported_share=Decimal("84.70"), source="VB 2023, s. 9"
    )

    (found,) = series(units(organisation), YEAR)

    assert found.latest is not None
    assert found.latest.number(0) == Decimal("84.70")
    assert (found.latest.numerator, found.latest.source) == (None, "VB 2023, s. 9")


def test_no_target_is_none_and_never_zero(organisation: Organisation, indicator: Indicator) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    make_target(indicator, 50, 2022)

    (found,) = series(units(organisation), YEAR)

    assert (found.milestone, found.annual, found.long_term, found.goal) == (None,) * 4


def test_a_target_of_zero_is_a_target(organisation: Organisation, indicator: Indicator) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    make_target(indicator, 0, 2023)

    (found,) = series(units(organisation), YEAR)

    assert found.goal is not None
    assert found.goal.value == 0


def test_a_target_in_words_has_no_number(organisation: Organisation, indicator: Indicator) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    make_target(indicator, text="tas fram av nämnden")

    (found,) = series(units(organisation), YEAR)

    assert found.goal is not None
    assert (found.goal.value, found.goal.text) == (None, "tas fram av nämnden")


def test_the_nearest_long_term_target_is_shown(
    organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    for year in (2022, 2040, 2030):
        make_target(indicator, 90, year, kind=Target.Kind.LONG_TERM)

    (found,) = series(units(organisation), YEAR)

    assert found.long_term is not None
    assert found.long_term.year == 2030


def test_a_target_of_another_unit_does_not_count(
    organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.intake, of=(1, 2))
    make_target(indicator, 90, unit=organisation.ifo)

    assert [one.goal for one in series(units(organisation), YEAR)] == [None]


def test_areas_keep_their_order(organisation: Organisation) -> None:
    for order, name in ((2, "Barn"), (1, "Vuxna")):
        area = ServiceArea.objects.create(unit=organisation.ifo, name=name, order=order)
        made = make_indicator(organisation.ifo, f"IFO-{name}"[:7], service_area=area)
        make_outcome(made, organisation.ifo, of=(1, 2))

    grouped = by_area(series(units(organisation), YEAR))

    assert [area for area, _ in grouped] == ["Vuxna", "Barn"]


def test_three_indicators_cost_as_many_queries_as_one(
    organisation: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        made = make_indicator(organisation.ifo, f"IFO-{number}")
        make_outcome(made, organisation.ifo, of=(1, 2), parts=[("Del", 1)])
        make_target(made, 50)
        with django_assert_num_queries(9):
            series(units(organisation), YEAR)


# Surveys -----------------------------------------------------------------------------------


def test_the_favourable_answers_make_the_share(organisation: Organisation) -> None:
    survey = make_survey(organisation.ifo, answered=108, distributed=245)
    make_question(survey, options=[("Ja", 60, True), ("Ofta", 39, True), ("Nej", 9, False)])

    (found,) = surveys(units(organisation), 2023)

    assert (found.answers[0].numerator, found.answers[0].denominator) == (99, 108)
    assert (found.answers[0].number(), found.rate(1)) == (Decimal("92"), Decimal("44.1"))


def test_a_survey_without_counts_has_no_rate(organisation: Organisation) -> None:
    make_survey(organisation.ifo, answered=None, distributed=None)

    assert [found.rate() for found in surveys(units(organisation), 2023)] == [None]


def test_the_surveys_of_another_year_are_left_out(organisation: Organisation) -> None:
    make_survey(organisation.ifo, year=2022)

    assert surveys(units(organisation), 2023) == ()


def test_three_surveys_cost_as_many_queries_as_one(
    organisation: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        make_question(make_survey(organisation.ifo, f"BU-{number}"))
        with django_assert_num_queries(6):
            surveys(units(organisation), 2023)
