"""The case's row under a lock, what may be done with it, and the log of what was."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Self

from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations.clocks import refresh
from deviations.models import Assessment, Cause, Complaint, Deviation
from deviations.models.choices import OPEN_STATUSES
from deviations.process import FINISHED, refusal
from organisation.models import User


class IllegalStep(Exception):
    """The process does not allow it; the message is for the person."""


class Incomplete(IllegalStep):
    """Several things are missing: all of them are told at once."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__("Det här saknas: " + " ".join(missing))
        self.missing = list(missing)


class StaleVersion(Exception):
    """Somebody saved first. Nothing was written; `stored` is the case as it stands."""

    def __init__(self, stored: Deviation, changed_by: str, changed_at: datetime | None) -> None:
        super().__init__(f"{stored.number} har ändrats av {changed_by or 'någon annan'}.")
        self.stored = stored
        self.changed_by = changed_by
        self.changed_at = changed_at

    @classmethod
    def of(cls, stored: Deviation) -> Self:
        last = Event.objects.changes_of(stored).first()
        return cls(stored, last.actor_name if last else "", last.at if last else None)


def locked(pk: int) -> Deviation:
    return Deviation.objects.select_for_update().get(pk=pk)


def open_case(pk: int) -> Deviation:
    case = locked(pk)
    require(case.status in OPEN_STATUSES, FINISHED)
    return case


def about_to(act: str, pk: int) -> Deviation:
    """The locked case, when the process lets it take this step now."""
    case = locked(pk)
    words = refusal(case, act)
    require(not words, words)
    return case


def take(
    actor: User,
    case: Deviation,
    at: Assessment.Step,
    motive: str = "",
    *,
    also: Mapping[str, tuple[Any, Any]] | None = None,
    **new: Any,
) -> Deviation:
    """A step without a grade: who, when and why, the case's new state, and one event."""
    assess(case, actor, at, motive, timezone.localdate())
    return step(actor, case, at=at, also=also, **new)


def step(
    actor: User,
    case: Deviation,
    *,
    at: Assessment.Step | None = None,
    also: Mapping[str, tuple[Any, Any]] | None = None,
    **new: Any,
) -> Deviation:
    """`at` when an assessment tells of it, so that the timeline does not tell it twice."""
    changed = audit.changed_fields(values_of(case, new), new)
    for field, value in new.items():
        setattr(case, field, value)
    case.version += 1
    case.save(update_fields=[*new, "version"])
    refresh(case)
    detail = {"step": str(at)} if at else None
    log(actor, Event.Action.CHANGE, case, changed | dict(also or {}), detail)
    return case


def log(
    actor: User | None,
    action: Event.Action,
    deviation: Deviation,
    changed: Mapping[str, tuple[Any, Any]] | None = None,
    detail: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    audit.record(
        actor=actor,
        action=action,
        obj=deviation,
        label=deviation.number,
        unit=deviation.unit,
        changed=changed,
        detail=detail,
        reason=reason,
    )


def assess(
    case: Deviation,
    actor: User,
    at: Assessment.Step,
    motive: str,
    made_on: date,
    severity: str = "",
    delegation: str = "",
) -> Assessment:
    """Who took which step, when and why; a row that is never changed."""
    return Assessment.objects.create(
        deviation=case,
        step=at,
        motive=motive,
        made_on=made_on,
        made_by=actor,
        made_by_name=str(actor),
        made_by_title=actor.title,
        severity=severity,
        delegation=delegation,
    )


def require(condition: bool, words: str) -> None:
    if not condition:
        raise IllegalStep(words)


def require_complete(missing: Sequence[str]) -> None:
    if missing:
        raise Incomplete(missing)


def require_motive(motive: str, words: str) -> None:
    require(bool(motive.strip()), words)


def values_of(row: Deviation | Complaint, fields: Iterable[str]) -> dict[str, Any]:
    return {
        field: cause_ids(row.causes.all())
        if field == "causes" and isinstance(row, Deviation)
        else getattr(row, field)
        for field in fields
    }


def cause_ids(causes: Iterable[Cause]) -> list[int]:
    return sorted(cause.pk for cause in causes)
