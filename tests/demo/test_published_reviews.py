"""The published reviews and follow-ups of providers, as the registers count them."""

import pytest

from lib.periods import Period
from organisation.groups import unit_ids_below
from organisation.models import Unit
from qualityreport import tallies
from qualityreport.models import Report
from qualityreport.scope import Scope
from reviews import statistics
from reviews.statistics import ServiceYear

pytestmark = pytest.mark.django_db


def service(year: int) -> ServiceYear:
    units = unit_ids_below(Unit.objects.get(slug="ifo").pk)
    [found] = statistics.services(units, Period.of(year))
    return found


def test_thirteen_providers_of_2021_are_ten_and_two_and_one(demo: None) -> None:
    found = service(2021)

    assert (found.providers, found.new, found.terminated) == (13, 2, 1)
    assert (found.followed_up, found.meets, found.needs, found.several) == (10, 6, 4, 1)
    assert found.reasons == {"no_customers": 2, "new": 1}
    assert [area for area, _ in found.areas] == [
        "Riskanalys",
        "Processer",
        "Dokumentation av kvalitetsarbetet",
        "Egenkontroll",
    ]
    assert found.focus == ("utförarnas egenkontroll",)


def test_all_eleven_of_2023_meet_the_demands(demo: None) -> None:
    found = service(2023)

    assert (found.providers, found.private, found.own) == (11, 10, 1)
    assert (found.meets, found.needs, found.pending) == (11, 0, ())


@pytest.mark.parametrize(("year", "external", "own"), [(2021, 0, 1), (2023, 2, 3)])
def test_reviews_are_counted_by_whose_they_were(
    demo: None, year: int, external: int, own: int
) -> None:
    report = Report.objects.get(kind="kvalitetsberattelse", year=year)

    tally = tallies.of_reviews(Scope.of(report))

    assert (tally.external, tally.own) == (external, own)


@pytest.mark.parametrize("year", [2021, 2022, 2023, 2024, 2025])
def test_every_provider_of_the_years_behind_is_accounted_for(demo: None, year: int) -> None:
    assert service(year).pending == ()
