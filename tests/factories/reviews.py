from datetime import date
from typing import Any

from organisation.models import Unit
from reviews.models import (
    ActionPlan,
    Contract,
    Finding,
    Provider,
    ProviderFollowUp,
    Recommendation,
    Requirement,
    RequirementResult,
    Review,
)

BEGAN = date(2023, 2, 1)
SERVICE = "Familjerådgivning"
Result = RequirementResult.Result


def make_review(
    unit: Unit, code: str = "G1", title: str = "Orosanmälningar", **fields: Any
) -> Review:
    """Own and going on, unless something else is said."""
    values: dict[str, Any] = {"kind": Review.Kind.THEMATIC, "started_on": BEGAN}
    return Review.objects.create(unit=unit, code=code, title=title, **(values | fields))


def make_finding(review: Review, text: str = "Barnet hörs.", **fields: Any) -> Finding:
    values: dict[str, Any] = {"kind": Finding.Kind.STRENGTH}
    return Finding.objects.create(review=review, text=text, **(values | fields))


def make_recommendation(
    review: Review, text: str = "Följ upp väntetiden.", **fields: Any
) -> Recommendation:
    values: dict[str, Any] = {
        "number": review.recommendations.count() + 1,
        "level": Recommendation.Level.ADMINISTRATION,
    }
    return Recommendation.objects.create(review=review, text=text, **(values | fields))


def make_provider(unit: Unit, name: str = "Samtalet AB", **fields: Any) -> Provider:
    return Provider.objects.create(unit=unit, name=name, **fields)


def make_contract(provider: Provider, **fields: Any) -> Contract:
    values: dict[str, Any] = {
        "service": SERVICE,
        "form": Contract.Form.CHOICE,
        "starts_on": date(2020, 1, 1),
    }
    return Contract.objects.create(provider=provider, **(values | fields))


def make_requirement(unit: Unit, text: str = "Gör riskanalyser", **fields: Any) -> Requirement:
    values: dict[str, Any] = {"area": Requirement.Area.RISK, "valid_from": date(2020, 1, 1)}
    return Requirement.objects.create(unit=unit, text=text, **(values | fields))


def make_follow_up(
    contract: Contract,
    year: int = 2023,
    results: dict[Requirement, str] | None = None,
    **fields: Any,
) -> ProviderFollowUp:
    """Carried out in September, unless a reason says that it was not."""
    if "not_because" not in fields:
        fields.setdefault("carried_out_on", date(year, 9, 14))
    made = ProviderFollowUp.objects.create(contract=contract, year=year, **fields)
    for requirement, result in (results or {}).items():
        made.results.create(requirement=requirement, result=result)
    return made


def make_plan(follow_up: ProviderFollowUp, due_on: date, **fields: Any) -> ActionPlan:
    return ActionPlan.objects.create(
        follow_up=follow_up, demand="Gör en riskanalys.", due_on=due_on, **fields
    )
