"""How an indicator's outcome, goal and change are told, in tables, sentences and live figures."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from operator import attrgetter

from indicators import protection, statistics
from indicators.models import Indicator, Observation, Target
from indicators.protection import Hidden, Place
from indicators.statistics import Outcome, Series
from indicators.verdict import Verdict, exact, verdict
from indicators.words import UNITS, amount, as_set, written
from lib.numbers import (
    MINUS,
    NO_BREAK,
    NOT_SET,
    format_decimal,
    format_integer,
    part_of,
    percent,
    rounded,
)
from organisation.policies import SmallNumbers
from qualityreport.scope import Scope
from qualityreport.shown import (
    TOO_FEW_ANSWERS,
    TOO_TELLING,
    Measured,
    Shown,
    fewer_than,
    percent_text,
)

NO_COMPARISON = "uppgift saknas"
# From how much on a change in percent says something: 2 to 3 is not "50 % more".
PERCENT_OF_AT_LEAST = 10


_PK = attrgetter("pk")


def of_scope(scope: Scope) -> Sequence[Series]:
    return scope.counted(statistics.series, scope.units, scope.period)


def name(series: Series, others: Collection[Series]) -> str:
    """With its unit where several units follow the same indicator."""
    several = list(map(_PK, others)).count(series.pk) > 1
    return f"{series.name}, {series.unit}" if several else series.name


def shown_at(series: Series, policy: SmallNumbers) -> Shown:
    return Shown(policy, series.unit_level, series.minimum_base or 0)


def place_of(series: Series, outcome: Outcome) -> Place:
    return Place(series.pk, series.unit_id, outcome.year, outcome.period, outcome.sex)


def by_sex(series: Series, scope: Scope) -> Sequence[Outcome]:
    split = scope.counted(statistics.by_sex, scope.units, scope.period)
    return split.get((series.pk, series.unit_id), ())


def of_sex(series: Series, outcome: Outcome | None, sex: str, scope: Scope) -> Outcome | None:
    """The same period's outcome of one sex."""
    if outcome is None or sex == Observation.Sex.ALL:
        return outcome
    found = by_sex(series, scope)
    same = (outcome.year, outcome.period, sex)
    return next((one for one in found if (one.year, one.period, one.sex) == same), None)


def sex_name(sex: str) -> str:
    """ "" of all together."""
    return "" if sex == Observation.Sex.ALL else str(Observation.Sex(sex).label).lower()


def hidden_of(scope: Scope) -> Hidden:
    """What may not be told of the scope's indicators: of the year and of the one before it. Asked
    for every cell, so it is put together once."""
    return scope.counted(_hidden_of, scope)


def _hidden_of(scope: Scope) -> Hidden:
    indicators = frozenset(series.pk for series in of_scope(scope))
    years = scope.period.year - 1, scope.period.year
    return scope.counted(protection.hidden, indicators, years, scope.policy)


def share(series: Series, outcome: Outcome, scope: Scope) -> Measured | None:
    """n of N; None where the outcome is of another kind.

    In whole percent where the counts are hidden: 89,74 % is 35 of 39 and nothing else.
    """
    if outcome.numerator is None or outcome.denominator is None:
        return None
    place, found = place_of(series, outcome), hidden_of(scope)
    if not found.tells_percent(place):
        return Measured(TOO_FEW_ANSWERS if found.is_said_to_be_few(place) else TOO_TELLING)
    hides = found.hides(place)
    decimals = 0 if hides else series.decimals
    number = percent(outcome.numerator, outcome.denominator, decimals)
    counts = "" if hides else part_of(outcome.numerator, outcome.denominator)
    return Measured(percent_text(number, decimals), counts, number)


def told(series: Series, outcome: Outcome | None, scope: Scope) -> str:
    """ "37 av 40 (93 %)", "1 894", "111 dagar", "för få svar"; "–" without an outcome."""
    if outcome is None or outcome.no_data:
        return NOT_SET
    if found := share(series, outcome, scope):
        return found.counts_first
    return hidden(series, outcome, scope) or written(outcome, series.measured, series.decimals)


def hides(series: Series, outcome: Outcome, scope: Scope) -> bool:
    """Whether the outcome may not be told as it is."""
    if found := share(series, outcome, scope):
        return found.number is None
    return bool(hidden(series, outcome, scope))


def hidden(series: Series, outcome: Outcome, scope: Scope) -> str:
    """What stands instead of a count that may not be told; "" where it may."""
    if outcome.value is None or series.measured != Indicator.Measured.COUNT:
        return ""
    place, found = place_of(series, outcome), hidden_of(scope)
    if not found.hides(place):
        return ""
    return fewer_than(scope.policy) if found.is_said_to_be_small(place) else TOO_TELLING


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
    before = of_sex(series, before, outcome.sex, scope)
    if series.is_cut(outcome.year - 1, outcome.year):
        return None
    if before is None or any(row.reported_share is not None for row in (outcome, before)):
        return None
    now, then = exact(outcome), exact(before)
    if now is None or then is None or any(hides(series, row, scope) for row in (outcome, before)):
        return None
    whole = any(hides_counts(series, row, scope) for row in (outcome, before))
    return rounded(now - then, 0 if whole else series.decimals)


def hides_counts(series: Series, outcome: Outcome, scope: Scope) -> bool:
    """Of a share that is told without what it is computed from, or not at all."""
    found = share(series, outcome, scope)
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
