"""Surveys as text: the list's rows, and one survey with its questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from indicators.forms import SurveyFilterForm
from indicators.models import Survey
from indicators.pages import Picture, picture
from indicators.querysets import READERS, SurveyQuerySet
from indicators.survey_statistics import Answer, GroupAnswer, SurveyState, earlier_of, survey_state
from indicators.words import NOT_IN_REPORTS, listed
from lib.numbers import (
    NO_BREAK,
    NOT_SET,
    counted,
    format_decimal,
    format_exact,
    format_integer,
    format_share,
    part_of,
    percent,
)
from lib.sentences import REPORTED
from lib.spreadsheet import Value
from organisation.access import access_of
from organisation.models import SmallNumberPolicy, Unit, UnitClosure, User
from organisation.policies import SmallNumbers, small_numbers_of

CHARTED = 10  # questions that fit side by side


@dataclass(frozen=True)
class Row:
    url: str
    name: str
    respondents: str
    year: int
    unit: str
    distributed: str
    answered: str
    rate: str
    is_small: bool


@dataclass(frozen=True)
class QuestionRow:
    number: int
    text: str
    asked_of: str
    counts: str
    share: str
    notes: tuple[str, ...]
    options: str
    national: str
    previous: str
    url: str


class SurveyListing:
    def __init__(self, user: User, query: QueryDict) -> None:
        self.query = query
        self.units = dict(Unit.objects.values_list("pk", "name"))
        reach = access_of(user).unit_ids(*READERS)
        choices = [(pk, name) for pk, name in self.units.items() if pk in reach]
        self.form = SurveyFilterForm(query, unit=choices)
        self.form.is_valid()
        self.wanted: dict[str, Any] = self.form.cleaned_data
        self.surveys = self._narrowed(Survey.objects.visible_to(user))

    def _narrowed(self, surveys: SurveyQuerySet) -> SurveyQuerySet:
        if self.wanted.get("unit"):
            below = UnitClosure.objects.filter(ancestor_id=self.wanted["unit"])
            surveys = surveys.filter(unit_id__in=below.values("descendant_id"))
        if self.wanted.get("year"):
            surveys = surveys.filter(year=self.wanted["year"])
        return surveys

    @property
    def filtered(self) -> bool:
        return any(self.wanted.values())

    def rows(self, surveys: Iterable[Survey]) -> list[Row]:
        shown = list(surveys)
        rules = rules_of({survey.unit_id for survey in shown})
        return [self._row(survey, rules[survey.unit_id]) for survey in shown]

    def _row(self, survey: Survey, rule: SmallNumbers) -> Row:
        return Row(
            url=reverse("indicators:survey", args=[survey.pk]),
            name=survey.name,
            respondents=survey.respondents,
            year=survey.year,
            unit=self.units[survey.unit_id],
            distributed=format_integer(survey.distributed),
            answered=format_integer(survey.answered),
            rate=_percent(rate_of(survey)),
            is_small=is_small(survey, rule),
        )


def rules_of(unit_ids: Iterable[int]) -> Mapping[int, SmallNumbers]:
    board = SmallNumberPolicy.Audience.BOARD
    return small_numbers_of(unit_ids, board, timezone.localdate())


def rate_of(survey: Survey) -> Decimal | None:
    """As SurveyState.rate, for a list that reads no questions."""
    if survey.answered is None or not survey.distributed:
        return None
    return percent(survey.answered, survey.distributed)


def is_small(survey: Survey, rule: SmallNumbers) -> bool:
    return survey.answered is not None and not rule.shows_share(survey.answered)


def _percent(share: Decimal | None) -> str:
    return NOT_SET if share is None else f"{format_decimal(share, 0)}{NO_BREAK}%"


def _reported(share: Decimal | None) -> str:
    """As it was reported elsewhere, with the decimals it had."""
    return NOT_SET if share is None else format_share(share)


def share_of(answer: Answer) -> str:
    counted = answer.numerator is not None
    return _percent(answer.number()) if counted else _reported(answer.reported_share)


def previous_of(answer: Answer) -> str:
    """What the register has of the year before, else what was typed."""
    if answer.previous and answer.previous.number() is not None:
        return share_of(answer.previous)
    return _reported(answer.previous_share)


def _previous_number(answer: Answer) -> Decimal | None:
    found = answer.previous.number() if answer.previous else None
    return answer.previous_share if found is None else found


def answer_cells(survey: Survey) -> Iterator[tuple[Value, ...]]:
    """`survey` is read with its questions, their options and the counts of the groups."""
    for question in survey.questions.all():
        for option in question.options.all():
            counted = "Ja" if option.is_favourable else None
            yield question.text, option.text, counted, "Alla", option.count
            for own in option.counts.all():
                yield question.text, option.text, counted, own.group.name, own.count


@dataclass(frozen=True)
class GroupRow:
    name: str
    distributed: str
    answered: str
    rate: str
    is_small: bool


@dataclass(frozen=True)
class GroupAnswers:
    """A question's answers by group, and what the groups do not account for."""

    question: str
    shares: tuple[tuple[str, str], ...]  # of each group, with its name
    note: str


@dataclass(frozen=True)
class ChangeRow:
    question: str
    before: str
    after: str
    improved: str
    unchanged: str
    worsened: str


class SurveyPage:
    """`survey` is read with its unit, its area, and its questions with their options."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        before = earlier_of([survey]).get(survey.code)
        self.state: SurveyState = survey_state(survey, before)
        self.rule = rules_of([survey.unit_id])[survey.unit_id]

    @property
    def is_small(self) -> bool:
        return is_small(self.survey, self.rule)

    @property
    def rate(self) -> str:
        return _percent(self.state.rate())

    def rows(self, may_change: bool) -> list[QuestionRow]:
        questions = self.survey.questions.all()
        urls = [
            reverse("indicators:question", args=[self.survey.pk, question.pk])
            for question in questions
        ]
        return [
            self._row(number, answer, url if may_change else "")
            for number, (answer, url) in enumerate(
                zip(self.state.answers, urls, strict=True), start=1
            )
        ]

    def _row(self, number: int, answer: Answer, url: str) -> QuestionRow:
        counted = answer.numerator is not None and answer.denominator is not None
        national = _reported(answer.national_share) if answer.national_share is not None else ""
        return QuestionRow(
            number=number,
            text=answer.text,
            asked_of=answer.asked_of,
            counts=part_of(answer.numerator or 0, answer.denominator or 0, NO_BREAK)
            if counted
            else "",
            share=share_of(answer),
            notes=tuple(self._notes(answer)),
            options=listed(answer.options),
            national=", ".join(filter(None, (national, answer.national_text))) or NOT_SET,
            previous=previous_of(answer),
            url=url,
        )

    def _notes(self, answer: Answer) -> Iterable[str]:
        if answer.denominator is not None and not self.rule.shows_share(answer.denominator):
            yield NOT_IN_REPORTS
        if answer.numerator is None and answer.reported_share is not None:
            yield f"{REPORTED}: {self.survey.source}"

    @property
    def group_names(self) -> list[str]:
        return [group.name for group in self.state.groups]

    def groups(self) -> list[GroupRow]:
        return [
            GroupRow(
                name=group.name,
                distributed=format_integer(group.distributed),
                answered=format_integer(group.answered),
                rate=_percent(
                    percent(group.answered, group.distributed)
                    if group.answered is not None and group.distributed
                    else None
                ),
                is_small=group.answered is not None and not self.rule.shows_share(group.answered),
            )
            for group in self.state.groups
        ]

    def group_rows(self) -> list[GroupAnswers]:
        return [self._by_group(answer) for answer in self.state.answers if answer.groups]

    def _by_group(self, answer: Answer) -> GroupAnswers:
        own = {group.name: group for group in answer.groups}
        shares = tuple(
            (name, _share_of_group(own[name]) if name in own else NOT_SET)
            for name in self.group_names
        )
        missing = (answer.denominator or 0) - sum(group.denominator for group in answer.groups)
        words = counted(missing, "svar", "svar")
        note = f"Grupperna saknar {words} av {answer.denominator}." if missing else ""
        return GroupAnswers(answer.text, shares, note)

    def changes(self) -> list[ChangeRow]:
        return [
            ChangeRow(
                answer.text,
                _mean(answer.change.before),
                _mean(answer.change.after),
                format_integer(answer.change.improved),
                format_integer(answer.change.unchanged),
                format_integer(answer.change.worsened),
            )
            for answer in self.state.answers
            if answer.change
        ]

    def chart(self) -> Picture | None:
        numbered = enumerate(self.state.answers, start=1)
        shown = [(n, one) for n, one in numbered if one.number() is not None][:CHARTED]
        answers = [one for _, one in shown]
        series = [
            {"name": name, "values": [None if value is None else float(value) for value in values]}
            for name, values in (
                ("Vi", [answer.number() for answer in answers]),
                ("Riket", [answer.national_share for answer in answers]),
                ("Föregående år", [_previous_number(answer) for answer in answers]),
            )
            if any(value is not None for value in values)
        ]
        if not series:
            return None
        labels = [f"Fråga {number}" for number, _ in shown]
        return picture(str(self.survey), "andel i %", labels, series)


def _share_of_group(group: GroupAnswer) -> str:
    """ "80 % (8 av 10)" """
    if not group.denominator:
        return NOT_SET
    share = _percent(percent(group.numerator, group.denominator))
    return f"{share} ({part_of(group.numerator, group.denominator, NO_BREAK)})"


def _mean(value: Decimal | None) -> str:
    return NOT_SET if value is None else format_exact(value)
