"""The forms of cases: reporting, the process, IVO, the diary, totals."""

import time
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from deviations.forms.public import page_token
from deviations.models import Deviation, Kind
from tests.permissions.world import World
from tests.proper_forms.form import TODAY, Form
from tests.proper_forms.measures import new_measure


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
]
