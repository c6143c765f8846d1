"""The forms of file reviews."""

from datetime import timedelta
from typing import Any

from risks.models import FileReview
from tests.permissions.world import World
from tests.proper_forms.form import TODAY, Form


def sample(world: World) -> dict[str, Any]:
    return {
        "title": "Barn hörs",
        "population_text": "avslutade utredningar",
        "references": "2026-0101\n2026-0102; flicka",
        "sample_size": 1,
        "second_size": "",
        "counted": "Framgår barnets inställning?",
        "others": "",
        "readers": [],
        "erase_on": TODAY + timedelta(days=30),
    }


def _review(world: World, url: str) -> FileReview:
    return FileReview.objects.get(pk=world.kwargs(url, "own")["pk"])


def reading(world: World) -> dict[str, Any]:
    questions = _review(world, "file_reviews:read").questions.all()
    return {"reading": 1, "sex": "female", **{f"fraga-{one.pk}": "yes" for one in questions}}


def joint(world: World) -> dict[str, Any]:
    review = _review(world, "file_reviews:differences")
    case, question = review.cases.get(), review.questions.first()
    return {f"svar-{case.pk}-{question.pk}": "yes"} if question else {}


def result(world: World) -> dict[str, Any]:
    empty = dict.fromkeys(("comment", "verdict", "motive"), "")
    return {"carried_out_on": TODAY, **empty}


FORMS = [
    Form("file_reviews:draw", "eva", sample, "own"),
    Form("file_reviews:read", "eva", reading, "own"),
    Form("file_reviews:differences", "eva", joint, "own"),
    Form("file_reviews:finish", "eva", result, "own"),
]
