"""The plan of a year: what each process risks, how it is checked and what will be done."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from lib.periods import Period
from measures.models import Measure
from measures.statistics import MeasureState, by_owner
from organisation.models import Process
from risks import statistics
from risks.models import Control, Frequency, Method, Risk
from risks.querysets import open_on
from risks.statistics import RiskState

NO_PROCESS = "Utan process"


@dataclass(frozen=True)
class PlannedControl:
    """A control as it will be made, with the measures that it has led to."""

    pk: int
    title: str
    method: Method
    frequency: Frequency
    first_month: int | None
    measured: str
    threshold: Decimal | None
    better: str
    responsible: str
    risk_ids: frozenset[int]
    process_id: int | None
    measures: tuple[MeasureState, ...]


@dataclass(frozen=True)
class PlannedRisk:
    state: RiskState
    quality_area: str
    theme: str
    responsible: str
    controls: tuple[PlannedControl, ...]
    measures: tuple[MeasureState, ...]  # those of its controls too

    @property
    def stands_alone(self) -> bool:
        """What is done about it, if anything, is done for its process."""
        return not self.controls and not self.measures


@dataclass(frozen=True)
class ProcessPlan:
    """`controls` and `measures` are those of the process as a whole.

    What belongs to no process that is printed stands together, without a process's id.
    """

    pk: int | None
    number: str
    name: str
    kind: str
    risks: tuple[PlannedRisk, ...]
    controls: tuple[PlannedControl, ...]
    measures: tuple[MeasureState, ...]

    @property
    def is_process(self) -> bool:
        return self.pk is not None

    @property
    def is_handled(self) -> bool:
        return self.is_process and bool(self.controls or self.measures)

    @property
    def every_control(self) -> tuple[PlannedControl, ...]:
        return _once([*(c for risk in self.risks for c in risk.controls), *self.controls])

    @property
    def every_measure(self) -> tuple[MeasureState, ...]:
        return _once([*(m for risk in self.risks for m in risk.measures), *self.measures])

    @property
    def title(self) -> str:
        return f"{self.number} {self.name}".strip() if self.is_process else NO_PROCESS


@dataclass(frozen=True)
class Plan:
    """`processes` end with what belongs to none of them, where there is such."""

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
        self.controls = _controls(units, period)
        self.watching: dict[int, list[PlannedControl]] = defaultdict(list)
        for control in self.controls:
            for risk in control.risk_ids:
                self.watching[risk].append(control)
        self.rows = _rows_of([risk.pk for risk in self.states])

    def plan(self) -> Plan:
        processes = list(Process.objects.of(self.units).open_on(self.day))
        ids = [process.pk for process in processes]
        risks, done = self._risks_of(ids), self._done_for(ids)
        found = [
            self._process(process, risks[process.pk], done.get(process.pk, ()))
            for process in processes
        ]
        kept = [
            plan
            for process, plan in zip(processes, found, strict=True)
            if process.unit_id in self.units or plan.risks or plan.controls or plan.measures
        ]
        rest = self._rest(risks[None], kept)
        return Plan((*kept, *([rest] if rest.risks or rest.controls else [])))

    def _risks_of(self, process_ids: Collection[int]) -> Mapping[int | None, set[int]]:
        """Process → risks; None is those of none of the processes."""
        ids = {risk.pk for risk in self.states}
        links = Risk.processes.through.objects.filter(risk_id__in=ids, process_id__in=process_ids)
        found: dict[int | None, set[int]] = defaultdict(set)
        for process, risk in links.values_list("process_id", "risk_id"):
            found[process].add(risk)
        found[None] = ids.difference(*found.values())
        return found

    def _process(
        self, process: Process, risk_ids: Collection[int], done: Iterable[MeasureState]
    ) -> ProcessPlan:
        own = (control for control in self.controls if control.process_id == process.pk)
        apart = tuple(control for control in own if not control.risk_ids & set(risk_ids))
        return ProcessPlan(
            pk=process.pk,
            number=process.number,
            name=process.name,
            kind=process.kind,
            risks=self._planned(risk_ids),
            controls=apart,
            measures=_once([*_open(done), *_of_controls(apart)]),
        )

    def _rest(self, risk_ids: Collection[int], processes: Iterable[ProcessPlan]) -> ProcessPlan:
        """Whatever has no place among the processes: nothing that is planned falls out."""
        risks = self._planned(risk_ids)
        placed = {c.pk for process in processes for c in process.every_control}
        placed |= {control.pk for risk in risks for control in risk.controls}
        left = tuple(control for control in self.controls if control.pk not in placed)
        return ProcessPlan(
            pk=None,
            number="",
            name="",
            kind="",
            risks=risks,
            controls=left,
            measures=_once(_of_controls(left)),
        )

    def _planned(self, risk_ids: Collection[int]) -> tuple[PlannedRisk, ...]:
        return tuple(self._risk(state) for state in self.states if state.pk in risk_ids)

    def _risk(self, state: RiskState) -> PlannedRisk:
        area, theme, responsible = self.rows[state.pk]
        controls = self.watching[state.pk]
        return PlannedRisk(
            state=state,
            quality_area=area,
            theme=theme,
            responsible=responsible,
            controls=tuple(controls),
            measures=_once([*_open(state.measures), *_of_controls(controls)]),
        )

    def _done_for(self, process_ids: Collection[int]) -> Mapping[int, Sequence[MeasureState]]:
        links = Measure.processes.through.objects.filter(
            process_id__in=process_ids, measure__unit_id__in=self.units
        )
        return by_owner(links, "process_id", self.day)


def _of_controls(controls: Iterable[PlannedControl]) -> list[MeasureState]:
    return [measure for control in controls for measure in control.measures]


def _open(states: Iterable[MeasureState]) -> tuple[MeasureState, ...]:
    return tuple(state for state in states if state.is_open)


def _controls(units: Collection[int], period: Period) -> list[PlannedControl]:
    """Those that hold on the day, and those that begin later in the year."""
    later = Q(opened_on__range=(period.end, date(period.year, 12, 31)), closed_on=None)
    found = Control.objects.within(units).filter(open_on(period.end) | later)
    rows = list(found.select_related("responsible").prefetch_related("risks"))
    links = Control.measures.through.objects.filter(control_id__in=[row.pk for row in rows])
    measures = by_owner(links, "control_id", period.end)
    return [_planned(row, measures.get(row.pk, ())) for row in rows]


def _planned(control: Control, measures: Iterable[MeasureState]) -> PlannedControl:
    return PlannedControl(
        pk=control.pk,
        title=control.title,
        method=Method(control.method),
        frequency=Frequency(control.frequency),
        first_month=control.first_month,
        measured=control.measured,
        threshold=control.threshold,
        better=control.better,
        responsible=control.responsible.post if control.responsible else "",
        risk_ids=frozenset(risk.pk for risk in control.risks.all()),
        process_id=control.process_id,
        measures=_open(measures),
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
