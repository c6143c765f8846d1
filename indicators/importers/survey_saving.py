"""Checked surveys are written, in a few statements, and taken back."""

from collections.abc import Sequence
from typing import Any, TypedDict

from imports import snapshots
from imports.importer import Row
from imports.snapshots import Made
from indicators.importers.survey_checking import has_new_options
from indicators.importers.survey_columns import OF_QUESTION, OF_SURVEY
from indicators.importers.survey_rows import AskedQuestion, HeldSurvey
from indicators.models import AnswerOption, Question, Survey
from indicators.services.surveys import Option, options_of

BATCH = 500


class MadeSurveys(TypedDict):
    """`options` are those that a question had before."""

    surveys: list[Made]
    questions: list[Made]
    options: list[tuple[int, list[Option]]]


def save(rows: Sequence[Row]) -> list[MadeSurveys]:
    surveys = {id(row["survey"]): row["survey"] for row in rows}
    held: list[HeldSurvey] = list(surveys.values())
    made_surveys = _surveys(held)
    made_questions, options = _questions(held)
    return [{"surveys": made_surveys, "questions": made_questions, "options": options}]


def _surveys(held: Sequence[HeldSurvey]) -> list[Made]:
    new = [one for one in held if one.found is None]
    for one, survey in zip(
        new,
        Survey.objects.bulk_create(
            (Survey(**snapshots.given(one.head, OF_SURVEY)) for one in new), batch_size=BATCH
        ),
        strict=True,
    ):
        one.found = survey
    fresh = {id(one) for one in new}
    changed = [
        (one.found, values)
        for one in held
        if id(one) not in fresh
        and one.found
        and snapshots.differs(one.found, values := snapshots.given(one.head, OF_SURVEY))
    ]
    told = snapshots.change(Survey, changed)
    return [*(snapshots.made(one.found) for one in new), *told]


def _questions(held: Sequence[HeldSurvey]) -> tuple[list[Made], list[tuple[int, list[Option]]]]:
    pairs = [(one, asked) for one in held for asked in one.questions.values()]
    new = [(one, asked) for one, asked in pairs if asked.found is None]
    answered = [asked for _, asked in pairs if has_new_options(asked)]
    changed = [
        (asked.found, values)
        for _, asked in pairs
        if asked.found is not None
        and (
            snapshots.differs(asked.found, values := snapshots.given(asked.rows[0], OF_QUESTION))
            or asked in answered
        )
    ]
    before = [(asked.found.pk, options_of(asked.found)) for asked in answered if asked.found]
    told = list(snapshots.change(Question, changed))
    made = Question.objects.bulk_create(
        (_question(one, asked) for one, asked in new), batch_size=BATCH
    )
    for (_, asked), question in zip(new, made, strict=True):
        asked.found = question
    set_options([(asked.found.pk, asked.options) for asked in answered if asked.found])
    return [*map(snapshots.made, made), *told], before


def _question(survey: HeldSurvey, asked: AskedQuestion) -> Question:
    place = list(survey.questions).index(asked.key)
    values: dict[str, Any] = snapshots.given(asked.rows[0], OF_QUESTION)
    return Question(survey=survey.found, order=place, **values)


def set_options(of: Sequence[tuple[int, Sequence[Option]]]) -> None:
    ids = [pk for pk, _ in of]
    for at in range(0, len(ids), BATCH):
        AnswerOption.objects.filter(question_id__in=ids[at : at + BATCH]).delete()
    AnswerOption.objects.bulk_create(
        (
            AnswerOption(
                question_id=pk, text=text, count=count, is_favourable=favourable, order=order
            )
            for pk, options in of
            for order, (text, count, favourable) in enumerate(options)
        ),
        batch_size=BATCH,
    )


def undo(made: Sequence[MadeSurveys]) -> None:
    for one in made:
        snapshots.restore(
            Question, one["questions"], lambda rows: [row.key for row in rows], (AnswerOption,)
        )
        set_options([(pk, [(*option,) for option in options]) for pk, options in one["options"]])
        snapshots.restore(
            Survey, one["surveys"], lambda rows: [f"{row.code} {row.year}" for row in rows]
        )
