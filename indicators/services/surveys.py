"""Surveys, their questions, and the answers counted."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from audit import services as audit
from audit.models import Event
from indicators.models import AnswerOption, Question, Survey
from lib.versions import Changed, locked, only, write
from organisation.models import Unit, User

CHANGEABLE = frozenset(
    (
        *("code", "year", "name", "instrument", "unit", "service_area", "respondents"),
        *("carried_out", "distributed", "answered", "source", "comment", "order"),
    )
)
QUESTION_FIELDS = frozenset(
    (
        *("key", "text", "asked_of", "reported_share", "national_share", "national_text"),
        *("previous_share", "order"),
    )
)
# Text, how many chose it, and whether it is counted into the share.
Option = tuple[str, int, bool]


@transaction.atomic
def create_survey(*, actor: User | None, unit: Unit, **fields: Any) -> Survey:
    only(CHANGEABLE, fields)
    survey = Survey.objects.create(unit=unit, **fields)
    _log(actor, Event.Action.CREATE, survey)
    return survey


@transaction.atomic
def update_survey(
    *, actor: User | None, survey_id: int, version: int, changes: Mapping[str, Any]
) -> Survey:
    """Raises EditedByAnother when somebody saved in between; nothing is written."""
    only(CHANGEABLE, changes)
    survey = locked(Survey, survey_id, version)
    _log(actor, Event.Action.CHANGE, survey, write(survey, changes))
    return survey


@transaction.atomic
def add_question(
    *, actor: User | None, survey: Survey, options: Sequence[Option] = (), **fields: Any
) -> Question:
    """The survey's row is locked: two questions added at once get different places."""
    only(QUESTION_FIELDS, fields)
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    last = held.questions.order_by("-order").values_list("order", flat=True).first()
    question = Question.objects.create(
        survey=held, **{"order": 0 if last is None else last + 1, **fields}
    )
    _set_options(question, options)
    _log(actor, Event.Action.CREATE, question)
    return question


@transaction.atomic
def change_question(
    *,
    actor: User | None,
    question_id: int,
    version: int,
    changes: Mapping[str, Any],
    options: Sequence[Option],
) -> Question:
    """Raises EditedByAnother when somebody saved in between; nothing is written."""
    only(QUESTION_FIELDS, changes)
    question = locked(Question, question_id, version)
    before = options_of(question)
    has_new_options = before != list(options)
    changed = write(question, changes, beside=has_new_options)
    if has_new_options:
        _set_options(question, options)
        changed |= audit.changed_fields({"options": str(before)}, {"options": str(list(options))})
    _log(actor, Event.Action.CHANGE, question, changed)
    return question


@transaction.atomic
def remove_question(*, actor: User | None, question: Question) -> None:
    _log(actor, Event.Action.DELETE, question)
    question.delete()


def options_of(question: Question) -> list[Option]:
    return [(option.text, option.count, option.is_favourable) for option in question.options.all()]


def _set_options(question: Question, options: Sequence[Option]) -> None:
    question.options.all().delete()
    AnswerOption.objects.bulk_create(
        AnswerOption(
            question=question, text=text, count=count, is_favourable=favourable, order=order
        )
        for order, (text, count, favourable) in enumerate(options)
    )


def _log(
    actor: User | None,
    action: Event.Action,
    row: Survey | Question,
    changed: Changed | None = None,
) -> None:
    survey = row if isinstance(row, Survey) else row.survey
    label = f"{survey.code} {survey.year}"
    if isinstance(row, Question):
        label += f", {row.key}"
    audit.record(
        actor=actor, action=action, obj=row, label=label, unit=survey.unit, changed=changed
    )
