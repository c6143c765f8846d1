"""What every figure is counted from: the cases, and what is left of those destroyed by law.

A stub knows years and no days: it counts as received, decided and annulled on the first of the
year, so that a whole year adds up as it was published; of a part of a year it may count too much.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from deviations.models import CaseStub, Deviation, Kind
from deviations.models.choices import GRADES
from lib.composed import Composed
from lib.periods import Period
from organisation.groups import Group

Rows = QuerySet[Any, Any]
# What a stub does not know any more, where a case has a word.
NOT_KNOWN = ""


# Where nothing has been destroyed, composing the other half costs more than asking whether it is.
_any_stub = Composed(lambda: CaseStub.objects.values_list("pk")[:1])


def stubs_of(units: Collection[int]) -> QuerySet[CaseStub]:
    return CaseStub.objects.within(units) if _any_stub.ask() else CaseStub.objects.none()


def both(units: Collection[int], counted: Callable[[Rows], Rows]) -> Rows:
    """Grouped counts of cases and of stubs in one question."""
    cases = counted(Deviation.objects.within(units).order_by())
    if not _any_stub.ask():
        return cases
    return cases.union(counted(CaseStub.objects.within(units)), all=True)


def is_received(period: Period) -> Q:
    return Q(received_on__range=(period.start, period.end))


def is_carried_over(period: Period) -> Q:
    undecided = Q(decided_on__isnull=True) | Q(decided_on__gte=period.start)
    standing = Q(annulled_on__isnull=True) | Q(annulled_on__gte=period.start)
    return Q(received_on__lt=period.start) & undecided & standing


def is_annulled(period: Period) -> Q:
    return Q(annulled_on__range=(period.start, period.end))


def is_standing(period: Period) -> Q:
    """Not annulled as far as was known at the end of the period."""
    return Q(annulled_on__isnull=True) | Q(annulled_on__gt=period.end)


def is_undecided(period: Period) -> Q:
    return Q(decided_on__isnull=True) | Q(decided_on__gt=period.end)


def is_decided(period: Period) -> Q:
    return Q(decided_on__range=(period.start, period.end)) & is_standing(period)


def is_investigated(period: Period) -> Q:
    """Decided with a grade: what falls outside lex Sarah is not among them."""
    return Q(kind=Kind.LEX_SARAH, severity__in=GRADES) & is_decided(period)


def investigated(units: Collection[int], period: Period) -> QuerySet[Deviation]:
    """The cases themselves, for what a stub says nothing of."""
    return Deviation.objects.within(units).filter(is_investigated(period)).order_by()


def units_of(groups: Sequence[Group]) -> frozenset[int]:
    return frozenset().union(*(group.unit_ids for group in groups))


def group_of(groups: Sequence[Group], unit_id: int) -> Group:
    return next(group for group in groups if unit_id in group.unit_ids)
