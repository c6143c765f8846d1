"""Which of an area's indicators are drawn: shares against their goals, counts over their periods.

Never two units in one chart, and never a chart of so little that its table is read as well.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from indicators.models import Indicator
from indicators.models.periods import ReportingPeriod
from indicators.statistics import Outcome, Series
from qualityreport import outcomes, parts
from qualityreport.parts import Chart
from qualityreport.scope import Scope

MOST_BARS, MOST_COLUMNS, MOST_PERIODS = 14, 6, 4
# Fewer are read as well in the table; three periods show a course, however few the columns.
FEWEST_BARS, FEWEST_COLUMNS, A_COURSE = 3, 5, 3
NOT_SHARES = [kind for kind in Indicator.Measured if kind != Indicator.Measured.SHARE]


def charts(area: str, rows: Sequence[Series], scope: Scope, source: str) -> Iterator[Chart]:
    where = area.lower() or "utan verksamhetsområde"
    drawn = [_shares(where, rows, scope, source)]
    drawn += [_over_time(where, measured, rows, scope, source) for measured in NOT_SHARES]
    yield from filter(None, drawn)


def _shares(area: str, rows: Sequence[Series], scope: Scope, source: str) -> Chart | None:
    year = scope.period.year
    found = [
        (series, outcome)
        for series in rows
        if series.is_share and (outcome := series.of(year)) and not outcome.no_data
    ]
    values = [_number(series, outcome, scope) for series, outcome in found]
    if sum(value is not None for value in values) < 2 or not FEWEST_BARS <= len(found) <= MOST_BARS:
        return None
    goals = [series.goal.value if series.goal else None for series, _ in found]
    named = outcomes.goals_name([series for series, _ in found])
    marks = [parts.Series(f"{named} {year}", goals)] if any(goals) else []
    return Chart(
        key="indikatorer-andelar",
        title=f"Andelar {year}, {area}",
        kind="bars",
        categories=[outcomes.name(series, rows) for series, _ in found],
        series=[parts.Series("Utfall", values), *marks],
        unit="%",
        source=source,
    )


def _over_time(
    area: str, measured: Indicator.Measured, rows: Sequence[Series], scope: Scope, source: str
) -> Chart | None:
    found = [
        series
        for series in rows
        if series.measured == measured and _has_history(series) and not _is_cut(series)
    ]
    places = sorted(
        {
            (row.year, ReportingPeriod(row.period).last_month, row.period)
            for series in found
            for row in series.outcomes
        }
    )[-MOST_PERIODS:]
    if not 0 < len(found) <= MOST_COLUMNS or len(places) < 2:
        return None
    series = [
        parts.Series(
            f"{ReportingPeriod(period).in_print} {year}",
            [_number(one, one.of(year, period), scope) for one in found],
        )
        for year, _, period in places
    ]
    columns = sum(value is not None for one in series for value in one.values)
    if columns < (FEWEST_BARS if len(places) >= A_COURSE else FEWEST_COLUMNS):
        return None
    return Chart(
        key=f"indikatorer-{measured}",
        title=f"Utveckling, {area}",
        kind="grouped",
        categories=[outcomes.name(one, rows) for one in found],
        series=series,
        unit=str(measured.label),
        source=source,
    )


def _has_history(series: Series) -> bool:
    return sum(not outcome.no_data for outcome in series.outcomes) > 1


def _is_cut(series: Series) -> bool:
    """What is counted in two ways is not drawn side by side: its table and sentence tell of it."""
    return series.is_cut(series.outcomes[0].year, series.outcomes[-1].year)


def _number(series: Series, outcome: Outcome | None, scope: Scope) -> Decimal | None:
    """What may be told; what is hidden in the table is hidden here."""
    if outcome is None:
        return None
    if found := outcomes.share(series, outcome, scope):
        return found.number
    if outcomes.hides(series, outcome, scope):
        return None
    return outcome.number(series.decimals)
