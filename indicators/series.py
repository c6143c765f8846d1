"""What a series says, in sentences for those who do not read statistics.

The only place that imports pandas, and only when there is enough to reckon with: it takes long to
load. Nothing is said of what was reported elsewhere as a share, of a base under the municipality's
rule, or across a change of definition.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise
from statistics import fmean, median
from typing import Any

from django.db.models import TextChoices

from indicators.kolada.reading import ORIGIN, Peers
from indicators.models import Indicator, ReportingPeriod
from indicators.statistics import Outcome, Series
from indicators.verdict import ADDED_UP, Followed, exact
from indicators.words import UNITS, amount
from lib.numbers import (
    NO_BREAK,
    format_exact,
    format_integer,
    percent,
    rounded,
)

YEARS_FOR_TREND = 4
POINTS_FOR_LIMITS = 6  # before the one that is judged
PEERS_FOR_QUARTILE = 20
# A trend is told when chance alone would show one as clear in fewer than one series of ten.
BY_CHANCE = 0.1
# Limits of an individuals chart: three sigma, with sigma from the mean moving range (3 / 1.128).
LIMITS = 2.66
# Below this a single case moves the share by several units.
SMALL_BASE = 30
FEW = 10  # of what is counted: one more or less says nothing, and a percent too much


class Kind(TextChoices):
    CHANGE = "change", "Sedan året före"
    TREND = "trend", "Över åren"
    DEVIATION = "deviation", "Mot det vanliga"
    QUARTILE = "quartile", "Bland kommunerna"


class Severity(TextChoices):
    GOOD = "good", "Bra"
    WORSE = "worse", "Se över"
    NOTE = "note", "Att veta"

    @property
    def tone(self) -> str:
        """Of the mark beside the sentence."""
        return {"good": "done", "worse": "late"}.get(self.value, "muted")


@dataclass(frozen=True)
class Finding:
    kind: Kind
    sentence: str
    severity: Severity


@dataclass(frozen=True)
class Point:
    year: int
    period: str
    value: Decimal
    base: int | None

    @property
    def label(self) -> str:
        """ "2023", "DÅ2 2023"."""
        if self.period == ReportingPeriod.WHOLE_YEAR:
            return str(self.year)
        return f"{ReportingPeriod(self.period).label} {self.year}"


def of_series(
    series: Series, minimum_base: int, *, breaks: Collection[int] = (), peers: Peers | None = None
) -> tuple[Finding, ...]:
    """For a report; `series` counted with as many years back as there are."""
    return findings(series, series.outcomes, minimum_base, breaks=breaks, peers=peers)


def findings(
    followed: Followed,
    outcomes: Sequence[Outcome],
    minimum_base: int,
    *,
    breaks: Collection[int] = (),
    peers: Peers | None = None,
) -> tuple[Finding, ...]:
    """`outcomes` of one unit in time order; `breaks` the years from which the definition is new."""
    points = list(_points(followed, outcomes, minimum_base))
    found = (
        _change(followed, points, breaks),
        _trend(followed, _stretch(points, breaks)),
        _deviation(followed, _stretch(points, breaks)),
        _quartile(followed, peers),
    )
    return tuple(filter(None, found))


def _points(followed: Followed, outcomes: Sequence[Outcome], minimum_base: int) -> Iterator[Point]:
    for outcome in outcomes:
        value = exact(outcome)
        base = outcome.denominator
        if value is None or outcome.reported_share is not None:
            continue
        if base is None or base >= minimum_base:
            yield Point(outcome.year, outcome.period, value, base)


def _stretch(points: Sequence[Point], breaks: Collection[int]) -> list[Point]:
    """Those that mean the same as the newest."""
    if not points:
        return []
    newest = points[-1].year
    since = max((year for year in breaks if year <= newest), default=0)
    return [point for point in points if point.year >= since]


# Since the year before ---------------------------------------------------------------------


def _change(followed: Followed, points: Sequence[Point], breaks: Collection[int]) -> Finding | None:
    pair = _with_the_year_before(points)
    if pair is None or pair[1].year in breaks or _is_too_little(followed, pair):
        return None
    then, now = pair
    shown = [_told(followed, point.value) for point in (now, then)]
    beside = f"({shown[0]} mot {shown[1]})"
    size = rounded(now.value - then.value, followed.decimals)
    if not size or shown[0] == shown[1]:
        same = "detsamma" if now.value == then.value else "i stort sett detsamma"
        return Finding(
            Kind.CHANGE, f"Utfallet {now.label} är {same} som {then.label} {beside}.", Severity.NOTE
        )
    word = "högre" if size > 0 else "lägre"
    told = (
        f"Utfallet {now.label} är {_size(followed, size)} {word} än {then.label} {beside}"
        f"{_in_percent(followed, then, now)}"
    )
    if small := _small_base(pair):
        told = f"{told}, men underlaget är litet ({small}) och enstaka fall kan avgöra."
        return Finding(Kind.CHANGE, told, Severity.NOTE)
    return _judged(followed, Kind.CHANGE, told, size > 0)


def _with_the_year_before(points: Sequence[Point]) -> tuple[Point, Point] | None:
    by_period = {(point.year, point.period): point for point in points}
    for now in _newest(points):
        if then := by_period.get((now.year - 1, now.period)):
            return then, now
    return None


def _newest(points: Sequence[Point]) -> list[Point]:
    """The newest outcome, and the newest whole year where that one has nothing beside it."""
    whole = [point for point in points if point.period == ReportingPeriod.WHOLE_YEAR]
    return [*points[-1:], *whole[-1:]]


def _is_too_little(followed: Followed, points: Sequence[Point]) -> bool:
    """Cases so few that one more or less says nothing."""
    if followed.measured != Indicator.Measured.COUNT:
        return False
    return max(point.value for point in points) < FEW


def _in_percent(followed: Followed, then: Point, now: Point) -> str:
    if followed.measured not in ADDED_UP or then.value < FEW:
        return ""
    size = percent(round(abs(now.value - then.value)), round(then.value))
    word = "en ökning" if now.value > then.value else "en minskning"
    return f", {word} med {format_integer(int(size or 0))}{NO_BREAK}%"


def _small_base(points: Sequence[Point]) -> int | None:
    bases = [point.base for point in points if point.base is not None]
    smallest = min(bases, default=SMALL_BASE)
    return smallest if smallest < SMALL_BASE else None


# Over the years ----------------------------------------------------------------------------


def _trend(followed: Followed, points: Sequence[Point]) -> Finding | None:
    years = [point for point in points if point.period == ReportingPeriod.WHOLE_YEAR]
    if len(years) < YEARS_FOR_TREND or _is_too_little(followed, years):
        return None
    span = f"{years[0].year}–{years[-1].year}"
    values = [point.value for point in years]
    if len(set(values)) == 1:
        return Finding(Kind.TREND, f"Utfallet har varit detsamma {span}.", Severity.NOTE)
    steps = _steps(values)
    if _chance(len(values), abs(steps)) >= BY_CHANCE:
        told = f"Utfallet har ingen tydlig riktning {span}: det går både upp och ner."
        return Finding(Kind.TREND, told, Severity.NOTE)
    word = "stigit" if steps > 0 else "sjunkit"
    told = f"Utfallet har {word} {span}, {_yearly(followed, years)}"
    return _judged(followed, Kind.TREND, told, steps > 0)


def _steps(values: Sequence[Decimal]) -> int:
    """Pairs that rise less those that fall (Mann and Kendall)."""
    return sum((late > early) - (late < early) for early, late in combinations(values, 2))


@cache
def _chance(count: int, steps: int) -> float:
    """How often as many steps in one direction, either of them, come about by chance."""
    ways = [1]  # orders of so many values by their number of falling pairs
    for size in range(2, count + 1):
        ways = [
            sum(ways[max(0, falls - size + 1) : falls + 1]) for falls in range(len(ways) + size - 1)
        ]
    falling = (len(ways) - 1 - steps) // 2
    return min(1.0, 2 * sum(ways[: falling + 1]) / sum(ways))


def _yearly(followed: Followed, years: Sequence[Point]) -> str:
    """The middle one of the slopes between all pairs: one odd year does not tilt it."""
    values = [float(point.value) for point in years]
    slopes = [
        (values[late] - values[early]) / (years[late].year - years[early].year)
        for early, late in combinations(range(len(values)), 2)
    ]
    middle = abs(_plain(median(slopes)))
    size = rounded(middle, 1 if middle < 10 else 0)
    return f"med ungefär {_size(followed, size)} om året" if size else "men mycket långsamt"


# Against the own history -------------------------------------------------------------------


def _deviation(followed: Followed, points: Sequence[Point]) -> Finding | None:
    histories = (_comparable(points, now) for now in _newest(points))
    comparable = next((one for one in histories if len(one) > POINTS_FOR_LIMITS), None)
    if comparable is None or _is_too_little(followed, comparable):
        return None
    *before, now = comparable
    limits = _limits(followed, before)
    if limits is None:
        return None
    low, high = limits
    span = f"{before[0].label}–{before[-1].label}"
    shown = [_told(followed, limit) for limit in limits]
    usual = f"det som varit vanligt {span} (mellan {shown[0]} och {shown[1]})"
    told = f"Utfallet {now.label} ({_told(followed, now.value)})"
    if low <= now.value <= high:
        return Finding(Kind.DEVIATION, f"{told} ligger inom {usual}.", Severity.NOTE)
    word = "högre" if now.value > high else "lägre"
    told = f"{told} är {word} än {usual}, så något har troligen ändrats"
    return _judged(followed, Kind.DEVIATION, told, now.value > high)


def _comparable(points: Sequence[Point], now: Point) -> list[Point]:
    """Months and quarters one after another; whole years and what counts from January with the
    same of other years."""
    alike = now.period[0] if now.period[0] in "QM" else now.period
    return [point for point in points if point.period.startswith(alike)]


def _limits(followed: Followed, before: Sequence[Point]) -> tuple[Decimal, Decimal] | None:
    """None where the history never varied: then there is nothing to measure by."""
    values = [float(point.value) for point in before]
    mean = fmean(values)
    moving_range = fmean(abs(late - early) for early, late in pairwise(values))
    if not moving_range:
        return None
    low, high = _plain(mean - LIMITS * moving_range), _plain(mean + LIMITS * moving_range)
    if all(point.value >= 0 for point in before):
        low = max(low, Decimal(0))
    return low, min(high, Decimal(100)) if _is_share(followed) else high


# Among the municipalities ------------------------------------------------------------------


def _quartile(followed: Followed, peers: Peers | None) -> Finding | None:
    if peers is None or len(peers.values) < PEERS_FOR_QUARTILE:
        return None
    values = _pandas().Series([float(value) for value in peers.values])
    low, middle, high = (_plain(values.quantile(part)) for part in (0.25, 0.5, 0.75))
    if low == high:
        return None
    told = (
        f"({_of_peers(followed, peers.own)}, mittersta värdet {_of_peers(followed, middle)}, "
        f"{format_integer(len(peers.values))} kommuner, källa: {ORIGIN})"
    )
    if low < peers.own < high:
        told = f"{peers.who} ligger {peers.year} i mitten bland kommunerna {told}."
        return Finding(Kind.QUARTILE, told, Severity.NOTE)
    word = "högst" if peers.own >= high else "lägst"
    told = (
        f"{peers.who} hör {peers.year} till den fjärdedel av kommunerna som har {word} värde {told}"
    )
    return _judged(followed, Kind.QUARTILE, told, peers.own >= high, ("bra", "sämre än de flesta"))


def _of_peers(followed: Followed, value: Decimal) -> str:
    return format_exact(rounded(value, 1)) + UNITS.get(followed.measured, "")


# Words -------------------------------------------------------------------------------------


def _judged(
    followed: Followed,
    kind: Kind,
    told: str,
    is_up: bool,
    words: tuple[str, str] = ("en förbättring", "en försämring"),
) -> Finding:
    if followed.direction == Indicator.Direction.NEITHER:
        return Finding(kind, f"{told}.", Severity.NOTE)
    good = is_up == (followed.direction == Indicator.Direction.HIGHER)
    severity = Severity.GOOD if good else Severity.WORSE
    return Finding(kind, f"{told}, vilket är {words[0 if good else 1]}.", severity)


def _told(followed: Followed, value: Decimal) -> str:
    decimals = followed.decimals
    return amount(rounded(value, decimals), followed.measured, decimals)


def _size(followed: Followed, size: Decimal) -> str:
    figure = format_exact(abs(size))
    if _is_share(followed):
        unit = "procentenhet" if abs(size) == 1 else "procentenheter"
        return f"{figure}{NO_BREAK}{unit}"
    return f"{figure}{UNITS.get(followed.measured, '')}"


def _is_share(followed: Followed) -> bool:
    return followed.measured == Indicator.Measured.SHARE


# The door to pandas ------------------------------------------------------------------------


def _pandas() -> Any:
    import pandas

    return pandas


def _plain(number: Any) -> Decimal:
    return Decimal(repr(float(number)))
