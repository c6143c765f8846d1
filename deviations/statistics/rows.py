"""What every figure is counted from: the cases, and what is left of those destroyed by law.

A stub knows years and no days: it counts as received, decided and annulled on the first of the
year, so that a whole year adds up as it was published; of a part of a year it may count too much.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value

from deviations.models import CaseStub, Deviation, Kind
from deviations.models.choices import GRADES
from lib.periods import Period
from organisation.groups import Group

Rows = QuerySet[Any, Any]
# What a stub does not know any more, where a case has a word.
NOT_KNOWN = ""


def both(units: Collection[int], counted: Callable[[Rows], Rows], **words: Any) -> Rows:
    """Grouped counts of cases and of stubs in one question.

    `words` are expressions over a case that a stub has nothing of.
    """
    lost = dict.fromkeys(words, Value(NOT_KNOWN, output_field=CharField()))
    cases = Deviation.objects.within(units).order_by().annotate(**words)
    stubs = CaseStub.objects.within(units).annotate(**lost)
    return counted(cases).union(counted(stubs), all=True)


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
