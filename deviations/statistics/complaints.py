"""Synpunkter och klagomål: how many, about what, what came of them, and were they answered."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Q

from deviations.clocks import due_from
from deviations.models import Clock, ClockRule, Complaint, Deviation
from deviations.models.choices import COMPLAINT_KINDS
from deviations.statistics.rows import (
    NOT_KNOWN,
    group_of,
    is_received,
    is_standing,
    stubs_of,
)
from lib.periods import Period
from organisation.groups import Group


@dataclass(frozen=True)
class Complaints:
    received: int
    appeals: int


def _came(period: Period) -> Q:
    return is_received(period) & is_standing(period) & Q(kind__in=COMPLAINT_KINDS)


class Came(NamedTuple):
    """Complaints alike. What a stub does not know is as if it had not been said."""

    unit_id: int
    is_appeal: bool
    topic: str
    outcome: str
    wants_answer: bool
    cases: int


def complaints_received(units: Collection[int], period: Period) -> Sequence[Came]:
    """All that is told of them, in one reading."""
    cases = (
        Deviation.objects.within(units)
        .filter(_came(period))
        .order_by()
        .values_list(
            "unit_id",
            "complaint__is_appeal",
            "complaint__topic",
            "complaint__outcome",
            "complaint__wants_answer",
        )
        .annotate(cases=Count("pk"))
    )
    left = stubs_of(units).filter(_came(period)).values_list("unit_id", "is_appeal")
    return [
        *(
            Came(unit, bool(appeal), topic or NOT_KNOWN, outcome or NOT_KNOWN, bool(wants), count)
            for unit, appeal, topic, outcome, wants, count in cases
        ),
        *(
            Came(unit, appeal, NOT_KNOWN, NOT_KNOWN, wants_answer=False, cases=count)
            for unit, appeal, count in left.annotate(cases=Count("pk"))
        ),
    ]


def complaints(groups: Sequence[Group], came: Iterable[Came]) -> dict[str, Complaints]:
    """Per group; `appeals` are among the received (varav)."""
    received: Counter[str] = Counter()
    appeals: Counter[str] = Counter()
    for one in came:
        name = group_of(groups, one.unit_id).name
        received[name] += one.cases
        appeals[name] += one.cases * one.is_appeal
    return {group.name: Complaints(received[group.name], appeals[group.name]) for group in groups}


def complaint_topics(came: Iterable[Came]) -> Mapping[str, Mapping[str, int]]:
    """Topic → outcome → cases, appeals apart; "" is what has not been said, or is not left."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for one in came:
        if not one.is_appeal:
            table[one.topic][one.outcome] += one.cases
    return table


@dataclass(frozen=True)
class Answers:
    """Of those who wanted one: in time, too late, and not yet."""

    wanted: int = 0
    in_time: int = 0
    late: int = 0

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
