"""Who enters what, when a period is closed, and who is reminded."""

from collections.abc import Collection
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from indicators.models import CollectionPlan, Indicator, OutcomeReminder, PeriodLock
from organisation.models import Unit, User


class AlreadyLocked(Exception):
    """Locked once is locked."""


@transaction.atomic
def plan_collection(
    *,
    actor: User | None,
    indicator: Indicator,
    unit: Unit,
    periods: Collection[str],
    responsible: User | None,
) -> None:
    """The unit is to enter outcomes in these periods of each year; said again, it is changed."""
    for period in periods:
        place: dict[str, Any] = {"indicator": indicator, "unit": unit, "period": period}
        row, is_new = CollectionPlan.objects.get_or_create(
            **place, defaults={"responsible": responsible}
        )
        before = None if is_new else row.responsible_id
        if not is_new and before == (responsible.pk if responsible else None):
            continue
        row.responsible = responsible
        row.save(update_fields=["responsible"])
        _log_plan(actor, Event.Action.CREATE if is_new else Event.Action.CHANGE, row)


@transaction.atomic
def stop_collecting(*, actor: User | None, plan: CollectionPlan) -> None:
    """What has been entered stays."""
    _log_plan(actor, Event.Action.DELETE, plan)
    plan.delete()


def _log_plan(actor: User | None, action: Event.Action, row: CollectionPlan) -> None:
    audit.record(
        actor=actor,
        action=action,
        obj=row,
        label=f"{row.indicator.code}, {row.get_period_display()}",
        unit=row.unit,
        detail={"responsible": row.responsible_id or 0},
    )


@transaction.atomic
def lock_period(*, actor: User, unit: Unit, year: int, period: str) -> PeriodLock:
    """Raises AlreadyLocked."""
    try:
        with transaction.atomic():
            lock = PeriodLock.objects.create(
                unit=unit, year=year, period=period, locked_by_name=str(actor)[:120]
            )
    except IntegrityError as error:
        raise AlreadyLocked("Perioden är redan låst.") from error
    _log_lock(actor, lock)
    return lock


@transaction.atomic
def unlock_period(*, actor: User, lock: PeriodLock, motive: str) -> PeriodLock:
    """The row stays and says who opened the period, when and why."""
    row = PeriodLock.objects.select_for_update().get(pk=lock.pk)
    if row.unlocked_at is not None:
        return row
    row.unlocked_at, row.unlocked_by_name, row.motive = timezone.now(), str(actor)[:120], motive
    row.save(update_fields=["unlocked_at", "unlocked_by_name", "motive"])
    _log_lock(actor, row)
    return row


def _log_lock(actor: User, lock: PeriodLock) -> None:
    is_open = lock.unlocked_at is not None
    audit.record(
        actor=actor,
        action=Event.Action.CHANGE if is_open else Event.Action.CREATE,
        obj=lock,
        label=str(lock),
        unit=lock.unit,
        changed=audit.changed_fields({"motive": ""}, {"motive": lock.motive}) if is_open else None,
    )


@transaction.atomic
def note_reminder(
    *, actor: User, unit: Unit, year: int, period: str, receiver: User
) -> OutcomeReminder | None:
    """None where the person has been reminded of the period at the unit today."""
    row, is_new = OutcomeReminder.objects.get_or_create(
        unit=unit,
        year=year,
        period=period,
        receiver=receiver,
        sent_on=timezone.localdate(),
        defaults={"sent_by_name": str(actor)[:120]},
    )
    if not is_new:
        return None
    audit.record(
        actor=actor,
        action=Event.Action.CREATE,
        obj=row,
        label=f"{row.get_period_display()} {year}",
        unit=unit,
        detail={"receiver": receiver.pk},
    )
    return row
