"""The plan: holes in the chain process by process, where the report prints it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from lib.numbers import counted
from lib.sentences import in_order
from qualityreport import tallies
from qualityreport.checks.finding import Remark
from qualityreport.collect import Collection
from risks import holes
from risks.holes import Hole
from risks.models import Decision
from risks.plan import ProcessPlan


class Answered(Protocol):
    @property
    def responsible(self) -> str: ...


BLOCKS = ("plan.main", "plan.support")
MENDED = {
    Hole.PROCESS_WITHOUT_CONTROL: "Lägg till en egenkontroll för processen, eller skriv i planen "
    "varför den inte behövs.",
    Hole.PROCESS_WITHOUT_MEASURE: "Lägg till en åtgärd på processen eller på en av dess risker.",
}


def _processes(collection: Collection) -> tuple[ProcessPlan, ...]:
    return tallies.plan(collection.scope).processes if collection.prints(*BLOCKS) else ()


def process_without_control(collection: Collection) -> Iterator[Remark]:
    yield from _without(collection, Hole.PROCESS_WITHOUT_CONTROL)


def process_without_measure(collection: Collection) -> Iterator[Remark]:
    yield from _without(collection, Hole.PROCESS_WITHOUT_MEASURE)


def _without(collection: Collection, wanted: Hole) -> Iterator[Remark]:
    """The chain's own rule (risks/holes.py), for each process of the plan."""
    for process in _processes(collection):
        to_handle = [risk for risk in process.risks if risk.state.decision != Decision.ACCEPT]
        found = holes.of_process(
            open_risks=len(to_handle) if process.is_process else 0,
            controls=len(process.every_control),
            measures=len(process.every_measure),
        )
        if wanted in found:
            yield Remark(process.title, f"{wanted.label}.", MENDED[wanted])


def planned_risk_without_action(collection: Collection) -> Iterator[Remark]:
    for process in _processes(collection):
        for risk in process.risks:
            facts = holes.OfRisk(
                risk.state.decision,
                True,
                len(risk.controls),
                len(risk.measures),
                by_process=process.is_handled,
            )
            if Hole.RISK_UNHANDLED in holes.of_risk(facts):
                yield Remark(
                    f"{risk.state.code} {risk.state.title}",
                    f"{Hole.RISK_UNHANDLED.label}.",
                    "Koppla en egenkontroll eller en åtgärd i riskregistret, eller acceptera den.",
                )


def nobody_answers_in_plan(collection: Collection) -> Iterator[Remark]:
    """One remark for each process: a plan without owners would otherwise drown in them."""
    for process in _processes(collection):
        numbers = [
            (_unowned(process.risks), "risk", "risker"),
            (_unowned(process.every_control), "egenkontroll", "egenkontroller"),
            (_unowned(process.every_measure), "åtgärd", "åtgärder"),
        ]
        told = [counted(number, one, many) for number, one, many in numbers if number]
        if told:
            yield Remark(
                process.title,
                f"Ingen ansvarar för {in_order(told)}.",
                "Utse ansvariga i risk-, egenkontroll- och åtgärdsregistren.",
            )


def _unowned(rows: Iterable[Answered]) -> int:
    return sum(not row.responsible for row in rows)


def not_judged(collection: Collection) -> Iterator[Remark]:
    for process in _processes(collection):
        number = sum(risk.state.judged is None for risk in process.risks)
        if number:
            yield Remark(
                process.title,
                f"{counted(number, 'risk', 'risker')} är inte bedömda."
                if number > 1
                else "En risk är inte bedömd.",
                "Bedöm sannolikhet och konsekvens i riskregistret.",
            )
