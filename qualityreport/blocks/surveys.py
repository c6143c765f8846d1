"""Brukarundersökningar and follow-up by instrument: first how many answered, then what."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial

from django.utils.html import format_html

from indicators import survey_statistics
from indicators.models import Survey
from indicators.protection import AnswerPlace, Hidden, hidden_answers
from indicators.survey_statistics import Answer, SurveyState
from lib.numbers import NOT_SET, format_exact, format_share, part_of, percent
from organisation.groups import by_area
from qualityreport.blocks.block import Block
from qualityreport.parts import (
    Cell,
    Column,
    Group,
    Part,
    Row,
    Table,
    Text,
    number_columns,
    paragraphs,
)
from qualityreport.scope import Scope
from qualityreport.shown import (
    TOO_FEW_ANSWERS,
    TOO_TELLING,
    Measured,
    Shown,
    in_words,
    percent_text,
    reported,
)

SOURCE = "Registret över brukarundersökningar"
OF_EACH = (Survey.Instrument.INDIVIDUAL, Survey.Instrument.BEFORE_AFTER)
OF_USERS = (Survey.Instrument.NATIONAL, Survey.Instrument.OWN)


def of_scope(scope: Scope) -> Sequence[SurveyState]:
    return scope.counted(survey_statistics.surveys, scope.units, scope.period.year)


def surveys(
    scope: Scope, *, instruments: Iterable[str], key: str, title: str, none: str
) -> Sequence[Part]:
    found = [survey for survey in of_scope(scope) if survey.instrument in instruments]
    if not found:
        return [paragraphs(f"{none} {scope.period.year}.")]
    areas = by_area(found)
    groups = [
        Group(area or "Utan verksamhetsområde", results)
        for area, rows in areas
        if (results := _results(rows, scope))
    ]
    return [
        _responses(f"{key}-svar", title, [row for _, rows in areas for row in rows], scope),
        *groups,
    ]


def _responses(key: str, title: str, rows: Sequence[SurveyState], scope: Scope) -> Table:
    """One table for all of them: who was asked and how many answered is read side by side."""
    return Table(
        key=key,
        title=f"{title} {scope.period.year}, utdelade enkäter och svar",
        columns=[
            Column("Undersökning"),
            Column("Svarande", width=25),
            Column("Utdelade", "right", 12),
            Column("Svar", "right", 10),
            Column("Svarsfrekvens", "right", 20),
        ],
        rows=[_response(survey, scope) for survey in rows],
        source=f"{SOURCE}, {scope.period.year}",
    )


def _response(survey: SurveyState, scope: Scope) -> Row:
    counts = [distributed_text(survey, scope), answered_text(survey, scope)]
    return Row(
        [
            Cell(survey.name, note=survey.carried_out),
            Cell(survey.respondents),
            *(Cell(text) for text in counts),
            Cell(rate_text(survey, scope)),
        ]
    )


def distributed_text(survey: SurveyState, scope: Scope) -> str:
    """Not where it would tell how few did not answer."""
    if survey.distributed is None:
        return NOT_SET
    left_out = [] if survey.answered is None else [survey.distributed - survey.answered]
    return _shown(survey, scope).count(survey.distributed, left_out)


def answered_text(survey: SurveyState, scope: Scope) -> str:
    if survey.answered is None:
        return NOT_SET
    return _shown(survey, scope).count(survey.answered)


def rate_text(survey: SurveyState, scope: Scope) -> str:
    """Not where a count behind it is hidden: it could be computed back."""
    rate = survey.rate()
    if rate is None or survey.distributed is None or survey.answered is None:
        return NOT_SET
    counts = survey.distributed, survey.answered, survey.distributed - survey.answered
    if not all(map(_shown(survey, scope).tells, counts)):
        return NOT_SET
    return percent_text(rate)


def _shown(survey: SurveyState, scope: Scope) -> Shown:
    return Shown(scope.policy, survey.unit_level)


def _results(rows: Sequence[SurveyState], scope: Scope) -> list[Part]:
    parts: list[Part] = []
    for survey in rows:
        comment = survey.comment.strip()
        if too_few(survey, scope):
            limit = in_words(scope.policy.minimum_base)
            hidden = f"Färre än {limit} har svarat. Resultatet redovisas inte, så att ingen kan "
            parts.append(_led(survey, f"{hidden}kännas igen."))
        elif survey.answers:
            parts += [*_questions(survey, scope), *([paragraphs(comment)] if comment else [])]
        elif comment:
            parts.append(_led(survey, comment))
    return parts


def _led(survey: SurveyState, said: str) -> Text:
    """Where no table above the words says which survey they are about."""
    return Text(format_html("<p><strong>{}.</strong> {}</p>", heading(survey), said))


def too_few(survey: SurveyState, scope: Scope) -> bool:
    return survey.answered is not None and not scope.policy.shows_share(survey.answered)


def heading(survey: SurveyState) -> str:
    """ "Nationell brukarundersökning, föräldrar" """
    return f"{survey.name}, {survey.respondents}" if survey.respondents else survey.name


def _questions(survey: SurveyState, scope: Scope) -> list[Table]:
    tables = [_answers(survey, scope)] if any(map(_has_answers, survey.answers)) else []
    if any(answer.groups for answer in survey.answers):
        tables.append(_groups(survey, scope))
    if any(answer.change for answer in survey.answers):
        tables.append(_changes(survey, scope))
    return tables


def _has_answers(answer: Answer) -> bool:
    return answer.denominator is not None or answer.reported_share is not None


def _answers(survey: SurveyState, scope: Scope) -> Table:
    """The columns of others and of last year are there if anything is known of them."""
    answers = [answer for answer in survey.answers if _has_answers(answer)]
    before = {answer.key: previous_text(answer, survey, scope) for answer in answers}
    wanted = [
        ("Riket", any(answer.national_share or answer.national_text for answer in answers)),
        ("Föregående år", any(text != NOT_SET for text in before.values())),
    ]
    columns = [name for name, known in wanted if known]
    return Table(
        key=f"enkat-{survey.code.lower()}",
        title=heading(survey),
        columns=number_columns("Fråga", "Andel (antal)", *columns),
        rows=[_question(answer, survey, scope, columns) for answer in answers],
        source=survey.source or f"{SOURCE}, {survey.year}",
    )


def _question(answer: Answer, survey: SurveyState, scope: Scope, columns: Sequence[str]) -> Row:
    others = {
        "Riket": national_text(answer),
        "Föregående år": previous_text(answer, survey, scope),
    }
    note = reported(survey.source) if answer.reported_share is not None else ""
    return Row(
        [
            Cell(answer.text, note=f"Besvarades av {answer.asked_of}" if answer.asked_of else ""),
            Cell(share(answer, survey, scope).share_first, footnote=note),
            *(Cell(others[name]) for name in columns),
        ]
    )


def _groups(survey: SurveyState, scope: Scope) -> Table:
    names = [group.name for group in survey.groups]
    return Table(
        key=f"enkat-{survey.code.lower()}-grupper",
        title=f"{heading(survey)}: svar efter grupp",
        columns=number_columns("Fråga", *names),
        rows=[
            Row(
                [
                    Cell(answer.text),
                    *(Cell(group_share(answer, name, survey, scope).share_first) for name in names),
                ]
            )
            for answer in survey.answers
            if answer.groups
        ],
        source=survey.source or f"{SOURCE}, {survey.year}",
    )


def _changes(survey: SurveyState, scope: Scope) -> Table:
    return Table(
        key=f"enkat-{survey.code.lower()}-fore-efter",
        title=f"{heading(survey)}: före och efter",
        columns=number_columns(
            "Fråga", "Före", "Efter", "Förbättrade", "Oförändrade", "Försämrade"
        ),
        rows=[
            Row([Cell(answer.text), *map(Cell, change_texts(answer, survey, scope))])
            for answer in survey.answers
            if answer.change
        ],
        source=survey.source or f"{SOURCE}, {survey.year}",
        note="Medelvärden av samma personers svar före och efter insatsen.",
    )


def change_texts(answer: Answer, survey: SurveyState, scope: Scope) -> list[str]:
    """Both means, and how many it went better, the same and worse for."""
    change = answer.change
    if change is None:
        return [NOT_SET] * 5
    base = survey.answered if change.base is None else change.base
    if base is not None and not scope.policy.shows_share(base):
        return [TOO_FEW_ANSWERS, *[NOT_SET] * 4]
    means = ["" if mean is None else format_exact(mean) for mean in (change.before, change.after)]
    counts = (change.improved, change.unchanged, change.worsened)
    told = [_part_of(count, change.base) for count in counts]
    return [text or NOT_SET for text in (*means, *told)]


def _part_of(count: int | None, base: int | None) -> str:
    if count is None or not base:
        return ""
    return f"{percent_text(percent(count, base))} ({part_of(count, base)})"


def hidden_of(scope: Scope) -> Hidden:
    """Of the year's surveys and those of the year before it."""
    return scope.counted(hidden_answers, (scope.period.year - 1, scope.period.year), scope.policy)


def share(answer: Answer, survey: SurveyState, scope: Scope) -> Measured:
    """n of N, or the share as reported; without one, "–"."""
    if too_few(survey, scope):
        return Measured(TOO_FEW_ANSWERS)
    if answer.numerator is not None and answer.denominator:
        place = AnswerPlace(survey.pk, answer.key)
        return _measured(place, answer.numerator, answer.denominator, scope)
    reported_share = answer.reported_share
    return Measured(NOT_SET if reported_share is None else format_share(reported_share))


def group_share(answer: Answer, name: str, survey: SurveyState, scope: Scope) -> Measured:
    """Of those in the group; "–" where none of them answered."""
    group = next((one for one in answer.groups if one.name == name), None)
    if group is None or not group.denominator:
        return Measured(NOT_SET)
    if too_few(survey, scope):
        return Measured(TOO_FEW_ANSWERS)
    place = AnswerPlace(survey.pk, answer.key, name)
    return _measured(place, group.numerator, group.denominator, scope)


def _measured(place: AnswerPlace, part: int, whole: int, scope: Scope) -> Measured:
    found = hidden_of(scope)
    if found.hides(place):
        return Measured(TOO_FEW_ANSWERS if found.is_said_to_be_few(place) else TOO_TELLING)
    number = percent(part, whole)
    return Measured(percent_text(number), part_of(part, whole), number)


def national_text(answer: Answer) -> str:
    if answer.national_share is not None:
        return format_share(answer.national_share)
    return answer.national_text or NOT_SET


def previous_text(answer: Answer, survey: SurveyState, scope: Scope) -> str:
    """From the same survey the year before; what was typed is for years before the register."""
    before = answer.previous
    if before is None or before.number() is None:
        return NOT_SET if answer.previous_share is None else format_share(answer.previous_share)
    if before.numerator is None or not before.denominator:
        return format_share(before.reported_share or Decimal(0))
    place = AnswerPlace(survey.before_pk, answer.key)
    return _measured(place, before.numerator, before.denominator, scope).share


BLOCKS = (
    Block(
        "surveys.by_area",
        "Brukarundersökningar per verksamhetsområde",
        partial(
            surveys,
            instruments=OF_USERS,
            key="brukarundersokningar",
            title="Brukarundersökningar",
            none="Inga brukarundersökningar är redovisade för",
        ),
    ),
    Block(
        "surveys.individual",
        "Individbaserad systematisk uppföljning",
        partial(
            surveys,
            instruments=OF_EACH,
            key="individbaserad",
            title="Individbaserad uppföljning",
            none="Ingen individbaserad uppföljning är redovisad för",
        ),
    ),
)
