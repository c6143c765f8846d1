from datetime import date

import pytest

from organisation.models import LegalReference, SmallNumberPolicy, Unit
from organisation.policies import SmallNumbers, citation, small_numbers
from tests.factories.organisation import Organisation

NEW_LAW = date(2025, 7, 1)


@pytest.fixture
def laws(db: None) -> None:
    for text, start, end in (
        ("14 kap. 3 § SoL (2001:453)", date(2002, 1, 1), date(2025, 6, 30)),
        ("27 kap. 2 § SoL (2025:400)", NEW_LAW, None),
    ):
        LegalReference.objects.create(
            duty="report", act="sol", citation=text, valid_from=start, valid_to=end
        )


@pytest.mark.usefixtures("laws")
def test_a_report_from_before_the_new_act_is_cited_by_the_old() -> None:
    assert citation("report", "sol", date(2025, 6, 30)) == "14 kap. 3 § SoL (2001:453)"


@pytest.mark.usefixtures("laws")
def test_a_report_from_the_first_day_of_the_new_act_is_cited_by_it() -> None:
    assert citation("report", "sol", NEW_LAW) == "27 kap. 2 § SoL (2025:400)"


@pytest.mark.usefixtures("laws")
def test_a_duty_that_the_act_does_not_have_is_not_cited() -> None:
    assert citation("report", "lss", NEW_LAW) == ""


@pytest.mark.parametrize(("count", "shown"), [(0, True), (1, False), (4, False), (5, True)])
def test_small_counts_are_hidden_below_the_section(count: int, shown: bool) -> None:
    assert SmallNumbers().shows_count(count, Unit.Level.UNIT) is shown


def test_small_counts_are_shown_for_the_section() -> None:
    assert SmallNumbers().shows_count(1, Unit.Level.SECTION)


@pytest.mark.parametrize(("base", "shown"), [(4, False), (5, True)])
def test_a_share_needs_a_base_of_five(base: int, shown: bool) -> None:
    assert SmallNumbers().shows_share(base) is shown


def test_the_nearest_policy_upwards_holds(organisation: Organisation) -> None:
    for unit, minimum in ((organisation.board, 10), (organisation.ifo, 7)):
        SmallNumberPolicy.objects.create(
            unit=unit,
            audience="public",
            minimum_count=minimum,
            motive="Beslut i nämnden",
            valid_from=date(2020, 1, 1),
        )
    found = small_numbers(organisation.intake.pk, "public", date(2023, 12, 31))
    assert found.minimum_count == 7


def test_without_a_policy_the_default_holds(organisation: Organisation) -> None:
    found = small_numbers(organisation.intake.pk, "public", date(2023, 12, 31))
    assert found == SmallNumbers(5, 5, Unit.Level.SECTION)
