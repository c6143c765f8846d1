"""What a live figure asks for, what it is answered, and how it is refused in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeVar

from indicators.models import Observation
from indicators.models.periods import ReportingPeriod
from organisation.models import Unit
from qualityreport.scope import Scope
from qualityreport.tokens import Token

MOST_NEAR = 5


class UnknownFigure(ValueError):
    """Says in Swedish what is wrong with the token and what to write instead."""


@dataclass(frozen=True)
class Resolved:
    """A token's value, and where it comes from."""

    text: str
    title: str
    register: str
    unit: str
    period: str


@dataclass(frozen=True)
class Asked:
    """The parts of the name after the family's own, over a scope within the report's."""

    path: tuple[str, ...]
    scope: Scope
    report: Scope
    period: str = ""
    sex: str = ""

    @property
    def year(self) -> int:
        return self.scope.period.year


@dataclass(frozen=True)
class Offered:
    """A figure to pick: `modifiers` is what must be chosen for it to have a value."""

    name: str
    title: str


@dataclass(frozen=True)
class Family:
    """Figures whose names begin alike; `offered` are those that have a value in a scope."""

    prefix: str
    register: str
    answer: Callable[[Asked], Resolved]
    offered: Callable[[Scope], Iterable[Offered]]


def asked(token: Token, report: Scope) -> Asked:
    """The token's modifiers → the scope that it is counted over."""
    question = Asked(tuple(token.name.split(".")[1:]), report, report)
    for key, value in token.asked:
        match key:
            case "år":
                year = _year(value, report)
                question = replace(question, scope=question.scope.year(year))
            case "enhet":
                unit = _unit(value, report)
                question = replace(question, scope=question.scope.within(unit))
            case "period":
                question = replace(question, period=_period(value))
            case "kön":
                question = replace(question, sex=_sex(value))
            case _:
                raise UnknownFigure(
                    f"”{key}” går inte att välja på. Skriv år=, enhet=, period= eller kön=, "
                    "eller noll=, en= och flera= för hur talet sägs."
                )
    return question


def _year(value: str, scope: Scope) -> int:
    try:
        number = int(value)
    except ValueError:
        raise UnknownFigure(f"”{value}” är inget år. Skriv till exempel år=2022.") from None
    year = scope.period.year + number if number < 0 else number
    if not 1990 <= year <= scope.period.year:
        raise UnknownFigure(f"År {year} ligger utanför det som rapporten kan visa.")
    return year


def _unit(slug: str, scope: Scope) -> Unit:
    unit = scope.counted(_unit_below, slug, scope.units)
    if unit is None:
        raise UnknownFigure(f"Det finns ingen enhet ”{slug}” inom rapportens verksamhet.")
    return unit


def _unit_below(slug: str, unit_ids: frozenset[int]) -> Unit | None:
    return Unit.objects.filter(slug=slug, pk__in=unit_ids).first()


def _period(value: str) -> str:
    """By its code or its label, in whatever case: DA2 is written då2."""
    for period in ReportingPeriod:
        if value in (period.value.lower(), period.label.lower().replace(" ", "-")):
            return period.value
    raise UnknownFigure(f"Det finns ingen period ”{value}”. Skriv till exempel period=då2.")


SEXES = {
    **dict.fromkeys(("flickor", "kvinnor"), Observation.Sex.FEMALE),
    **dict.fromkeys(("pojkar", "män"), Observation.Sex.MALE),
}


def _sex(value: str) -> str:
    if value not in SEXES:
        raise UnknownFigure(f"”{value}” är inget kön. Skriv till exempel kön=flickor.")
    return SEXES[value]


Thing = TypeVar("Thing")


def of_code(what: str, code: str, found: Sequence[Thing], code_of: Callable[[Thing], str]) -> Thing:
    """The one with the code; `what` is "indikator", with its article in the refusal."""
    for thing in found:
        if code_of(thing).lower() == code.lower():
            return thing
    known = list(dict.fromkeys(code_of(thing) for thing in found))
    raise UnknownFigure(f"Det finns ingen {what} ”{code}” att räkna.{near(code, known)}")


def near(word: str, known: Sequence[str]) -> str:
    """ " Närmast: IFO-07, IFO-09." """
    by_lower = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), by_lower, MOST_NEAR, 0.4)
    names = [by_lower[name] for name in close] or list(known[:MOST_NEAR])
    return f" Närmast: {', '.join(names)}." if names else ""


def only(path: Sequence[str], length: int, example: str) -> Sequence[str]:
    """The path, if it has as many parts as such a name has."""
    if len(path) != length:
        raise UnknownFigure(f"”{'.'.join(path)}” är inte ett helt namn. Skriv som {example}.")
    return path


def no_such(part: str, known: Iterable[str]) -> UnknownFigure:
    return UnknownFigure(f"”{part}” finns inte. Välj {_either(list(known))}.")


def _either(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} eller {last}" if first else last


def with_parts(code: str, title: str, parts: Iterable[tuple[str, str]]) -> Iterator[Offered]:
    """ "IFO-07.utfall": "Namnet, utfall" """
    for part, words in parts:
        yield Offered(f"{code}.{part}", f"{title}, {words}")
