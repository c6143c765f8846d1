"""The figures of a year: counted, adding up, and as they stood on the day."""

from datetime import date

from lib.periods import Period
from organisation.models import Unit
from reviews import statistics
from reviews.models import Contract, Provider, Requirement, RequirementResult, Review
from reviews.statistics import ServiceYear
from tests.factories.organisation import Organisation
from tests.factories.reviews import (
    make_contract,
    make_finding,
    make_follow_up,
    make_plan,
    make_provider,
    make_recommendation,
    make_requirement,
    make_review,
)

YEAR = Period.of(2023)
MEETS, ACTION = RequirementResult.Result.MEETS, RequirementResult.Result.ACTION


def of(unit: Unit, period: Period = YEAR) -> ServiceYear:
    [found] = statistics.services([unit.pk], period)
    return found


def another(unit: Unit, name: str, **fields: object) -> Contract:
    return make_contract(make_provider(unit, name), **fields)


def test_a_year_always_adds_up(organisation: Organisation, requirement: Requirement) -> None:
    unit = organisation.intake
    control = make_requirement(unit, "Egenkontroll", area=Requirement.Area.CONTROL)
    make_follow_up(another(unit, "A"), results={requirement: MEETS, control: MEETS})
    make_follow_up(another(unit, "B"), results={requirement: ACTION, control: MEETS})
    make_follow_up(another(unit, "C"), results={requirement: ACTION, control: ACTION})
    make_follow_up(another(unit, "D"))
    make_follow_up(another(unit, "E"), not_because="no_customers")
    make_follow_up(another(unit, "F"), not_because="new")
    another(unit, "G")

    found = of(unit)

    assert (found.meets, found.needs, found.several, found.not_judged) == (1, 2, 1, 1)
    assert found.followed_up == 4
    assert found.reasons == {"no_customers": 1, "new": 1}
    assert found.pending == ("G",)
    assert found.providers == found.followed_up + found.not_followed_up + len(found.pending) == 7
    assert found.areas == [("Riskanalys", 2), ("Egenkontroll", 1)]


def test_one_with_two_contracts_is_one_provider(provider: Provider) -> None:
    make_contract(provider, ends_on=date(2023, 5, 31))
    followed = make_contract(provider, starts_on=date(2023, 6, 1))
    make_follow_up(followed)

    found = of(provider.unit)

    assert (found.providers, found.followed_up, found.new) == (1, 1, 0)


def test_new_is_who_began_in_the_year(organisation: Organisation) -> None:
    another(organisation.intake, "Ny", starts_on=date(2023, 4, 1))
    before = make_provider(organisation.intake, "Åter")
    make_contract(before, starts_on=date(2019, 1, 1), ends_on=date(2022, 12, 31))
    make_contract(before, starts_on=date(2023, 1, 1))

    assert of(organisation.intake).new == 1


def test_who_had_no_contract_in_the_year_is_not_counted(organisation: Organisation) -> None:
    another(organisation.intake, "Förr", ends_on=date(2022, 12, 31))
    another(organisation.intake, "Sen", starts_on=date(2024, 1, 1))
    another(organisation.intake, "Nu")

    assert of(organisation.intake).providers == 1


def test_a_report_of_august_knows_nothing_of_september(contract: Contract) -> None:
    make_follow_up(contract, carried_out_on=date(2023, 9, 14))

    found = of(contract.provider.unit, Period.of(2023, date(2023, 8, 31)))

    assert (found.followed_up, found.pending) == (0, (contract.provider.name,))


def test_services_are_told_apart_and_the_case_of_letters_is_not(
    organisation: Organisation,
) -> None:
    another(organisation.intake, "A", service="Familjerådgivning")
    another(organisation.intake, "B", service="familjerådgivning")
    another(organisation.intake, "C", service="Boendestöd")

    found = statistics.services([organisation.intake.pk], YEAR)

    assert [(one.service.casefold(), one.providers) for one in found] == [
        ("boendestöd", 1),
        ("familjerådgivning", 2),
    ]


def test_own_and_terminated_are_counted(organisation: Organisation) -> None:
    unit = organisation.intake
    make_contract(make_provider(unit, "Vi", regime=Provider.Regime.OWN))
    another(unit, "De", terminated_on=date(2023, 12, 6))
    another(unit, "Ni", terminated_on=date(2022, 12, 6))

    found = of(unit)

    assert (found.own, found.private, found.terminated) == (1, 2, 1)


def test_a_demand_stands_as_it_stood_on_the_day(contract: Contract) -> None:
    plan = make_plan(make_follow_up(contract), date(2023, 12, 1), verified_on=date(2024, 1, 10))
    type(plan).objects.update(created_at="2023-10-01T12:00Z")

    [demand] = of(contract.provider.unit).demands
    assert demand.verified_on is None
    [later] = of(contract.provider.unit, Period.of(2023)).demands
    assert later.due_on == date(2023, 12, 1)


def test_a_review_belongs_to_the_year_of_its_report(organisation: Organisation) -> None:
    unit = organisation.intake
    make_review(unit, "G1", reported_on=date(2023, 5, 1), result="Bra.")
    make_review(unit, "G2", started_on=date(2022, 5, 1), reported_on=date(2022, 12, 1))
    make_review(unit, "G3", reported_on=date(2024, 2, 1), result="Än okänt.")
    make_review(unit, "G4", started_on=date(2024, 1, 1))

    found = statistics.reviews([unit.pk], YEAR)

    assert [(one.code, one.reported_on, one.result) for one in found] == [
        ("G1", date(2023, 5, 1), "Bra."),
        ("G3", None, ""),
    ]


def test_an_answer_that_came_later_is_not_known_yet(review: Review) -> None:
    Review.objects.update(
        reported_on=date(2023, 6, 1), answer="Åtgärdat.", answered_on="2024-01-08"
    )
    make_recommendation(review, response="agreed", answered_on=date(2024, 1, 8))
    make_recommendation(review, response="agreed", answered_on=date(2023, 8, 1))
    make_finding(review)

    [found] = statistics.reviews([review.unit_id], YEAR)

    assert (found.answer, found.answered, len(found.recommendations)) == ("", 1, 2)
    assert [one.text for one in found.findings] == ["Barnet hörs."]


def test_audits_and_supervision_come_from_outside(organisation: Organisation) -> None:
    kinds = {
        kind: make_review(organisation.intake, f"G{n}", kind=kind).is_external
        for n, kind in enumerate(Review.Kind.values)
    }

    assert {kind for kind, outside in kinds.items() if outside} == {"audit", "ivo", "jo"}
