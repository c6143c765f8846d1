"""The counted figures of the deviation register. One function, one figure, everywhere.

Counting rules (domain: SOSFS 2011:5 and 2011:9, and the errors of published reports):
received = received in the period; investigated = decided with a grade in the period, whatever
year received; open = received and undecided at its end. Everything is read from dates, so a
period looks the same whatever has happened since.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from deviations.models import Cause, Deviation, IvoNotification, Kind, Severity
from deviations.models.choices import COMPLAINT_KINDS, GRADES
from lib.periods import Period
from organisation.groups import Group


@dataclass(frozen=True)
class Reconciliation:
    """carried_over + received = investigated + outside + annulled + open."""

    carried_over: int
    received: int
    investigated: int
    outside: int
    annulled: int
    open: int

    @property
    def adds_up(self) -> bool:
        left = self.investigated + self.outside + self.annulled + self.open
        return self.carried_over + self.received == left


def _received(period: Period) -> Q:
    return Q(received_on__range=(period.start, period.end))


def _carried_over(period: Period) -> Q:
    undecided = Q(decided_on__isnull=True) | Q(decided_on__gte=period.start)
    standing = Q(annulled_on__isnull=True) | Q(annulled_on__gte=period.start)
    return Q(received_on__lt=period.start) & undecided & standing


def _annulled(period: Period) -> Q:
    return Q(annulled_on__range=(period.start, period.end))


def _standing(period: Period) -> Q:
    """Not annulled as far as was known at the end of the period."""
    return Q(annulled_on__isnull=True) | Q(annulled_on__gt=period.end)


def _decided(period: Period) -> Q:
    return Q(decided_on__range=(period.start, period.end)) & _standing(period)


def _investigated(period: Period) -> Q:
    return _decided(period) & Q(severity__in=GRADES)


def _lex_sarah(units: Collection[int]) -> QuerySet[Deviation]:
    return Deviation.objects.within(units).filter(kind=Kind.LEX_SARAH)


def reconciliation(units: Collection[int], period: Period) -> Reconciliation:
    in_hand = _carried_over(period) | _received(period)
    undecided = Q(decided_on__isnull=True) | Q(decided_on__gt=period.end)
    counts = _lex_sarah(units).aggregate(
        carried_over=Count("pk", filter=_carried_over(period)),
        received=Count("pk", filter=_received(period)),
        investigated=Count("pk", filter=_investigated(period)),
        outside=Count("pk", filter=_decided(period) & Q(severity=Severity.OUTSIDE)),
        annulled=Count("pk", filter=in_hand & _annulled(period)),
        open=Count("pk", filter=in_hand & undecided & _standing(period)),
    )
    return Reconciliation(**counts)


def received(units: Collection[int], period: Period) -> Mapping[str, int]:
    """Kind → cases received in the period, without those registered by mistake (annulled).

    One reading for all kinds. Lex Sarah reports are counted by `reconciliation`, where annulled
    ones have a column.
    """
    rows = (
        Deviation.objects.within(units)
        .filter(_received(period) & _standing(period))
        .order_by()
        .values_list("kind")
        .annotate(cases=Count("pk"))
    )
    return Counter(dict(rows))


def investigated_per_grade(groups: Sequence[Group], period: Period) -> dict[str, dict[str, int]]:
    """group name → grade → cases, zeros included: the population is what was investigated."""
    rows = (
        _lex_sarah(_units_of(groups))
        .filter(_investigated(period))
        .order_by()
        .values_list("unit_id", "severity")
        .annotate(cases=Count("pk"))
    )
    table: dict[str, dict[str, int]] = {
        group.name: {grade.value: 0 for grade in GRADES} for group in groups
    }
    for unit_id, severity, cases in rows:
        table[_group_of(groups, unit_id).name][severity] += cases
    return table


@dataclass(frozen=True)
class Causes:
    """Several causes per case, so `named` (orsaker) may exceed `cases` (ärenden)."""

    per_group: Mapping[str, Mapping[str, int]]
    names: Sequence[str]
    named: int
    cases: int


def causes(groups: Sequence[Group], period: Period) -> Causes:
    """Underlying causes of investigated lex Sarah cases."""
    investigated = _lex_sarah(_units_of(groups)).filter(_investigated(period))
    rows = (
        investigated.filter(causes__isnull=False)
        .order_by()
        .values_list("unit_id", "causes__name")
        .annotate(times=Count("pk"))
    )
    names = list(Cause.objects.values_list("name", flat=True))
    table = {group.name: dict.fromkeys(names, 0) for group in groups}
    for unit_id, name, times in rows:
        table[_group_of(groups, unit_id).name][name] += times
    named = sum(sum(row.values()) for row in table.values())
    return Causes(table, names, named, investigated.count())


@dataclass(frozen=True)
class Complaints:
    received: int
    appeals: int


def complaints(groups: Sequence[Group], period: Period) -> dict[str, Complaints]:
    """Synpunkter and klagomål per group; `appeals` are among the received (varav)."""
    rows = (
        Deviation.objects.within(_units_of(groups))
        .filter(_received(period) & _standing(period), kind__in=COMPLAINT_KINDS)
        .order_by()
        .values_list("unit_id")
        .annotate(cases=Count("pk"), appeals=Count("pk", filter=Q(complaint__is_appeal=True)))
    )
    cases: Counter[str] = Counter()
    appeals: Counter[str] = Counter()
    for unit_id, unit_cases, unit_appeals in rows:
        name = _group_of(groups, unit_id).name
        cases[name] += unit_cases
        appeals[name] += unit_appeals
    return {group.name: Complaints(cases[group.name], appeals[group.name]) for group in groups}


def notified_to_ivo(units: Collection[int], period: Period) -> int:
    return IvoNotification.objects.filter(
        deviation__in=_lex_sarah(units), notified_on__range=(period.start, period.end)
    ).count()


def _units_of(groups: Sequence[Group]) -> frozenset[int]:
    return frozenset().union(*(group.unit_ids for group in groups))


def _group_of(groups: Sequence[Group], unit_id: int) -> Group:
    return next(group for group in groups if unit_id in group.unit_ids)


def measure_ids(units: Collection[int], period: Period) -> list[int]:
    """The measures of cases decided in the period, each once however many cases share it."""
    rows = Deviation.objects.within(units).filter(_decided(period), measures__isnull=False)
    return list(rows.order_by("measures").values_list("measures", flat=True).distinct())
