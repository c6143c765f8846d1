"""A synpunkt or a klagomål from receipt to answer, and what it may give rise to."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations.clocks import refresh
from deviations.models import Complaint, Deviation, DeviationReport, Kind, Status
from deviations.services.intake import report_deviation
from deviations.services.rows import IllegalStep, locked, log, open_case, require, values_of
from organisation.access import REPORTING_ROLES, access_of
from organisation.models import User

NOT_ASKED_FOR = "Inget svar begärt."


@transaction.atomic
def confirm_receipt(*, actor: User, deviation: Deviation, confirmed_on: date) -> Deviation:
    """The person has been told that it has come in."""
    case, part = _complaint(deviation)
    require(bool(part.contact), "Personen har inte lämnat hur hen nås, så inget kan bekräftas.")
    require(part.confirmed_on is None, "Mottagandet är redan bekräftat.")
    _require_between(case, confirmed_on, "Bekräftelsen")
    return _change(actor, case, {"confirmed_on": confirmed_on})


@transaction.atomic
def mark_appeal(*, actor: User, deviation: Deviation, is_appeal: bool) -> Deviation:
    """An appeal has a route of its own and is counted apart; a mistake can be taken back."""
    case, part = _complaint(deviation)
    if part.is_appeal == is_appeal:
        return case
    return _change(actor, case, {"is_appeal": is_appeal})


@transaction.atomic
def answer_complaint(
    *, actor: User, deviation: Deviation, answer: str, answered_on: date, outcome: str
) -> Deviation:
    """What was answered, when, by whom, and whether it was well founded.

    Where no answer is asked for that is what is recorded: nobody was answered on any day.
    """
    case, part = _complaint(deviation)
    require(not part.is_handled, "Synpunkten är redan besvarad. Läs svaret i ärendet.")
    require(outcome in Complaint.Outcome.values, "Ange om synpunkten är befogad.")
    told: dict[str, Any] = {"answer": NOT_ASKED_FOR}
    if part.wants_answer or (part.contact and answer.strip()):
        require(bool(answer.strip()), "Skriv det svar som personen har fått.")
        _require_between(case, answered_on, "Svaret")
        told = {"answer": answer, "answered_on": answered_on}
    return _change(actor, case, told | {"answered_by_name": str(actor), "outcome": outcome})


def _complaint(deviation: Deviation) -> tuple[Deviation, Complaint]:
    case = open_case(deviation.pk)
    require(case.is_complaint, "Bara synpunkter och klagomål besvaras.")
    return case, Complaint.objects.select_for_update().get(deviation=case)


def _require_between(case: Deviation, day: date, what: str) -> None:
    require(day >= case.received_on, f"{what} kan inte ligga före den dag synpunkten kom in.")
    require(day <= timezone.localdate(), f"{what} kan inte ligga i framtiden.")


def _change(actor: User, case: Deviation, new: Mapping[str, Any]) -> Deviation:
    """A new version of the case: who has it open for change is told."""
    part = case.complaint
    changed = audit.changed_fields(values_of(part, new), new)
    for field, value in new.items():
        setattr(part, field, value)
    part.save(update_fields=[*new])
    case.version += 1
    case.save(update_fields=["version"])
    refresh(case)
    log(actor, Event.Action.CHANGE, case, changed)
    return case


@transaction.atomic
def deviation_from_complaint(
    *,
    actor: User,
    deviation: Deviation,
    kind: str,
    description: str,
    reporter: User,
    is_safe_now: bool | None = None,
    token: UUID | None = None,
) -> Deviation:
    """A linked case of its own number, counted once beside the complaint.

    Nobody outside can make a lex Sarah report (27 kap. 2 § SoL): a named employee reports it, who
    takes over what was said.
    """
    complaint = locked(deviation.pk)
    require(complaint.is_complaint, "Bara en synpunkt eller ett klagomål kan bli en avvikelse.")
    require(complaint.status != Status.ANNULLED, "Ärendet är annullerat.")
    if kind not in (Kind.INTERNAL, Kind.LEX_SARAH):
        raise IllegalStep("Välj intern avvikelse eller lex Sarah.")
    require(
        access_of(reporter).has(*REPORTING_ROLES),
        f"{reporter} arbetar inte i verksamheten och kan inte stå som rapportör.",
    )
    _require_first(complaint, kind, token, description)
    return report_deviation(
        actor=actor,
        kind=kind,
        unit=complaint.unit,
        description=description,
        details={"occurred_on": complaint.occurred_on, "is_safe_now": is_safe_now},
        token=token,
        reported_for=None if reporter == actor else reporter,
        origin=complaint,
    )


def _require_first(complaint: Deviation, kind: str, token: UUID | None, text: str) -> None:
    """The same form sent twice gives the same case; another form must not make a second."""
    others = Deviation.objects.filter(origin=complaint, kind=kind).exclude(status=Status.ANNULLED)
    if token:
        same = DeviationReport.objects.filter(token=token, text=text)
        others = others.exclude(pk__in=same.values("deviation_id"))
    require(not others.exists(), "Det finns redan en sådan rapport ur den här synpunkten.")
