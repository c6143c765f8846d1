"""The plan of a year: what each process risks, how it is checked and what will be done."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from lib.periods import Period
from measures.models import Measure, Status
from measures.statistics import MeasureState
from organisation.models import Process
from risks import statistics
from risks.models import Control, Risk
from risks.querysets import open_on
from risks.statistics import RiskState

OPEN = (Status.NOT_STARTED, Status.ONGOING)


@dataclass(frozen=True)
class PlannedControl:
    """A control as it will be made, whatever it finds. `months`: those in which it is due."""

    pk: int
    code: str
    title: str
    method: str
    frequency: str
    frequency_key: str
    first_month: int | None
    measured: str
    threshold: Decimal | None
    better: str
    responsible: str
    risk_ids: frozenset[int]


@dataclass(frozen=True)
class PlannedRisk:
    state: RiskState
    quality_area: str
    theme: str
    responsible: str
    controls: tuple[PlannedControl, ...]
    measures: tuple[MeasureState, ...]

    @property
    def stands_alone(self) -> bool:
        """What is done about it, if anything, is done for its process."""
        return not self.controls and not self.measures


@dataclass(frozen=True)
class ProcessPlan:
    """`controls` and `measures` are those of the process as a whole.

    What belongs to no process stands in a plan with an empty name.
    """

    number: str
    name: str
    kind: str
    risks: tuple[PlannedRisk, ...]
    controls: tuple[PlannedControl, ...]
    measures: tuple[MeasureState, ...]

    @property
    def is_handled(self) -> bool:
        return bool(self.name and (self.controls or self.measures))

    @property
    def every_control(self) -> tuple[PlannedControl, ...]:
        return _once([*(c for risk in self.risks for c in risk.controls), *self.controls])

    @property
    def every_measure(self) -> tuple[MeasureState, ...]:
        return _once([*(m for risk in self.risks for m in risk.measures), *self.measures])

    @property
    def title(self) -> str:
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True)
class Plan:
    processes: tuple[ProcessPlan, ...]

    def of_kind(self, kind: str) -> list[ProcessPlan]:
        return [process for process in self.processes if process.kind == kind]

    @property
    def risks(self) -> tuple[PlannedRisk, ...]:
        """Each once, however many processes it is of."""
        every = (risk for process in self.processes for risk in process.risks)
        return tuple({risk.state.pk: risk for risk in every}.values())

    @property
    def controls(self) -> tuple[PlannedControl, ...]:
        return _once([one for process in self.processes for one in process.every_control])

    @property
    def measures(self) -> tuple[MeasureState, ...]:
        return _once([one for process in self.processes for one in process.every_measure])

    @property
    def handled(self) -> frozenset[int]:
        """The risks of a process for which something is checked or done as a whole."""
        whole = (process for process in self.processes if process.is_handled)
        return frozenset(risk.state.pk for process in whole for risk in process.risks)


def _once(rows: Iterable[Any]) -> tuple[Any, ...]:
    return tuple({row.pk: row for row in rows}.values())


def plan(units: Collection[int], period: Period) -> Plan:
    """As it stands on the last day of the period: open risks, controls that hold then or begin
    later in the year, and measures that are not finished. A constant number of queries."""
    return _Reader(units, period).plan()


class _Reader:
    def __init__(self, units: Collection[int], period: Period) -> None:
        self.units, self.day = units, period.end
        self.states = [risk for risk in statistics.risks(units, period) if risk.is_open]
        rows = _controls(units, period)
        self.controls = [_planned(control) for control in rows]
        self.process_of = {control.pk: control.process_id for control in rows}
        self.watching: dict[int, list[PlannedControl]] = defaultdict(list)
        for control in self.controls:
            for risk in control.risk_ids:
                self.watching[risk].append(control)
        self.rows = _rows_of([risk.pk for risk in self.states])

    def plan(self) -> Plan:
        ids = {risk.pk for risk in self.states}
        links = Risk.processes.through.objects.filter(risk_id__in=ids)
        of_process: dict[int | None, set[int]] = defaultdict(set)
        for process, risk in links.values_list("process_id", "risk_id"):
            of_process[process].add(risk)
        of_process[None] = ids.difference(*of_process.values())
        processes = list(Process.objects.of(self.units).open_on(self.day))
        done = self._done_for([process.pk for process in processes])
        found = [
            self._process(process, of_process[process.pk], done.get(process.pk, ()))
            for process in processes
        ]
        kept = (
            plan
            for process, plan in zip(processes, found, strict=True)
            if process.unit_id in self.units or plan.risks or plan.every_control or plan.measures
        )
        rest = self._process(None, of_process[None], ())
        return Plan((*kept, *([rest] if rest.risks or rest.controls else [])))

    def _process(
        self, process: Process | None, risk_ids: Collection[int], done: Iterable[MeasureState]
    ) -> ProcessPlan:
        risks = tuple(self._risk(state) for state in self.states if state.pk in risk_ids)
        own = [c for c in self.controls if self.process_of[c.pk] == (process and process.pk)]
        apart = (control for control in own if not control.risk_ids & set(risk_ids))
        return ProcessPlan(
            number=process.number if process else "",
            name=process.name if process else "",
            kind=process.kind if process else "",
            risks=risks,
            controls=tuple(one for one in apart if process or not one.risk_ids),
            measures=_open(done),
        )

    def _risk(self, state: RiskState) -> PlannedRisk:
        area, theme, responsible = self.rows[state.pk]
        return PlannedRisk(
            state=state,
            quality_area=area,
            theme=theme,
            responsible=responsible,
            controls=tuple(self.watching[state.pk]),
            measures=_open(state.measures),
        )

    def _done_for(self, process_ids: Collection[int]) -> Mapping[int, Sequence[MeasureState]]:
        links = Measure.processes.through.objects.filter(
            process_id__in=process_ids, measure__unit_id__in=self.units
        )
        return statistics.measures_by_owner(links, "process_id", self.day)


def _open(states: Iterable[MeasureState]) -> tuple[MeasureState, ...]:
    return tuple(state for state in states if state.status in OPEN)


def _controls(units: Collection[int], period: Period) -> list[Control]:
    """Those that hold on the day, and those that begin later in the year."""
    holds = open_on(period.end) | Q(
        opened_on__range=(period.end, date(period.year, 12, 31)), closed_on=None
    )
    rows = Control.objects.within(units).filter(holds)
    return list(rows.select_related("responsible").prefetch_related("risks"))


def _planned(control: Control) -> PlannedControl:
    return PlannedControl(
        pk=control.pk,
        code=control.code,
        title=control.title,
        method=control.get_method_display(),
        frequency=control.get_frequency_display(),
        frequency_key=control.frequency,
        first_month=control.first_month,
        measured=control.measured,
        threshold=control.threshold,
        better=control.better,
        responsible=control.responsible.post if control.responsible else "",
        risk_ids=frozenset(risk.pk for risk in control.risks.all()),
    )


def _rows_of(risk_ids: Collection[int]) -> dict[int, tuple[str, str, str]]:
    """Risk id → quality area, theme, and who answers for it."""
    rows = Risk.objects.filter(pk__in=risk_ids).select_related("quality_area", "responsible")
    return {
        row.pk: (
            str(row.quality_area or ""),
            row.theme,
            row.responsible.post if row.responsible else "",
        )
        for row in rows
    }
