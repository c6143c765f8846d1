"""Risks, controls and their measures, where the report prints them."""

from collections.abc import Iterator

from django.utils.formats import date_format

from measures.models import Status
from measures.statistics import MeasureState
from qualityreport import tallies
from qualityreport.checks import reviews
from qualityreport.checks.finding import Remark
from qualityreport.collect import Collection
from risks import holes
from risks.holes import Hole
from risks.statistics import ControlState, RiskState, measures_of

MENDED = {
    Hole.RISK_UNHANDLED: "Koppla en åtgärd eller en egenkontroll i riskregistret.",
    Hole.RISK_WITHOUT_OWNER: "Utse en ansvarig i riskregistret.",
    Hole.MEASURE_NOT_FOLLOWED_UP: "Följ upp åtgärden: gav den önskad effekt, inte, eller är det "
    "för tidigt?",
    Hole.MEASURE_OVERDUE: "Följ upp åtgärden, eller sätt en ny tid.",
    Hole.MEASURE_WITHOUT_OWNER: "Utse en ansvarig på åtgärdens sida.",
}
RISKS, CONTROLS = ("risks.by_area",), ("controls.action", "controls.approved")


def _risks(collection: Collection) -> list[RiskState]:
    return list(tallies.risks(collection.scope)) if collection.prints(*RISKS) else []


def _controls(collection: Collection) -> list[ControlState]:
    return list(tallies.controls(collection.scope)) if collection.prints(*CONTROLS) else []


def _measures(collection: Collection) -> tuple[MeasureState, ...]:
    """Those that stand in the report, each once."""
    of_registers = measures_of([*_risks(collection), *_controls(collection)])
    of_reviews = (one for row in reviews.printed(collection) for one in row.all_measures)
    of_providers = (one for row in reviews.services(collection) for one in row.measures)
    every = (*of_registers, *of_reviews, *of_providers)
    return tuple({measure.pk: measure for measure in every}.values())


def control_not_carried_out(collection: Collection) -> Iterator[Remark]:
    for control in _controls(collection):
        if control.carried_out_on is None:
            yield Remark(
                f"{control.code} {control.title}",
                f"Inget resultat under {collection.scope.period.year}.",
                "Fyll i resultatet, eller skriv i avsnittet varför kontrollen inte gjordes.",
            )


def risk_without_action(collection: Collection) -> Iterator[Remark]:
    """What the chain's own page marks (risks/holes.py), for the risks that are printed."""
    if not collection.prints(*RISKS):
        return
    handled = tallies.plan(collection.scope).handled
    for risk in _risks(collection):
        if not risk.is_open:
            continue
        facts = holes.OfRisk(
            risk.decision,
            risk.has_owner,
            len(risk.controls),
            len(risk.measures),
            by_process=risk.pk in handled,
        )
        if Hole.RISK_UNHANDLED in holes.of_risk(facts):
            yield _remark(f"{risk.code} {risk.title}", Hole.RISK_UNHANDLED)


def measure_without_effect(collection: Collection) -> Iterator[Remark]:
    yield from _of_measures(collection, Hole.MEASURE_NOT_FOLLOWED_UP)


def measure_overdue(collection: Collection) -> Iterator[Remark]:
    yield from _of_measures(collection, Hole.MEASURE_OVERDUE)


def nobody_answers(collection: Collection) -> Iterator[Remark]:
    """For a risk that is printed, or an open measure."""
    for risk in _risks(collection):
        if risk.is_open and not risk.has_owner:
            yield _remark(f"{risk.code} {risk.title}", Hole.RISK_WITHOUT_OWNER)
    yield from _of_measures(collection, Hole.MEASURE_WITHOUT_OWNER)


def _of_measures(collection: Collection, wanted: Hole) -> Iterator[Remark]:
    """As the measures stood at the end of the period."""
    end = collection.scope.period.end
    for measure in _measures(collection):
        facts = holes.OfMeasure(measure.has_owner, measure.status, measure.due_on, measure.effect)
        if wanted in holes.of_measure(facts, end):
            yield _remark(measure.title, wanted)


def _remark(place: str, hole: Hole) -> Remark:
    return Remark(place, f"{hole.label}.", MENDED[hole])


def measure_changed_after(collection: Collection) -> Iterator[Remark]:
    day = date_format(collection.scope.period.end, "j F Y")
    for measure in _measures(collection):
        if measure.changed_since:
            then, now = measure.status_text.lower(), Status(measure.changed_since).label.lower()
            yield Remark(
                measure.title,
                f"Ändrad efter periodens slut: {then} per {day}, nu {now}.",
                "Rapporten visar läget vid periodens slut. Skriv i avsnittet om det som hänt "
                "sedan dess är viktigt för läsaren.",
            )
