"""Open risks, controls that hold and processes change hands when somebody leaves."""

from collections.abc import Callable, Collection
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from lib.handover import Held, OutOfSight
from organisation.models import Process, User
from risks.models import Control, Risk
from risks.services import update_control, update_process, update_risk


def _held(model: type[Risk | Control], holder: User, units: Collection[int]) -> Any:
    """Those of the units themselves: a shared risk goes with its own unit."""
    open_ones: Any = model.objects.open_on(timezone.localdate())
    return open_ones.filter(responsible=holder, unit_id__in=units)


def _told(model: type[Risk | Control], holder: User, units: Collection[int]) -> list[Held]:
    rows = _held(model, holder, units).select_related("unit")
    return [Held(row.code, str(row), row.unit.name) for row in rows]


def risks_held(holder: User, units: Collection[int]) -> list[Held]:
    return _told(Risk, holder, units)


def controls_held(holder: User, units: Collection[int]) -> list[Held]:
    return _told(Control, holder, units)


def processes_held(holder: User, units: Collection[int]) -> list[Held]:
    rows = _processes(holder, units).select_related("unit")
    return [Held(str(row.pk), str(row), row.unit.name) for row in rows]


def _processes(holder: User, units: Collection[int]) -> QuerySet[Process]:
    open_ones = Process.objects.open_on(timezone.localdate())
    return open_ones.filter(owner=holder, unit_id__in=units)


def hand_over_processes(
    *, actor: User, holder: User, successor: User, keys: Collection[str], units: Collection[int]
) -> int:
    """Raises OutOfSight, before anything is given."""
    chosen = [row for row in _processes(holder, units) if str(row.pk) in keys]
    _require_seen(Process, chosen, successor)
    for row in chosen:
        changes = {"owner": successor}
        update_process(actor=actor, process_id=row.pk, version=row.version, changes=changes)
    return len(chosen)


def hand_over_risks(
    *, actor: User, holder: User, successor: User, keys: Collection[str], units: Collection[int]
) -> int:
    def give(row: Any) -> None:
        changes = {"responsible": successor}
        update_risk(actor=actor, risk_id=row.pk, version=row.version, changes=changes)

    return _each(Risk, _held(Risk, holder, units), keys, successor, give)


def hand_over_controls(
    *, actor: User, holder: User, successor: User, keys: Collection[str], units: Collection[int]
) -> int:
    def give(row: Any) -> None:
        changes = {"responsible": successor}
        update_control(actor=actor, control_id=row.pk, version=row.version, changes=changes)

    return _each(Control, _held(Control, holder, units), keys, successor, give)


def _each(
    model: type[Risk | Control],
    rows: Any,
    keys: Collection[str],
    successor: User,
    give: Callable[[Any], None],
) -> int:
    """Raises OutOfSight, before anything is given."""
    chosen = [row for row in rows if row.code in keys]
    _require_seen(model, chosen, successor)
    for row in chosen:
        give(row)
    return len(chosen)


def _require_seen(
    model: type[Risk | Control | Process], chosen: Collection[Any], successor: User
) -> None:
    seen = model.objects.visible_to(successor).filter(pk__in=[row.pk for row in chosen])
    reached = set(seen.values_list("pk", flat=True))
    if unseen := [str(row) for row in chosen if row.pk not in reached]:
        raise OutOfSight(unseen)
