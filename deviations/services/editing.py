"""Changing what a case says: over exactly the version that was read, or not at all."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F

from audit import services as audit
from audit.models import Event
from deviations.clocks import refresh
from deviations.models import Complaint, Deviation
from deviations.models.choices import OPEN_STATUSES
from deviations.process import possible, refusal
from deviations.services.intake import COMPLAINT_FIELDS, REPORTABLE
from deviations.services.rows import (
    StaleVersion,
    cause_ids,
    locked,
    log,
    require,
    values_of,
)
from deviations.services.slips import move_insight, tell_manager
from lib.versions import only
from organisation.access import access_of
from organisation.models import Role, Unit, User

CHANGEABLE = REPORTABLE | {
    "unit",
    "description",
    "diary_number",
    "own_view",
    "own_view_missing_reason",
    "could_recur",
    "happened_before",
    "happened_before_text",
    "type",
    "causes",
}


@transaction.atomic
def update_deviation(
    *,
    actor: User,
    deviation_id: int,
    version: int,
    changes: Mapping[str, Any],
    complaint: Mapping[str, Any] | None = None,
) -> Deviation:
    """Save over exactly the version that was read, or not at all.

    Raises StaleVersion when somebody saved in between, IllegalStep for a case that is finished.
    """
    only(CHANGEABLE, changes)
    only(COMPLAINT_FIELDS, complaint or {})
    if "causes" in changes:
        changes = {**changes, "causes": cause_ids(changes["causes"])}
    case = locked(deviation_id)
    if case.version != version:
        raise StaleVersion.of(case)
    require(case.status in OPEN_STATUSES, "Ett avslutat eller annullerat ärende kan inte ändras.")
    require(possible(case, "edit"), refusal(case, "edit"))
    require_impartial(case, changes.get("unit", case.unit))
    left, changed = case.unit, audit.changed_fields(values_of(case, changes), changes)
    if complaint:
        changed |= audit.changed_fields(values_of(case.complaint, complaint), complaint)
    if changed:
        _write(case, {field: new for field, (_, new) in changed.items()})
        log(actor, Event.Action.CHANGE, case, changed)
    if "unit" in changed:
        move_insight(case, left)
        if case.is_lex_sarah:
            tell_manager(actor, case)
    return case


def require_impartial(case: Deviation, unit: Unit) -> None:
    """A case that moves must not come to lie with the one who investigates it."""
    manages = case.investigator and access_of(case.investigator).covers(unit.pk, Role.MANAGER)
    require(
        not (case.restricted and manages and unit.pk != case.unit_id),
        f"{case.investigator} är chef för {unit}. Utse en annan utredare först.",
    )


def _write(case: Deviation, new: Mapping[str, Any]) -> None:
    """Columns, causes and the complaint's part, under one step of the version."""
    columns = {field: value for field, value in new.items() if field in CHANGEABLE - {"causes"}}
    Deviation.objects.filter(pk=case.pk).update(**columns, version=F("version") + 1)
    if "causes" in new:
        case.causes.set(new["causes"])
    of_complaint = {field: value for field, value in new.items() if field in COMPLAINT_FIELDS}
    if of_complaint:
        Complaint.objects.filter(deviation=case).update(**of_complaint)
    case.refresh_from_db()
    refresh(case)
