"""Kvalitetsindikatorer: a table, a chart and the comments, per service area."""

from collections.abc import Iterator, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from indicators.models.periods import ReportingPeriod
from indicators.statistics import Outcome, Series
from indicators.words import goal_text
from organisation.groups import by_area
from qualityreport import outcomes
from qualityreport.blocks.block import Block
from qualityreport.blocks.indicator_charts import charts
from qualityreport.blocks.indicator_sentences import sentences
from qualityreport.parts import Cell, Column, Group, Part, Row, Table, Text, paragraphs, shortened
from qualityreport.scope import Scope
from qualityreport.shown import reported

SOURCE, KNOWN = "Indikatorregistret", "utfall till och med"
# As many columns as are easily read, and as many as there is room for.
MOST_PERIODS, ALL_PERIODS = 3, 5
Place = tuple[int, str]  # year and period


def indicators(scope: Scope) -> Sequence[Part]:
    found = outcomes.of_scope(scope)
    if not found:
        return [paragraphs(f"Inga utfall är registrerade för {scope.period.year}.")]
    return [_group(area, rows, scope) for area, rows in by_area(found)]


def _group(area: str, rows: Sequence[Series], scope: Scope) -> Group:
    table = _table(area, rows, scope)
    printed = [series for series, row in zip(rows, table.rows, strict=True) if not row.attached]
    return Group(
        area or "Utan verksamhetsområde",
        [table, *charts(area, printed, scope, table.source), *_comments(printed, scope)],
    )


def _table(area: str, rows: Sequence[Series], scope: Scope) -> Table:
    places, year = _places(rows, scope), scope.period.year
    horizon = _common_horizon(rows)
    same = _common_unit(rows, scope)
    printed, left_out = shortened(
        (
            _row(series, places, scope, horizon, name_unit=not same),
            _is_worth_reading(series, year),
        )
        for series in rows
    )
    wide, room = _widths(len(places))
    columns = [
        Column("Indikator"),
        *(
            Column(f"{ReportingPeriod(period).in_print} {year}", "right", wide)
            for year, period in places
        ),
        Column(f"{outcomes.goals_name(rows)} {year}", "right", room),
        Column(f"Målvärde {horizon}" if horizon else "Målvärde", "right", room),
    ]
    return Table(
        key="indikatorer",
        title=f"Indikatorer, {area.lower()}" if area else "Indikatorer utan verksamhetsområde",
        columns=columns,
        rows=printed,
        source=scope.source(SOURCE, KNOWN),
        note=" ".join(filter(None, (f"Verksamhet: {same}." if same else "", left_out))),
    )


def _common_unit(rows: Sequence[Series], scope: Scope) -> str:
    """Said once under the table, where all its rows are of the same unit below the report's."""
    units = {series.unit_id: series.unit for series in rows}
    [(pk, name), *others] = units.items()
    return "" if others or pk == scope.unit.pk or len(rows) == 1 else name


def _widths(periods: int) -> tuple[int, int]:
    """Of a period and of a goal, in percent."""
    if periods > MOST_PERIODS:
        return 10, 12
    return 15, 12 if periods == MOST_PERIODS else 15


def _is_worth_reading(series: Series, year: int) -> bool:
    outcome = series.of(year)
    return bool(series.goal or series.long_term or (outcome and outcome.comment))


def _places(rows: Sequence[Series], scope: Scope) -> list[Place]:
    """The columns: what is told of the year and what it is held against, then others with room."""
    told = {place for series in rows for place in _told(series, scope.period.year)}
    every = {(row.year, row.period) for series in rows for row in series.outcomes}
    others = sorted(every - told, key=_in_time, reverse=True)
    room = max(0, MOST_PERIODS - len(told))
    return sorted({*told, *others[:room]}, key=_in_time)[-ALL_PERIODS:]


def _in_time(place: Place) -> tuple[int, int]:
    return place[0], ReportingPeriod(place[1]).last_month


def _told(series: Series, year: int) -> Iterator[Place]:
    """The year's newest outcome, and the same period of the year before."""
    now = series.of(year)
    before = series.of(year - 1, now.period if now else None) or series.of(year - 1)
    for outcome in (before, now):
        if outcome:
            yield outcome.year, outcome.period


def _common_horizon(rows: Sequence[Series]) -> int | None:
    """The year of the long-term goals, where they all have the same."""
    years = {series.long_term.year for series in rows if series.long_term}
    return years.pop() if len(years) == 1 else None


def _row(
    series: Series,
    places: Sequence[Place],
    scope: Scope,
    horizon: int | None,
    *,
    name_unit: bool,
) -> Row:
    unit = series.unit if name_unit and series.unit_id != scope.unit.pk else ""
    long_term = goal_text(series.long_term, series.measured)
    if series.long_term and horizon is None:
        long_term += f" ({series.long_term.year})"
    return Row(
        [
            Cell(series.name, note=unit),
            *(outcome_cell(series, series.of(*place), scope) for place in places),
            Cell(goal_text(series.goal, series.measured)),
            Cell(long_term),
        ]
    )


def outcome_cell(series: Series, outcome: Outcome | None, scope: Scope) -> Cell:
    text = outcomes.told(series, outcome, scope)
    if outcome is None:
        return Cell(text)
    note = outcome.no_data
    if outcome.reported_share is not None:
        note = reported(outcome.source)
    return Cell(text, footnote=note or _before_a_break(series, outcome, scope))


def _before_a_break(series: Series, outcome: Outcome, scope: Scope) -> str:
    """A figure that does not compare with the year's own says so."""
    year = scope.period.year
    changed = [(since, what) for since, what in series.breaks if outcome.year < since <= year]
    if not changed:
        return ""
    since, what = max(changed)
    return f"Kan inte jämföras med senare år. Nytt sätt att mäta från {since}: {what}"


def _comments(rows: Sequence[Series], scope: Scope) -> Iterator[Part]:
    said = [comment for series in rows if (comment := _comment(series, rows, scope))]
    if said:
        yield Text(mark_safe("".join(said)))  # noqa: S308 -- each is made by format_html


def _comment(series: Series, others: Sequence[Series], scope: Scope) -> SafeString | None:
    """The indicator's name, what follows from the figures, and then what people have written."""
    outcome = series.of(scope.period.year)
    if outcome is None:
        return None
    computed = " ".join(sentences(series, outcome, scope))
    first, *rest = [part.strip() for part in outcome.comment.split("\n\n")]
    if not computed and not first:
        return None
    said = " ".join(filter(None, (computed, first)))
    name = outcomes.name(series, others).rstrip(".")
    led = format_html("<p><strong>{}.</strong> {}</p>", name, said)
    return led + format_html_join("", "<p>{}</p>", ((words,) for words in rest if words))


BLOCKS = (Block("indicators.by_area", "Indikatorer per verksamhetsområde", indicators),)
