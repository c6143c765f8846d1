"""Open risks, and controls that hold, change hands when somebody leaves."""

from collections.abc import Callable, Collection
from typing import Any

from django.utils import timezone

from lib.handover import Held, OutOfSight
from organisation.models import User
from risks.models import Control, Risk
from risks.services import update_control, update_risk


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
    seen = model.objects.visible_to(successor).filter(pk__in=[row.pk for row in chosen])
    reached = set(seen.values_list("pk", flat=True))
    if unseen := [str(row) for row in chosen if row.pk not in reached]:
        raise OutOfSight(unseen)
    for row in chosen:
        give(row)
    return len(chosen)
