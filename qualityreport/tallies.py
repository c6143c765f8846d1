"""Sums over cases, risks, controls and measures, for blocks and live figures alike."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields

from deviations import statistics as deviations
from deviations.models import Kind
from deviations.statistics import Reconciliation, Totals
from lib.periods import Period
from measures.models import Effect, Status
from measures.statistics import MeasureState
from organisation.groups import Group
from organisation.scales import Zone
from qualityreport.scope import Scope
from reviews import statistics as reviewed
from reviews.statistics import ReviewState, ServiceYear
from risks import plan as plans
from risks import statistics
from risks.models import Verdict
from risks.plan import Plan
from risks.statistics import ControlState, RiskState


def risks(scope: Scope) -> Sequence[RiskState]:
    return scope.counted(statistics.risks, scope.units, scope.period)


def controls(scope: Scope) -> Sequence[ControlState]:
    return scope.counted(statistics.controls, scope.units, scope.period)


def plan(scope: Scope) -> Plan:
    return scope.counted(plans.plan, scope.units, scope.period)


def reviews(scope: Scope) -> Sequence[ReviewState]:
    return scope.counted(reviewed.reviews, scope.units, scope.period)


def services(scope: Scope) -> Sequence[ServiceYear]:
    return scope.counted(reviewed.services, scope.units, scope.period)


def measures(scope: Scope) -> Sequence[MeasureState]:
    """Each once, however many risks and controls share it."""
    return statistics.measures_of([*risks(scope), *controls(scope)])


def received(scope: Scope, units: Collection[int], period: Period, *kinds: str) -> int:
    """Cases of the kinds that came in at some of the scope's units.

    Every kind and unit is counted in the same reading.
    """
    per_unit = scope.counted(deviations.received_per_unit, scope.units, period)
    return sum(per_unit[unit].get(kind, 0) for unit in units if unit in per_unit for kind in kinds)


def flow(scope: Scope, units: Collection[int], period: Period) -> Reconciliation:
    """Of the lex Sarah reports of some of the scope's units, from the same reading too."""
    per_unit = scope.counted(deviations.flows, scope.units, period)
    return deviations.together([Reconciliation(), *(per_unit[u] for u in units if u in per_unit)])


def complaints(scope: Scope, groups: Sequence[Group]) -> Mapping[str, deviations.Complaints]:
    """By group of the scope's units."""
    came = scope.counted(deviations.complaints_received, scope.units, scope.period)
    return deviations.complaints(groups, came)


@dataclass(frozen=True)
class Figure:
    """A count of a period; with `sources` as it was published; None where nobody knows."""

    count: int | None
    sources: tuple[str, ...] = ()


def totals(scope: Scope) -> Totals:
    return scope.counted(deviations.published_totals)


def figure(scope: Scope, units: Collection[int], period: Period, of: str, *kinds: str) -> Figure:
    """Counted, or as it was published of a year before the register. Never the two together."""
    if totals(scope).is_published(units, period.year):
        whole_year = (period.end.month, period.end.day) == (12, 31)
        told = totals(scope).of(units, period.year, of, *kinds) if whole_year else None
        return Figure(told.count, told.sources) if told else Figure(None)
    if kinds == (Kind.LEX_SARAH,):
        return Figure(getattr(flow(scope, units, period), of))
    return Figure(received(scope, units, period, *kinds))


@dataclass(frozen=True)
class RiskTally:
    """Of the risks that were open at the end of the period; `closed` ended within it."""

    open: int
    high: int
    medium: int
    low: int
    raised: int
    lowered: int
    new: int
    closed: int

    @property
    def unjudged(self) -> int:
        return self.open - self.high - self.medium - self.low


def of_risks(scope: Scope) -> RiskTally:
    found = risks(scope)
    still = [risk for risk in found if risk.is_open]
    zones = Counter(risk.judged.zone for risk in still if risk.judged)
    changes = [change for risk in still if (change := change_of(risk)) is not None]
    return RiskTally(
        open=len(still),
        high=zones[Zone.HIGH],
        medium=zones[Zone.MEDIUM],
        low=zones[Zone.LOW],
        raised=sum(change > 0 for change in changes),
        lowered=sum(change < 0 for change in changes),
        new=sum(risk.judged is not None and risk.before is None for risk in still),
        closed=len(found) - len(still),
    )


def change_of(risk: RiskState) -> int | None:
    """Of the level since the end of the year before, where both are on the same scale."""
    if risk.judged is None or risk.before is None or risk.judged.scale != risk.before.scale:
        return None
    return risk.judged.level - risk.before.level


@dataclass(frozen=True)
class ControlTally:
    all: int
    approved: int
    action: int
    without_result: int


def of_controls(scope: Scope) -> ControlTally:
    found = controls(scope)
    verdicts = Counter(control.verdict for control in found if control.carried_out_on)
    return ControlTally(
        all=len(found),
        approved=verdicts[Verdict.APPROVED],
        action=verdicts[Verdict.ACTION],
        without_result=sum(control.carried_out_on is None for control in found),
    )


@dataclass(frozen=True)
class MeasureTally:
    all: int
    done: int
    ongoing: int
    not_started: int
    discontinued: int
    wanted_effect: int


def of_measures(scope: Scope) -> MeasureTally:
    found = measures(scope)
    states = Counter(measure.status for measure in found)
    return MeasureTally(
        all=len(found),
        done=states[Status.DONE],
        ongoing=states[Status.ONGOING],
        not_started=states[Status.NOT_STARTED],
        discontinued=states[Status.DISCONTINUED],
        wanted_effect=sum(measure.effect == Effect.YES for measure in found),
    )


@dataclass(frozen=True)
class PlanTally:
    """Each thing once, however many processes it is of."""

    processes: int
    risks: int
    controls: int
    measures: int
    without_control: int
    without_measure: int


def of_plan(scope: Scope) -> PlanTally:
    found = plan(scope)
    named = [process for process in found.processes if process.is_process]
    return PlanTally(
        processes=len(named),
        risks=len(found.risks),
        controls=len(found.controls),
        measures=len(found.measures),
        without_control=sum(not process.every_control for process in named),
        without_measure=sum(not process.every_measure for process in named),
    )


@dataclass(frozen=True)
class ReviewTally:
    """Of those that were reported in the period; `going_on` were not, at its end."""

    external: int
    own: int
    going_on: int
    recommendations: int
    unanswered: int


def of_reviews(scope: Scope) -> ReviewTally:
    every = reviews(scope)
    found = [row for row in every if row.reported_on]
    asked = sum(len(row.recommendations) for row in found)
    return ReviewTally(
        external=sum(row.is_external for row in found),
        own=sum(not row.is_external for row in found),
        going_on=len(every) - len(found),
        recommendations=asked,
        unanswered=asked - sum(row.answered for row in found),
    )


@dataclass(frozen=True)
class ProviderTally:
    """Over all services: one that gives two services is followed up in each."""

    providers: int
    private: int
    own: int
    new: int
    followed_up: int
    meets: int
    needs: int
    not_followed_up: int
    terminated: int


def of_providers(scope: Scope) -> ProviderTally:
    found = services(scope)
    sums = {
        field.name: sum(getattr(one, field.name) for one in found)
        for field in fields(ProviderTally)
    }
    return ProviderTally(**sums)
