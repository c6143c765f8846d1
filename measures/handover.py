"""Open measures change hands when somebody leaves."""

from collections.abc import Collection

from django.db.models import QuerySet

from lib.handover import Held
from measures.models import Measure
from measures.services import update_measure
from organisation.models import User


def _held(holder: User, units: Collection[int]) -> QuerySet[Measure]:
    return Measure.objects.within(units).open().filter(responsible=holder)


def held(holder: User, units: Collection[int]) -> list[Held]:
    rows = _held(holder, units).select_related("unit")
    return [Held(str(row.pk), row.title, row.unit.name) for row in rows]


def hand_over(
    *, actor: User, holder: User, successor: User, keys: Collection[str], units: Collection[int]
) -> int:
    """In the caller's transaction. What somebody else answers for by now is left as it is."""
    chosen = [row for row in _held(holder, units) if str(row.pk) in keys]
    for row in chosen:
        update_measure(
            actor=actor,
            measure_id=row.pk,
            version=row.version,
            changes={"responsible": successor},
        )
    return len(chosen)
