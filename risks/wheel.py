"""Årshjulet: every occasion of a year's controls, as a calendar and as a list."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from lib.months import MONTHS
from lib.numbers import NOT_SET
from risks.models import Control, ControlResult, SkippedOccasion
from risks.pages import outcome
from risks.schedule import Held, Occasion, State, occasions

TONES = {
    State.DONE: "done",
    State.LATE: "done",
    State.MISSED: "late",
    State.DUE: "waiting",
    State.PLANNED: "new",
    State.SKIPPED: "muted",
}
# What asks for something comes first in the list's own sum.
STATES = (State.MISSED, State.DUE, State.PLANNED, State.DONE, State.LATE, State.SKIPPED)


@dataclass(frozen=True)
class Turn:
    """One occasion, as text."""

    code: str
    title: str
    url: str
    unit: str
    responsible: str
    month: int
    on: date
    state: State
    tone: str
    outcome: str
    carried_out_on: date | None
    motive: str
    may_record: bool

    @property
    def label(self) -> str:
        return str(self.state.label)


@dataclass(frozen=True)
class Spoke:
    """A control with the occasions of each month."""

    code: str
    title: str
    url: str
    months: tuple[tuple[Turn, ...], ...]


@dataclass(frozen=True)
class Month:
    name: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Wheel:
    year: int
    turns: tuple[Turn, ...] = ()
    counts: Mapping[State, int] = field(default_factory=dict)

    @property
    def months(self) -> list[Month]:
        """Those with something in them."""
        by_month: dict[int, list[Turn]] = defaultdict(list)
        for turn in self.turns:
            by_month[turn.month].append(turn)
        return [
            Month(MONTHS[number - 1].capitalize(), tuple(by_month[number]))
            for number in sorted(by_month)
        ]

    @property
    def spokes(self) -> list[Spoke]:
        by_control: dict[str, list[Turn]] = defaultdict(list)
        for turn in self.turns:
            by_control[turn.code].append(turn)
        return [_spoke(turns) for turns in by_control.values()]

    @property
    def summed(self) -> list[tuple[State, int, str]]:
        return [(state, self.counts[state], TONES[state]) for state in STATES if self.counts[state]]


def _spoke(turns: Collection[Turn]) -> Spoke:
    first = next(iter(turns))
    months = tuple(tuple(t for t in turns if t.month == number) for number in range(1, 13))
    return Spoke(first.code, first.title, first.url, months)


def happened_to(controls: Iterable[Control]) -> dict[int, Held]:
    """Control id → results that stand and occasions called off. Two queries."""
    ids = [control.pk for control in controls]
    results: dict[int, list[ControlResult]] = defaultdict(list)
    for row in ControlResult.objects.filter(control_id__in=ids, replaced_by__isnull=True):
        results[row.control_id].append(row)
    skipped: dict[int, dict[date, SkippedOccasion]] = defaultdict(dict)
    for off in SkippedOccasion.objects.filter(control_id__in=ids):
        skipped[off.control_id][off.occasion_on] = off
    return {pk: Held(tuple(results[pk]), skipped[pk]) for pk in ids}


def around(control: Control, today: date) -> list[Occasion]:
    """Those of last year, this and the next; without a plan none after the next time is known."""
    held = happened_to([control])[control.pk]
    years = (today.year - 1, today.year, today.year + 1)
    return [one for year in years for one in occasions(control, held, year, today)]


def of_year(
    controls: Collection[Control], year: int, today: date, editable: Collection[int] = ()
) -> Wheel:
    """controls: with unit and responsible; editable: the ids that the reader may record for."""
    held = happened_to(controls)
    turns = tuple(
        _turn(control, occasion, may_record=control.pk in editable)
        for control in controls
        for occasion in occasions(control, held[control.pk], year, today)
    )
    counts = Counter(turn.state for turn in turns)
    return Wheel(year, turns, counts)


def narrowed(wheel: Wheel, state: str) -> Wheel:
    """The sums stay those of everything, so that they can be chosen among."""
    if not state:
        return wheel
    return Wheel(wheel.year, tuple(t for t in wheel.turns if t.state == state), wheel.counts)


def _turn(control: Control, occasion: Occasion, *, may_record: bool) -> Turn:
    result = occasion.result
    return Turn(
        code=control.code,
        title=control.title,
        url=reverse("controls:detail", args=[control.code]),
        unit=control.unit.name,
        responsible=str(control.responsible or NOT_SET),
        month=occasion.on.month,
        on=occasion.on,
        state=occasion.state,
        tone=TONES[occasion.state],
        outcome=_told(result, control) if result else "",
        carried_out_on=result.carried_out_on if result else None,
        motive=occasion.skipped.motive if occasion.skipped else "",
        may_record=may_record and occasion.state in (State.MISSED, State.DUE),
    )


def _told(result: ControlResult, control: Control) -> str:
    found = outcome(result, control)
    verdict = result.get_verdict_display()
    return f"{found}, {verdict.lower()}" if found else verdict
