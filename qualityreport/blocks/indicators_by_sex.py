"""Indikatorer with the columns of an ILS report: both sexes, forecast and the council's goal."""

from collections.abc import Iterator, Sequence

from django.utils.html import format_html_join

from indicators.models import Observation
from indicators.models.periods import ReportingPeriod
from indicators.statistics import Outcome, Series
from indicators.words import amount, goal_text
from lib.numbers import NOT_SET
from organisation.groups import by_area
from qualityreport import outcomes
from qualityreport.blocks.block import Block
from qualityreport.blocks.indicators import KNOWN, SOURCE, outcome_cell
from qualityreport.parts import Cell, Column, Group, Part, Row, Table, Text, led, paragraphs
from qualityreport.scope import Scope

COLUMNS = (
    Column("Indikator"),
    Column("Periodens utfall", "right", 10),
    Column("Utfall män/pojkar", "right", 10),
    Column("Utfall kvinnor/flickor", "right", 10),
    Column("Utfall VB föreg. år", "right", 10),
    Column("Prognos helår", "right", 8),
    Column("Årsmål", "right", 8),
    Column("KF:s årsmål", "right", 8),
    Column("Period", width=8),
)


def indicators_by_sex(scope: Scope) -> Sequence[Part]:
    found = [one for one in outcomes.of_scope(scope) if one.of(scope.period.year)]
    if not found:
        return [paragraphs(f"Inga utfall är registrerade för {scope.period.year}.")]
    return [_group(area, rows, scope) for area, rows in by_area(found)]


def _group(area: str, rows: Sequence[Series], scope: Scope) -> Group:
    table = Table(
        key="indikatorer-kon",
        title=f"Indikatorer med kön, {area.lower()}" if area else "Indikatorer med kön",
        columns=COLUMNS,
        rows=[_row(series, outcome, scope) for series, outcome in _now(rows, scope)],
        source=scope.source(SOURCE, KNOWN),
    )
    analyses = [
        led(outcomes.name(series, rows), outcome.comment)
        for series, outcome in _now(rows, scope)
        if outcome.comment
    ]
    text = [Text(format_html_join("", "{}", ((one,) for one in analyses)))] if analyses else []
    return Group(area or "Utan verksamhetsområde", [table, *text])


def _now(rows: Sequence[Series], scope: Scope) -> Iterator[tuple[Series, Outcome]]:
    for series in rows:
        if outcome := series.of(scope.period.year):
            yield series, outcome


def _row(series: Series, outcome: Outcome, scope: Scope) -> Row:
    sexes = (Observation.Sex.MALE, Observation.Sex.FEMALE)
    split = [outcomes.of_sex(series, outcome, sex, scope) for sex in sexes]
    before = series.of(scope.period.year - 1, ReportingPeriod.WHOLE_YEAR)
    unit = series.unit if series.unit_id != scope.unit.pk else ""
    return Row(
        [
            Cell(series.name, note=unit),
            *(outcome_cell(series, one, scope) for one in (outcome, *split, before)),
            Cell(_forecast(series, outcome, scope)),
            Cell(goal_text(series.annual, series.measured)),
            Cell(goal_text(series.council, series.measured)),
            Cell(outcome.label),
        ]
    )


def _forecast(series: Series, outcome: Outcome, scope: Scope) -> str:
    """Not where the outcome is hidden: late in the year the forecast is nearly the same."""
    if outcome.forecast is None or outcomes.hides(series, outcome, scope):
        return NOT_SET
    return amount(outcome.forecast, series.measured, series.decimals)


BLOCKS = (
    Block("indicators.by_sex", "Indikatorer med kön, prognos och KF:s årsmål", indicators_by_sex),
)
