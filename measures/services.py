"""What people do with a measure. Owners (a case, a risk, …) create it; the rest happens here."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from audit import services as audit
from audit.models import Event
from measures.models import Effect, FollowUp, Measure, Status
from organisation.models import Unit, User

# Local rule: when it is too early to tell, the effect is asked for again after a quarter.
EFFECT_CHECK_AFTER = timedelta(weeks=13)

CHANGEABLE = frozenset(("title", "description", "kind", "unit", "responsible", "due_on"))
SHOWN = ("status", "effect", "continues_next_year")


class EditedByAnother(Exception):
    """Somebody saved first; `saved` is the row as it stands now."""

    def __init__(self, saved: Measure) -> None:
        super().__init__(f"Åtgärd {saved.pk} har ändrats av någon annan.")
        self.saved = saved


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
    if not CHANGEABLE.issuperset(changes):
        raise ValueError(f"Not changeable: {sorted(set(changes) - CHANGEABLE)}")
    before = Measure.objects.select_for_update().get(pk=measure_id)
    saved = Measure.objects.filter(pk=measure_id, version=version).update(
        **changes, version=F("version") + 1
    )
    if not saved:
        raise EditedByAnother(before)
    after = Measure.objects.get(pk=measure_id)
    changed = audit.changed_fields(_values(before, changes), _values(after, changes))
    _record(actor, Event.Action.CHANGE, after, changed)
    return after


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
    locked = Measure.objects.select_for_update().get(pk=measure.pk)
    added = FollowUp.objects.create(
        measure=locked,
        followed_up_on=followed_up_on,
        status=status,
        effect=effect,
        text=text,
        continues_next_year=continues_next_year,
        author=actor,
    )
    newest = locked.follow_ups.latest("followed_up_on", "pk")
    before = _values(locked, SHOWN)
    _show(newest, on=locked)
    changed = audit.changed_fields(before, _values(locked, SHOWN))
    _record(actor, Event.Action.CHANGE, locked, changed)
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
