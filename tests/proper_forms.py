"""Every form of the product, who sends it, and what a proper person sends."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from deviations.forms.public import page_token
from deviations.models import Deviation, Kind
from indicators.models import Indicator
from risks.models import Control
from risks.schedule import next_due
from tests.imports.files import case as row_of_a_file
from tests.imports.files import csv_of
from tests.permissions.world import World

TODAY = timezone.localdate()


@dataclass(frozen=True)
class Form:
    """A form, who sends it, and what can be sent."""

    url: str
    who: str
    sent: Callable[[World], dict[str, Any]]
    about: str = ""
    # The answer to what is proper.
    taken: int = 302

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
        "affected_count": "",
        "sex": "",
        "age_band": "",
        "immediate_measures": "",
        "immediate_measures_at": "",
        "consequence_possible": "",
        "consequence_text": "",
        "for_colleague": "",
        "colleague": "",
        "token": "",
    }


def from_outside(world: World) -> dict[str, Any]:
    return {
        "kind": "complaint",
        "description": "Ingen svarade i telefon.",
        "unit": world.organisation.intake.pk,
        "topic": "",
        "occurred_on": "",
        "wants_answer": "",
        "contact_name": "",
        "contact": "",
        "page_token": page_token(opened=time.time() - 60),
    }


def answer(world: World) -> dict[str, Any]:
    return {"answer": "Vi beklagar.", "answered_on": TODAY, "outcome": "founded"}


def becomes(world: World) -> dict[str, Any]:
    return {
        "kind": "lex_sarah",
        "description": "Ingen ringde tillbaka.",
        "is_safe_now": "unknown",
        "reporter": world.people["mona"].pk,
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
        *("happened_before", "happened_before_text"),
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


def answers(world: World) -> dict[str, Any]:
    number = world.kwargs("deviations:answers", "assigned")["number"]
    empty = (
        *("consequence_text", "own_view", "own_view_missing_reason", "happened_before"),
        *("happened_before_text", "could_recur"),
    )
    version = Deviation.objects.get(number=number).version
    return {"version": version, "causes": []} | dict.fromkeys(empty, "")


def note(world: World) -> dict[str, Any]:
    return {
        "noted_on": TODAY,
        "source": "Samtal",
        "passage_1_text": "Så var det.",
        "passage_1_nature": "fact",
    }


def identity(world: World) -> dict[str, Any]:
    empty = ("version", "personal_number", "case_number", "contact")
    return dict.fromkeys(empty, "") | {"name": "Alva"}


def attachment(world: World) -> dict[str, Any]:
    file = SimpleUploadedFile("underlag.pdf", b"%PDF-1.7 x")
    return {"file": file, "description": ""}


def due_case(world: World) -> dict[str, Any]:
    return {"purpose": "purge", "cases": [Deviation.objects.get(kind=Kind.EXTERNAL).pk]}


def total(world: World) -> dict[str, Any]:
    return {
        "unit": world.organisation.children.pk,
        "year": "2017",
        "kind": "lex_sarah",
        "figure": "investigated",
        "severity": "risk",
        "count": "17",
        "source": "Kvalitetsberättelse 2017",
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
    control = Control.objects.with_last().get(code=world.kwargs("controls:skip", "own")["code"])
    return {"occasion_on": next_due(control).isoformat(), "motive": "Systemet byts ut."}


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


def new_definition(world: World) -> dict[str, Any]:
    return {"from_year": 2022, "what": "Räknar även avslutade samma dag."}


def collection(world: World) -> dict[str, Any]:
    return {"unit": world.organisation.intake.pk, "periods": "DA2", "responsible": ""}


def locking(world: World) -> dict[str, Any]:
    return {"unit": world.organisation.intake.pk, "year": 2017, "period": "VB"}


def row_of_the_grid(world: World) -> dict[str, Any]:
    """Of the whole of last year, which nobody has entered yet."""
    indicator = Indicator.objects.get(code="IFO-01")
    typed = {"numerator": "3", "denominator": "4", "forecast": "", "quality": ""}
    typed |= {"comment": "Som väntat.", "no_data": "", "confirmed": "", "version": ""}
    return {f"rad{indicator.pk}-{name}": text for name, text in typed.items()}


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
        "forecast": "55,5",
        "quality": "uncertain",
        "part_1_name": "Del",
        "part_1_count": "19",
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


def survey_groups(world: World) -> dict[str, Any]:
    told = {"name": "kvinnor", "sex": "female", "distributed": "50", "answered": "20"}
    return {f"group_1_{name}": value for name, value in told.items()} | {"version": 1}


def versioned(sent: Callable[[World], dict[str, Any]]) -> Callable[[World], dict[str, Any]]:
    return lambda world: sent(world) | {"version": 1}


def informing(world: World) -> dict[str, Any]:
    told = {"act": "heard", "receiver": "guardian", "informed_on": TODAY, "how": "Möte."}
    return told | {"reason_not": ""}


def motive(world: World) -> dict[str, Any]:
    return {"motive": "Rutinen brast."}


NOON_OF_ANOTHER_DAY = "2026-01-02T12:00"
STEPS = [
    Form("deviations:receive", "eva", motive, "own"),
    Form("deviations:assess", "eva", motive, "own"),
    Form("deviations:suspect", "eva", motive, "own"),
    Form(
        "deviations:assign",
        "eva",
        lambda world: {"investigator": world.people["ulla"].pk, "impartial": "on"},
        "assessed",
    ),
    Form("deviations:ready", "eva", motive, "assessed"),
    Form("deviations:unlock", "sara", motive, "ready"),
    Form("deviations:inform", "eva", informing, "own"),
    Form(
        "deviations:immediate",
        "eva",
        lambda world: {"text": "Vi ringde.", "taken_at": NOON_OF_ANOTHER_DAY},
        "own",
    ),
    Form("deviations:feedback", "eva", lambda world: {"text": "Tack."}, "own"),
    Form("deviations:effect", "eva", motive, "measured"),
    Form("deviations:close", "eva", lambda world: {"left_because": "Följs i planen."}, "decided"),
    Form(
        "deviations:hand_over",
        "eva",
        lambda world: motive(world) | {"unit": world.organisation.youth.pk},
        "own",
    ),
    Form(
        "deviations:join",
        "eva",
        lambda world: motive(world) | {"other": world.objects["deviations"]["assessed"]["number"]},
        "own",
    ),
    Form("deviations:annul", "eva", lambda world: motive(world) | {"because": "mistake"}, "own"),
    Form("deviations:instruct", "sara", lambda world: {"instruction": "Ring."}, "secret"),
    Form(
        "deviations:grant",
        "sara",
        lambda world: {"reader": world.people["ulla"].pk, "reason": "Liknar en annan."},
        "secret",
    ),
    Form("deviations:revoke", "sara", lambda world: {"reader": world.people["mona"].pk}, "named"),
    Form(
        "deviations:slip",
        "eva",
        lambda world: {"text": "Vi ringde.", "taken_at": NOON_OF_ANOTHER_DAY},
        "secret",
    ),
]
PASSWORD = "ett-langt-losenord"
NEW_PASSWORD = {"old_password": PASSWORD, "new_password1": "ny-och-lang-fras"}


def of_ivo(about: str, **sent: Any) -> Form:
    return Form("deviations:ivo_step", "sara", lambda world: sent | {"text": "Kort sagt."}, about)


IVO = [
    of_ivo("secret", suspected_on=TODAY),
    of_ivo("suspected", dropped_on=TODAY),
    of_ivo("unnotified", notified_on=TODAY, with_investigation="no"),
    of_ivo("notified bekraftelse", received_on=TODAY, ivo_diary_number="3.1.2-1/2026"),
    of_ivo("notified begaran", requested_on=TODAY, answer_by=TODAY + timedelta(days=14)),
    of_ivo("notified anstand", granted_on=TODAY, extended_to=TODAY + timedelta(days=90)),
    of_ivo("notified komplettering", completed_on=TODAY, whole="no"),
    of_ivo("notified beslut", decided_on=TODAY),
]
FORMS = [
    Form("deviations:report", "mona", report),
    Form("deviations:save_draft", "mona", report),
    Form("deviations:complaint", "mona", complaint),
    Form("open:complain", "-", from_outside),
    Form("deviations:confirm", "eva", lambda world: {"confirmed_on": TODAY}, "own"),
    Form("deviations:answer", "eva", answer, "own"),
    Form("deviations:becomes", "eva", becomes, "own"),
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
        "ready",
    ),
    *STEPS,
    Form("deviations:measure", "eva", new_measure, "own"),
    Form("deviations:answers", "ulla", answers, "assigned"),
    Form("deviations:note_add", "ulla", note, "assigned"),
    Form("deviations:note", "ulla", lambda world: note(world) | {"version": 1}, "assigned"),
    Form("deviations:note_correct", "ulla", note, "assigned"),
    Form("deviations:identity_keep", "ulla", identity, "assigned"),
    Form("deviations:identity_open", "eva", lambda world: {"reason": "Tillsyn."}, "own", taken=200),
    Form("deviations:attachments", "eva", attachment, "own"),
    Form("deviations:attachment_remove", "eva", lambda world: {"motive": "Fel fil."}, "own"),
    *IVO,
    Form("deviations:package_create", "sara", lambda world: {"copy": "redacted"}, "secret"),
    Form("diary:card", "nils", lambda world: {"version": 1, "diary_number": "SN 2026/17"}, "own"),
    Form("diary:due", "sara", due_case),
    Form("diary:purge", "sara", lambda world: {"count": "1", "confirmed": "on"}, "own"),
    Form(
        "deviations:filter_new",
        "eva",
        lambda world: {"name": "Mina öppna", "query": "status=open&sort=due"},
    ),
    Form("deviations:filter_edit", "eva", lambda world: {"name": "Sena"}, "own"),
    Form("deviations:total_add", "karin", total),
    Form("deviations:total_edit", "karin", total, "own"),
    Form("deviations:measure", "eva", new_measure, "own"),
    Form(
        "imports:upload",
        "karin",
        lambda world: {"file": SimpleUploadedFile("register.csv", csv_of(row_of_a_file()))},
        "own",
    ),
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
    Form(
        "risks:comment", "eva", lambda world: {"year": TODAY.year, "text": "Risken består."}, "own"
    ),
    Form("risks:measure", "eva", measure_of_register, "own"),
    Form("controls:create", "eva", lambda world: control(world) | {"code": "E77"}),
    Form("controls:edit", "eva", control, "own"),
    Form("controls:record", "eva", result, "own"),
    Form("controls:correct", "eva", result, "own"),
    Form("controls:skip", "eva", skipping, "own"),
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
    Form("indicators:break_add", "karin", new_definition, "own"),
    Form("indicators:plan", "karin", collection, "own"),
    Form("indicators:lock", "karin", locking, ""),
    Form("indicators:unlock", "karin", lambda world: {"motive": "Rättat antal."}, "own"),
    Form("indicators:grid", "eva", row_of_the_grid, ""),
    Form("indicators:record", "eva", outcome, "own"),
    Form("indicators:outcome", "eva", changed_outcome, "own"),
    Form("indicators:survey_create", "eva", survey),
    Form("indicators:survey_edit", "eva", versioned(survey), "own"),
    Form("indicators:survey_groups", "eva", survey_groups, "own"),
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
