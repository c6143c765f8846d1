"""How outcomes, targets and verdicts are written on the pages of the register."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from indicators.models import Indicator, ReportingPeriod
from indicators.statistics import Goal, Outcome
from indicators.verdict import Followed, Verdict, verdict
from lib.numbers import (
    NO_BREAK,
    NOT_SET,
    format_decimal,
    format_exact,
    format_integer,
    part_of,
    rounded,
)

NOT_DECIDED = "ej fastställt"
NOT_IN_REPORTS = "visas inte i rapporter (för få svar)"
UNITS: Mapping[str, str] = {
    Indicator.Measured.SHARE: f"{NO_BREAK}%",
    Indicator.Measured.DAYS: f"{NO_BREAK}dagar",
    Indicator.Measured.KRONOR: f"{NO_BREAK}kr",
}
TONES: Mapping[str, str] = {
    Verdict.MET: "done",
    Verdict.PARTLY: "active",
    Verdict.NOT_MET: "late",
    Verdict.UNDECIDED: "waiting",
    Verdict.NO_TARGET: "muted",
}


def amount(number: Decimal | None, measured: str, decimals: int) -> str:
    """ "71 %", "115 dagar", "1 894"; "–" where there is no number."""
    if number is None:
        return NOT_SET
    return format_decimal(number, decimals) + UNITS.get(measured, "")


def goal_text(goal: Goal | None, measured: str) -> str:
    """A target is written as it was set, not rounded to what the outcome is shown with."""
    if goal is None:
        return NOT_DECIDED
    return goal.text if goal.value is None else as_set(goal.value, measured)


def as_set(number: Decimal, measured: str) -> str:
    return format_exact(number) + UNITS.get(measured, "")


def written(outcome: Outcome, measured: str, decimals: int) -> str:
    """What was reported elsewhere stays as it was reported; all else is rounded by the rule."""
    if outcome.reported_share is not None:
        return as_set(outcome.reported_share, measured)
    return amount(outcome.number(decimals), measured, decimals)


def exact_note(followed: Followed, outcome: Outcome, goal: Goal | None) -> str:
    """Where rounding would show an outcome as the target it has not reached."""
    if goal is None or goal.value is None or outcome.reported_share is not None:
        return ""
    shown, closer = outcome.number(followed.decimals), outcome.number(2)
    missed = verdict(followed, outcome, goal) == Verdict.NOT_MET
    if (
        not missed
        or shown is None
        or closer is None
        or rounded(shown, followed.decimals) != goal.value
    ):
        return ""
    return f"exakt {as_set(closer, followed.measured)}"


def listed(pairs: Iterable[tuple[str, int]]) -> str:
    """ "Ja, helt: 20; Ja, delvis: 18": names may hold commas."""
    return "; ".join(f"{name}: {format_integer(count)}" for name, count in pairs)


def of_whole(outcome: Outcome) -> str:
    """ "982 av 1 384", or nothing where there are no counts."""
    if outcome.numerator is None or outcome.denominator is None:
        return ""
    return part_of(outcome.numerator, outcome.denominator, NO_BREAK)


def in_one(outcome: Outcome, measured: str, decimals: int) -> str:
    """ "982 av 1 384 (71 %)", "115 dagar", or why there is none."""
    if outcome.no_data:
        return outcome.no_data
    share, counts = written(outcome, measured, decimals), of_whole(outcome)
    return f"{counts} ({share})" if counts else share


def period_label(year: int, period: str) -> str:
    return f"{ReportingPeriod(period).label} {year}"
