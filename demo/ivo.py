"""What has passed between the municipality and IVO."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

from demo import plan
from demo.assessments import at
from demo.cases import Case
from demo.stories import investigation as words
from deviations.clocks import MONTHS_TO_COMPLETE
from deviations.models import IvoEvent, IvoNotification, Status
from deviations.models.choices import SERIOUS
from lib.months import months_after

DECIDED_LONG_AGO = timedelta(days=120)
MADE_BY = "Sara Holmdal"
Kind = IvoEvent.Kind


def load_ivo(lex_sarah: list[Case], rng: Random) -> None:
    rows = IvoNotification.objects.bulk_create(_notifications(lex_sarah, rng))
    IvoEvent.objects.bulk_create(event for row in rows for event in _events(row))


def _notifications(lex_sarah: list[Case], rng: Random) -> Iterator[IvoNotification]:
    for case in lex_sarah:
        if case.draft.severity in SERIOUS:
            yield _notification(case, rng)
    oldest, *_, second, newest = _being_investigated(lex_sarah)
    # The oldest is notified and must be completed soon; the newest is suspected to be serious.
    yield _notification(oldest, rng)
    yield IvoNotification(
        deviation=second.row, suspected_on=_days(second, 3), dropped_on=_days(second, 6)
    )
    yield IvoNotification(deviation=newest.row, suspected_on=plan.TODAY - timedelta(days=1))


def _being_investigated(cases: Iterable[Case]) -> list[Case]:
    return sorted(
        (case for case in cases if case.draft.status == Status.INVESTIGATION),
        key=lambda case: case.draft.received_at,
    )


def _days(case: Case, count: int) -> date:
    return plan.working_day(case.draft.received_on + timedelta(days=count))


def _notification(case: Case, rng: Random) -> IvoNotification:
    draft = case.draft
    suspected = plan.working_day(draft.received_on + timedelta(days=rng.randint(1, 4)))
    notified = plan.working_day(suspected + timedelta(days=rng.randint(0, 2)))
    row = IvoNotification(
        deviation=case.row,
        suspected_on=suspected,
        notified_on=notified,
        completion_due_on=months_after(notified, MONTHS_TO_COMPLETE),
        completed_on=draft.decided_on,
        ivo_diary_number=f"exempel {case.row.sequence:03d}/{case.row.year}",
    )
    if draft.decided_on and draft.decided_on + DECIDED_LONG_AGO < plan.TODAY:
        row.ivo_decision = words.IVO_DECISION
        row.ivo_decided_on = plan.working_day(draft.decided_on + timedelta(days=75))
    return row


def _events(row: IvoNotification) -> Iterator[IvoEvent]:
    """What the summary on the notification came from."""
    yield _event(row, Kind.SUSPECTED, row.suspected_on, words.IVO_SUSPECTED)
    if row.dropped_on:
        yield _event(row, Kind.DROPPED, row.dropped_on, words.IVO_DROPPED)
    if row.notified_on:
        yield _event(row, Kind.NOTIFIED, row.notified_on, words.IVO_NOTIFIED)
        confirmed = plan.working_day(row.notified_on + timedelta(days=2))
        said = f"IVO:s diarienummer: {row.ivo_diary_number}\n{words.IVO_RECEIPT}"
        yield _event(row, Kind.RECEIPT, confirmed, said)
    if row.completed_on:
        yield _event(row, Kind.COMPLETION, row.completed_on, words.IVO_COMPLETED)
    if row.ivo_decided_on:
        yield _event(row, Kind.DECISION, row.ivo_decided_on, row.ivo_decision)


def _event(row: IvoNotification, kind: IvoEvent.Kind, day: date, text: str) -> IvoEvent:
    return IvoEvent(
        notification=row,
        kind=kind,
        happened_on=day,
        text=text,
        made_by_name=MADE_BY,
        recorded_at=at(day),
    )
