"""Reviews and providers at Eva's unit, above it, and at Erik's."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from organisation.models import Unit
from tests.factories.measures import make_measure
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

Names = dict[str, Any]
Found = dict[str, dict[str, Names]]


def reviews(organisation: Organisation) -> Found:
    found: Found = {}
    places = {
        "own": organisation.intake,
        "above": organisation.ifo,
        "foreign": organisation.home_care,
    }
    for number, (about, place) in enumerate(places.items(), start=1):
        for name, names in _review(place, f"G{number}").items():
            found.setdefault(name, {})[about] = names
        for name, names in _provider(place).items():
            found.setdefault(name, {})[about] = names
    found["reviews"]["unknown"] = {"code": "X1"}
    found["providers"]["unknown"] = {"pk": 999_999}
    return found


def _review(place: Unit, code: str) -> dict[str, Names]:
    review = make_review(place, code)
    key = {"code": code}
    finding, asked = make_finding(review), make_recommendation(review)
    linked, bare = make_recommendation(review), make_recommendation(review)
    review.measures.add(make_measure(place))
    linked.measures.add(make_measure(place))
    of_linked = {"recommendation": linked.pk, "pk": linked.measures.get().pk}
    return {
        "reviews": key,
        "reviews:remove": {"code": make_review(place, f"{code}-bort").code},
        "reviews:finding": key | {"pk": finding.pk},
        "reviews:finding_remove": key | {"pk": finding.pk},
        "reviews:recommendation": key | {"pk": asked.pk},
        "reviews:recommendation_measure": key | {"pk": asked.pk},
        "reviews:recommendation_remove": key | {"pk": bare.pk},
        "reviews:recommendation_unlink": key | of_linked,
        "reviews:unlink": key | {"pk": review.measures.get().pk},
    }


def _provider(place: Unit) -> dict[str, Names]:
    this_year = timezone.localdate().year
    provider = make_provider(place)
    contract = make_contract(provider)
    row = make_follow_up(contract, this_year - 1)
    row.measures.add(make_measure(place))
    plan = make_plan(row, timezone.localdate() + timedelta(days=30))
    of = {"provider": provider.pk}
    spare = make_provider(place, "Utan avtal")
    unused = make_contract(provider, starts_on=date(2019, 1, 1), ends_on=date(2019, 12, 31))
    bare = make_follow_up(contract, this_year - 2)
    planned = make_plan(row, timezone.localdate() + timedelta(days=60))
    return {
        "providers": {"pk": provider.pk},
        "providers:remove": {"pk": spare.pk},
        "providers:contract_remove": of | {"pk": unused.pk},
        "providers:follow_up_remove": of | {"pk": bare.pk},
        "providers:plan_remove": of | {"pk": planned.pk},
        "providers:requirement_remove": {"pk": make_requirement(place, "Oprövat").pk},
        "providers:contract": of | {"pk": contract.pk},
        "providers:follow_up": of | {"pk": contract.pk, "year": this_year},
        "providers:plan_add": of | {"pk": row.pk},
        "providers:plan": of | {"pk": plan.pk},
        "providers:measure": of | {"pk": row.pk},
        "providers:unlink": of | {"follow_up": row.pk, "pk": row.measures.get().pk},
        "providers:requirement": {"pk": make_requirement(place).pk},
    }
