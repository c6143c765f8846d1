"""The state of measures on a day, read from their follow-ups and not from today's status."""

from collections.abc import Collection
from datetime import date

from measures.models import FollowUp, Measure


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
