"""The plan, process by process: each risk, how it is checked, and what will be done about it."""

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format

from lib.numbers import NOT_SET
from measures.statistics import MeasureState
from organisation.models import Process
from qualityreport import tallies
from qualityreport.blocks.block import Block
from qualityreport.blocks.controls import threshold_text
from qualityreport.blocks.risks import level_text
from qualityreport.parts import Cell, Column, Entry, Group, Part, Row, Table, paragraphs
from qualityreport.scope import Scope
from risks.models import Control, Decision
from risks.plan import PlannedControl, PlannedRisk, ProcessPlan

SOURCE = "Risk- och åtgärdsregistren"
COUNTED_ONCE = "Det som hör till flera processer räknas en gång i summan."
WHOLE, NO_CONTROL, NO_MEASURE = "Processen som helhet", "Ingen egenkontroll", "Ingen åtgärd"


def main(scope: Scope) -> Sequence[Part]:
    """What belongs to no process comes last among the main ones."""
    plan = tallies.plan(scope)
    rest = [process for process in plan.processes if not process.is_process]
    processes = [*plan.of_kind(Process.Kind.MAIN), *rest]
    return _groups(processes, scope) or [paragraphs("Inga huvudprocesser är beskrivna.")]


def support(scope: Scope) -> Sequence[Part]:
    processes = tallies.plan(scope).of_kind(Process.Kind.SUPPORT)
    return _groups(processes, scope) or [paragraphs("Inga stödprocesser är beskrivna.")]


def _groups(processes: Sequence[ProcessPlan], scope: Scope) -> Sequence[Part]:
    judged = any(risk.state.judged for risk in tallies.plan(scope).risks)
    return [
        Group(
            process.title,
            [_of_process(process, scope, judged)],
            anchor=f"process-{process.pk or 'ingen'}",
        )
        for process in processes
    ]


def _of_process(process: ProcessPlan, scope: Scope, judged: bool) -> Part:
    """judged: some risk of the plan is, so that it is worth saying which are not."""
    if not (process.risks or process.controls or process.measures):
        return paragraphs("Inga risker är identifierade och inget är planerat.")
    return Table(
        key="process",
        title=f"{process.name or process.title}: risk, egenkontroll och åtgärd",
        columns=[
            Column("Risk och kvalitetsområde", width=35),
            Column("Egenkontroll", width=30),
            Column("Åtgärd", width=35),
        ],
        rows=_rows(process, judged),
        source=scope.source(SOURCE),
    )


def _rows(process: ProcessPlan, judged: bool) -> list[Row]:
    """One for each risk with something of its own; one for the rest and the process as a whole."""
    own = [risk for risk in process.risks if not risk.stands_alone]
    rest = [risk for risk in process.risks if risk.stands_alone]
    rows: list[tuple[Sequence[PlannedRisk], Sequence[Any], Sequence[MeasureState]]] = [
        ([risk], risk.controls, risk.measures) for risk in own
    ]
    if rest or process.controls or process.measures:
        rows.append((rest, process.controls, process.measures))
    whole = WHOLE if process.is_process else NOT_SET
    no_control = NOT_SET if process.every_control else NO_CONTROL
    no_measure = NOT_SET if process.every_measure else NO_MEASURE
    return [
        Row(
            [
                _cell([_risk(risk, judged) for risk in risks], whole),
                _cell(list(map(_control, controls)), no_control),
                _cell(list(map(_measure, measures)), no_measure),
            ]
        )
        for risks, controls, measures in rows
    ]


def _cell(entries: Sequence[Entry], otherwise: str) -> Cell:
    return Cell("", entries=entries) if entries else Cell(otherwise, tone="muted")


def _risk(risk: PlannedRisk, judged: bool) -> Entry:
    state = risk.state
    accepted = "Accepteras" if state.decision == Decision.ACCEPT else ""
    marks = [level_text(state.judged) if judged else "", accepted]
    said = _sentences(state.consequence, risk.quality_area)
    return Entry(state.title, ", ".join(filter(None, marks)), said)


def _control(control: PlannedControl) -> Entry:
    limit = threshold_text(control)
    goal = f"Mål: {Control.Better(control.better).label} {limit}" if limit else ""
    return Entry(
        control.title,
        control.frequency.label,
        _sentences(control.method.label, goal, _who(control.responsible)),
    )


def _measure(measure: MeasureState) -> Entry:
    due = f"Klar {date_format(measure.due_on, 'j F Y')}" if measure.due_on else ""
    return Entry(measure.title, due, _sentences(_who(measure.responsible)))


def _who(responsible: str) -> str:
    return f"Ansvarig: {responsible}" if responsible else ""


def _sentences(*said: str) -> str:
    return " ".join(f"{one.rstrip('.')}." for one in said if one)


BLOCKS = (
    Block("plan.main", "Huvudprocesser: risk, egenkontroll och åtgärd", main),
    Block("plan.support", "Stödprocesser: risk, egenkontroll och åtgärd", support),
)
