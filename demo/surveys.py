"""The surveys as rows, with their questions and the answers counted."""

from collections.abc import Sequence
from typing import Any

from demo.register import Register
from demo.stories.surveys import SURVEYS, Asked, SurveyStory
from indicators.models import AnswerCount, AnswerOption, Question, Survey, SurveyGroup


def load_surveys(register: Register) -> None:
    made = Survey.objects.bulk_create(
        _survey(story, order, register) for order, story in enumerate(SURVEYS)
    )
    told = [
        (asked, survey, order)
        for story, survey in zip(SURVEYS, made, strict=True)
        for order, asked in enumerate(story.questions)
    ]
    questions = Question.objects.bulk_create(_question(*one) for one in told)
    options = AnswerOption.objects.bulk_create(
        AnswerOption(
            question=question,
            text=text,
            count=count,
            is_favourable=order < asked.favourable,
            order=order,
        )
        for (asked, _, _), question in zip(told, questions, strict=True)
        for order, (text, count) in enumerate(asked.answers)
    )
    _load_groups(made, [asked for asked, _, _ in told], options)


def _load_groups(
    surveys: Sequence[Survey], asked: Sequence[Asked], options: Sequence[AnswerOption]
) -> None:
    groups: dict[int, list[SurveyGroup]] = {
        survey.pk: SurveyGroup.objects.bulk_create(
            SurveyGroup(survey=survey, name=name, sex=sex, answered=answered, order=order)
            for order, (name, sex, answered) in enumerate(story.groups)
        )
        for story, survey in zip(SURVEYS, surveys, strict=True)
    }
    of_options = [own for one in asked for own in (one.by_group or ((),) * len(one.answers))]
    AnswerCount.objects.bulk_create(
        AnswerCount(option=option, group=group, count=count)
        for option, own in zip(options, of_options, strict=True)
        for group, count in zip(groups[option.question.survey_id], own, strict=False)
    )


def _survey(story: SurveyStory, order: int, register: Register) -> Survey:
    return Survey(
        code=story.code,
        year=story.year,
        name=story.name,
        instrument=story.instrument,
        unit=register.units[story.unit],
        service_area=register.areas[story.area],
        respondents=story.respondents,
        carried_out=story.carried_out,
        distributed=story.distributed,
        answered=story.answered,
        source=story.source,
        comment=story.comment,
        order=order,
    )


def _question(asked: Asked, survey: Survey, order: int) -> Question:
    return Question(
        survey=survey,
        key=asked.key,
        text=asked.text,
        asked_of=asked.of,
        reported_share=asked.share,
        national_share=asked.national,
        national_text=asked.national_text,
        previous_share=asked.previous,
        order=order,
        **_change(asked),
    )


def _change(asked: Asked) -> dict[str, Any]:
    names = ("before_mean", "after_mean", "improved", "unchanged", "worsened")
    return dict(zip(names, asked.change, strict=True)) if asked.change else {}
