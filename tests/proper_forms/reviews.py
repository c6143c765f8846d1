"""The forms of reviews and providers."""

from datetime import timedelta
from typing import Any

from reviews.models import Requirement
from tests.permissions.world import World
from tests.proper_forms.form import TODAY, Form, versioned
from tests.proper_forms.registers import measure_of_register


def review(world: World) -> dict[str, Any]:
    empty = (
        *("theme", "ordered_by", "performed_by", "diary_number", "responsible", "period_from"),
        *("period_to", "sample_size", "sample", "methods", "reported_on", "result", "equality"),
        *("answer_due_on", "answered_on", "answer", "to_board_on", "closed_on"),
    )
    return {
        "kind": "thematic",
        "title": "Hur barn hörs",
        "unit": world.organisation.intake.pk,
        "units": [],
        "started_on": TODAY,
        **dict.fromkeys(empty, ""),
    }


def finding(world: World) -> dict[str, Any]:
    return {"kind": "deficit", "text": "Barnet hörs inte alltid.", "quality_area": ""}


def recommendation(world: World) -> dict[str, Any]:
    empty = dict.fromkeys(("unit", "response", "answer", "answered_on"), "")
    return {"text": "Hör barnet.", "level": "unit", **empty}


def provider(world: World) -> dict[str, Any]:
    unit = world.organisation.intake.pk
    empty = dict.fromkeys(("organisation_number", "contact"), "")
    return {"name": "Samtal och stöd AB", "regime": "private", "unit": unit, **empty}


def contract(world: World) -> dict[str, Any]:
    empty = dict.fromkeys(("ends_on", "revised_on", "terminated_on"), "")
    return {"service": "Familjerådgivning", "form": "lov", "starts_on": "2020-01-01", **empty}


def requirement(world: World) -> dict[str, Any]:
    unit = world.organisation.intake.pk
    return {
        "text": "Gör egenkontroller",
        "area": "control",
        "unit": unit,
        "valid_from": "2020-01-01",
        "valid_to": "",
    }


def follow_up(world: World) -> dict[str, Any]:
    empty = dict.fromkeys(("reason", "comment", "next_focus", "responsible"), "")
    judged: dict[str, Any] = {}
    for one in Requirement.objects.of(world.organisation.intake.pk):
        judged |= {f"krav-{one.pk}": "meets", f"krav-{one.pk}-text": ""}
    return {"happened": "done", "carried_out_on": TODAY, **empty, **judged}


def plan(world: World) -> dict[str, Any]:
    empty = dict.fromkeys(("received_on", "verified_on", "comment"), "")
    return {"demand": "Gör en riskanalys.", "due_on": TODAY + timedelta(days=30), **empty}


FORMS = [
    Form("reviews:create", "eva", lambda world: review(world) | {"code": "G77"}),
    Form("reviews:edit", "eva", versioned(review), "own"),
    Form("reviews:finding_add", "eva", finding, "own"),
    Form("reviews:finding", "eva", versioned(finding), "own"),
    Form("reviews:recommendation_add", "eva", recommendation, "own"),
    Form("reviews:recommendation", "eva", versioned(recommendation), "own"),
    Form("reviews:recommendation_measure", "eva", measure_of_register, "own"),
    Form("reviews:measure", "eva", measure_of_register, "own"),
    Form("providers:create", "eva", provider),
    Form("providers:edit", "eva", versioned(provider), "own"),
    Form("providers:contract_add", "eva", contract, "own"),
    Form("providers:contract", "eva", versioned(contract), "own"),
    Form("providers:requirement_add", "eva", requirement),
    Form("providers:requirement", "eva", versioned(requirement), "own"),
    Form("providers:follow_up", "eva", follow_up, "own"),
    Form("providers:plan_add", "eva", plan, "own"),
    Form("providers:plan", "eva", versioned(plan), "own"),
    Form("providers:measure", "eva", measure_of_register, "own"),
]
