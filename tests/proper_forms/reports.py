"""The forms of reports, standing texts and imports."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from qualityreport.models import Contribution, ReportVersion
from qualityreport.models.statements import CHAPTERS
from tests.imports.files import case as row_of_a_file
from tests.imports.files import csv_of
from tests.permissions.world import World
from tests.proper_forms.config import PASSWORD
from tests.proper_forms.form import Form, versioned
from tests.proper_forms.registers import measure_of_register


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


def motive(world: World) -> dict[str, Any]:
    return {"because": "En tabell saknas."}


def attest(world: World) -> dict[str, Any]:
    signed = world.objects["qualityreport:attest"]["in review"]
    version = ReportVersion.objects.get(report_id=signed["pk"], number=signed["number"])
    return {
        "step": "Ansvarig chef",
        "deputy_for": "",
        "has_read": "on",
        "password": PASSWORD,
        "seen_hash": version.snapshot_hash,
    }


def sending(world: World) -> dict[str, Any]:
    today = f"{timezone.localdate():%Y-%m-%d}"
    return {"sent_on": today, "meeting_on": today, "diary_number": "SN 2024/7"}


def decision(world: World) -> dict[str, Any]:
    day = f"{timezone.localdate():%Y-%m-%d}"
    return {"outcome": "approved", "decided_on": day, "paragraph": "17", "words": "Godkänns."}


def publication(world: World) -> dict[str, Any]:
    return {"published_on": f"{timezone.localdate():%Y-%m-%d}", "address": "", "reviewed": "on"}


def underlag(world: World) -> dict[str, Any]:
    texts = dict.fromkeys(("comment", "events", "risks"), "<p>Året var lugnt.</p>")
    return texts | {"version": 1, "send": "Lämna in"}


def asking(world: World) -> dict[str, Any]:
    return {"units": [world.organisation.youth.pk], "due_on": "2026-12-24"}


def drawing(world: World) -> dict[str, Any]:
    row = Contribution.objects.get(**_found(world, "draw_in"))
    Contribution.objects.filter(pk=row.pk).update(
        status=Contribution.Status.SUBMITTED, submitted_at=timezone.now(), submitted_by="Eva"
    )
    return {"section": row.report.sections.filter(takes_text=True)[0].pk}


def _found(world: World, page: str) -> dict[str, int]:
    return {"pk": world.objects[f"qualityreport:{page}"]["own"]["contribution"]}


def letter(world: World) -> dict[str, Any]:
    empty = dict.fromkeys(("handler", "phone", "sender", "recipient", *CHAPTERS), "")
    rows = {
        f"{name}_{place}": "" for name in ("point", "to", "body", "on") for place in range(1, 9)
    }
    return {"title": "Kvalitetsberättelse", **empty, **rows, "point_1": "Nämnden godkänner."}


def improvement(world: World) -> dict[str, Any]:
    return {"title": "Barns delaktighet", "why": "Aktgranskningen.", "responsible": "Eva Lind"}


def many(world: World) -> dict[str, Any]:
    return {
        "kind": "kvalitetsberattelse",
        "year": 2019,
        "as_of": "2019-12-31",
        "over": world.organisation.ifo.pk,
        "level": "unit",
        "audience": "internal",
    }


FORMS = [
    Form("qualityreport:order_many", "karin", many),
    Form("qualityreport:contributions", "karin", asking, "own"),
    Form("qualityreport:contribution", "eva", underlag, "own"),
    Form("qualityreport:return_contribution", "karin", lambda w: {"question": "När?"}, "own"),
    Form("qualityreport:draw_in", "karin", drawing, "own"),
    Form("qualityreport:statement", "karin", letter, "own"),
    Form("qualityreport:meeting", "karin", lambda w: {"meeting_on": "2026-12-24"}, "own"),
    Form("qualityreport:improvement_add", "karin", improvement, "own"),
    Form("qualityreport:improvement", "karin", versioned(improvement), "own"),
    Form(
        "qualityreport:improvement_answer",
        "karin",
        versioned(lambda w: {"outcome": "reached", "answer": "Alla barn hörs."}),
        "own",
    ),
    Form(
        "imports:upload",
        "karin",
        lambda world: {"file": SimpleUploadedFile("register.csv", csv_of(row_of_a_file()))},
        "own",
    ),
    Form("qualityreport:create", "karin", quality_report),
    Form("qualityreport:attest", "dag", attest, "in review"),
    Form("qualityreport:take_back", "karin", motive, "in review"),
    Form("qualityreport:withdraw", "dag", motive, "own"),
    Form("qualityreport:add_measure", "karin", measure_of_register, "own"),
    Form("qualityreport:send", "nils", sending, "attested"),
    Form("qualityreport:decide", "nils", decision, "sent"),
    Form("qualityreport:publish", "nils", publication, "decided"),
    Form(
        "qualityreport:assign", "karin", lambda world: {"owner": "", "due_on": "2026-12-24"}, "own"
    ),
    Form("qualityreport:comment", "karin", lambda world: {"remark": "Hur många?"}, "own"),
    Form("qualityreport:section", "karin", section, "own"),
    Form("qualityreport:standing_new", "karin", new_standing_text),
    Form("qualityreport:standing_text", "karin", standing_text, "own"),
]
