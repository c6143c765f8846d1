"""The steps of a case. What the process does not allow is refused here, whatever the page shows."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations.models import (
    AnnulledBecause,
    Assessment,
    Cause,
    Deviation,
    Feedback,
    Kind,
    Severity,
    Status,
)
from deviations.models.choices import OPEN_STATUSES
from deviations.services.intake import REPORTABLE, create_case
from deviations.services.rows import (
    assess,
    cause_ids,
    locked,
    log,
    open_case,
    require,
    step,
    undecided,
)
from measures.models import Measure
from measures.services import create_measure
from organisation.access import access_of
from organisation.models import Role, User

INVESTIGATORS = (Role.INVESTIGATOR, Role.LEX_SARAH)


@transaction.atomic
def assign_investigator(*, actor: User, deviation: Deviation, investigator: User) -> Deviation:
    case = undecided(deviation.pk)
    access = access_of(investigator)
    require(
        access.covers(case.unit_id, *investigator_roles(case)),
        f"{investigator} är inte utredare för {case.unit}.",
    )
    require(
        not (case.restricted and access.covers(case.unit_id, Role.MANAGER)),
        "Enhetens chef kan inte utreda en lex Sarah-rapport om den egna enheten.",
    )
    return step(actor, case, investigator=investigator, status=Status.INVESTIGATION)


def investigator_roles(deviation: Deviation) -> tuple[Role, ...]:
    """Who may investigate: a manager too, where it is no lex Sarah case."""
    return INVESTIGATORS if deviation.restricted else (*INVESTIGATORS, Role.MANAGER)


@transaction.atomic
def decide(
    *,
    actor: User,
    deviation: Deviation,
    motive: str,
    decided_on: date,
    severity: str = "",
    causes: Iterable[Cause] = (),
    delegation: str = "",
) -> Deviation:
    """The ställningstagande that ends the investigation; lex Sarah cases get their grade.

    What falls outside lex Sarah gives rise to a linked internal case, and each is counted once.
    """
    case = undecided(deviation.pk)
    require(bool(motive.strip()), "Ange en motivering till beslutet.")
    require(case.is_lex_sarah == bool(severity), _about_severity(case))
    require(
        case.received_on <= decided_on <= timezone.localdate(),
        "Beslutsdatumet ska ligga mellan den dag ärendet kom in och i dag.",
    )
    before, chosen = cause_ids(case.causes.all()), cause_ids(causes)
    case.causes.set(chosen)
    assess(case, actor, Assessment.Step.DECISION, motive, decided_on, severity, delegation)
    step(
        actor,
        case,
        also=audit.changed_fields({"causes": before}, {"causes": chosen}),
        severity=severity,
        decided_on=decided_on,
        status=Status.DECIDED,
    )
    if severity == Severity.OUTSIDE:
        _continue_as_internal(actor, case)
    return case


def _about_severity(case: Deviation) -> str:
    if case.is_lex_sarah:
        return "Ange grad: ett beslut i ett lex Sarah-ärende har alltid en grad."
    return "Bara lex Sarah-ärenden har en grad."


def _continue_as_internal(actor: User, case: Deviation) -> Deviation:
    """Back to the manager of the place. Its reports stay with the lex Sarah case."""
    details = {field: getattr(case, field) for field in REPORTABLE}
    internal = create_case(
        Kind.INTERNAL,
        case.unit,
        case.description,
        details,
        reporting_unit=case.reporting_unit,
        received_on=case.decided_on,
        origin=case,
    )
    log(actor, Event.Action.CREATE, internal, detail={"origin": case.number})
    return internal


@transaction.atomic
def close_deviation(*, actor: User, deviation: Deviation) -> Deviation:
    case = locked(deviation.pk)
    require(case.decided_on is not None, "Ärendet kan avslutas först när det är beslutat.")
    require(case.status in OPEN_STATUSES, "Ärendet är redan avslutat.")
    return step(actor, case, closed_on=timezone.localdate(), status=Status.CLOSED)


@transaction.atomic
def annul_deviation(*, actor: User, deviation: Deviation, motive: str) -> Deviation:
    """Registered by mistake. Nothing is deleted: the number stays taken, the motive is kept."""
    case = undecided(deviation.pk)
    require(bool(motive.strip()), "Ange varför ärendet annulleras.")
    today = timezone.localdate()
    assess(case, actor, Assessment.Step.ANNULMENT, motive, today)
    return step(
        actor,
        case,
        annulled_on=today,
        annulled_because=AnnulledBecause.MISTAKE,
        status=Status.ANNULLED,
    )


@transaction.atomic
def give_feedback(*, actor: User, deviation: Deviation, text: str) -> Feedback:
    """Told to the reporters on their own page; they never see the case itself."""
    case = locked(deviation.pk)
    feedback = Feedback.objects.create(deviation=case, text=text, given_by_name=str(actor))
    log(actor, Event.Action.CHANGE, case, {"feedback": (None, text)})
    return feedback


@transaction.atomic
def add_measure(*, actor: User, deviation: Deviation, **fields: Any) -> Measure:
    """A new measure at the case's unit; elsewhere its origin is just "ärende"."""
    case = open_case(deviation.pk)
    measure = create_measure(actor=actor, unit=case.unit, origin="ärende", **fields)
    return _link(actor, case, measure)


@transaction.atomic
def link_measure(*, actor: User, deviation: Deviation, measure: Measure) -> Measure:
    return _link(actor, open_case(deviation.pk), measure)


def _link(actor: User, case: Deviation, measure: Measure) -> Measure:
    case.measures.add(measure)
    log(actor, Event.Action.CHANGE, case, {"measures": (None, measure.pk)})
    return measure
