"""Risks: entered, changed, judged again and again, and in the end closed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from audit.models import Event
from lib.versions import locked
from organisation.births import Birth
from organisation.models import User
from organisation.scales import risk_scale
from risks.models import Risk, RiskAssessment, RiskComment
from risks.services.rows import (
    RISK_IS_CLOSED,
    IllegalStep,
    change,
    insert,
    log,
)

CHANGEABLE = frozenset(
    (
        *("title", "consequence", "unit", "also_units", "service_area", "quality_area"),
        *("processes", "theme", "decision", "accepted_by", "accepted_on", "responsible"),
        *("review_on", "opened_on", "order"),
    )
)


@transaction.atomic
def create_risk(
    *,
    actor: User | None,
    code: str,
    processes: Any = (),
    also_units: Any = (),
    born: Birth | None = None,
    **fields: Any,
) -> Risk:
    """born: where the risk showed itself, in another register."""
    if born:
        told = {"origin_kind": born.kind, "origin_id": born.key, "origin_label": born.label}
        fields |= told
    several = {"processes": processes, "also_units": also_units}
    return insert(actor, Risk(code=code, **fields), several)


@transaction.atomic
def update_risk(
    *, actor: User | None, risk_id: int, version: int, changes: Mapping[str, Any]
) -> Risk:
    """Save over exactly the version that was read, or not at all.

    Raises EditedByAnother when somebody saved in between, IllegalStep for a closed risk.
    """
    risk = _still_open(locked(Risk, risk_id, version))
    return change(actor, risk, changes, CHANGEABLE)


@transaction.atomic
def assess_risk(
    *,
    actor: User | None,
    risk: Risk,
    assessed_on: date,
    probability: int,
    consequence: int,
    kind: str = RiskAssessment.Kind.RESIDUAL,
    comment: str = "",
    **follows: Any,
) -> RiskAssessment:
    """A new row, with the scale that held for the unit on that day; what was judged before stays.

    `follows` is what was decided at the same time: `decision`, `review_on`.
    """
    risk = _still_open(locked(Risk, risk.pk))
    scale = risk_scale(risk.unit_id, assessed_on)
    made = RiskAssessment.objects.create(
        risk=risk,
        assessed_on=assessed_on,
        kind=kind,
        probability=probability,
        consequence=consequence,
        steps=scale.steps,
        medium_from=scale.medium_from,
        high_from=scale.high_from,
        comment=comment,
        author=actor,
    )
    log(actor, Event.Action.CHANGE, risk, {"assessments": (None, made.pk)})
    change(actor, risk, follows, ("decision", "review_on"))
    return made


@transaction.atomic
def comment_on_year(*, actor: User | None, risk: Risk, year: int, text: str) -> RiskComment:
    """What the year's report says of the risk: a new row, and the newest of the year holds."""
    made = RiskComment.objects.create(risk=risk, year=year, text=text, author=actor)
    log(actor, Event.Action.CHANGE, risk, {"comments": (None, made.pk)})
    return made


@transaction.atomic
def close_risk(*, actor: User | None, risk: Risk, closed_on: date, closed_because: str) -> Risk:
    """For good: what turns up again is a new risk. Open measures go on, and so do controls."""
    risk = _still_open(locked(Risk, risk.pk))
    if closed_on < risk.opened_on:
        raise IllegalStep("Risken kan inte avslutas innan den identifierades.", "closed_on")
    changes = {"closed_on": closed_on, "closed_because": closed_because}
    return change(actor, risk, changes, changes)


def _still_open(risk: Risk) -> Risk:
    if risk.closed_on is not None:
        raise IllegalStep(RISK_IS_CLOSED)
    return risk
