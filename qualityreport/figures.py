"""The live figures: every number in a text is counted by one named function."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from deviations import statistics
from deviations.models import Kind, Severity
from deviations.models.choices import COMPLAINT_KINDS
from lib.numbers import format_integer
from organisation.models import Unit
from qualityreport.scope import Scope
from qualityreport.tokens import Token

# A number that would give away a smaller one beside it.
TOO_TELLING = "ett antal som inte redovisas"
NUMBER_WORDS = [
    "noll",
    "en",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
]


class UnknownFigure(ValueError):
    """Says in Swedish what is wrong with the token and what to write instead."""


@dataclass(frozen=True)
class Figure:
    name: str
    title: str
    register: str
    count: Callable[[Scope], int]
    is_year: bool = False


@dataclass(frozen=True)
class Resolved:
    """A token's value, and where it comes from."""

    text: str
    title: str
    register: str
    unit: str
    period: str


def _flow(part: str) -> Callable[[Scope], int]:
    return lambda scope: getattr(
        scope.counted(statistics.reconciliation, scope.units, scope.period), part
    )


def _grade(severity: Severity) -> Callable[[Scope], int]:
    return lambda scope: scope.counted(
        statistics.investigated_per_grade, (scope.whole,), scope.period
    )[scope.whole.name][severity]


def _received(*kinds: str) -> Callable[[Scope], int]:
    return lambda scope: scope.counted(statistics.received, scope.units, scope.period, *kinds)


def _appeals(scope: Scope) -> int:
    return scope.counted(statistics.complaints, (scope.whole,), scope.period)[
        scope.whole.name
    ].appeals


REGISTER = "Avvikelseregistret"

_ALL = (
    Figure("lexsarah.inkomna", "Inkomna lex Sarah-rapporter", REGISTER, _flow("received")),
    Figure("lexsarah.utredda", "Utredda lex Sarah-rapporter", REGISTER, _flow("investigated")),
    Figure(
        "lexsarah.pagaende",
        "Lex Sarah-rapporter utan beslut vid periodens slut",
        REGISTER,
        _flow("open"),
    ),
    Figure(
        "lexsarah.overforda",
        "Lex Sarah-rapporter överförda från året före",
        REGISTER,
        _flow("carried_over"),
    ),
    Figure(
        "lexsarah.ej_lex_sarah",
        "Rapporter som inte faller inom lex Sarah",
        REGISTER,
        _flow("outside"),
    ),
    Figure("lexsarah.annullerade", "Annullerade rapporter", REGISTER, _flow("annulled")),
    Figure(
        "lexsarah.ivo",
        "Anmälda till IVO",
        REGISTER,
        lambda scope: scope.counted(statistics.notified_to_ivo, scope.units, scope.period),
    ),
    Figure(
        "lexsarah.allvarligt", "Allvarliga missförhållanden", REGISTER, _grade(Severity.SERIOUS)
    ),
    Figure(
        "lexsarah.pataglig_risk_allvarligt",
        "Påtagliga risker för allvarligt missförhållande",
        REGISTER,
        _grade(Severity.SERIOUS_RISK),
    ),
    Figure("lexsarah.missforhallande", "Missförhållanden", REGISTER, _grade(Severity.MISCONDUCT)),
    Figure(
        "lexsarah.pataglig_risk",
        "Påtagliga risker för missförhållande",
        REGISTER,
        _grade(Severity.RISK),
    ),
    Figure("lexsarah.inget", "Utredda utan missförhållande", REGISTER, _grade(Severity.NONE)),
    Figure(
        "lexsarah.orsaker",
        "Angivna orsaker i utredda rapporter",
        REGISTER,
        lambda scope: scope.counted(statistics.causes, (scope.whole,), scope.period).named,
    ),
    Figure("avvikelser.interna", "Interna avvikelser", REGISTER, _received(Kind.INTERNAL)),
    Figure(
        "avvikelser.utforare",
        "Avvikelser hos privata utförare",
        REGISTER,
        _received(Kind.PROVIDER),
    ),
    Figure("klagomal.antal", "Synpunkter och klagomål", REGISTER, _received(*COMPLAINT_KINDS)),
    Figure(
        "klagomal.overklaganden", "Överklaganden bland synpunkter och klagomål", REGISTER, _appeals
    ),
    Figure("rapport.ar", "Rapportens år", "Rapporten", lambda scope: scope.period.year, True),
    Figure(
        "rapport.forra_aret", "Året före", "Rapporten", lambda scope: scope.period.year - 1, True
    ),
)

FIGURES: Mapping[str, Figure] = {figure.name: figure for figure in _ALL}


def resolve(token: Token, scope: Scope) -> Resolved:
    """Raises UnknownFigure with words for the writer."""
    figure = FIGURES.get(token.name)
    if figure is None:
        raise UnknownFigure(f"Det finns ingen levande siffra som heter ”{token.name}”.")
    narrowed = _narrow(token, scope)
    count = figure.count(narrowed)
    return Resolved(
        text=_text(figure, count, narrowed, told=_is_told(figure, count, narrowed, scope)),
        title=figure.title,
        register=figure.register,
        unit=narrowed.unit.name,
        period=str(narrowed.period.year),
    )


def _is_told(figure: Figure, count: int, scope: Scope, report: Scope) -> bool:
    """Where small numbers are hidden, a unit's number is told only if all beside it could be.

    Else the one that is hidden could be computed from the others and their sum.
    """
    if scope.unit == report.unit or scope.shows(1):
        return scope.shows(count)
    return all(scope.shows(beside) for beside in (count, *_beside(figure, scope)))


def _beside(figure: Figure, scope: Scope) -> Sequence[int]:
    """The units under the same one, and what belongs to that one itself."""
    above = scope.unit.parent
    assert above is not None  # noqa: S101 -- it lies below the report's unit
    units = [figure.count(scope.within(unit)) for unit in above.children.all()]
    return [*units, figure.count(scope.within(above)) - sum(units)]


def _text(figure: Figure, count: int, scope: Scope, *, told: bool) -> str:
    if figure.is_year:
        return str(count)
    if told:
        return format_integer(count)
    if scope.shows(count):
        return TOO_TELLING
    return f"färre än {_in_words(scope.policy.minimum_count)}"


def _in_words(limit: int) -> str:
    return NUMBER_WORDS[limit] if limit < len(NUMBER_WORDS) else format_integer(limit)


def _narrow(token: Token, scope: Scope) -> Scope:
    for key, value in token.modifiers:
        if key == "år":
            scope = scope.year(_year(value, scope))
        elif key == "enhet":
            scope = scope.within(_unit(value, scope))
        else:
            raise UnknownFigure(f"”{key}” går inte att välja på. Skriv år= eller enhet=.")
    return scope


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
