"""The state of measures on a day, read from their follow-ups and not from today's status."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from measures.models import Effect, FollowUp, Measure, Status


@dataclass(frozen=True)
class MeasureState:
    """What stands in a report about a measure, as known at the end of a day.

    `changed_since` is the status that a later follow-up gave it, or "".
    """

    pk: int
    title: str
    status: str
    effect: str = ""
    text: str = ""
    continues_next_year: bool = False
    changed_since: str = ""
    due_on: date | None = None
    has_owner: bool = True
    responsible: str = ""

    @property
    def is_open(self) -> bool:
        return self.status in (Status.NOT_STARTED, Status.ONGOING)

    @property
    def status_text(self) -> str:
        return Status(self.status).label

    @property
    def effect_text(self) -> str:
        return Effect(self.effect).label if self.effect else ""


def created_by(measure_ids: Collection[int], on: date) -> set[int]:
    """Those that were in the register at the end of the day."""
    found = Measure.objects.filter(pk__in=measure_ids, created_at__date__lte=on)
    return set(found.values_list("pk", flat=True))


def status_as_of(measure_ids: Collection[int], on: date) -> dict[int, FollowUp]:
    """Measure id → its newest follow-up on or before the day, in one query.

    A measure that is missing from the answer had not been followed up by then.
    """
    rows = FollowUp.objects.filter(measure_id__in=measure_ids, followed_up_on__lte=on)
    return {row.measure_id: row for row in rows.order_by("followed_up_on", "pk")}


def states(measure_ids: Collection[int], on: date) -> dict[int, MeasureState]:
    """Measure id → its state on the day, of those that were in the register then; two queries.

    A follow-up that is dated before a measure was entered tells that it existed.
    """
    known = status_as_of(measure_ids, on)
    measures = Measure.objects.filter(pk__in=measure_ids).order_by("created_at", "pk")
    measures = measures.select_related("responsible")
    return {
        measure.pk: _state(measure, known.get(measure.pk), measure.status)
        for measure in measures
        if measure.pk in known or timezone.localdate(measure.created_at) <= on
    }


def _state(measure: Measure, then: FollowUp | None, status_now: str) -> MeasureState:
    status = then.status if then else Status.NOT_STARTED
    return MeasureState(
        pk=measure.pk,
        title=measure.title,
        status=status,
        effect=then.effect if then else "",
        text=then.text if then else "",
        continues_next_year=bool(then and then.continues_next_year),
        changed_since=status_now if status_now != status else "",
        due_on=measure.due_on,
        has_owner=measure.responsible_id is not None,
        responsible=measure.responsible.post if measure.responsible else "",
    )


def by_owner(links: Any, owner: str, on: date) -> Mapping[int, list[MeasureState]]:
    """Owner id → the states of its measures on the day, in the order they were entered."""
    owners = list(links.values_list(owner, "measure_id"))
    found = states({measure for _, measure in owners}, on)
    order = {pk: place for place, pk in enumerate(found)}
    owned: dict[int, list[MeasureState]] = defaultdict(list)
    for owner_id, measure_id in sorted(owners, key=lambda pair: order.get(pair[1], -1)):
        if measure_id in found:
            owned[owner_id].append(found[measure_id])
    return owned
