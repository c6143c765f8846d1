"""How an indicator's outcome, goal and change are told, in tables, sentences and live figures."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from indicators import statistics
from indicators.models import Indicator, Target
from indicators.statistics import Outcome, Series
from indicators.verdict import Verdict, exact, verdict
from indicators.words import UNITS, amount, as_set, written
from lib.numbers import (
    MINUS,
    NO_BREAK,
    NOT_SET,
    format_decimal,
    format_integer,
    percent,
    rounded,
)
from organisation.policies import SmallNumbers
from qualityreport.scope import Scope
from qualityreport.shown import Measured, Shown

NO_COMPARISON = "uppgift saknas"
# From how much on a change in percent says something: 2 to 3 is not "50 % more".
PERCENT_OF_AT_LEAST = 10


def of_scope(scope: Scope) -> Sequence[Series]:
    return scope.counted(statistics.series, scope.units, scope.period)


def name(series: Series, others: Collection[Series]) -> str:
    """With its unit where several units follow the same indicator."""
    several = sum(other.pk == series.pk for other in others) > 1
    return f"{series.name}, {series.unit}" if several else series.name


def shown_at(series: Series, policy: SmallNumbers) -> Shown:
    return Shown(policy, series.unit_level, series.minimum_base or 0)


def share(series: Series, outcome: Outcome, policy: SmallNumbers) -> Measured | None:
    """n of N; None where the outcome is of another kind."""
    if outcome.numerator is None or outcome.denominator is None:
        return None
    shown = shown_at(series, policy)
    return shown.measured(outcome.numerator, outcome.denominator, series.decimals)


def told(series: Series, outcome: Outcome | None, scope: Scope) -> str:
    """ "37 av 40 (93 %)", "1 894", "111 dagar", "för få svar"; "–" without an outcome."""
    if outcome is None or outcome.no_data:
        return NOT_SET
    if found := share(series, outcome, scope.policy):
        return found.counts_first
    return hidden(series, outcome, scope.policy, beside(series, outcome, scope)) or written(
        outcome, series.measured, series.decimals
    )


def hides(series: Series, outcome: Outcome, scope: Scope) -> bool:
    """Whether the outcome may not be told as it is."""
    if found := share(series, outcome, scope.policy):
        return found.number is None
    return bool(hidden(series, outcome, scope.policy, beside(series, outcome, scope)))


def hidden(series: Series, outcome: Outcome, policy: SmallNumbers, beside: Collection[int]) -> str:
    """What stands instead of a count that may not be told; "" where it may."""
    if outcome.value is None or series.measured != Indicator.Measured.COUNT:
        return ""
    shown, count = shown_at(series, policy), int(outcome.value)
    if all(shown.tells(number) for number in (count, *beside)):
        return ""
    return shown.count(count, beside)


def beside(series: Series, outcome: Outcome, scope: Scope) -> list[int]:
    """The same count at the report's other units: together they have a sum."""
    same = scope.counted(_values, scope)[series.pk, outcome.year, outcome.period]
    return [value for unit, value in same if unit != series.unit_id]


def _values(scope: Scope) -> Mapping[tuple[int, int, str], list[tuple[int, int]]]:
    """Indicator and period → the value at each unit."""
    found: dict[tuple[int, int, str], list[tuple[int, int]]] = defaultdict(list)
    for series in of_scope(scope):
        for outcome in series.outcomes:
            if outcome.value is not None:
                place = series.pk, outcome.year, outcome.period
                found[place].append((series.unit_id, int(outcome.value)))
    return found


def plain(series: Series, number: Decimal | None) -> str:
    """As a writer puts it in a sentence: "71 %", but "111", because the noun is the writer's."""
    if series.is_share:
        return amount(number, series.measured, series.decimals)
    return format_decimal(number, series.decimals)


def goal_name(series: Series) -> str:
    return f"{series.goal_kind}et"


def goals_name(rows: Collection[Series]) -> str:
    """One word for the goals of all the rows: at the head of a column, beside a mark."""
    kinds = {series.goal_kind for series in rows if series.goal}
    if len(kinds) == 1:
        return kinds.pop()
    return "Mål" if kinds else str(Target.Kind.MILESTONE.label)


def national_text(series: Series) -> str:
    found = series.national
    if found is None:
        return NO_COMPARISON
    number = "" if found.value is None else as_set(found.value, series.measured)
    return ", ".join(filter(None, (number, found.text)))


def reached(series: Series, outcome: Outcome) -> bool | None:
    """None where it cannot be said: no goal in figures, no direction, or a count still growing."""
    return {Verdict.MET: True, Verdict.NOT_MET: False}.get(verdict(series, outcome, series.goal))


def change(series: Series, outcome: Outcome, scope: Scope) -> Decimal | None:
    """Since the same period of the year before; only between figures that were counted.

    In as many decimals as both may be told with.
    """
    before = series.of(outcome.year - 1, outcome.period)
    if series.is_cut(outcome.year - 1, outcome.year):
        return None
    if before is None or any(row.reported_share is not None for row in (outcome, before)):
        return None
    now, then = exact(outcome), exact(before)
    if now is None or then is None or any(hides(series, row, scope) for row in (outcome, before)):
        return None
    whole = any(hides_counts(series, row, scope.policy) for row in (outcome, before))
    return rounded(now - then, 0 if whole else series.decimals)


def hides_counts(series: Series, outcome: Outcome, policy: SmallNumbers) -> bool:
    """Of a share that is told without what it is computed from, or not at all."""
    found = share(series, outcome, policy)
    return found is not None and not found.counts


def change_text(series: Series, size: Decimal) -> str:
    """ "757 (67 %)" is for sentences; this is the figure with its unit: "8 procentenheter"."""
    exponent = size.as_tuple().exponent
    figure = format_decimal(abs(size), -exponent if isinstance(exponent, int) else 0)
    if series.is_share:
        unit = "procentenhet" if abs(size) == 1 else "procentenheter"
        return f"{figure}{NO_BREAK}{unit}"
    return f"{figure}{UNITS.get(series.measured, '')}"


def signed_change(series: Series, size: Decimal) -> str:
    sign = "+" if size > 0 else MINUS if size < 0 else ""
    return f"{sign}{change_text(series, size)}"


def change_in_percent(series: Series, outcome: Outcome) -> str:
    """ "67 %", of counts alone, and of enough to speak of percent."""
    before = series.of(outcome.year - 1, outcome.period)
    if series.measured != Indicator.Measured.COUNT or before is None or before.value is None:
        return ""
    if outcome.value is None or before.value < PERCENT_OF_AT_LEAST:
        return ""
    size = percent(int(abs(outcome.value - before.value)), int(before.value))
    return f"{format_integer(int(size or 0))}{NO_BREAK}%"
