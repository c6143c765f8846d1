"""Synpunkter och klagomål: how many, about what, what came of them, and were they answered."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q

from deviations.clocks import due_from
from deviations.models import CaseStub, Clock, ClockRule, Complaint, Deviation
from deviations.models.choices import COMPLAINT_KINDS
from deviations.statistics.rows import (
    NOT_KNOWN,
    group_of,
    is_received,
    is_standing,
    units_of,
)
from lib.periods import Period
from organisation.groups import Group


@dataclass(frozen=True)
class Complaints:
    received: int
    appeals: int


def _came(period: Period) -> Q:
    return is_received(period) & is_standing(period) & Q(kind__in=COMPLAINT_KINDS)


def complaints(groups: Sequence[Group], period: Period) -> dict[str, Complaints]:
    """Per group; `appeals` are among the received (varav)."""
    units = units_of(groups)
    cases = Deviation.objects.within(units).filter(_came(period)).order_by().values_list("unit_id")
    stubs = CaseStub.objects.within(units).filter(_came(period)).values_list("unit_id")
    found = cases.annotate(
        cases=Count("pk"), appeals=Count("pk", filter=Q(complaint__is_appeal=True))
    ).union(
        stubs.annotate(cases=Count("pk"), appeals=Count("pk", filter=Q(is_appeal=True))), all=True
    )
    received: Counter[str] = Counter()
    appeals: Counter[str] = Counter()
    for unit_id, unit_cases, unit_appeals in found:
        name = group_of(groups, unit_id).name
        received[name] += unit_cases
        appeals[name] += unit_appeals
    return {group.name: Complaints(received[group.name], appeals[group.name]) for group in groups}


def complaint_topics(units: Collection[int], period: Period) -> Mapping[str, Mapping[str, int]]:
    """Topic → outcome → cases, appeals apart; "" is what has not been said, or is not left."""
    cases = (
        Deviation.objects.within(units)
        .filter(_came(period))
        .exclude(complaint__is_appeal=True)
        .order_by()
        .annotate(topic=F("complaint__topic"), outcome=F("complaint__outcome"))
        .values_list("topic", "outcome")
        .annotate(cases=Count("pk"))
    )
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for topic, outcome, count in cases:
        table[topic or NOT_KNOWN][outcome or NOT_KNOWN] += count
    left = CaseStub.objects.within(units).filter(_came(period), is_appeal=False).count()
    if left:
        table[NOT_KNOWN][NOT_KNOWN] += left
    return table


@dataclass(frozen=True)
class Answers:
    """Of those who wanted one: in time, too late, and not yet."""

    wanted: int
    in_time: int
    late: int

    @property
    def waiting(self) -> int:
        return self.wanted - self.in_time - self.late


def answers(units: Collection[int], period: Period) -> Answers:
    """Against the promise of the day the complaint came in."""
    rules = list(ClockRule.objects.filter(clock=Clock.ANSWER))
    asked = Complaint.objects.filter(
        deviation__in=Deviation.objects.within(units).filter(_came(period)), wants_answer=True
    )
    told: Counter[str] = Counter()
    for came_on, answered_on in asked.values_list("deviation__received_on", "answered_on"):
        promised = due_from(rules, Clock.ANSWER, came_on)
        if answered_on is None or answered_on > period.end:
            told["waiting"] += 1
        else:
            told["late" if promised and answered_on > promised else "in_time"] += 1
    return Answers(told.total(), told["in_time"], told["late"])
