"""Indicators, where the report prints them."""

from collections.abc import Iterator

from indicators.models.periods import ReportingPeriod
from indicators.statistics import Outcome, Series, without_outcome
from indicators.words import goal_text
from qualityreport import outcomes
from qualityreport.checks.finding import Remark
from qualityreport.collect import Collection

BLOCK = "indicators.by_area"


def _of_the_year(collection: Collection) -> Iterator[tuple[Series, Outcome]]:
    if collection.prints(BLOCK):
        for series in outcomes.of_scope(collection.scope):
            if outcome := series.of(collection.scope.period.year):
                yield series, outcome


def _place(series: Series) -> str:
    return f"{series.code} {series.name}, {series.unit}"


def parts_do_not_sum(collection: Collection) -> Iterator[Remark]:
    """Parts may be fewer than the whole, but never more."""
    for series, outcome in _of_the_year(collection):
        whole = outcome.numerator if outcome.value is None else outcome.value
        parts = sum(count for _, count in outcome.parts)
        if whole is not None and parts > whole:
            yield Remark(
                _place(series),
                f"Delarna är {parts} tillsammans men helheten är {whole:.0f}.",
                "Rätta utfallet eller dess delar i indikatorregistret.",
            )


def indicator_without_outcome(collection: Collection) -> Iterator[Remark]:
    """Of the whole year alone: which indicators are followed at an interim report varies."""
    scope = collection.scope
    is_whole_year = (scope.period.end.month, scope.period.end.day) == (12, 31)
    if not collection.prints(BLOCK) or not is_whole_year:
        return
    for missing in scope.counted(without_outcome, scope.units, scope.period.year):
        yield Remark(
            f"{missing.code} {missing.name}, {missing.unit}",
            f"Utfall för {scope.period.year} saknas, och skälet är inte angivet.",
            "Fyll i utfallet, eller varför det saknas, i indikatorregistret.",
        )


def target_missed_without_comment(collection: Collection) -> Iterator[Remark]:
    for series, outcome in _of_the_year(collection):
        if outcome.period != ReportingPeriod.WHOLE_YEAR or outcome.comment.strip():
            continue
        if outcomes.reached(series, outcome) is False:
            goal = goal_text(series.goal, series.measured)
            yield Remark(
                _place(series),
                f"{outcomes.goal_name(series)} {goal} nås inte.",
                "Skriv i utfallets kommentar vad som förklarar det och vad som görs.",
            )
