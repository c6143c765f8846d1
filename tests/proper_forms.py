"""Every form of the product, who sends it, and what a proper person sends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from deviations.models import Deviation
from tests.permissions.world import World

TODAY = timezone.localdate()


@dataclass(frozen=True)
class Form:
    """A form, who sends it, and what can be sent."""

    url: str
    who: str
    sent: Callable[[World], dict[str, Any]]
    about: str = ""

    def __str__(self) -> str:
        return self.url

    def address(self, world: World) -> str:
        return reverse(self.url, kwargs=world.kwargs(self.url, self.about))


def report(world: World) -> dict[str, Any]:
    return {
        "description": "Ett brev kom bort.",
        "unit": world.organisation.intake.pk,
        "is_safe_now": "yes",
        "kind": "internal",
        "occurred_on": TODAY,
        "discovered_at": "",
        "immediate_measures": "",
        "consequence_possible": "",
        "consequence_text": "",
        "token": "",
    }


def complaint(world: World) -> dict[str, Any]:
    return {
        "kind": "complaint",
        "description": "Ingen svarade i telefon.",
        "unit": world.organisation.intake.pk,
        "topic": "",
        "received_on": TODAY,
        "occurred_on": "",
        "channel": "phone",
        "is_appeal": "",
        "contact_name": "",
        "contact": "",
        "wants_answer": "",
        "token": "",
    }


def case(world: World) -> dict[str, Any]:
    stored = Deviation.objects.get(number=world.kwargs("deviations:edit", "own")["number"])
    empty = (
        *("process", "occurred_until", "discovered_at", "immediate_measures", "type"),
        *("immediate_measures_at", "affected_count", "sex", "age_band", "is_safe_now"),
        *("could_recur", "consequence_actual", "consequence_possible", "consequence_text"),
        *("own_view", "own_view_missing_reason", "diary_number", "occurred_on"),
    )
    return {
        "version": stored.version,
        "title": stored.title,
        "description": stored.description,
        "unit": stored.unit_id,
        "act": "sol",
        "channel": "form",
        **dict.fromkeys(empty, ""),
        "causes": [],
    }


def measure(world: World) -> dict[str, Any]:
    return {
        "version": 1,
        "title": "Ny rutin",
        "description": "",
        "kind": "routine",
        "unit": world.organisation.intake.pk,
        "responsible": "",
        "due_on": TODAY + timedelta(days=30),
        "continues_next_year": "",
    }


def new_measure(world: World) -> dict[str, Any]:
    sent = {"title": "Ny rutin", "kind": "routine", "due_on": "", "responsible": ""}
    return {f"ny-{name}": value for name, value in (sent | {"description": ""}).items()}


def risk(world: World) -> dict[str, Any]:
    empty = ("service_area", "quality_area", "responsible", "review_on", "theme", "consequence")
    return {
        "version": 1,
        "title": "Risk att barn inte hörs",
        "unit": world.organisation.intake.pk,
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
        "measured": "share",
        "better": "at_least",
        "opened_on": "2024-01-01",
        **dict.fromkeys(empty, ""),
    }


def result(world: World) -> dict[str, Any]:
    empty = ("reported_share", "source", "sample", "comment", "verdict", "motive")
    found = {"carried_out_on": TODAY - timedelta(days=1), "numerator": 19, "denominator": 34}
    return found | dict.fromkeys(empty, "")


def measure_of_register(world: World) -> dict[str, Any]:
    return new_measure(world) | {"ny-unit": world.organisation.intake.pk}


def section(world: World) -> dict[str, Any]:
    return {"body": "<p>Året var lugnt.</p>", "status": "draft", "version": 1}


def standing_text(world: World) -> dict[str, Any]:
    return {"body": "<p>Lagen kräver det.</p>", "version": 1}


def new_standing_text(world: World) -> dict[str, Any]:
    return {
        "key": "uppdrag",
        "unit": world.organisation.ifo.pk,
        "first_year": 2021,
        "body": "<p>Vi utreder.</p>",
    }


def quality_report(world: World) -> dict[str, Any]:
    return {
        "kind": "kvalitetsberattelse",
        "outline": "kort",
        "year": 2021,
        "unit": world.organisation.ifo.pk,
        "as_of": "2021-12-31",
        "subtitle": "",
        "diary_number": "",
    }


def indicator(world: World) -> dict[str, Any]:
    blank = (
        *("service_area", "quality_area", "process", "goal", "minimum_base", "source", "order"),
        *("collection", "owner", "kolada_kpi", "last_year", "numerator", "denominator"),
    )
    return {
        **dict.fromkeys(blank, ""),
        "code": "IFO-77",
        "name": "Andel i tid",
        "unit": world.organisation.ifo.pk,
        "measured": "share",
        "direction": "higher",
        "decimals": "0",
        "is_cumulative": "on",
        "split_by_sex": "",
        "first_year": 2015,
    }


def target(world: World) -> dict[str, Any]:
    unit = world.organisation.ifo.pk
    return {"unit": unit, "kind": "annual", "year": 2023, "value": "50", "text": ""}


def comparison(world: World) -> dict[str, Any]:
    return {"year": 2022, "with_whom": "Riket", "value": "50", "text": "", "source": ""}


def outcome(world: World) -> dict[str, Any]:
    return {
        "unit": world.organisation.intake.pk,
        "year": 2022,
        "period": "VB",
        "numerator": "19",
        "denominator": "34",
        "reported_share": "",
        "source": "",
        "no_data": "",
        "not_measured": "",
        "comment": "",
        "part_1_name": "Del",
        "part_1_count": "3",
    }


def changed_outcome(world: World) -> dict[str, Any]:
    place = ("unit", "year", "period")
    kept = {name: value for name, value in outcome(world).items() if name not in place}
    return kept | {"version": 1}


def survey(world: World) -> dict[str, Any]:
    return {
        "code": "BU-NY",
        "year": 2023,
        "name": "Egen enkät",
        "instrument": "own",
        "unit": world.organisation.intake.pk,
        "service_area": "",
        "respondents": "ungdomar",
        "carried_out": "",
        "distributed": "100",
        "answered": "48",
        "source": "",
        "comment": "",
    }


def question(world: World) -> dict[str, Any]:
    blank = ("asked_of", "reported_share", "national_share", "national_text", "previous_share")
    return {
        **dict.fromkeys(blank, ""),
        "text": "Är du nöjd?",
        "key": "nojd",
        "option_1_text": "Ja",
        "option_1_count": "3",
        "option_1_favourable": "on",
    }


def versioned(sent: Callable[[World], dict[str, Any]]) -> Callable[[World], dict[str, Any]]:
    return lambda world: sent(world) | {"version": 1}


PASSWORD = "ett-langt-losenord"
NEW_PASSWORD = {"old_password": PASSWORD, "new_password1": "ny-och-lang-fras"}
FORMS = [
    Form("deviations:report", "mona", report),
    Form("deviations:complaint", "mona", complaint),
    Form("deviations:edit", "eva", case, "own"),
    Form(
        "deviations:decide",
        "sara",
        lambda world: {
            "severity": "risk",
            "causes": [],
            "motive": "Rutinen brast.",
            "decided_on": TODAY,
            "delegation": "",
        },
        "secret",
    ),
    Form("deviations:annul", "eva", lambda world: {"motive": "Dubblett."}, "own"),
    Form("deviations:feedback", "eva", lambda world: {"text": "Tack."}, "own"),
    Form(
        "deviations:assign", "eva", lambda world: {"investigator": world.people["ulla"].pk}, "own"
    ),
    Form("deviations:measure", "eva", new_measure, "own"),
    Form("measures:edit", "eva", measure, "own"),
    Form(
        "measures:follow_up",
        "eva",
        lambda world: {
            "followed_up_on": TODAY,
            "status": "done",
            "effect": "yes",
            "text": "Klart.",
        },
        "own",
    ),
    Form("risks:create", "eva", lambda world: risk(world) | {"code": "R77"}),
    Form("risks:edit", "eva", risk, "own"),
    Form("risks:assess", "eva", assessment, "own"),
    Form(
        "risks:close",
        "eva",
        lambda world: {"closed_on": TODAY, "closed_because": "Verksamheten har upphört."},
        "own",
    ),
    Form("risks:measure", "eva", measure_of_register, "own"),
    Form("controls:create", "eva", lambda world: control(world) | {"code": "E77"}),
    Form("controls:edit", "eva", control, "own"),
    Form("controls:record", "eva", result, "own"),
    Form("controls:correct", "eva", result, "own"),
    Form("controls:measure", "eva", measure_of_register, "own"),
    Form("indicators:create", "karin", indicator),
    Form("indicators:edit", "karin", versioned(indicator), "own"),
    Form("indicators:target_add", "karin", target, "own"),
    Form("indicators:target", "karin", versioned(target), "own"),
    Form("indicators:comparison_add", "karin", comparison, "own"),
    Form("indicators:comparison", "karin", versioned(comparison), "own"),
    Form("indicators:kolada_link", "karin", lambda world: {"kpi": "U33400"}, "own"),
    Form(
        "indicators:kolada_follow",
        "karin",
        lambda world: {"area": "0126", "area_title": "Huddinge"},
        "own",
    ),
    Form("indicators:record", "eva", outcome, "own"),
    Form("indicators:outcome", "eva", changed_outcome, "own"),
    Form("indicators:survey_create", "eva", survey),
    Form("indicators:survey_edit", "eva", versioned(survey), "own"),
    Form("indicators:question_add", "eva", question, "own"),
    Form("indicators:question", "eva", versioned(question), "own"),
    Form("qualityreport:create", "karin", quality_report),
    Form("qualityreport:section", "karin", section, "own"),
    Form("qualityreport:standing_new", "karin", new_standing_text),
    Form("qualityreport:standing_text", "karin", standing_text, "own"),
    Form("login", "-", lambda world: {"username": "eva", "password": PASSWORD}),
    Form(
        "password_change",
        "eva",
        lambda world: NEW_PASSWORD | {"new_password2": NEW_PASSWORD["new_password1"]},
    ),
]
