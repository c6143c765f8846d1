"""Reviews that are not closed change hands when somebody leaves."""

from collections.abc import Collection

from django.db.models import QuerySet

from lib.handover import Held, OutOfSight
from organisation.models import User
from reviews.models import Review
from reviews.services import update_review


def _held(holder: User, units: Collection[int]) -> QuerySet[Review]:
    return Review.objects.filter(responsible=holder, unit_id__in=units, closed_on=None)


def held(holder: User, units: Collection[int]) -> list[Held]:
    rows = _held(holder, units).select_related("unit")
    return [Held(row.code, str(row), row.unit.name) for row in rows]


def hand_over(
    *, actor: User, holder: User, successor: User, keys: Collection[str], units: Collection[int]
) -> int:
    """Raises OutOfSight, before anything is given."""
    chosen = [row for row in _held(holder, units) if row.code in keys]
    seen = Review.objects.visible_to(successor).filter(pk__in=[row.pk for row in chosen])
    reached = set(seen.values_list("pk", flat=True))
    if unseen := [str(row) for row in chosen if row.pk not in reached]:
        raise OutOfSight(unseen)
    for row in chosen:
        changes = {"responsible": successor}
        update_review(actor=actor, pk=row.pk, version=row.version, changes=changes)
    return len(chosen)
