"""What came of the year's plan: the plan as it stood when it was laid down, and the year's end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from lib.numbers import NOT_SET
from lib.periods import Period
from lib.sentences import in_order
from measures import statistics as measures
from measures.models import Status
from measures.statistics import MeasureState
from organisation.models import Unit
from qualityreport import tallies
from qualityreport.blocks.block import Block
from qualityreport.blocks.controls import NOT_CARRIED_OUT
from qualityreport.blocks.plan import COUNTED_ONCE, SOURCE
from qualityreport.models import Report, ReportKind
from qualityreport.parts import Cell, Column, Part, Row, Table, number_columns, paragraphs, row
from qualityreport.scope import Scope
from risks import plan as plans
from risks.plan import PlannedControl, PlannedRisk, ProcessPlan


@dataclass(frozen=True)
class Outcome:
    """By id: what had become of it at the end of the period."""

    closed: frozenset[int]  # risks
    carried_out: frozenset[int]  # controls
    measures: dict[int, MeasureState]

    def done(self, measure: MeasureState) -> bool:
        return self.state(measure).status == Status.DONE

    def state(self, measure: MeasureState) -> MeasureState:
        return self.measures.get(measure.pk, measure)

    def of(
        self,
        risks: Collection[PlannedRisk],
        controls: Collection[PlannedControl],
        todo: Collection[MeasureState],
    ) -> list[tuple[int, int]]:
        """In the plan, and done: of risks, controls and measures."""
        return [
            (len(risks), sum(risk.state.pk in self.closed for risk in risks)),
            (len(controls), sum(control.pk in self.carried_out for control in controls)),
            (len(todo), sum(map(self.done, todo))),
        ]


def outcome(scope: Scope) -> Sequence[Part]:
    """Nothing where the year has no plan."""
    day = scope.counted(_laid_down_on, scope.unit, scope.period.year)
    if day is None or day > scope.period.end:
        return []
    plan = scope.counted(plans.plan, scope.units, Period.of(scope.period.year, day))
    came = _came_of(plan, scope)
    sums = came.of(plan.risks, plan.controls, plan.measures)
    words = (("risker", "avslutade"), ("egenkontroller", "gjorda"), ("åtgärder", "klara"))
    told = [
        f"av {of} {what} är {number} {state}"
        for (of, number), (what, state) in zip(sums, words, strict=True)
        if of
    ]
    laid_down = f"Kvalitetsplanen för {scope.period.year} lades fast {date_format(day, 'j F Y')}"
    lead = f"{laid_down}: {in_order(told)}." if told else f"{laid_down}, utan innehåll."
    return [
        paragraphs(lead),
        _table(plan.processes, came, sums, scope),
        *_not_done(plan.processes, came, scope),
    ]


def _laid_down_on(unit: Unit, year: int) -> date | None:
    plans_of_year = Report.objects.filter(kind=ReportKind.PLAN, unit=unit, year=year)
    return plans_of_year.order_by("as_of").values_list("as_of", flat=True).first()


def _came_of(plan: plans.Plan, scope: Scope) -> Outcome:
    controls = tallies.controls(scope)
    return Outcome(
        closed=frozenset(risk.pk for risk in tallies.risks(scope) if not risk.is_open),
        carried_out=frozenset(one.pk for one in controls if one.carried_out_on),
        measures=measures.states({one.pk for one in plan.measures}, scope.period.end),
    )


def _table(
    processes: Sequence[ProcessPlan],
    came: Outcome,
    sums: Sequence[tuple[int, int]],
    scope: Scope,
) -> Table:
    rows = [
        row(one.title, *map(_of, came.of(one.risks, one.every_control, one.every_measure)))
        for one in processes
    ]
    return Table(
        key="planens-utfall",
        title=f"Utfall mot kvalitetsplanen {scope.period.year}",
        columns=number_columns(
            "Process", "Avslutade risker", "Gjorda egenkontroller", "Klara åtgärder"
        ),
        rows=[*rows, row("Totalt", *map(_of, sums), total=True)],
        source=scope.source(SOURCE),
        note=COUNTED_ONCE,
    )


def _of(numbers: tuple[int, int]) -> str:
    planned, done = numbers
    return f"{done} av {planned}" if planned else NOT_SET


def _not_done(processes: Sequence[ProcessPlan], came: Outcome, scope: Scope) -> Sequence[Part]:
    """Each once, under its first process."""
    rows: dict[tuple[str, int], Row] = {}
    for process in processes:
        for control in process.every_control:
            if control.pk not in came.carried_out:
                rows.setdefault(("control", control.pk), _missed(process, control))
        for measure in process.every_measure:
            if not came.done(measure):
                state = came.state(measure)
                rows.setdefault(("measure", measure.pk), _unfinished(process, state))
    if not rows:
        return []
    table = Table(
        key="planerat-ej-gjort",
        title="Planerat som inte blev klart under året",
        columns=[
            Column("Planerat", width=45),
            Column("Process", width=30),
            Column("Läge", width=25),
        ],
        rows=list(rows.values()),
        source=scope.source(SOURCE),
    )
    return [table]


def _missed(process: ProcessPlan, control: PlannedControl) -> Row:
    return Row(
        [Cell(control.title, note="Egenkontroll"), Cell(process.title), Cell(NOT_CARRIED_OUT)]
    )


def _unfinished(process: ProcessPlan, measure: MeasureState) -> Row:
    said = "kvarstår nästa år" if measure.continues_next_year else ""
    state = Cell(measure.status_text.lower(), note=said)
    return Row([Cell(measure.title, note="Åtgärd"), Cell(process.title), state])


BLOCKS = (Block("plan.outcome", "Utfall mot årets kvalitetsplan", outcome),)
