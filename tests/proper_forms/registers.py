"""The forms of risks and controls."""

from datetime import timedelta
from typing import Any

from risks.models import Control
from risks.schedule import next_due
from tests.permissions.world import World
from tests.proper_forms.form import TODAY, Form
from tests.proper_forms.measures import new_measure


def risk(world: World) -> dict[str, Any]:
    empty = (
        *("service_area", "quality_area", "responsible", "review_on", "theme", "consequence"),
        *("accepted_by", "accepted_on"),
    )
    return {
        "version": 1,
        "title": "Risk att barn inte hörs",
        "unit": world.organisation.intake.pk,
        "also_units": [],
        "processes": [],
        "decision": "act",
        "opened_on": TODAY,
        "order": "",
        **dict.fromkeys(empty, ""),
    }


def assessment(world: World) -> dict[str, Any]:
    return {
        "scale_version": "3-3-6",
        "assessed_on": TODAY,
        "kind": "residual",
        "probability": 2,
        "consequence": 3,
        "comment": "",
        "decision": "act",
        "review_on": "",
    }


def control(world: World) -> dict[str, Any]:
    empty = (
        *("requirement", "service_area", "process", "numerator", "denominator", "source"),
        *("threshold", "responsible", "closed_on", "order"),
    )
    return {
        "version": 1,
        "title": "Loggkontroll",
        "unit": world.organisation.intake.pk,
        "risks": [],
        "method": "log_check",
        "frequency": "yearly",
        "first_month": "",
        "measured": "share",
        "better": "at_least",
        "opened_on": "2024-01-01",
        **dict.fromkeys(empty, ""),
    }


def result(world: World) -> dict[str, Any]:
    empty = ("reported_share", "source", "sample", "comment", "verdict", "motive")
    found = {"carried_out_on": TODAY - timedelta(days=1), "numerator": 19, "denominator": 34}
    return found | dict.fromkeys(empty, "")


def skipping(world: World) -> dict[str, Any]:
    code = world.kwargs("controls:skip", "own")["code"]
    control: Any = Control.objects.with_last().get(code=code)
    return {"occasion_on": next_due(control).isoformat(), "motive": "Systemet byts ut."}


def measure_of_register(world: World) -> dict[str, Any]:
    return new_measure(world) | {"ny-unit": world.organisation.intake.pk}


def process(world: World) -> dict[str, Any]:
    return {
        "version": 1,
        "number": "7.7",
        "name": "Följa upp",
        "kind": "main",
        "unit": world.organisation.intake.pk,
        **dict.fromkeys(("owner", "target_group", "description", "closed_on", "order"), ""),
    }


FORMS = [
    Form("risks:create", "eva", lambda world: risk(world) | {"code": "R77"}),
    Form("risks:edit", "eva", risk, "own"),
    Form("risks:assess", "eva", assessment, "own"),
    Form(
        "risks:close",
        "eva",
        lambda world: {"closed_on": TODAY, "closed_because": "Verksamheten har upphört."},
        "own",
    ),
    Form(
        "risks:comment", "eva", lambda world: {"year": TODAY.year, "text": "Risken består."}, "own"
    ),
    Form("risks:measure", "eva", measure_of_register, "own"),
    Form("controls:create", "eva", lambda world: control(world) | {"code": "E77"}),
    Form("controls:edit", "eva", control, "own"),
    Form("controls:record", "eva", result, "own"),
    Form("controls:correct", "eva", result, "own"),
    Form("controls:skip", "eva", skipping, "own"),
    Form("processes:create", "eva", process),
    Form("processes:edit", "eva", process, "own"),
    Form("processes:measure", "eva", measure_of_register, "own"),
    Form("controls:measure", "eva", measure_of_register, "own"),
]
