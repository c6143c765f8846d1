"""What follows from an indicator's figures, in whole sentences before what people have written."""

from collections.abc import Iterator

from indicators.models.periods import ReportingPeriod
from indicators.statistics import Outcome, Series
from indicators.words import exact_note, goal_text
from lib.numbers import format_integer
from lib.sentences import in_order
from qualityreport import outcomes
from qualityreport.scope import Scope
from qualityreport.shown import Shown


def sentences(series: Series, outcome: Outcome, scope: Scope) -> Iterator[str]:
    shown = outcomes.shown_at(series, scope.policy)
    hidden = outcomes.hides(series, outcome, scope)
    if outcome.no_data:
        yield f"Utfall saknas: {outcome.no_data.rstrip('.')}."
    elif not hidden:
        yield from _of_the_goal(series, outcome, scope)
        yield from _of_the_change(series, outcome, scope)
    if series.first_year == outcome.year:
        yield "Följs för första gången."
    if outcome.not_measured and shown.tells(outcome.not_measured):
        yield _left_out(outcome.not_measured)
    if outcome.parts and not hidden and not outcomes.hides_counts(series, outcome, scope):
        yield from _of_the_parts(outcome, shown)
    if series.national:
        origin = series.national.attribution
        source = f" (källa: {origin})" if origin else ""
        yield f"{series.national.with_whom}: {outcomes.national_text(series).rstrip('.')}{source}."


def _of_the_goal(series: Series, outcome: Outcome, scope: Scope) -> Iterator[str]:
    """A goal for the year is judged on the whole year alone."""
    verdict = outcomes.reached(series, outcome)
    if verdict is None or outcome.period != ReportingPeriod.WHOLE_YEAR:
        return
    goal = goal_text(series.goal, series.measured)
    counts_told = not outcomes.hides_counts(series, outcome, scope)
    exactly = exact_note(series, outcome, series.goal) if counts_told else ""
    told = f" ({exactly})" if exactly else ""
    yield f"{outcomes.goal_name(series)} {goal} nås{'' if verdict else ' inte'}{told}."


def _of_the_change(series: Series, outcome: Outcome, scope: Scope) -> Iterator[str]:
    changed = dict(series.breaks).get(outcome.year)
    if changed:
        yield f"Definitionen ändrades {outcome.year}: {changed.rstrip('.')}."
    size = outcomes.change(series, outcome, scope)
    if size is None:
        return
    if not size:
        yield f"Oförändrat sedan {outcome.year - 1}."
        return
    word = "Ökningen" if size > 0 else "Minskningen"
    relative = outcomes.change_in_percent(series, outcome)
    beside = f" ({relative})" if relative else ""
    yield f"{word} sedan {outcome.year - 1} är {outcomes.change_text(series, size)}{beside}."


def _left_out(count: int) -> str:
    return "1 är inte mätt." if count == 1 else f"{format_integer(count)} är inte mätta."


def _of_the_parts(outcome: Outcome, shown: Shown) -> Iterator[str]:
    whole = outcome.numerator if outcome.value is None else int(outcome.value)
    counts = [count for _, count in outcome.parts]
    if whole is None or not all(map(shown.tells, (*counts, whole - sum(counts)))):
        return
    parts = [f"{format_integer(count)} {name}" for name, count in outcome.parts]
    yield f"Av de {format_integer(whole)} är {in_order(parts)}."
