"""Dolda uppgifter: what a report does not tell and why, by the code that hides it.

Each door in shown.py that hides something notes it in the report's own memory; what is read here
is what the blocks and the live figures of that very report have met.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from indicators.protection import AnswerPlace, Place
from indicators.protection.sheet import Hidden, Where
from indicators.statistics import Series
from indicators.survey_statistics import SurveyState
from indicators.words import period_label
from lib.numbers import format_integer
from organisation.models import Unit
from organisation.policies import SmallNumbers
from qualityreport import outcomes
from qualityreport.blocks import BLOCKS, surveys
from qualityreport.collect import Collection
from qualityreport.scope import Scope
from qualityreport.shown import TOO_FEW_ANSWERS, TOO_TELLING, fewer_than, in_words, noted

BESIDE = "Skulle visa en annan dold uppgift: den går att räkna fram ur summor eller perioder."
TABLE = "Antalet är för litet, eller så är ett tal i uppgiften det."


@dataclass(frozen=True)
class HiddenRow:
    what: str
    register: str
    unit: str
    period: str
    why: str


def rule(policy: SmallNumbers) -> str:
    """The policy in words, above the list."""
    level = Unit.Level(policy.counts_shown_down_to).label.lower()
    return (
        f"Andelar kräver ett underlag på minst {in_words(policy.minimum_base)}. Antal visas ned "
        f"till {level}; längre ned döljs antal under {format_integer(policy.minimum_count)}."
    )


def rows(collection: Collection) -> list[HiddenRow]:
    """In the order of the registers, each figure once."""
    scope = collection.scope
    found = [*_of_cases(scope), *_of_figures(collection)]
    if collection.prints(*_named("indicators.")):
        found += _of_indicators(scope)
    if collection.prints(*_named("surveys.")):
        found += _of_surveys(scope)
    return list(dict.fromkeys(found))


def _named(beginning: str) -> list[str]:
    return [name for name in BLOCKS if name.startswith(beginning)]


def _of_cases(scope: Scope) -> Iterator[HiddenRow]:
    for note in noted(scope):
        why = BESIDE if note.beside else TABLE
        yield HiddenRow(note.what, "Avvikelseregistret", scope.unit.name, _year(scope), why)


def _of_figures(collection: Collection) -> Iterator[HiddenRow]:
    policy = collection.scope.policy
    reasons = {TOO_FEW_ANSWERS: _few(policy), fewer_than(policy): _small(policy)}
    reasons[TOO_TELLING] = BESIDE
    for figure in collection.figures:
        why = next((why for said, why in reasons.items() if figure.text.startswith(said)), "")
        if why:
            what = f"{figure.title} (levande siffra)"
            yield HiddenRow(what, figure.register, figure.unit, figure.period, why)


def _of_indicators(scope: Scope) -> Iterator[HiddenRow]:
    found = outcomes.hidden_of(scope)
    for series in outcomes.of_scope(scope):
        for place in _places(series, scope):
            if found.hides(place):
                sex = outcomes.sex_name(place.sex)
                yield HiddenRow(
                    ", ".join(filter(None, (f"{series.code} {series.name}", sex))),
                    "Indikatorregistret",
                    series.unit,
                    period_label(place.year, place.period),
                    _why(found, place, scope.policy),
                )


def _places(series: Series, scope: Scope) -> Iterator[Place]:
    for outcome in (*series.outcomes, *outcomes.by_sex(series, scope)):
        yield outcomes.place_of(series, outcome)


def _of_surveys(scope: Scope) -> Iterator[HiddenRow]:
    found = surveys.hidden_of(scope)
    for survey in surveys.of_scope(scope):
        if surveys.too_few(survey, scope):
            what, why = "Alla svar", _few(scope.policy)
            yield _of_survey(survey, what, why)
            continue
        for what, place in _answers(survey):
            if found.hides(place):
                yield _of_survey(survey, what, _why(found, place, scope.policy))


def _answers(survey: SurveyState) -> Iterator[tuple[str, AnswerPlace]]:
    for answer in survey.answers:
        yield answer.text, AnswerPlace(survey.pk, answer.key)
        for group in answer.groups:
            place = AnswerPlace(survey.pk, answer.key, group.name)
            yield f"{answer.text} ({group.name})", place


def _of_survey(survey: SurveyState, what: str, why: str) -> HiddenRow:
    return HiddenRow(
        f"{surveys.heading(survey)}: {what}", surveys.SOURCE, survey.unit, str(survey.year), why
    )


def _why(found: Hidden, place: Where, policy: SmallNumbers) -> str:
    if place in found.few:
        return _few(policy)
    why = _small(policy) if place in found.small else BESIDE
    told_in_percent = "Andelen redovisas, men inte antalen. " if found.tells_percent(place) else ""
    return f"{told_in_percent}{why}"


def _few(policy: SmallNumbers) -> str:
    return f"Underlaget är mindre än {in_words(policy.minimum_base)}."


def _small(policy: SmallNumbers) -> str:
    return f"Antalet, eller de övriga, är färre än {in_words(policy.minimum_count)}."


def _year(scope: Scope) -> str:
    return str(scope.period.year)
