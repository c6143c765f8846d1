"""Figures with a name of their own: each is counted by one function."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from deviations import statistics
from deviations.models import Kind, Severity
from deviations.models.choices import COMPLAINT_KINDS, GRADES
from lib.numbers import format_integer
from qualityreport import tallies
from qualityreport.figures.asked import Asked, Family, Offered, Resolved, UnknownFigure, near
from qualityreport.scope import Scope
from qualityreport.shown import Shown, beside


@dataclass(frozen=True)
class Figure:
    name: str
    title: str
    register: str
    count: Callable[[Scope], int]
    of_people: bool = True
    is_year: bool = False
    # Counts with which it has a sum that is told: where one is small, none of them is.
    parts: tuple[Callable[[Scope], int], ...] = ()


def _flow(part: str) -> Callable[[Scope], int]:
    return lambda scope: getattr(tallies.flow(scope, scope.units, scope.period), part)


def _grade(severity: Severity) -> Callable[[Scope], int]:
    return lambda scope: scope.counted(
        statistics.investigated_per_grade, (scope.whole,), scope.period
    )[scope.whole.name][severity]


_FLOWS = tuple(_flow(part.name) for part in fields(statistics.Reconciliation))
_GRADES = tuple(_grade(Severity(grade)) for grade in GRADES)


def _received(*kinds: str) -> Callable[[Scope], int]:
    return lambda scope: tallies.received(scope, scope.units, scope.period, *kinds)


def _appeals(scope: Scope) -> int:
    return tallies.complaints(scope, (scope.whole,))[scope.whole.name].appeals


def _besides_appeals(scope: Scope) -> int:
    return _received(*COMPLAINT_KINDS)(scope) - _appeals(scope)


def _ivo(scope: Scope) -> statistics.Ivo:
    return scope.counted(statistics.notified_to_ivo, scope.units, scope.period)


def _reported(scope: Scope) -> statistics.Reported:
    every = scope.counted(statistics.reported, scope.units, scope.period)
    return every.get(Kind.LEX_SARAH, statistics.Reported())


REGISTER = "Avvikelseregistret"
RISKS = {
    "antal": ("open", "Öppna risker"),
    "hoga": ("high", "Risker på hög nivå"),
    "medel": ("medium", "Risker på medelnivå"),
    "laga": ("low", "Risker på låg nivå"),
}
CONTROLS = {
    "antal": ("all", "Egenkontroller"),
    "godkanda": ("approved", "Godkända egenkontroller"),
    "atgard": ("action", "Egenkontroller som krävde åtgärder"),
    "utan_resultat": ("without_result", "Egenkontroller som inte genomfördes"),
}
PLAN = {
    "processer": ("processes", "Processer i planen"),
    "risker": ("risks", "Risker i planen"),
    "egenkontroller": ("controls", "Egenkontroller i planen"),
    "atgarder": ("measures", "Åtgärder i planen"),
    "utan_egenkontroll": ("without_control", "Processer utan egenkontroll"),
    "utan_atgard": ("without_measure", "Processer utan åtgärd"),
}
MEASURES = {
    "antal": ("all", "Åtgärder för risker och egenkontroller"),
    "klara": ("done", "Klara åtgärder"),
    "pagaende": ("ongoing", "Pågående åtgärder"),
    "ej_paborjade": ("not_started", "Ej påbörjade åtgärder"),
    "avvecklade": ("discontinued", "Avvecklade åtgärder"),
    "onskad_effekt": ("wanted_effect", "Åtgärder med önskad effekt"),
}


REVIEWS = {
    "externa": ("external", "Revisioner och externa granskningar"),
    "egna": ("own", "Egna granskningar"),
    "pagaende": ("going_on", "Granskningar som pågick vid periodens slut"),
    "rekommendationer": ("recommendations", "Rekommendationer i granskningar"),
    "obesvarade": ("unanswered", "Obesvarade rekommendationer"),
}
PROVIDERS = {
    "antal": ("providers", "Utförare"),
    "privata": ("private", "Privata utförare"),
    "egen_regi": ("own", "Utförare i egen regi"),
    "nya": ("new", "Nya utförare"),
    "uppfoljda": ("followed_up", "Uppföljda utförare"),
    "uppfyller": ("meets", "Utförare som uppfyller kraven"),
    "atgard": ("needs", "Utförare som behöver åtgärda brister"),
    "ej_uppfoljda": ("not_followed_up", "Utförare som inte följdes upp"),
    "uppsagda": ("terminated", "Avtal som sades upp"),
}


def _tallied(
    prefix: str,
    register: str,
    tally: Callable[[Scope], Any],
    parts: Mapping[str, tuple[str, str]],
) -> Iterator[Figure]:
    """Counts of risks, measures, providers and so on tell of nobody and are never hidden."""
    for name, (part, title) in parts.items():
        yield Figure(f"{prefix}.{name}", title, register, _part(tally, part), of_people=False)


def _part(tally: Callable[[Scope], Any], part: str) -> Callable[[Scope], int]:
    return lambda scope: getattr(scope.counted(tally, scope), part)


_ALL = (
    Figure("lexsarah.inkomna", "Inkomna lex Sarah-rapporter", REGISTER, _flow("received")),
    Figure("lexsarah.utredda", "Utredda lex Sarah-rapporter", REGISTER, _flow("investigated")),
    Figure(
        "lexsarah.pagaende",
        "Lex Sarah-rapporter utan beslut vid periodens slut",
        REGISTER,
        _flow("open"),
        parts=_FLOWS,
    ),
    Figure(
        "lexsarah.overforda",
        "Lex Sarah-rapporter överförda från året före",
        REGISTER,
        _flow("carried_over"),
        parts=_FLOWS,
    ),
    Figure(
        "lexsarah.ej_lex_sarah",
        "Rapporter som inte faller inom lex Sarah",
        REGISTER,
        _flow("outside"),
        parts=_FLOWS,
    ),
    Figure(
        "lexsarah.annullerade", "Annullerade rapporter", REGISTER, _flow("annulled"), parts=_FLOWS
    ),
    Figure(
        "lexsarah.ivo",
        "Anmälda till IVO",
        REGISTER,
        lambda scope: _ivo(scope).notified,
    ),
    Figure(
        "lexsarah.ivo_innan",
        "Anmälda till IVO innan utredningen var klar",
        REGISTER,
        lambda scope: _ivo(scope).before_finished,
        parts=(lambda scope: _ivo(scope).notified - _ivo(scope).before_finished,),
    ),
    Figure(
        "lexsarah.rapporter",
        "Rapporter om inkomna lex Sarah-ärenden",
        REGISTER,
        lambda scope: _reported(scope).reports,
        parts=(lambda scope: _reported(scope).reports - _reported(scope).cases,),
    ),
    Figure(
        "lexsarah.sena",
        "Lex Sarah-rapporter som kom in men inte är färdigutredda",
        REGISTER,
        _flow("late"),
        parts=_FLOWS,
    ),
    Figure(
        "lexsarah.allvarligt",
        "Allvarliga missförhållanden",
        REGISTER,
        _grade(Severity.SERIOUS),
        parts=_GRADES,
    ),
    Figure(
        "lexsarah.pataglig_risk_allvarligt",
        "Påtagliga risker för allvarligt missförhållande",
        REGISTER,
        _grade(Severity.SERIOUS_RISK),
        parts=_GRADES,
    ),
    Figure(
        "lexsarah.missforhallande",
        "Missförhållanden",
        REGISTER,
        _grade(Severity.MISCONDUCT),
        parts=_GRADES,
    ),
    Figure(
        "lexsarah.pataglig_risk",
        "Påtagliga risker för missförhållande",
        REGISTER,
        _grade(Severity.RISK),
        parts=_GRADES,
    ),
    Figure(
        "lexsarah.inget",
        "Utredda utan missförhållande",
        REGISTER,
        _grade(Severity.NONE),
        parts=_GRADES,
    ),
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
        "klagomal.overklaganden",
        "Överklaganden bland synpunkter och klagomål",
        REGISTER,
        _appeals,
        parts=(_besides_appeals,),
    ),
    *_tallied("risker", "Riskregistret", tallies.of_risks, RISKS),
    *_tallied("egenkontroller", "Registret över egenkontroller", tallies.of_controls, CONTROLS),
    *_tallied("atgarder", "Åtgärdsregistret", tallies.of_measures, MEASURES),
    *_tallied("granskningar", "Registret över granskningar", tallies.of_reviews, REVIEWS),
    *_tallied("utforare", "Registret över utförare", tallies.of_providers, PROVIDERS),
    *_tallied("plan", "Risk- och åtgärdsregistren", tallies.of_plan, PLAN),
    Figure(
        "rapport.ar", "Rapportens år", "Rapporten", lambda scope: scope.period.year, is_year=True
    ),
    Figure(
        "rapport.forra_aret",
        "Året före",
        "Rapporten",
        lambda scope: scope.period.year - 1,
        is_year=True,
    ),
)

FIGURES: Mapping[str, Figure] = {figure.name: figure for figure in _ALL}


def families() -> Iterator[Family]:
    """One for each first part of a name, so that all figures are found in the same way."""
    prefixes = dict.fromkeys(name.partition(".")[0] for name in FIGURES)
    for prefix in prefixes:
        own = [figure for name, figure in FIGURES.items() if name.partition(".")[0] == prefix]
        yield Family(prefix, own[0].register, _answer_of(prefix), _offered_of(own))


def _answer_of(prefix: str) -> Callable[[Asked], Resolved]:
    return lambda asked: _answer(".".join((prefix, *asked.path)), asked)


def _offered_of(figures: list[Figure]) -> Callable[[Scope], list[Offered]]:
    return lambda scope: [
        Offered(figure.name.partition(".")[2], figure.title) for figure in figures
    ]


def _answer(name: str, asked: Asked) -> Resolved:
    figure = FIGURES.get(name)
    if figure is None:
        known = near(name, list(FIGURES))
        raise UnknownFigure(f"Det finns ingen levande siffra som heter ”{name}”.{known}")
    if asked.period:
        raise UnknownFigure("period= går bara att välja på för indikatorer.")
    _refuse_before_the_register(figure, asked)
    return Resolved(
        text=_text(figure, asked),
        title=figure.title,
        register=figure.register,
        unit=asked.scope.unit.name,
        period=str(asked.year),
    )


def _refuse_before_the_register(figure: Figure, asked: Asked) -> None:
    """What was published and what is counted do not stand alike in a sentence."""
    known = tallies.totals(asked.scope) if figure.register == REGISTER else None
    if known and known.is_published(asked.scope.units, asked.year):
        raise UnknownFigure(
            f"{asked.year} finns bara enligt tidigare redovisning och räknas inte. Skriv talet "
            "med sin källa."
        )


def _text(figure: Figure, asked: Asked) -> str:
    count = figure.count(asked.scope)
    if figure.is_year:
        return str(count)
    if not figure.of_people:
        return format_integer(count)
    shown = Shown(asked.scope.policy, asked.scope.unit.level)
    return shown.count(count, beside(asked.scope, asked.report, figure.count, *figure.parts))
