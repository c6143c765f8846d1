"""What the investigations came to, and what was done on the way."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from deviations.models import CaseStub, Cause, Information, IvoNotification, Kind
from deviations.models.choices import GRADES, AgeBand
from deviations.statistics.rows import (
    both,
    group_of,
    investigated,
    is_decided,
    is_investigated,
    units_of,
)
from lib.periods import Period
from organisation.groups import Group

CHILDREN = (AgeBand.CHILD, AgeBand.YOUTH)


def investigated_per_grade(groups: Sequence[Group], period: Period) -> dict[str, dict[str, int]]:
    """group name → grade → cases, zeros included: the population is what was investigated."""
    found = both(
        units_of(groups),
        lambda rows: (
            rows.filter(is_investigated(period))
            .values_list("unit_id", "severity")
            .annotate(cases=Count("pk"))
        ),
    )
    table: dict[str, dict[str, int]] = {
        group.name: {grade.value: 0 for grade in GRADES} for group in groups
    }
    for unit_id, severity, cases in found:
        table[group_of(groups, unit_id).name][severity] += cases
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
    found = both(
        units_of(groups),
        lambda rows: (
            rows.filter(is_investigated(period))
            .values_list("unit_id", "causes__name")
            .annotate(times=Count("pk"))
        ),
    )
    names = list(Cause.objects.values_list("name", flat=True))
    table = {group.name: dict.fromkeys(names, 0) for group in groups}
    for unit_id, name, times in found:
        if name is not None:
            table[group_of(groups, unit_id).name][name] += times
    named = sum(sum(row.values()) for row in table.values())
    per_grade = investigated_per_grade(groups, period)
    return Causes(table, names, named, sum(sum(row.values()) for row in per_grade.values()))


@dataclass(frozen=True)
class Ivo:
    """`before_finished` were notified while the investigation was still under way."""

    notified: int
    before_finished: int


def notified_to_ivo(units: Collection[int], period: Period) -> Ivo:
    sent = IvoNotification.objects.filter(
        deviation__unit_id__in=units, deviation__kind=Kind.LEX_SARAH
    ).annotate(decided_on=F("deviation__decided_on"))
    left = CaseStub.objects.within(units).filter(kind=Kind.LEX_SARAH)
    found = [
        decided_on is None or notified_on < decided_on
        for rows in (sent, left)
        for notified_on, decided_on in rows.filter(
            notified_on__range=(period.start, period.end)
        ).values_list("notified_on", "decided_on")
        if notified_on  # for the type checker
    ]
    return Ivo(len(found), sum(found))


@dataclass(frozen=True)
class Time:
    """From received to decided, in days; without those of which only the year is left."""

    cases: int
    median: Decimal | None


def time_to_decision(units: Collection[int], period: Period) -> Time:
    days = [
        (decided - received).days
        for received, decided in investigated(units, period).values_list(
            "received_on", "decided_on"
        )
        if decided  # for the type checker
    ]
    return Time(len(days), Decimal(str(median(days))) if days else None)


@dataclass(frozen=True)
class Documented:
    """Of `cases`: what was done, why it was not done, and neither."""

    cases: int
    done: int
    reason: int

    @property
    def missing(self) -> int:
        return self.cases - self.done - self.reason


def informed(units: Collection[int], period: Period) -> Documented:
    """Whether the person concerned, or who answers for the person, was told by then."""
    told = _information(Information.Act.INFORMED).filter(informed_on__lte=period.end)
    excused = _information(Information.Act.INFORMED).exclude(reason_not="")
    cases = investigated(units, period).annotate(done=Exists(told), excused=Exists(excused))
    return _documented(cases.values_list("done", "excused"))


def heard(units: Collection[int], period: Period) -> Documented:
    """Of cases about children: whether the child's own view stands in the case."""
    asked = _information(Information.Act.HEARD).filter(
        informed_on__lte=period.end, receiver=Information.Receiver.PERSON
    )
    excused = _information(Information.Act.HEARD).exclude(reason_not="")
    children = investigated(units, period).filter(age_band__in=CHILDREN)
    cases = children.annotate(asked=Exists(asked), excused=Exists(excused)).values_list(
        "own_view", "asked", "own_view_missing_reason", "excused"
    )
    return _documented(
        (bool(view.strip()) or asked, bool(reason.strip()) or excused)
        for view, asked, reason, excused in cases
    )


def _information(act: str) -> QuerySet[Information]:
    return Information.objects.filter(
        deviation_id=OuterRef("pk"), act=act, receiver__in=Information.FOR_THE_PERSON
    )


def _documented(cases: Iterable[tuple[bool, bool]]) -> Documented:
    kinds = Counter("done" if done else "reason" if excused else "" for done, excused in cases)
    return Documented(kinds.total(), kinds["done"], kinds["reason"])


def measure_ids(units: Collection[int], period: Period, *kinds: str) -> list[int]:
    """The measures of cases decided in the period, each once however many cases share it."""
    of_kind = Q(kind__in=kinds) if kinds else Q()
    found = both(
        units,
        lambda rows: rows.filter(is_decided(period), of_kind, measures__isnull=False).values_list(
            "measures"
        ),
    )
    return sorted({pk for (pk,) in found})
