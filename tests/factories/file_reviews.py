from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone

from organisation.models import Unit, User
from risks.models import Control, FileReview, FileReviewCase, Method
from risks.sampling import Listed
from risks.services import file_reviews
from tests.factories.risks import make_control

QUESTIONS = ("Framgår barnets inställning?", "Finns en plan?")
LISTED = tuple(Listed(f"2026-{number:04d}") for number in range(1, 21))


def make_file_control(unit: Unit, code: str = "E1", **fields: Any) -> Control:
    return make_control(unit, code, "Barn hörs", method=Method.FILE_REVIEW, **fields)


def draw(
    control: Control,
    *,
    size: int = 3,
    twice: int = 0,
    listed: Sequence[Listed] = LISTED,
    counted: Sequence[str] = QUESTIONS,
    others: Sequence[str] = (),
    readers: Sequence[User] = (),
    by: User | None = None,
) -> FileReview:
    return file_reviews.draw_sample(
        actor=by,
        control=control,
        title="Barn hörs, 2026-03",
        population_text="utredningar som avslutades januari–mars",
        listed=listed,
        sample_size=size,
        second_size=twice,
        counted=counted,
        others=others,
        readers=readers,
        erase_on=timezone.localdate() + timedelta(days=90),
    )


def answer(
    case: FileReviewCase, user: User, *answers: str, reading: int = 1, sex: str = "unknown"
) -> None:
    """In the order of the questions."""
    questions = case.review.questions.all()
    told: Mapping[int, str] = dict(zip((one.pk for one in questions), answers, strict=True))
    file_reviews.answer_case(actor=user, case=case, sex=sex, reading=reading, answers=told)


def answer_all(review: FileReview, user: User, *answers: str) -> None:
    for case in review.cases.all():
        answer(case, user, *answers)
