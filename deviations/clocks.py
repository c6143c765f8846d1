"""The deadlines of a case: which clocks run, until when, and on what ground.

How long each may take is data (ClockRule). A case keeps its next deadline in two columns, so that
lists and the overview need not work it out.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from deviations.models import ClockRule, Deviation, IvoNotification, Status
from deviations.models.choices import OPEN_STATUSES, Clock
from lib.workdays import working_days_after

NEW = (Status.RECEIVED, Status.ASSESSMENT)


@dataclass(frozen=True)
class Deadline:
    clock: Clock
    due_on: date
    basis: str


def deadlines(case: Deviation, rules: Sequence[ClockRule] | None = None) -> list[Deadline]:
    """Those that run now, the nearest first; `rules` when many cases are asked for."""
    if case.status not in OPEN_STATUSES:
        return []
    known = list(ClockRule.objects.all()) if rules is None else rules
    found = (_deadline(known, clock, start, fixed) for clock, start, fixed in _running(case))
    return sorted((one for one in found if one), key=lambda one: one.due_on)


def refresh(case: Deviation) -> None:
    """Called by every service that moves a case; no new version of it."""
    fresh = Deviation.objects.select_related("ivo", "complaint").get(pk=case.pk)
    case.due_on, case.due_for = _nearest(fresh, None)
    Deviation.objects.filter(pk=case.pk).update(due_on=case.due_on, due_for=case.due_for)


def refresh_all() -> None:
    """After a change of the rules, and when cases have been loaded without the services."""
    _refresh(Deviation.objects.open())


def refresh_of(ids: Sequence[int]) -> None:
    """Of cases that came together."""
    _refresh(Deviation.objects.open().filter(pk__in=ids))


def _refresh(found: QuerySet[Deviation]) -> None:
    rules = list(ClockRule.objects.all())
    cases = list(found.select_related("ivo", "complaint"))
    for case in cases:
        case.due_on, case.due_for = _nearest(case, rules)
    Deviation.objects.bulk_update(cases, ["due_on", "due_for"], batch_size=500)


def _nearest(case: Deviation, rules: Sequence[ClockRule] | None) -> tuple[date | None, str]:
    nearest = next(iter(deadlines(case, rules)), None)
    return (nearest.due_on, nearest.clock) if nearest else (None, "")


def _running(case: Deviation) -> Iterator[tuple[Clock, date, date | None]]:
    """(clock, from when, a day that somebody has set instead)"""
    if case.is_complaint:
        yield from _of_complaint(case)
    elif case.decided_on is None:
        if case.status in NEW:
            yield Clock.ASSESSMENT, case.received_on, None
        yield Clock.INVESTIGATION, case.received_on, None
    elif case.status == Status.MEASURES:
        yield Clock.EFFECT, case.decided_on, None
    notification = getattr(case, "ivo", None)
    if notification:
        yield from _of_ivo(notification)


def _of_complaint(case: Deviation) -> Iterator[tuple[Clock, date, date | None]]:
    part = getattr(case, "complaint", None)
    if part and part.wants_answer and part.answered_on is None:
        if part.confirmed_on is None:
            yield Clock.RECEIPT, case.received_on, None
        yield Clock.ANSWER, case.received_on, None


def _of_ivo(row: IvoNotification) -> Iterator[tuple[Clock, date, date | None]]:
    if row.notified_on is None:
        yield Clock.NOTIFY, row.suspected_on, None
    elif row.completed_on is None and row.completion_due_on is not None:
        yield Clock.COMPLETE, row.notified_on, row.extended_to or row.completion_due_on


def _deadline(
    rules: Sequence[ClockRule], clock: Clock, start: date, fixed: date | None
) -> Deadline | None:
    held = [rule for rule in rules if rule.clock == clock and _holds(rule, start)]
    if not held:
        return None
    rule = max(held, key=lambda one: one.valid_from)
    return Deadline(clock, fixed or _end(rule, start), rule.basis)


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


def months_after(day: date, months: int) -> date:
    """The same day of the month, or its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
