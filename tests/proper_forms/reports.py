"""The forms of reports, standing texts and imports."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.imports.files import case as row_of_a_file
from tests.imports.files import csv_of
from tests.permissions.world import World
from tests.proper_forms.form import Form


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


FORMS = [
    Form(
        "imports:upload",
        "karin",
        lambda world: {"file": SimpleUploadedFile("register.csv", csv_of(row_of_a_file()))},
        "own",
    ),
    Form("qualityreport:create", "karin", quality_report),
    Form("qualityreport:section", "karin", section, "own"),
    Form("qualityreport:standing_new", "karin", new_standing_text),
    Form("qualityreport:standing_text", "karin", standing_text, "own"),
]
