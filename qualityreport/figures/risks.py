"""{{ risk.R1.niva }} and {{ egenkontroll.K2.resultat }}."""

from collections.abc import Callable, Iterator, Mapping

from indicators.words import NOT_DECIDED
from lib.numbers import NOT_SET
from qualityreport import tallies
from qualityreport.blocks import controls
from qualityreport.blocks import risks as block
from qualityreport.figures.asked import (
    Asked,
    Family,
    Offered,
    Resolved,
    UnknownFigure,
    no_such,
    of_code,
    only,
    with_parts,
)
from qualityreport.scope import Scope
from risks.statistics import ControlState, Judged, RiskState

NOT_JUDGED = "ej bedömd"


def _level(judged: Judged | None) -> str:
    """ "6 (hög)" """
    return f"{judged.level} ({judged.zone.label})" if judged else NOT_JUDGED


OF_RISK: Mapping[str, tuple[str, Callable[[RiskState], str]]] = {
    "niva": ("nivå", lambda risk: _level(risk.judged)),
    "niva_forra": ("nivå vid förra årets slut", lambda risk: _level(risk.before)),
}


def _risk(asked: Asked) -> Resolved:
    code, part = only(asked.path, 2, "risk.R1.niva")
    risk = of_code("risk", code, tallies.risks(asked.scope), lambda found: found.code)
    if part not in OF_RISK:
        raise no_such(part, OF_RISK)
    title, tell = OF_RISK[part]
    return Resolved(tell(risk), f"{risk.title}, {title}", block.SOURCE, risk.unit, str(asked.year))


def _offered_risks(scope: Scope) -> Iterator[Offered]:
    titles = [(part, title) for part, (title, _) in OF_RISK.items()]
    for risk in tallies.risks(scope):
        yield from with_parts(risk.code, risk.title, titles)


def _result(control: ControlState, scope: Scope) -> str:
    if control.numerator is not None:
        return controls.share(control, scope).share
    text = controls.result_text(control, scope)
    return NOT_SET if text == controls.IN_WORDS else text


def _count(of: str) -> Callable[[ControlState, Scope], str]:
    def tell(control: ControlState, scope: Scope) -> str:
        if control.numerator is None or control.denominator is None:
            raise UnknownFigure(f"Antalen bakom resultatet av {control.code} finns inte.")
        share = controls.share(control, scope)
        return share.alone(control.numerator if of == "n" else control.denominator)

    return tell


OF_CONTROL: Mapping[str, tuple[str, Callable[[ControlState, Scope], str]]] = {
    "resultat": ("resultat", _result),
    "n": ("antal (n)", _count("n")),
    "N": ("av hur många (N)", _count("N")),
    "grans": ("gränsvärde", lambda control, scope: controls.threshold_text(control) or NOT_DECIDED),
}


def _control(asked: Asked) -> Resolved:
    code, part = only(asked.path, 2, "egenkontroll.K2.resultat")
    found = tallies.controls(asked.scope)
    control = of_code("egenkontroll", code, found, lambda one: one.code)
    if part not in OF_CONTROL:
        raise no_such(part, OF_CONTROL)
    title, tell = OF_CONTROL[part]
    text, name = tell(control, asked.scope), f"{control.title}, {title}"
    return Resolved(text, name, controls.SOURCE, control.unit, str(asked.year))


def _offered_controls(scope: Scope) -> Iterator[Offered]:
    for control in tallies.controls(scope):
        known = control.numerator is not None
        parts = [part for part in OF_CONTROL if known or part.lower() != "n"]
        titles = [(part, OF_CONTROL[part][0]) for part in parts]
        yield from with_parts(control.code, control.title, titles)


FAMILIES = (
    Family("risk", block.SOURCE, _risk, _offered_risks),
    Family("egenkontroll", controls.SOURCE, _control, _offered_controls),
)
