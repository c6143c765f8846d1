from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date as Date
from datetime import datetime, time
from typing import Any, Protocol

from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from audit import chain, context
from audit.actors import Actor, identity
from audit.hashing import hashed_changes
from audit.models import Door, Event, Seal

RETENTION_YEARS = 5  # HSLF-FS 2016:40 ch. 4 § 9: logs are kept at least five years
MAX_DETAIL_TEXT = 120


class AuditUnavailable(Exception):
    """The log could not be written, so what was to be logged must not happen."""


class NamedRow(Protocol):
    @property
    def pk(self) -> Any: ...

    @property
    def name(self) -> str: ...


def record(
    *,
    actor: Actor,
    action: Event.Action | str,
    obj: models.Model | None = None,
    object_type: str = "",
    object_id: object = None,
    label: str = "",
    unit: NamedRow | None = None,
    changed: Mapping[str, tuple[Any, Any]] | None = None,
    detail: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Event:
    """Write one event, in the caller's transaction.

    `changed` is kept as field names with keyed hashes; `detail` holds numbers, ids and short
    codes, never free text. Raises AuditUnavailable when the row cannot be written.
    """
    actor_id, actor_name = identity(actor)
    if obj is not None:
        object_type, object_id = obj._meta.label_lower, obj.pk
    object_id = "" if object_id is None else str(object_id)
    origin = context.current()
    return _written(
        Event(
            actor_id=actor_id,
            actor_name=actor_name,
            action=action,
            object_type=object_type,
            object_id=object_id,
            label=label[:200],
            unit_id=unit.pk if unit else None,
            unit_name=unit.name[:200] if unit else "",
            changes=hashed_changes(changed or {}, object_type, object_id),
            detail=_without_free_text(detail or {}),
            reason=reason,
            request_id=origin.request_id[:64],
            ip=origin.ip,
        )
    )


def _written(event: Event) -> Event:
    try:
        event.save(force_insert=True)
    except DatabaseError as error:
        raise AuditUnavailable("the event could not be written") from error
    return event


def _without_free_text(detail: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in detail.items():
        if isinstance(value, str) and len(value) > MAX_DETAIL_TEXT:
            raise ValueError(f"detail[{key!r}] looks like free text, which the log must not hold")
    return dict(detail)


def record_read(*, actor: Actor, obj: models.Model, unit: NamedRow | None = None) -> Event:
    """To be called before the page is sent: what cannot be logged is not shown."""
    return record(actor=actor, action=Event.Action.READ, obj=obj, unit=unit)


def record_list(
    *,
    actor: Actor,
    object_type: str,
    ids: Iterable[int],
    action: Event.Action | str = Event.Action.LIST,
) -> Event:
    shown = list(ids)
    detail = {"ids": shown, "count": len(shown)}
    return record(actor=actor, action=action, object_type=object_type, detail=detail)


def record_export(*, actor: Actor, model: type[models.Model], count: int, **detail: Any) -> Event:
    """A list that left the house as a file."""
    return record(
        actor=actor,
        action=Event.Action.EXPORT,
        object_type=model._meta.label_lower,
        detail={"count": count, **detail},
    )


def record_denied(*, actor: Actor, path: str) -> Event:
    detail = {"path": path[:MAX_DETAIL_TEXT]}
    return record(actor=actor, action=Event.Action.DENIED, detail=detail)


def changed_fields(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, tuple[Any, Any]]:
    """Field -> (old, new) for the fields of `after` that differ; feed it to `record(changed=)`."""
    return {
        field: (before.get(field), value)
        for field, value in after.items()
        if before.get(field) != value
    }


@contextmanager
def opened_door(*, actor: Actor, reason: str) -> Iterator[None]:
    """The one sanctioned way to delete log rows; itself logged, all in one transaction.

    Everything is sealed first, so that a verification sees whatever was removed beyond the
    oldest part. An emptied log begins anew with the event that says so.
    """
    if not reason.strip():
        raise ValueError("Gallring av loggen kräver ett skäl.")
    with transaction.atomic():
        chain.seal(everything=True)
        head, count = chain.head(), Event.objects.count()
        door = Door.objects.create()
        yield
        record(
            actor=actor,
            action=Event.Action.PURGE,
            reason=reason,
            detail=_purge_detail(head, count),
        )
        door.delete()


def _purge_detail(head: chain.Head | None, count_before: int) -> dict[str, Any]:
    return {
        "head": str(head or ""),
        "base": str(chain.purged_base() or ""),
        "emptied": head is not None and not Seal.objects.exists(),
        "removed": count_before - Event.objects.count(),
    }


def purge_before(*, actor: Actor, date: Date, reason: str) -> int:
    """Remove the oldest sealed events, those before `date`; return how many.

    The last removed event's seal stays, so that the chain still verifies. Raises ValueError for
    a date within the time that the log must be kept.
    """
    if date > earliest_kept(timezone.localdate()):
        raise ValueError(f"Loggen ska sparas i minst {retention_years()} år.")
    with opened_door(actor=actor, reason=reason):
        last = _last_position_before(date)
        old = Seal.objects.filter(position__lte=last)
        count, _ = Event.objects.filter(pk__in=old.values("event_id")).delete()
        old.filter(position__lt=last).delete()
    return count


def retention_years() -> int:
    return int(getattr(settings, "AUDIT_RETENTION_YEARS", RETENTION_YEARS))


def earliest_kept(today: Date) -> Date:
    """The day before which events may be purged."""
    try:
        return today.replace(year=today.year - retention_years())
    except ValueError:  # 29 February
        return today.replace(year=today.year - retention_years(), day=28)


def _last_position_before(date: Date) -> int:
    """The chain's unbroken oldest part: up to the first seal of an event that must stay."""
    start = timezone.make_aware(datetime.combine(date, time.min))
    kept = Seal.objects.filter(event_id__in=Event.objects.filter(at__gte=start).values("pk"))
    first_kept = kept.order_by("position").values_list("position", flat=True).first()
    newest = Seal.objects.order_by("-position").values_list("position", flat=True).first()
    return first_kept - 1 if first_kept else newest or 0
