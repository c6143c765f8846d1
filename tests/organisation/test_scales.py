"""Which risk scale holds for a unit on a day."""

from datetime import date

from pytest_django import DjangoAssertNumQueries

from organisation.models import RiskScale, Unit
from organisation.models.areas import RiskScaleStep
from organisation.scales import DEFAULT, Axis, Scale, risk_scale, risk_scales
from tests.factories.organisation import Organisation

LAST_YEAR, TODAY = date(2025, 6, 1), date(2026, 6, 1)


def make_scale(unit: Unit, valid_from: date, steps: int = 4) -> RiskScale:
    return RiskScale.objects.create(
        unit=unit, valid_from=valid_from, steps=steps, medium_from=4, high_from=8
    )


def test_without_a_scale_of_its_own_there_are_three_steps(organisation: Organisation) -> None:
    scale = risk_scale(organisation.intake.pk, TODAY)

    assert scale == Scale(steps=3, medium_from=3, high_from=6)


def test_the_nearest_scale_above_holds(organisation: Organisation) -> None:
    make_scale(organisation.board, LAST_YEAR, steps=4)
    make_scale(organisation.ifo, LAST_YEAR, steps=3)

    assert risk_scale(organisation.intake.pk, TODAY).steps == 3
    assert risk_scale(organisation.home_care.pk, TODAY).steps == 4


def test_a_new_scale_holds_from_its_day_and_the_old_one_before(organisation: Organisation) -> None:
    make_scale(organisation.ifo, date(2024, 1, 1), steps=3)
    make_scale(organisation.ifo, date(2026, 1, 1), steps=4)
    scales = risk_scales(organisation.intake.pk)

    assert (scales.on(LAST_YEAR).steps, scales.on(TODAY).steps) == (3, 4)
    assert scales.on(date(2023, 12, 31)) is DEFAULT


def test_a_near_scale_that_does_not_hold_yet_leaves_the_one_above(
    organisation: Organisation,
) -> None:
    make_scale(organisation.board, date(2024, 1, 1), steps=4)
    make_scale(organisation.ifo, date(2026, 1, 1), steps=3)

    assert risk_scale(organisation.intake.pk, LAST_YEAR).steps == 4


def test_the_steps_are_offered_in_the_organisations_words(organisation: Organisation) -> None:
    scale = make_scale(organisation.ifo, LAST_YEAR, steps=3)
    RiskScaleStep.objects.create(scale=scale, axis=Axis.PROBABILITY, value=2, word="Varje kvartal")

    choices = risk_scale(organisation.intake.pk, TODAY).choices(Axis.PROBABILITY)

    assert choices == [(1, "1: lägst"), (2, "2: Varje kvartal"), (3, "3: högst")]


def test_three_scales_cost_as_many_queries_as_one(
    organisation: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_scale(organisation.ifo, LAST_YEAR)
    with django_assert_num_queries(3):
        risk_scales(organisation.intake.pk)

    make_scale(organisation.board, LAST_YEAR)
    make_scale(organisation.ifo, TODAY)

    with django_assert_num_queries(3):
        risk_scales(organisation.intake.pk)
