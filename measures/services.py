"""What people do with a measure. Owners (a case, a risk, …) create it; the rest happens here."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from audit import services as audit
from audit.models import Event
from lib.versions import locked, only, write
from measures.models import Effect, FollowUp, Measure, Status
from organisation.models import Unit, User

# Local rule: when it is too early to tell, the effect is asked for again after a quarter.
EFFECT_CHECK_AFTER = timedelta(weeks=13)

CHANGEABLE = frozenset(("title", "description", "kind", "unit", "responsible", "due_on"))
SHOWN = ("status", "effect", "continues_next_year")


@transaction.atomic
def create_measure(
    *,
    actor: User | None,
    title: str,
    kind: str,
    unit: Unit,
    responsible: User | None = None,
    due_on: date | None = None,
    description: str = "",
    origin: str = "",
) -> Measure:
    """Called by the service of the register that owns the measure, never by a view."""
    measure = Measure.objects.create(
        title=title,
        kind=kind,
        unit=unit,
        responsible=responsible,
        due_on=due_on,
        description=description,
        origin=origin,
    )
    _record(actor, Event.Action.CREATE, measure)
    return measure


@transaction.atomic
def update_measure(
    *, actor: User | None, measure_id: int, version: int, changes: Mapping[str, Any]
) -> Measure:
    """Save only over the version that was read.

    Raises:
        EditedByAnother: when somebody saved in between; nothing is written.
        ValueError: for a field that only a follow-up may set.
    """
    only(CHANGEABLE, changes)
    measure = locked(Measure, measure_id, version)
    _record(actor, Event.Action.CHANGE, measure, write(measure, changes))
    return measure


@transaction.atomic
def follow_up(
    *,
    actor: User | None,
    measure: Measure,
    followed_up_on: date,
    status: str,
    effect: str = "",
    text: str = "",
    continues_next_year: bool = False,
) -> FollowUp:
    """Add to the history; the measure shows the newest day's row, even when an older is added."""
    held = locked(Measure, measure.pk)
    added = FollowUp.objects.create(
        measure=held,
        followed_up_on=followed_up_on,
        status=status,
        effect=effect,
        text=text,
        continues_next_year=continues_next_year,
        author=actor,
    )
    newest = held.follow_ups.latest("followed_up_on", "pk")
    before = _values(held, SHOWN)
    _show(newest, on=held)
    changed = audit.changed_fields(before, _values(held, SHOWN))
    _record(actor, Event.Action.CHANGE, held, changed)
    return added


def _show(newest: FollowUp, on: Measure) -> None:
    on.status, on.effect, on.effect_text = newest.status, newest.effect, newest.text
    on.continues_next_year = newest.continues_next_year
    on.follow_up_on = effect_check_on(newest)
    on.save(update_fields=[*SHOWN, "effect_text", "follow_up_on"])


def effect_check_on(newest: FollowUp) -> date | None:
    """When the effect of a finished measure is asked for again, if it must be."""
    unknown = newest.effect in ("", Effect.TOO_EARLY)
    if newest.status == Status.DONE and unknown:
        return newest.followed_up_on + EFFECT_CHECK_AFTER
    return None


def _values(measure: Measure, fields: Any) -> dict[str, Any]:
    return {field: str(getattr(measure, field)) for field in fields}


def _record(
    actor: User | None,
    action: Event.Action,
    measure: Measure,
    changed: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    """The label holds no text of the measure: the log outlives what it describes."""
    audit.record(
        actor=actor,
        action=action,
        obj=measure,
        label=f"Åtgärd {measure.pk}",
        unit=measure.unit,
        changed=changed,
    )
