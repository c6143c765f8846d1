"""Answers that may not be told: of few, or where a few can be subtracted from the many.

An answer to a survey is no case: what is protected is a result with too small a base, not that
two of fifteen were of another opinion.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from indicators.models import Survey
from indicators.protection.outcomes import lines_of
from indicators.protection.sheet import Hidden, Sheet
from indicators.survey_statistics import Answer, SurveyState, survey_state, with_answers
from organisation.policies import SmallNumbers


class AnswerPlace(NamedTuple):
    survey: int
    question: str
    group: str = ""


def hidden_answers(years: Collection[int], policy: SmallNumbers) -> Hidden:
    """Of all surveys of the years: the same survey may have been made at a section and its unit."""
    rows = Survey.objects.filter(year__in=list(years)).select_related("unit", "service_area")
    states = [survey_state(survey) for survey in with_answers(rows)]
    lines = lines_of({state.unit_id for state in states})
    alike: dict[tuple[str, ...], list[SurveyState]] = defaultdict(list)
    for state in states:
        alike[str(state.year), state.name, state.instrument, state.respondents].append(state)
    return Hidden.of([_hidden(own, lines, policy) for own in alike.values()])


def _hidden(
    states: Sequence[SurveyState], lines: Mapping[int, Sequence[int]], policy: SmallNumbers
) -> Hidden:
    sheet, base = Sheet(), policy.minimum_base
    for state in states:
        for answer in state.answers:
            _put(sheet, state, answer, base)
    for whole, parts in _wholes(states, lines):
        for answer in whole.answers:
            places = [AnswerPlace(part.pk, answer.key) for part in parts]
            known = [place for place in places if place in sheet.places]
            if known:
                sheet.add(AnswerPlace(whole.pk, answer.key), known, limit=0, base=base)
    return sheet.hidden()


def _put(sheet: Sheet, state: SurveyState, answer: Answer, base: int) -> None:
    if answer.numerator is None or not answer.denominator:
        return
    whole = AnswerPlace(state.pk, answer.key)
    sheet.put_share(whole, answer.numerator, answer.denominator, limit=0, base=base)
    parts = []
    for group in answer.groups:
        if group.denominator:
            place = whole._replace(group=group.name)
            sheet.put_share(place, group.numerator, group.denominator, limit=0, base=base)
            parts.append(place)
    if parts:
        sheet.add(whole, parts, limit=0, base=base)


def _wholes(
    states: Sequence[SurveyState], lines: Mapping[int, Sequence[int]]
) -> Iterator[tuple[SurveyState, list[SurveyState]]]:
    """A survey of a unit, and the nearest like it below."""
    by_unit = {state.unit_id: state for state in states}
    below: dict[int, list[SurveyState]] = defaultdict(list)
    for state in states:
        if over := next((unit for unit in lines.get(state.unit_id, ()) if unit in by_unit), None):
            below[over].append(state)
    for unit, parts in below.items():
        yield by_unit[unit], parts
