"""Risks, controls and their measures, where the report prints them."""

from collections.abc import Iterator

from django.utils.formats import date_format

from measures.models import Status
from measures.statistics import MeasureState
from qualityreport import tallies
from qualityreport.checks.finding import Remark
from qualityreport.collect import Collection
from risks.statistics import ControlState, RiskState, measures_of

RISKS, CONTROLS = ("risks.by_area",), ("controls.action", "controls.approved")


def _risks(collection: Collection) -> list[RiskState]:
    return list(tallies.risks(collection.scope)) if collection.prints(*RISKS) else []


def _controls(collection: Collection) -> list[ControlState]:
    return list(tallies.controls(collection.scope)) if collection.prints(*CONTROLS) else []


def _measures(collection: Collection) -> tuple[MeasureState, ...]:
    """Those that stand in the report, each once."""
    return measures_of([*_risks(collection), *_controls(collection)])


def control_not_carried_out(collection: Collection) -> Iterator[Remark]:
    for control in _controls(collection):
        if control.carried_out_on is None:
            yield Remark(
                f"{control.code} {control.title}",
                f"Inget resultat under {collection.scope.period.year}.",
                "Fyll i resultatet, eller skriv i avsnittet varför kontrollen inte gjordes.",
            )


def risk_without_action(collection: Collection) -> Iterator[Remark]:
    for risk in _risks(collection):
        if risk.is_open and not risk.measures and not risk.controls:
            yield Remark(
                f"{risk.code} {risk.title}",
                "Varken åtgärd eller egenkontroll är kopplad.",
                "Koppla en åtgärd eller en egenkontroll i riskregistret.",
            )


def measure_without_effect(collection: Collection) -> Iterator[Remark]:
    for measure in _measures(collection):
        if measure.status == Status.DONE and not measure.effect:
            yield Remark(
                measure.title,
                "Åtgärden är klar men effekten är inte bedömd.",
                "Följ upp åtgärden: gav den önskad effekt, inte, eller är det för tidigt?",
            )


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
