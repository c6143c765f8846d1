"""Surveys, their questions, and the answers counted."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from audit import services as audit
from audit.models import Event
from indicators.models import AnswerCount, AnswerOption, Question, Survey
from indicators.services.definitions import IsUsed
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
        *("before_mean", "after_mean", "improved", "unchanged", "worsened"),
    )
)
# Text, how many chose it, and whether it is counted into the share.
Option = tuple[str, int, bool]
# The pk of a group, and how many of it chose an option.
OfGroups = Mapping[int, int]


@dataclass(frozen=True)
class GroupRow:
    """A group as it is to be; `pk` where it is already there."""

    name: str
    sex: str = ""
    distributed: int | None = None
    answered: int | None = None
    pk: int | None = None

    @property
    def content(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if name != "pk"}


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
def set_groups(
    *, actor: User | None, survey_id: int, version: int, groups: Sequence[GroupRow]
) -> Survey:
    """The groups as they are to be, in their order; those that are not named go.

    Raises EditedByAnother when somebody saved in between, and IsUsed where answers would go too.
    """
    survey = locked(Survey, survey_id, version)
    before = groups_of(survey)
    kept = {row.pk for row in groups if row.pk}
    going = survey.groups.exclude(pk__in=kept)
    if counted := going.filter(counts__isnull=False).first():
        raise IsUsed(f"Gruppen ”{counted}” har svar på frågorna. Ta först bort antalen där.")
    going.delete()
    for group in survey.groups.all():  # two may change names with each other
        survey.groups.filter(pk=group.pk).update(name=f"{group.pk}\x1f")
    for order, row in enumerate(groups):
        content = row.content | {"order": order}
        if row.pk is None:
            survey.groups.create(**content)
        else:
            survey.groups.filter(pk=row.pk).update(**content)
    changed = write(survey, {}, beside=True)
    changed |= audit.changed_fields({"groups": str(before)}, {"groups": str(list(groups))})
    _log(actor, Event.Action.CHANGE, survey, changed)
    return survey


def groups_of(survey: Survey) -> list[GroupRow]:
    return [
        GroupRow(row.name, row.sex, row.distributed, row.answered, row.pk)
        for row in survey.groups.all()
    ]


@transaction.atomic
def add_question(
    *,
    actor: User | None,
    survey: Survey,
    options: Sequence[Option] = (),
    of_groups: Sequence[OfGroups] = (),
    **fields: Any,
) -> Question:
    """The survey's row is locked: two questions added at once get different places."""
    only(QUESTION_FIELDS, fields)
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    last = held.questions.order_by("-order").values_list("order", flat=True).first()
    question = Question.objects.create(
        survey=held, **{"order": 0 if last is None else last + 1, **fields}
    )
    _set_options(question, options, of_groups)
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
    of_groups: Sequence[OfGroups] | None = None,
) -> Question:
    """Raises EditedByAnother when somebody saved in between; nothing is written.

    Without `of_groups` an option that is still there keeps what its groups have answered.
    """
    only(QUESTION_FIELDS, changes)
    question = locked(Question, question_id, version)
    before, counts = options_of(question), of_groups_of(question)
    if of_groups is None:
        kept = {text: own for (text, *_), own in zip(before, counts, strict=True)}
        of_groups = [kept.get(text, {}) for text, *_ in options]
    told, now = [before, counts], [list(options), [dict(own) for own in of_groups]]
    has_new_options = told != now
    changed = write(question, changes, beside=has_new_options)
    if has_new_options:
        _set_options(question, options, of_groups)
        changed |= audit.changed_fields({"options": str(told)}, {"options": str(now)})
    _log(actor, Event.Action.CHANGE, question, changed)
    return question


@transaction.atomic
def remove_question(*, actor: User | None, question: Question) -> None:
    _log(actor, Event.Action.DELETE, question)
    question.delete()


def options_of(question: Question) -> list[Option]:
    return [(option.text, option.count, option.is_favourable) for option in question.options.all()]


def of_groups_of(question: Question) -> list[dict[int, int]]:
    """Beside options_of: of each option how many of each group."""
    options = question.options.prefetch_related("counts")
    return [{one.group_id: one.count for one in option.counts.all()} for option in options]


def _set_options(
    question: Question, options: Sequence[Option], of_groups: Sequence[OfGroups] = ()
) -> None:
    question.options.all().delete()
    made = AnswerOption.objects.bulk_create(
        AnswerOption(
            question=question, text=text, count=count, is_favourable=favourable, order=order
        )
        for order, (text, count, favourable) in enumerate(options)
    )
    AnswerCount.objects.bulk_create(
        AnswerCount(option=option, group_id=group, count=count)
        for option, own in zip(made, of_groups, strict=False)
        for group, count in own.items()
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
