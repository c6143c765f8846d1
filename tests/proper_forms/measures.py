"""The forms of measures."""

from datetime import timedelta
from typing import Any

from tests.permissions.world import World
from tests.proper_forms.form import TODAY, Form


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


FORMS = [
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
]
