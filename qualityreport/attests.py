"""Who is to attest a version, who has, and whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence
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


def steps_of(report: Report) -> Sequence[Step]:
    """Of the nearest unit that has said; those of the report's own kind before the general."""
    rows = list(
        AttestStep.objects.filter(unit__in=_above(report.unit_id), kind__in=("", report.kind))
    )
    depths = _depths(report.unit_id)
    for own_kind in (True, False):
        of_kind = [row for row in rows if bool(row.kind) == own_kind]
        if of_kind:
            nearest = min(depths[row.unit_id] for row in of_kind)
            chosen = [row for row in of_kind if depths[row.unit_id] == nearest]
            return [Step(row.title, row.order, row.role, row.level) for row in chosen]
    return DEFAULT_STEPS


def rules_of(report: Report) -> ReportRules:
    """The nearest; without one, those of a new row."""
    depths = _depths(report.unit_id)
    rows = ReportRules.objects.filter(unit__in=depths)
    return min(rows, key=lambda row: depths[row.unit_id], default=ReportRules(unit=report.unit))


def _depths(unit_id: int) -> dict[int, int]:
    lines = UnitClosure.objects.filter(descendant_id=unit_id)
    return dict(lines.values_list("ancestor_id", "depth"))


def _above(unit_id: int) -> list[int]:
    return list(_depths(unit_id))


def standings(version: ReportVersion) -> list[Standing]:
    signed = {row.step: row for row in version.attestations.filter(withdrawn_at__isnull=True)}
    steps = sorted(steps_of(version.report), key=lambda step: step.order)
    lowest = min((step.order for step in steps if step.title not in signed), default=None)
    return [
        Standing(step, signed.get(step.title), step.title not in signed and step.order == lowest)
        for step in steps
    ]


def is_complete(version: ReportVersion) -> bool:
    return all(standing.signed for standing in standings(version))


def may_sign(user: User, step: Step, report: Report) -> bool:
    """In service today in the step's role, over the report's unit, at the step's level."""
    if not step.level:
        return access_of(user).covers(report.unit_id, step.role)
    at_level = Unit.objects.filter(
        pk__in=access_of(user).own_unit_ids(step.role), level=step.level
    ).values("pk")
    return UnitClosure.objects.filter(
        ancestor_id__in=at_level, descendant_id=report.unit_id
    ).exists()


def steps_for(user: User, version: ReportVersion) -> list[Step]:
    """What the person can sign now. Nobody signs a version twice: each step is another's eyes."""
    if version.attestations.filter(withdrawn_at__isnull=True, signed_by=user).exists():
        return []
    return [
        standing.step
        for standing in standings(version)
        if standing.is_open and may_sign(user, standing.step, version.report)
    ]
