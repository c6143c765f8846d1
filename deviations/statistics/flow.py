"""How many came in, were decided and remain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter

from django.db.models import Count, Q, Sum

from deviations.models import (
    AnnulledBecause,
    CaseStub,
    Deviation,
    DeviationType,
    Kind,
    Severity,
)
from deviations.models.choices import GRADES
from deviations.statistics.rows import (
    NOT_KNOWN,
    both,
    is_annulled,
    is_carried_over,
    is_decided,
    is_received,
    is_standing,
    is_undecided,
    stubs_of,
)
from lib.periods import Period


@dataclass(frozen=True)
class Reconciliation:
    """carried_over + received = investigated + outside + annulled + open.

    `late` are those of the open ones that came in during the period: received, and not yet
    investigated when it ended.
    """

    carried_over: int = 0
    received: int = 0
    investigated: int = 0
    outside: int = 0
    annulled: int = 0
    open: int = 0
    late: int = 0

    @property
    def adds_up(self) -> bool:
        left = self.investigated + self.outside + self.annulled + self.open
        return self.carried_over + self.received == left


def together(flows: Iterable[Reconciliation]) -> Reconciliation:
    columns = zip(*map(_counts, flows), strict=True)
    return Reconciliation(*map(sum, columns))


_counts = attrgetter(*(part.name for part in fields(Reconciliation)))


def flows(units: Collection[int], period: Period) -> Mapping[int, Reconciliation]:
    """unit id → its lex Sarah reports, in one reading for however many parts of a table."""
    in_hand = is_carried_over(period) | is_received(period)
    still_open = is_undecided(period) & is_standing(period)
    found = both(
        units,
        lambda rows: (
            rows.filter(kind=Kind.LEX_SARAH)
            .values_list("unit_id")
            .annotate(
                carried_over=Count("pk", filter=is_carried_over(period)),
                received=Count("pk", filter=is_received(period)),
                investigated=Count("pk", filter=is_decided(period) & Q(severity__in=GRADES)),
                outside=Count("pk", filter=is_decided(period) & Q(severity=Severity.OUTSIDE)),
                annulled=Count("pk", filter=in_hand & is_annulled(period)),
                open=Count("pk", filter=in_hand & still_open),
                late=Count("pk", filter=is_received(period) & still_open),
            )
        ),
    )
    per_unit: dict[int, Reconciliation] = {}
    for unit_id, *counts in found:
        flow, known = Reconciliation(*counts), per_unit.get(unit_id)
        per_unit[unit_id] = together((known, flow)) if known else flow
    return per_unit


NOTHING = Reconciliation()


def reconciliation(units: Collection[int], period: Period) -> Reconciliation:
    return together((NOTHING, *flows(units, period).values()))


def received_per_unit(units: Collection[int], period: Period) -> Mapping[int, Mapping[str, int]]:
    """unit id → kind → cases received in the period, without those annulled by its end.

    One reading for all kinds. Lex Sarah reports are counted by `flows`, where annulled ones have
    a column.
    """
    found = both(
        units,
        lambda rows: (
            rows.filter(is_received(period), is_standing(period))
            .values_list("unit_id", "kind")
            .annotate(cases=Count("pk"))
        ),
    )
    per_unit: dict[int, Counter[str]] = defaultdict(Counter)
    for unit_id, kind, cases in found:
        per_unit[unit_id][kind] += cases
    return per_unit


def received(units: Collection[int], period: Period) -> Mapping[str, int]:
    """Kind → cases."""
    return sum((Counter(kinds) for kinds in received_per_unit(units, period).values()), Counter())


UNTOLD = Q(reports=None) & ~Q(annulled_because=AnnulledBecause.DUPLICATE)


@dataclass(frozen=True)
class Reported:
    """One event reported by three people is one case and three reports."""

    cases: int = 0
    reports: int = 0


def reported(units: Collection[int], period: Period) -> Mapping[str, Reported]:
    """Kind → cases received in the period and the reports of them.

    A case without a report of its own, as an old register had it, was reported once; the reports
    of one that was joined stand with the other.
    """
    came = is_received(period) & is_standing(period)
    cases = Deviation.objects.within(units).filter(came).order_by().values_list("kind")
    stubs = CaseStub.objects.within(units).filter(came).values_list("kind")
    found = cases.annotate(
        cases=Count("pk", distinct=True), told=Count("reports__pk") + Count("pk", filter=UNTOLD)
    ).union(stubs.annotate(cases=Count("pk"), told=Sum("reporters")), all=True)
    table: dict[str, Reported] = {}
    for kind, count, reports in found:
        before = table.get(kind, Reported())
        table[kind] = Reported(before.cases + count, before.reports + reports)
    return table


def per_type_and_channel(
    units: Collection[int], period: Period, kind: str
) -> Mapping[tuple[str, str], int]:
    """(main type, channel) → cases of the kind received in the period; "" is what is not known.

    Of both at once, by the type's id: in a large register each reading and each join is dear.
    """
    came = is_received(period) & is_standing(period) & Q(kind=kind)
    cases = Deviation.objects.within(units).filter(came).order_by()
    found = cases.values_list("type_id", "channel").annotate(cases=Count("pk"))
    names = _main_types()
    table: Counter[tuple[str, str]] = Counter()
    for type_id, channel, count in found:
        table[names.get(type_id, NOT_KNOWN), channel] += count
    if left := stubs_of(units).filter(came).count():
        table[NOT_KNOWN, NOT_KNOWN] += left
    return table


def _main_types() -> Mapping[int | None, str]:
    rows = DeviationType.objects.values_list("pk", "name", "parent__name")
    return {pk: parent or name for pk, name, parent in rows}
