"""Who is to attest a version, who has, and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from organisation.access import access_of
from organisation.models import Role, Unit, UnitClosure, User
from qualityreport.models import Attestation, AttestStep, Report, ReportRules, ReportVersion


@dataclass(frozen=True)
class Step:
    title: str
    order: int = 1
    role: str = Role.DECIDER
    level: str = ""


# Where the organisation has not said how: the one who decides for the operation.
DEFAULT_STEPS = (Step("Ansvarig chef"),)


@dataclass(frozen=True)
class Standing:
    """A step as it stands for one version."""

    step: Step
    signed: Attestation | None
    is_open: bool


@dataclass(frozen=True)
class Setup:
    """How the organisation around some units attests: three questions, however many units."""

    depths: Mapping[int, Mapping[int, int]]
    levels: Mapping[int, str]
    rows: Sequence[AttestStep]

    @classmethod
    def around(cls, units: Iterable[int]) -> Setup:
        depths = depths_of(units)
        above = set().union(*depths.values())
        levels = dict(Unit.objects.filter(pk__in=above).values_list("pk", "level"))
        return cls(depths, levels, list(AttestStep.objects.filter(unit__in=above)))

    def steps(self, report: Report) -> Sequence[Step]:
        """Of the nearest unit that has said; those of the report's own kind before the general."""
        depths = self.depths[report.unit_id]
        around = [row for row in self.rows if row.unit_id in depths]
        for kind in (report.kind, ""):
            if of_kind := [row for row in around if row.kind == kind]:
                nearest = min(depths[row.unit_id] for row in of_kind)
                chosen = [row for row in of_kind if depths[row.unit_id] == nearest]
                return [Step(row.title, row.order, row.role, row.level) for row in chosen]
        return DEFAULT_STEPS

    def may_sign(self, user: User, step: Step, report: Report) -> bool:
        """In service today in the step's role, over the report's unit, at the step's level."""
        access = access_of(user)
        if not step.level:
            return access.covers(report.unit_id, step.role)
        above = self.depths[report.unit_id]
        held = access.own_unit_ids(step.role)
        return any(self.levels[unit] == step.level for unit in held if unit in above)


def depths_of(units: Iterable[int]) -> dict[int, dict[int, int]]:
    """Unit → each unit above it and itself, with how far up it is."""
    found: dict[int, dict[int, int]] = {unit: {} for unit in units}
    lines = UnitClosure.objects.filter(descendant_id__in=found)
    for below, above, depth in lines.values_list("descendant_id", "ancestor_id", "depth"):
        found[below][above] = depth
    return found


def steps_of(report: Report) -> Sequence[Step]:
    return Setup.around([report.unit_id]).steps(report)


def rules_of(report: Report) -> ReportRules:
    """The nearest; without one, those of a new row."""
    return rules_for([report])[report.pk]


def rules_for(reports: Iterable[Report]) -> dict[int, ReportRules]:
    """By report, in two questions."""
    wanted = list(reports)
    depths = depths_of({report.unit_id for report in wanted})
    rows = {row.unit_id: row for row in ReportRules.objects.all()}
    found = {}
    for report in wanted:
        above = depths[report.unit_id]
        near = min((unit for unit in rows if unit in above), key=above.__getitem__, default=None)
        found[report.pk] = rows[near] if near is not None else ReportRules(unit=report.unit)
    return found


def valid(version: ReportVersion) -> list[Attestation]:
    """Those that have not been withdrawn; prefetched attestations are asked for once."""
    return [row for row in version.attestations.all() if row.withdrawn_at is None]


def standings(version: ReportVersion, setup: Setup | None = None) -> list[Standing]:
    setup = setup or Setup.around([version.report.unit_id])
    signed = {row.step: row for row in valid(version)}
    steps = sorted(setup.steps(version.report), key=lambda step: step.order)
    lowest = min((step.order for step in steps if step.title not in signed), default=None)
    return [
        Standing(step, signed.get(step.title), step.title not in signed and step.order == lowest)
        for step in steps
    ]


def is_complete(version: ReportVersion) -> bool:
    return all(standing.signed for standing in standings(version))


def steps_for(user: User, version: ReportVersion, setup: Setup | None = None) -> list[Step]:
    """What the person can sign now. Nobody signs a version twice: each step is another's eyes."""
    setup = setup or Setup.around([version.report.unit_id])
    if any(row.signed_by_id == user.pk for row in valid(version)):
        return []
    return [
        standing.step
        for standing in standings(version, setup)
        if standing.is_open and setup.may_sign(user, standing.step, version.report)
    ]
