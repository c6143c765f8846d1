"""When a control is to be made, and whether it was: the occasions of a year.

With a first month the year is planned: each occasion has a last day, and a result answers the
occasion in whose interval it was made, unless it says that it answers another. Without one the
interval runs from the last result, so nothing but the next time can be known.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Protocol

from django.db.models import TextChoices

from lib.months import months_after
from risks.models import Control, ControlResult, Frequency, SkippedOccasion

MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.TERTIAL: 4,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}


class State(TextChoices):
    DONE = "done", "Gjord"
    LATE = "late", "Gjord sent"
    MISSED = "missed", "Missad"
    DUE = "due", "Dags nu"
    PLANNED = "planned", "Planerad"
    SKIPPED = "skipped", "Inställd"


WAITING = (State.MISSED, State.DUE, State.PLANNED)


class Standing(Protocol):
    """A control with `with_last()`."""

    frequency: str
    first_month: int | None
    opened_on: date
    last_on: date | None
    last_occasion: date | None

    @property
    def skipped(self) -> Any: ...


@dataclass(frozen=True)
class Occasion:
    on: date  # the last day that a result may be made for it
    state: State
    result: ControlResult | None = None
    skipped: SkippedOccasion | None = None


@dataclass(frozen=True)
class Held:
    """What has happened to a control: results that stand; occasions called off, by day."""

    results: tuple[ControlResult, ...] = ()
    skipped: Mapping[date, SkippedOccasion] = field(default_factory=dict)


# The plan -----------------------------------------------------------------------------------


def planned_days(frequency: str, first_month: int, year: int) -> list[date]:
    """The last day of each month in which one of the year's occasions ends."""
    months = range(first_month, 13, MONTHS[Frequency(frequency)])
    return [date(year, month, monthrange(year, month)[1]) for month in months]


def _day_from(frequency: str, first_month: int, day: date) -> date:
    """The occasion whose interval the day lies in: the first that ends on it or later."""
    days = planned_days(frequency, first_month, day.year)
    following = planned_days(frequency, first_month, day.year + 1)
    return next(one for one in (*days, *following) if one >= day)


def occasion_of(control: Control, day: date) -> date | None:
    """The last day of the planned occasion that a day belongs to; None without a plan."""
    if control.first_month is None:
        return None
    return _day_from(control.frequency, control.first_month, day)


def next_due(control: Standing) -> date:
    """The first occasion after the last that was made, less those that are called off.

    Without a plan: an interval after the last result, or after the control began to hold.
    """
    called_off = {row.occasion_on for row in control.skipped.all()}
    day = _first_after(control)
    while day in called_off:
        day = _following(control, day)
    return day


def _first_after(control: Standing) -> date:
    if control.first_month is None:
        return months_after(control.last_on or control.opened_on, _interval(control))
    answered = control.last_occasion
    if control.last_on and answered is None:
        answered = _day_from(control.frequency, control.first_month, control.last_on)
    after = answered + timedelta(days=1) if answered else control.opened_on
    return _day_from(control.frequency, control.first_month, max(after, control.opened_on))


def _following(control: Standing | Control, day: date) -> date:
    if control.first_month is None:
        return months_after(day, _interval(control))
    return _day_from(control.frequency, control.first_month, day + timedelta(days=1))


def _interval(control: Standing | Control) -> int:
    return MONTHS[Frequency(control.frequency)]


# The year -----------------------------------------------------------------------------------


def occasions(control: Control, held: Held, year: int, today: date) -> list[Occasion]:
    """Those that end in the year, while the control holds."""
    if control.first_month is None:
        return list(_rolling(control, held, year, today))
    days = planned_days(control.frequency, control.first_month, year)
    found = _answered(control, held.results)
    before = planned_days(control.frequency, control.first_month, year - 1)[-1]
    return [
        _occasion(start + timedelta(days=1), day, found.get(day), held.skipped.get(day), today)
        for start, day in zip((before, *days), days, strict=False)
        if _holds(control, day)
    ]


def _holds(control: Control, day: date) -> bool:
    return control.opened_on <= day and (control.closed_on is None or day < control.closed_on)


def _answered(control: Control, results: Iterable[ControlResult]) -> dict[date, ControlResult]:
    """Occasion → the newest result that answers it."""
    found: dict[date, ControlResult] = {}
    for result in sorted(results, key=lambda row: (row.carried_out_on, row.pk)):
        day = result.occasion_on or occasion_of(control, result.carried_out_on)
        if day:
            found[day] = result
    return found


def _occasion(
    start: date,
    day: date,
    result: ControlResult | None,
    skipped: SkippedOccasion | None,
    today: date,
) -> Occasion:
    if result:
        state = State.DONE if result.carried_out_on <= day else State.LATE
    elif skipped:
        state = State.SKIPPED
    elif day < today:
        state = State.MISSED
    else:
        state = State.DUE if start <= today else State.PLANNED
    return Occasion(day, state, result, skipped)


def _rolling(control: Control, held: Held, year: int, today: date) -> Iterator[Occasion]:
    """What was made or called off in the year, and each time that is to come in it."""
    made = sorted(held.results, key=lambda row: (row.carried_out_on, row.pk))
    for row in made:
        if row.carried_out_on.year == year:
            yield Occasion(row.carried_out_on, State.DONE, row)
    for day, off in sorted(held.skipped.items()):
        if day.year == year:
            yield Occasion(day, State.SKIPPED, skipped=off)
    day = _following(control, made[-1].carried_out_on if made else control.opened_on)
    while day.year <= year:
        is_open = day not in held.skipped and (control.closed_on is None or day < control.closed_on)
        if is_open and day.year == year:
            yield Occasion(day, State.MISSED if day < today else State.PLANNED)
        # One that is late does not make those after it late as well.
        day = _following(control, max(day, today) if is_open else day)
