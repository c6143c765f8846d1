"""The deadlines of a case: which clocks run, until when, and on what ground.

How long each may take is data (ClockRule). A case keeps its next deadline in two columns, so that
lists and the overview need not work it out.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from deviations.models import ClockRule, Deviation, IvoNotification, Status
from deviations.models.choices import OPEN_STATUSES, SERIOUS, Clock
from deviations.process import NEW
from deviations.querysets import DeviationQuerySet
from lib.months import months_after
from lib.workdays import working_days_after

# The two months of SOSFS 2011:5, should the municipality have no rule of its own.
MONTHS_TO_COMPLETE = 2
SET_BY_IVO = "Datumet är satt av IVO."
EXTENDED = "Anstånd från IVO."
COLUMNS = (
    *("number", "kind", "status", "severity", "unit_id", "restricted", "investigator_id"),
    *("received_on", "decided_on", "due_on", "due_for", "created_at", "external_reference"),
    *("complaint__wants_answer", "complaint__answered_on", "complaint__confirmed_on"),
    *("ivo__suspected_on", "ivo__dropped_on", "ivo__notified_on", "ivo__completed_on"),
    *("ivo__completion_due_on", "ivo__extended_to"),
)
Rules = Sequence[ClockRule]
Due = tuple[date | None, str]


@dataclass(frozen=True)
class Deadline:
    clock: Clock
    due_on: date
    basis: str


@dataclass(frozen=True)
class Run:
    """A clock that runs: since when, and the day that somebody has set instead of the rule's."""

    clock: Clock
    start: date
    fixed: date | None = None
    basis: str = ""


def all_rules() -> list[ClockRule]:
    return list(ClockRule.objects.all())


def deadlines(case: Deviation, rules: Rules | None = None) -> list[Deadline]:
    """Those that run now, the nearest first; `rules` when many cases are asked for."""
    if case.status not in OPEN_STATUSES:
        return []
    known = all_rules() if rules is None else rules
    found = (_deadline(known, run) for run in _running(case))
    return sorted((one for one in found if one), key=lambda one: one.due_on)


def completion_due(notified_on: date) -> date:
    """When the investigation must have come to IVO, if it did not go with the notification."""
    by_rule = due_from(all_rules(), Clock.COMPLETE, notified_on)
    return by_rule or months_after(notified_on, MONTHS_TO_COMPLETE)


def refresh(case: Deviation) -> None:
    """Called by every service that moves a case; no new version of it."""
    fresh = Deviation.objects.select_related("ivo", "complaint").get(pk=case.pk)
    case.due_on, case.due_for = _nearest(fresh, None)
    Deviation.objects.filter(pk=case.pk).update(due_on=case.due_on, due_for=case.due_for)


def refresh_all() -> int:
    """After a change of the rules, and when cases have been loaded without the services; how many
    cases got another deadline.

    Only what differs is written, and only over what was read: a case that somebody moves meanwhile
    keeps what that step gave it.
    """
    return _refresh(open_cases())


def refresh_of(ids: Sequence[int]) -> None:
    """Of cases that came together."""
    _refresh(open_cases().filter(pk__in=ids))


def _refresh(cases: DeviationQuerySet) -> int:
    rules, moved = all_rules(), defaultdict[tuple[Due, Due], list[int]](list)
    for case in cases.iterator(chunk_size=1000):
        now, then = _nearest(case, rules), (case.due_on, case.due_for)
        if now != then:
            moved[then, now].append(case.pk)
    return sum(_move(pks, then, now) for (then, now), pks in moved.items())


def open_cases() -> DeviationQuerySet:
    return light(Deviation.objects.open().order_by())


def light(cases: DeviationQuerySet) -> DeviationQuerySet:
    """Rows with what their deadlines are worked out from, and without a word of the case."""
    return cases.select_related("ivo", "complaint").only(*COLUMNS)


def _move(pks: list[int], then: Due, now: Due) -> int:
    unmoved = Deviation.objects.filter(due_on=then[0], due_for=then[1])
    new = {"due_on": now[0], "due_for": now[1]}
    return sum(
        unmoved.filter(pk__in=pks[at : at + 500]).update(**new) for at in range(0, len(pks), 500)
    )


def _nearest(case: Deviation, rules: Rules | None) -> Due:
    nearest = next(iter(deadlines(case, rules)), None)
    return (nearest.due_on, nearest.clock) if nearest else (None, "")


def _running(case: Deviation) -> Iterator[Run]:
    if case.is_complaint:
        yield from _of_complaint(case)
    elif case.decided_on is None:
        if case.status == Status.RECEIVED:
            yield Run(Clock.RECEIVE, case.received_on)
        if case.status in NEW:
            yield Run(Clock.ASSESSMENT, case.received_on)
        yield Run(Clock.INVESTIGATION, case.received_on)
    elif case.status == Status.MEASURES:
        yield Run(Clock.EFFECT, case.decided_on)
    if case.is_lex_sarah:
        yield from _of_ivo(case, getattr(case, "ivo", None))


def _of_complaint(case: Deviation) -> Iterator[Run]:
    part = getattr(case, "complaint", None)
    if part and part.wants_answer and part.answered_on is None:
        if part.confirmed_on is None:
            yield Run(Clock.RECEIPT, case.received_on)
        yield Run(Clock.ANSWER, case.received_on)


def _of_ivo(case: Deviation, row: IvoNotification | None) -> Iterator[Run]:
    if row is None or row.notified_on is None:
        begun = _suspected(case, row)
        if begun:
            yield Run(Clock.NOTIFY, begun)
    elif row.completed_on is None and row.completion_due_on is not None:
        fixed = row.extended_to or row.completion_due_on
        yield Run(
            Clock.COMPLETE, row.notified_on, fixed, EXTENDED if row.extended_to else SET_BY_IVO
        )


def _suspected(case: Deviation, row: IvoNotification | None) -> date | None:
    """Since when a notification is due: suspected and not dropped, or decided to be serious.
    A decision that it is not serious ends the suspicion."""
    if case.decided_on and case.severity not in SERIOUS:
        return None
    suspected = row.suspected_on if row and row.dropped_on is None else None
    return suspected or case.decided_on


def _deadline(rules: Rules, run: Run) -> Deadline | None:
    rule = _rule(rules, run.clock, run.start)
    by_rule = _end(rule, run.start) if rule else None
    due_on = run.fixed or by_rule
    if due_on is None:
        return None
    basis = rule.basis if rule and due_on == by_rule else run.basis
    return Deadline(run.clock, due_on, basis)


def _rule(rules: Rules, clock: Clock, start: date) -> ClockRule | None:
    """The one of the day the clock began; of several the newest."""
    held = (rule for rule in rules if rule.clock == clock and _holds(rule, start))
    return max(held, key=lambda one: one.valid_from, default=None)


def _holds(rule: ClockRule, day: date) -> bool:
    return rule.valid_from <= day and (rule.valid_to is None or day <= rule.valid_to)


def _end(rule: ClockRule, start: date) -> date:
    match rule.measure:
        case ClockRule.Measure.WORKING_DAYS:
            return working_days_after(start, rule.length)
        case ClockRule.Measure.MONTHS:
            return months_after(start, rule.length)
        case _:
            return start + timedelta(days=rule.length)


def due_from(rules: Rules, clock: Clock, start: date) -> date | None:
    """By when it was promised on the day it began; None where nothing was."""
    rule = _rule(rules, clock, start)
    return _end(rule, start) if rule else None
