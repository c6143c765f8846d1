"""{{ enkat.ENK-1.svarsfrekvens }}, {{ enkat.ENK-1.hjalp }}: who answered a survey, and what."""

from collections.abc import Callable, Iterator, Mapping

from indicators.survey_statistics import Answer, SurveyState
from lib.numbers import NOT_SET
from qualityreport.blocks import surveys
from qualityreport.figures.asked import (
    Asked,
    Family,
    Offered,
    Resolved,
    UnknownFigure,
    no_such,
    of_code,
)
from qualityreport.outcomes import NO_COMPARISON, sex_name
from qualityreport.scope import Scope

PREFIX = "enkat"


def _answer(asked: Asked) -> Resolved:
    if not 2 <= len(asked.path) <= 3:
        name = ".".join(asked.path)
        raise UnknownFigure(f"”{name}” är inte ett helt namn. Skriv som enkat.KOD.svarsfrekvens.")
    code, part, *rest = asked.path
    survey = of_code("enkät", code, surveys.of_scope(asked.scope), lambda found: found.code)
    if part in OF_SURVEY and not rest:
        _require_no_sex(asked, part)
        title, tell = OF_SURVEY[part]
        return _resolved(survey, title, tell(survey, asked.scope))
    answer = _question(part, survey)
    of_what = rest[0] if rest else ""
    if of_what not in OF_QUESTION:
        raise no_such(of_what, filter(None, OF_QUESTION))
    title, of_question = OF_QUESTION[of_what]
    if asked.sex:
        return _of_sex(answer, survey, of_what, asked)
    words = ", ".join(filter(None, (answer.text, title)))
    return _resolved(survey, words, of_question(answer, survey, asked.scope))


def _of_sex(answer: Answer, survey: SurveyState, of_what: str, asked: Asked) -> Resolved:
    """n, N and share of the survey's group of that sex."""
    if of_what not in OF_EACH_SEX:
        _require_no_sex(asked, of_what)
    name = sex_name(asked.sex)
    group = next((one.name for one in survey.groups if one.sex == asked.sex), "")
    told = next((one for one in answer.groups if one.name == group), None)
    if told is None:
        raise UnknownFigure(f"Frågan ”{answer.key}” har inga svar för {name}.")
    share = surveys.group_share(answer, group, survey, asked.scope)
    counts = {"n": told.numerator, "N": told.denominator}
    text = share.alone(counts[of_what]) if of_what else share.share
    words = ", ".join(filter(None, (answer.text, OF_QUESTION[of_what][0], name)))
    return _resolved(survey, words, text)


def _require_no_sex(asked: Asked, part: str) -> None:
    if asked.sex:
        raise UnknownFigure(f"kön= går att välja för en frågas svar, n och N, inte för {part}.")


def _question(key: str, survey: SurveyState) -> Answer:
    for answer in survey.answers:
        if answer.key.lower() == key:
            return answer
    raise no_such(key, [*OF_SURVEY, *(answer.key for answer in survey.answers)])


def _resolved(survey: SurveyState, title: str, text: str) -> Resolved:
    name = f"{survey.name}: {title}"
    text = NO_COMPARISON if text == NOT_SET else text
    return Resolved(text, name, surveys.SOURCE, survey.unit, str(survey.year))


def _share(answer: Answer, survey: SurveyState, scope: Scope) -> str:
    return surveys.share(answer, survey, scope).share


def _count(of: str) -> Callable[[Answer, SurveyState, Scope], str]:
    def tell(answer: Answer, survey: SurveyState, scope: Scope) -> str:
        if answer.numerator is None or answer.denominator is None:
            raise UnknownFigure(f"Antalen bakom frågan ”{answer.key}” finns inte.")
        share = surveys.share(answer, survey, scope)
        return share.alone(answer.numerator if of == "n" else answer.denominator)

    return tell


OF_SURVEY: Mapping[str, tuple[str, Callable[[SurveyState, Scope], str]]] = {
    "utdelade": ("utdelade", surveys.distributed_text),
    "svar": ("svar", surveys.answered_text),
    "svarsfrekvens": ("svarsfrekvens", surveys.rate_text),
}
OF_EACH_SEX = ("", "n", "N")
OF_QUESTION: Mapping[str, tuple[str, Callable[[Answer, SurveyState, Scope], str]]] = {
    "": ("", _share),
    "n": ("antal (n)", _count("n")),
    "N": ("av hur många (N)", _count("N")),
    "riket": ("riket", lambda answer, survey, scope: surveys.national_text(answer)),
    "forra": ("föregående år", surveys.previous_text),
}


def _offered(scope: Scope) -> Iterator[Offered]:
    for survey in surveys.of_scope(scope):
        for part, (title, _) in OF_SURVEY.items():
            yield Offered(f"{survey.code}.{part}", f"{survey.name}: {title}")
        for answer in survey.answers:
            for part in _parts_of(answer, survey, scope):
                title = ", ".join(filter(None, (answer.text, OF_QUESTION[part][0])))
                name = ".".join(filter(None, (survey.code, answer.key, part)))
                yield Offered(name, f"{survey.name}: {title}")


def _parts_of(answer: Answer, survey: SurveyState, scope: Scope) -> Iterator[str]:
    if answer.number() is not None:
        yield ""
    yield from ("n", "N") if answer.numerator is not None else ()
    yield from ("riket",) if answer.national_share or answer.national_text else ()
    yield from ("forra",) if surveys.previous_text(answer, survey, scope) != NOT_SET else ()


FAMILY = Family(PREFIX, surveys.SOURCE, _answer, _offered)
