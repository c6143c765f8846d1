"""The chain of each process as one person may see it, with its holes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse

from lib.numbers import NOT_SET
from measures.listing import TONES as MEASURE_TONES
from measures.models import Measure, Status
from organisation.models import Process, User
from organisation.scales import Zone
from risks import holes
from risks.holes import Hole
from risks.listing.base import BY_CODE
from risks.models import Control, Decision, Risk
from risks.pages import VERDICT_LABELS, VERDICT_TONES, Level
from risks.plan import NO_PROCESS
from risks.schedule import next_due

NOT_A_PROCESS = "none"


@dataclass(frozen=True)
class Mending:
    """A hole, what it is in, and the way to where it is mended; "" for who may only read."""

    hole: Hole
    about: str
    url: str = ""

    @property
    def label(self) -> str:
        return str(self.hole.label)


@dataclass(frozen=True)
class Link:
    """A control or a measure of a risk."""

    title: str
    url: str
    status: str
    tone: str
    holes: tuple[Mending, ...] = ()


@dataclass(frozen=True)
class RiskRow:
    title: str
    url: str
    unit: str
    level: Level | None
    decision: str
    responsible: str
    controls: tuple[Link, ...]
    measures: tuple[Link, ...]
    holes: tuple[Mending, ...]

    @property
    def every_hole(self) -> tuple[Mending, ...]:
        below = (one for link in (*self.controls, *self.measures) for one in link.holes)
        return (*self.holes, *below)


@dataclass(frozen=True)
class Chain:
    """A process, or what belongs to none. `apart` are its controls that watch no risk of it,
    `measures` what is done for it as a whole."""

    name: str
    key: str
    risks: tuple[RiskRow, ...]
    apart: tuple[Link, ...] = ()
    measures: tuple[Link, ...] = ()
    holes: tuple[Mending, ...] = field(default=())

    @property
    def url(self) -> str:
        return reverse("processes:detail", args=[self.key]) if self.key != NOT_A_PROCESS else ""

    @property
    def every_hole(self) -> tuple[Mending, ...]:
        return (
            *self.holes,
            *(one for risk in self.risks for one in risk.every_hole),
            *(one for link in (*self.apart, *self.measures) for one in link.holes),
        )


class Reader:
    """What is read once for all chains: the rows this person may see, and may change."""

    def __init__(
        self,
        user: User,
        today: date,
        processes: Collection[Process],
        units: Collection[int] | None = None,
        *,
        alone: bool = False,
    ) -> None:
        """The processes come with their measures. `alone`: what belongs to none of them is not
        read."""
        self.today, self.processes, self.units = today, processes, units
        reachable = Measure.objects.visible_to(user)
        self.open_measures = set(reachable.values_list("pk", flat=True))
        controls: Any = Control.objects.visible_to(user).open_on(today).with_last()
        controls = controls.select_related("responsible").prefetch_related("measures")
        risks: Any = Risk.objects.visible_to(user).open_on(today)
        if units is not None:
            risks, controls = risks.within(units), controls.within(units)
        own = controls
        if alone:
            links = Risk.processes.through.objects.filter(process__in=processes)
            risks = risks.filter(pk__in=links.values("risk_id"))
            own = controls.filter(process__in=processes)
        self.risks = list(
            risks.with_level(on=today, before=today)
            .select_related("unit", "responsible")
            .prefetch_related("processes", "measures", Prefetch("controls", controls))
            .order_by(*BY_CODE)
        )
        self.controls = list(own.order_by(*BY_CODE))
        self.may_change_risks = _editable(Risk, user, self.risks)
        editable = Process.objects.editable_by(user)
        self.may_change_processes = set(editable.values_list("pk", flat=True))
        watching = (control for risk in self.risks for control in risk.controls.all())
        self.may_change_controls = _editable(Control, user, [*self.controls, *watching])

    def chains(self) -> list[Chain]:
        """In the processes' own order; what belongs to none of them comes last."""
        known = {process.pk for process in self.processes}
        by_process: dict[int | None, list[Any]] = defaultdict(list)
        for risk in self.risks:
            own = {process.pk for process in risk.processes.all()} & known
            for pk in own or (None,):
                by_process[pk].append(risk)
        apart = self._apart(known, by_process)
        done = {process.pk: self._done_for(process) for process in self.processes}
        self.handled = {pk for pk in known if apart[pk] or done[pk]}
        found = [
            self._chain(str(process), str(pk), by_process[pk], apart[pk], done[pk])
            for pk, process in ((process.pk, process) for process in self.processes)
        ]
        rest = self._chain(NO_PROCESS, NOT_A_PROCESS, by_process[None], apart[None])
        return [one for one in (*found, rest) if one.risks or one.apart or one.measures]

    def _apart(
        self, known: Collection[int], by_process: Mapping[int | None, Sequence[Any]]
    ) -> Mapping[int | None, list[Any]]:
        """Process → its controls that watch no risk of it; those of none that watch no risk."""
        everywhere = {c.pk for risk in self.risks for c in risk.controls.all()}
        watching = {
            pk: {control.pk for risk in risks for control in risk.controls.all()}
            for pk, risks in by_process.items()
        } | {None: everywhere}
        apart: dict[int | None, list[Any]] = defaultdict(list)
        for control in self.controls:
            pk = control.process_id if control.process_id in known else None
            if control.pk not in watching.get(pk, ()):
                apart[pk].append(control)
        return apart

    def _done_for(self, process: Process) -> list[Measure]:
        measures = process.measures.all()
        return [one for one in measures if self.units is None or one.unit_id in self.units]

    def _chain(
        self,
        name: str,
        key: str,
        risks: Sequence[Any],
        apart: Sequence[Any],
        measures: Sequence[Measure] = (),
    ) -> Chain:
        return Chain(
            name=name,
            key=key,
            risks=tuple(map(self._risk, risks)),
            apart=tuple(map(self._control, apart)),
            measures=tuple(map(self._measure, measures)),
            holes=self._of_process(name, key, risks, apart, measures),
        )

    def _of_process(
        self,
        name: str,
        key: str,
        risks: Sequence[Any],
        apart: Sequence[Any],
        done: Sequence[Measure],
    ) -> tuple[Mending, ...]:
        """What belongs to no process is no process."""
        if key == NOT_A_PROCESS:
            return ()
        controls = [*(c for risk in risks for c in risk.controls.all()), *apart]
        found = holes.of_process(
            open_risks=sum(risk.decision != Decision.ACCEPT for risk in risks),
            controls=len(controls),
            measures=len(done) + sum(len(owner.measures.all()) for owner in (*risks, *controls)),
        )
        ways = self._ways_of_process(int(key))
        return tuple(Mending(one, name, ways.get(one, "")) for one in found)

    def _ways_of_process(self, pk: int) -> Mapping[Hole, str]:
        ways = {}
        if self.may_change_risks:
            ways[Hole.PROCESS_WITHOUT_CONTROL] = f"{reverse('controls:create')}?process={pk}"
        if pk in self.may_change_processes:
            ways[Hole.PROCESS_WITHOUT_MEASURE] = reverse("processes:measure", args=[pk])
        return ways

    def _risk(self, risk: Any) -> RiskRow:
        controls = tuple(map(self._control, risk.controls.all()))
        measures = tuple(map(self._measure, risk.measures.all()))
        facts = holes.OfRisk(
            risk.decision,
            risk.responsible_id is not None,
            len(controls),
            len(measures),
            by_process=any(process.pk in self.handled for process in risk.processes.all()),
        )
        edit, add = self._ways(risk) if risk.pk in self.may_change_risks else ("", "")
        mend = {Hole.RISK_WITHOUT_OWNER: edit}
        return RiskRow(
            title=str(risk),
            url=reverse("risks:detail", args=[risk.code]),
            unit=risk.unit.name,
            level=Level.of(risk.level, risk.zone and Zone(risk.zone)),
            decision=risk.get_decision_display(),
            responsible=str(risk.responsible or NOT_SET),
            controls=controls,
            measures=measures,
            holes=tuple(
                Mending(one, str(risk), mend.get(one, add)) for one in holes.of_risk(facts)
            ),
        )

    def _ways(self, risk: Risk) -> tuple[str, str]:
        edit = reverse("risks:edit", args=[risk.code])
        return edit, f"{reverse('controls:create')}?risk={risk.code}"

    def _control(self, control: Any) -> Link:
        facts = holes.OfControl(
            has_owner=control.responsible_id is not None,
            is_late=next_due(control) < self.today,
            verdict=control.last_verdict or "",
            measures=len(control.measures.all()),
        )
        verdict = control.last_verdict
        return Link(
            title=str(control),
            url=reverse("controls:detail", args=[control.code]),
            status=VERDICT_LABELS[verdict] if verdict else "Inte genomförd än",
            tone=VERDICT_TONES[verdict] if verdict else "new",
            holes=tuple(
                Mending(one, str(control), self._way(control, one))
                for one in holes.of_control(facts)
            ),
        )

    def _way(self, control: Control, hole: Hole) -> str:
        if control.pk not in self.may_change_controls:
            return ""
        views: Mapping[Hole, str] = {
            Hole.CONTROL_LATE: "controls:record",
            Hole.CONTROL_WITHOUT_MEASURE: "controls:measure",
            Hole.CONTROL_WITHOUT_OWNER: "controls:edit",
        }
        return reverse(views[hole], args=[control.code])

    def _measure(self, measure: Measure) -> Link:
        facts = holes.OfMeasure(
            has_owner=measure.responsible_id is not None,
            status=measure.status,
            due_on=measure.due_on,
            effect=measure.effect,
            follow_up_on=measure.follow_up_on,
        )
        reached = measure.pk in self.open_measures
        url = reverse("measures:detail", args=[measure.pk]) if reached else ""
        return Link(
            title=measure.title,
            url=url,
            status=measure.get_status_display(),
            tone=MEASURE_TONES[Status(measure.status)],
            holes=tuple(
                Mending(one, f"{measure.pk}", url) for one in holes.of_measure(facts, self.today)
            ),
        )


def _editable(model: Any, user: User, rows: Sequence[Any]) -> set[int]:
    editable = model.objects.editable_by(user).filter(pk__in=[row.pk for row in rows])
    return set(editable.values_list("pk", flat=True))


def with_holes(chains: Iterable[Chain]) -> list[Chain]:
    return [chain for chain in chains if chain.every_hole]
