"""The ställningstagande that ends an investigation."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations.models import Assessment, Cause, Deviation, Kind, Severity, Status
from deviations.process import CLEARLY_NOT
from deviations.services.intake import REPORTABLE, create_case
from deviations.services.rows import (
    about_to,
    assess,
    cause_ids,
    log,
    require,
    require_motive,
    step,
)
from deviations.services.suspicion import came_from_avvikelse, give_back
from organisation.models import User


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
    """Lex Sarah cases get their grade.

    What falls outside lex Sarah is an avvikelse again, or gives rise to one: each counted once.
    """
    case = about_to("decide", deviation.pk)
    require_motive(motive, "Ange en motivering till beslutet.")
    _require_grade(case, severity)
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
        at=Assessment.Step.DECISION,
        also=audit.changed_fields({"causes": before}, {"causes": chosen}),
        severity=severity,
        decided_on=decided_on,
        status=Status.MEASURES if case.measures.exists() else Status.DECIDED,
    )
    if severity == Severity.OUTSIDE:
        _back_to_the_place(actor, case)
    return case


def _require_grade(case: Deviation, severity: str) -> None:
    if not case.is_lex_sarah:
        require(not severity, "Bara lex Sarah-ärenden har en grad.")
        return
    require(bool(severity), "Ange grad: ett beslut i ett lex Sarah-ärende har alltid en grad.")
    require(
        case.status == Status.INVESTIGATED or severity in CLEARLY_NOT,
        "Bara det som uppenbart inte är ett missförhållande beslutas utan utredning. Gör den"
        " initiala bedömningen och utred ärendet.",
    )
    require(
        case.status == Status.INVESTIGATED or not case.is_with_ivo,
        "Ärendet är anmält till IVO, och då ska utredningen bli klar före beslutet.",
    )


def _back_to_the_place(actor: User, case: Deviation) -> None:
    if came_from_avvikelse(case):
        give_back(actor, case, "Händelsen faller inte inom lex Sarah.")
    else:
        _continue_as_internal(actor, case)


def _continue_as_internal(actor: User, case: Deviation) -> Deviation:
    """With the manager of the place. Its reports stay with the lex Sarah case."""
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
