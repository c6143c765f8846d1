"""Volymer, and what each series says over the years: two blocks that an outline may have."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from django.utils.html import format_html_join

from indicators import protection, statistics
from indicators.kolada.reading import peers_of
from indicators.models import DefinitionBreak, Indicator
from indicators.models.periods import ReportingPeriod
from indicators.series import of_series
from indicators.statistics import Series
from lib.periods import Period
from organisation.groups import by_area
from qualityreport import outcomes
from qualityreport.blocks.block import Block
from qualityreport.blocks.indicators import KNOWN, SOURCE, outcome_cell
from qualityreport.parts import (
    Cell,
    Group,
    Part,
    Row,
    Table,
    Text,
    led,
    number_columns,
    paragraphs,
)
from qualityreport.scope import Scope

YEARS_BACK = 10
PEERS_BACK = 2  # Kolada lags behind


def what_series_say(scope: Scope) -> Sequence[Part]:
    """In sentences; silent where the base is too small or a figure is hidden."""
    year = scope.period.year
    every = scope.counted(_over_the_years, scope.units, scope.period)
    pks = frozenset(series.pk for series in every)
    years = tuple(range(year - YEARS_BACK, year + 1))
    hidden = scope.counted(protection.hidden, pks, years, scope.policy)
    breaks = scope.counted(_breaks, pks)
    peers = scope.counted(peers_of, pks, tuple(range(year - PEERS_BACK, year + 1)))
    groups = []
    for area, rows in by_area(every):
        told = [
            led(outcomes.name(series, rows), " ".join(sentences))
            for series in rows
            if (
                sentences := [
                    finding.sentence
                    for finding in of_series(
                        _without_hidden(series, hidden),
                        scope.policy.minimum_base,
                        breaks=breaks.get(series.pk, ()),
                        peers=peers.get(series.pk),
                    )
                ]
            )
        ]
        if told:
            groups.append(
                Group(
                    area or "Utan verksamhetsområde",
                    [Text(format_html_join("", "{}", ((one,) for one in told)))],
                )
            )
    return groups or [paragraphs("Serierna är för korta för att säga något om utvecklingen.")]


def _over_the_years(units: Collection[int], period: Period) -> Sequence[Series]:
    found = statistics.series(units, period, years_back=YEARS_BACK)
    return [series for series in found if series.of(period.year)]


def _breaks(indicators: Collection[int]) -> Mapping[int, Sequence[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = DefinitionBreak.objects.filter(indicator_id__in=indicators)
    for pk, year in rows.values_list("indicator_id", "from_year"):
        found[pk].append(year)
    return found


def _without_hidden(series: Series, hidden: protection.Hidden) -> Series:
    told = (one for one in series.outcomes if not hidden.hides(outcomes.place_of(series, one)))
    return replace(series, outcomes=tuple(told))


def volumes(scope: Scope) -> Sequence[Part]:
    """What is counted, this year and the year before."""
    year = scope.period.year
    rows = [
        series
        for series in outcomes.of_scope(scope)
        if series.measured == Indicator.Measured.COUNT and series.of(year)
    ]
    if not rows:
        return [paragraphs(f"Inga volymer är registrerade för {year}.")]
    return [
        Table(
            key="volymer",
            title=f"Volymer {year - 1} och {year}",
            columns=number_columns("Volym", str(year - 1), str(year), "Förändring"),
            rows=[_volume(series, rows, scope) for series in rows],
            source=scope.source(SOURCE, KNOWN),
        )
    ]


def _volume(series: Series, rows: Sequence[Series], scope: Scope) -> Row:
    now = series.of(scope.period.year)
    before = series.of(scope.period.year - 1, now.period if now else None)
    size = outcomes.change(series, now, scope) if now else None
    part_of_year = now is not None and now.period != ReportingPeriod.WHOLE_YEAR
    return Row(
        [
            Cell(outcomes.name(series, rows), note=now.label if now and part_of_year else ""),
            outcome_cell(series, before, scope),
            outcome_cell(series, now, scope),
            Cell("–" if size is None else outcomes.signed_change(series, size)),
        ]
    )


BLOCKS = (
    Block("indicators.volumes", "Volymer, två år", volumes),
    Block("indicators.series", "Vad serierna säger", what_series_say),
)
