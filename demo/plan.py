"""How many, when and with what outcome: the published figures as a plan for single rows.

Years before the running one are whole. The running year ends on TODAY, a fixed day, so that the
demonstration is the same whenever it is loaded.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from deviations.models import Severity, Status

TODAY = date(2026, 11, 20)
FIXED_HOLIDAYS = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))

NONE, RISK, MISCONDUCT = Severity.NONE, Severity.RISK, Severity.MISCONDUCT
SERIOUS_RISK, SERIOUS, OUTSIDE = Severity.SERIOUS_RISK, Severity.SERIOUS, Severity.OUTSIDE


@dataclass(frozen=True)
class LexSarahYear:
    """carried + received = decided (with a grade, or outside) + annulled + open"""

    year: int
    section: str  # slug
    decided: Mapping[Severity, int]
    carried: int = 0
    annulled: int = 0
    open: int = 0

    @property
    def decisions(self) -> list[Severity]:
        """The mildest first: those carried over are none that went to IVO the year before."""
        return [grade for grade in Severity for _ in range(self.decided.get(grade, 0))]


# 2020, 2021 (barn) and 2023 are published; what is invented is named in README.md.
LEX_SARAH = (
    LexSarahYear(2020, "barn", {NONE: 2, RISK: 5, MISCONDUCT: 8, SERIOUS_RISK: 1, SERIOUS: 2}),
    LexSarahYear(2021, "barn", {NONE: 1, RISK: 4, MISCONDUCT: 8, SERIOUS: 4, OUTSIDE: 3}, open=3),
    LexSarahYear(
        2022,
        "barn",
        {NONE: 3, RISK: 4, MISCONDUCT: 5, SERIOUS_RISK: 1, SERIOUS: 1, OUTSIDE: 1},
        carried=3,
        open=2,
    ),
    LexSarahYear(2023, "barn", {NONE: 4, RISK: 5, MISCONDUCT: 4, OUTSIDE: 1}, carried=2, open=2),
    LexSarahYear(
        2024,
        "barn",
        {NONE: 3, RISK: 5, MISCONDUCT: 5, SERIOUS_RISK: 1, SERIOUS: 1, OUTSIDE: 1},
        carried=2,
        annulled=1,
        open=2,
    ),
    LexSarahYear(
        2025,
        "barn",
        {NONE: 3, RISK: 6, MISCONDUCT: 5, SERIOUS: 1, OUTSIDE: 1},
        carried=2,
        annulled=1,
        open=2,
    ),
    LexSarahYear(
        2026,
        "barn",
        {NONE: 2, RISK: 4, MISCONDUCT: 4, SERIOUS_RISK: 1, SERIOUS: 1, OUTSIDE: 1},
        carried=2,
        annulled=1,
        open=9,
    ),
    LexSarahYear(2021, "vuxna", {RISK: 1, MISCONDUCT: 1}, open=1),
    LexSarahYear(2022, "vuxna", {NONE: 1, RISK: 1, MISCONDUCT: 2}, carried=1, open=1),
    LexSarahYear(2023, "vuxna", {RISK: 2, MISCONDUCT: 2}, carried=1, open=1),
    LexSarahYear(2024, "vuxna", {NONE: 1, RISK: 2, MISCONDUCT: 2}, carried=1, open=1),
    LexSarahYear(2025, "vuxna", {RISK: 1, MISCONDUCT: 2, SERIOUS_RISK: 1}, carried=1, open=2),
    LexSarahYear(2026, "vuxna", {NONE: 1, RISK: 2, MISCONDUCT: 2}, carried=2, open=4),
    LexSarahYear(2024, "jour", {RISK: 1}),
    LexSarahYear(2025, "jour", {MISCONDUCT: 1}),
    LexSarahYear(2026, "jour", {}, open=1),
)

# Internal deviations by the year they came in; those born from a lex Sarah report are among them.
INTERNAL = {
    "barn": {2020: 4, 2021: 3, 2022: 12, 2023: 17, 2024: 18, 2025: 20, 2026: 19},
    "vuxna": {2020: 2, 2021: 3, 2022: 9, 2023: 11, 2024: 13, 2025: 14, 2026: 13},
}

PROVIDERS = {2023: 0, 2024: 1, 2025: 2, 2026: 1}
EXTERNAL = {2022: 2, 2023: 3, 2024: 2, 2025: 4, 2026: 3}


@dataclass(frozen=True)
class ComplaintYear:
    total: int
    appeals: int
    about_treatment: int = 0


# "A majority" of 2023 were appeals and "a couple" in barn about treatment; the numbers are ours.
COMPLAINTS = {
    "ifo": {
        2022: ComplaintYear(3, 1),
        2023: ComplaintYear(4, 2),
        2024: ComplaintYear(3, 1),
        2025: ComplaintYear(2, 1),
        2026: ComplaintYear(3, 1),
    },
    "barn": {
        2020: ComplaintYear(22, 9, 5),
        2021: ComplaintYear(14, 6, 4),
        2022: ComplaintYear(11, 5, 2),
        2023: ComplaintYear(8, 5, 2),
        2024: ComplaintYear(10, 5, 2),
        2025: ComplaintYear(9, 4, 2),
        2026: ComplaintYear(11, 5, 2),
    },
    "vuxna": {
        2020: ComplaintYear(6, 2, 1),
        2021: ComplaintYear(5, 2, 1),
        2022: ComplaintYear(7, 3, 1),
        2023: ComplaintYear(8, 5, 1),
        2024: ComplaintYear(9, 4, 1),
        2025: ComplaintYear(11, 6, 2),
        2026: ComplaintYear(10, 5, 1),
    },
}

# What the undecided lex Sarah cases of the running year wait for, newest first.
OPEN_STATUSES = (
    Status.RECEIVED,
    Status.RECEIVED,
    Status.ASSESSMENT,
    Status.RECEIVED,
    Status.ASSESSMENT,
    Status.INVESTIGATION,
    Status.INVESTIGATION,
    Status.INVESTIGATION,
    Status.INVESTIGATED,
    Status.INVESTIGATION,
    Status.INVESTIGATION,
    Status.INVESTIGATED,
    Status.INVESTIGATION,
    Status.INVESTIGATED,
)


@dataclass(frozen=True)
class Outcome:
    """The dates and the end of one lex Sarah case to be."""

    section: str
    received_on: date
    decided_on: date | None = None
    severity: Severity | None = None
    annulled_on: date | None = None


def outcomes(rng: Random) -> Iterator[Outcome]:
    for plan in LEX_SARAH:
        own = plan.decisions[plan.carried :]
        rng.shuffle(own)
        yield from _carried_over(plan, rng)
        yield from _decided_in_the_year(plan, own, rng)
        yield from _annulled(plan, rng)
        if plan.year == TODAY.year:
            yield from _undecided(plan, rng)


def _carried_over(plan: LexSarahYear, rng: Random) -> Iterator[Outcome]:
    """The year before left them open: `open` of that year equals `carried` of this one."""
    for grade in plan.decisions[: plan.carried]:
        received = between(date(plan.year - 1, 11, 14), date(plan.year - 1, 12, 29), rng)
        decided = between(date(plan.year, 1, 9), date(plan.year, 3, 6), rng)
        yield Outcome(plan.section, received, decided, grade)


def _decided_in_the_year(
    plan: LexSarahYear, grades: Sequence[Severity], rng: Random
) -> Iterator[Outcome]:
    last = min(date(plan.year, 12, 20), TODAY - timedelta(days=8))
    for received, grade in zip(
        spread(date(plan.year, 1, 5), last - timedelta(days=62), len(grades), rng),
        grades,
        strict=True,
    ):
        decided = working_day(received + timedelta(days=rng.randint(24, 58)))
        yield Outcome(plan.section, received, decided, grade)


def _annulled(plan: LexSarahYear, rng: Random) -> Iterator[Outcome]:
    for _ in range(plan.annulled):
        received = between(date(plan.year, 4, 3), date(plan.year, 5, 20), rng)
        annulled = working_day(received + timedelta(days=rng.randint(3, 9)))
        yield Outcome(plan.section, received, annulled_on=annulled)


def _undecided(plan: LexSarahYear, rng: Random) -> Iterator[Outcome]:
    since = TODAY - timedelta(days=74)
    for received in spread(since, TODAY - timedelta(days=1), plan.open, rng):
        yield Outcome(plan.section, received)


def between(first: date, last: date, rng: Random) -> date:
    return working_day(first + timedelta(days=rng.randint(0, (last - first).days)))


def spread(first: date, last: date, count: int, rng: Random) -> list[date]:
    """Working days over a period, one in each equal part of it."""
    part = (last - first).days / max(count, 1)
    return [
        working_day(first + timedelta(days=int(part * (index + rng.random()))))
        for index in range(count)
    ]


def working_day(day: date) -> date:
    """The day itself or the next working day; at the turn of the year the one before."""
    later = day
    while _is_off(later):
        later += timedelta(days=1)
    if later.year == day.year:
        return later
    while _is_off(day):
        day -= timedelta(days=1)
    return day


def _is_off(day: date) -> bool:
    return day.weekday() > 4 or (day.month, day.day) in FIXED_HOLIDAYS
