"""Closed periods. A period that is locked for a unit is locked for everything under it.

Asked by the services, and by whoever writes outcomes in bulk: nothing goes past a lock.
"""

from collections.abc import Collection, Iterable

from indicators.models import PeriodLock, ReportingPeriod
from lib.refusals import Refused
from organisation.models import Unit, UnitClosure

Place = tuple[int, int, str]  # unit, year and period


class PeriodLocked(Refused):
    """The message says what to do."""

    def __init__(self, lock: PeriodLock) -> None:
        super().__init__(sentence(lock))
        self.lock = lock


def sentence(lock: PeriodLock) -> str:
    label = f"{ReportingPeriod(lock.period).label} {lock.year}"
    return (
        f"{label} är låst för {lock.unit} sedan {lock.locked_at:%Y-%m-%d}. Be "
        "kvalitetssamordnaren öppna perioden om något ska ändras."
    )


def lock_of(unit_id: int, year: int, period: str) -> PeriodLock | None:
    """The lock that closes the period for the unit, its own or one above."""
    above = UnitClosure.objects.filter(descendant_id=unit_id).values("ancestor_id")
    found = PeriodLock.objects.filter(
        unlocked_at=None, year=year, period=period, unit_id__in=above
    ).select_related("unit")
    return found.first()


def refuse_locked(unit: Unit, year: int, period: str) -> None:
    if lock := lock_of(unit.pk, year, period):
        raise PeriodLocked(lock)


def in_force() -> set[Place]:
    """Every lock, at the unit that it was set for."""
    locks = PeriodLock.objects.filter(unlocked_at=None)
    return set(locks.values_list("unit_id", "year", "period"))


def locked_places(units: Collection[int]) -> frozenset[Place]:
    """Every closed period of the units, in one question: for writing many outcomes at once."""
    locks = in_force()
    below = UnitClosure.objects.filter(
        ancestor_id__in={unit for unit, _, _ in locks}, descendant_id__in=units
    ).values_list("ancestor_id", "descendant_id")
    return frozenset(_spread(locks, list(below)))


def _spread(locks: Iterable[Place], below: Collection[tuple[int, int]]) -> Iterable[Place]:
    for unit, year, period in locks:
        for ancestor, descendant in below:
            if ancestor == unit:
                yield descendant, year, period
