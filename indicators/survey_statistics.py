"""Surveys as a report and the pages need them: who answered, what, and the year before."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from indicators.models import AnswerOption, Question, Survey, SurveyGroup
from indicators.statistics import NO_AREA
from lib.numbers import percent


@dataclass(frozen=True)
class Answer:
    """A question's outcome: n of N who chose a favourable answer, or a share as reported."""

    key: str
    text: str
    asked_of: str
    numerator: int | None
    denominator: int | None
    reported_share: Decimal | None
    options: tuple[tuple[str, int], ...]
    national_share: Decimal | None
    national_text: str
    # As typed, of a year that the register does not have.
    previous_share: Decimal | None
    change: "Change | None" = None
    groups: tuple["GroupAnswer", ...] = ()
    # The same question of the same survey the year before.
    previous: "Answer | None" = None

    def number(self, decimals: int = 0) -> Decimal | None:
        if self.numerator is not None and self.denominator:
            return percent(self.numerator, self.denominator, decimals)
        return self.reported_share


@dataclass(frozen=True)
class GroupAnswer:
    """n of N of a part of the respondents."""

    name: str
    numerator: int
    denominator: int


@dataclass(frozen=True)
class Change:
    """The same persons before and after: means, and how many it went better or worse for."""

    before: Decimal | None
    after: Decimal | None
    improved: int | None
    unchanged: int | None
    worsened: int | None

    @property
    def base(self) -> int | None:
        counts = [self.improved, self.unchanged, self.worsened]
        known = [count for count in counts if count is not None]
        return sum(known) if known else None


@dataclass(frozen=True)
class RespondentGroup:
    name: str
    sex: str
    distributed: int | None
    answered: int | None


@dataclass(frozen=True)
class SurveyState:
    pk: int
    code: str
    year: int
    name: str
    instrument: str
    unit: str
    unit_level: str
    area: str
    respondents: str
    carried_out: str
    distributed: int | None
    answered: int | None
    source: str
    comment: str
    answers: tuple[Answer, ...]
    unit_id: int = 0
    groups: tuple[RespondentGroup, ...] = ()
    before_pk: int = 0  # of the same survey the year before

    def rate(self, decimals: int = 0) -> Decimal | None:
        if self.answered is None or not self.distributed:
            return None
        return percent(self.answered, self.distributed, decimals)


def surveys(units: Collection[int], year: int) -> tuple[SurveyState, ...]:
    """With the same surveys of the year before, wherever in the organisation they were made."""
    found = Survey.objects.within(units).filter(year=year)
    ordered = found.order_by("service_area__order", "order", "name")
    now = list(with_answers(ordered.select_related("unit", "service_area")))
    before = earlier_of(now)
    return tuple(survey_state(survey, before.get(survey.code)) for survey in now)


def with_answers(surveys: QuerySet[Survey]) -> QuerySet[Survey]:
    return surveys.prefetch_related("questions__options__counts", "groups")


def earlier_of(surveys: Collection[Survey]) -> Mapping[str, Survey]:
    """Code → the same survey the year before; all of them are of one year."""
    if not surveys:
        return {}
    wanted = {survey.code for survey in surveys}
    year = min(survey.year for survey in surveys) - 1
    found = Survey.objects.filter(code__in=wanted, year=year)
    return {survey.code: survey for survey in found.prefetch_related("questions__options")}


def survey_state(survey: Survey, before: Survey | None = None) -> SurveyState:
    area = survey.service_area
    groups = list(survey.groups.all())
    earlier = {one.key: _answer(one, []) for one in before.questions.all()} if before else {}
    return SurveyState(
        pk=survey.pk,
        code=survey.code,
        year=survey.year,
        name=survey.name,
        instrument=survey.instrument,
        unit=survey.unit.name,
        unit_level=survey.unit.level,
        area=area.name if area else NO_AREA,
        respondents=survey.respondents,
        carried_out=survey.carried_out,
        distributed=survey.distributed,
        answered=survey.answered,
        source=survey.source,
        comment=survey.comment,
        answers=tuple(_answer(one, groups, earlier.get(one.key)) for one in survey.questions.all()),
        unit_id=survey.unit_id,
        groups=tuple(
            RespondentGroup(one.name, one.sex, one.distributed, one.answered) for one in groups
        ),
        before_pk=before.pk if before else 0,
    )


def _answer(
    question: Question, groups: Sequence[SurveyGroup], previous: Answer | None = None
) -> Answer:
    options = list(question.options.all())
    favourable = [option.count for option in options if option.is_favourable]
    return Answer(
        key=question.key,
        text=question.text,
        asked_of=question.asked_of,
        numerator=sum(favourable) if options else None,
        denominator=sum(option.count for option in options) if options else None,
        reported_share=question.reported_share,
        options=tuple((option.text, option.count) for option in options),
        national_share=question.national_share,
        national_text=question.national_text,
        previous_share=question.previous_share,
        change=_change(question),
        groups=tuple(_of_groups(options, groups)),
        previous=previous,
    )


def _change(question: Question) -> Change | None:
    told = (
        *(question.before_mean, question.after_mean),
        *(question.improved, question.unchanged, question.worsened),
    )
    return None if all(one is None for one in told) else Change(*told)


def _of_groups(
    options: Sequence[AnswerOption], groups: Sequence[SurveyGroup]
) -> Iterator[GroupAnswer]:
    """In the survey's order, those of which any answer is known."""
    counted = [(one, option.is_favourable) for option in options for one in option.counts.all()]
    for group in groups:
        own = [(one.count, counts) for one, counts in counted if one.group_id == group.pk]
        if own:
            part = sum(count for count, is_favourable in own if is_favourable)
            yield GroupAnswer(group.name, part, sum(count for count, _ in own))
