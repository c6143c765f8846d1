"""Words against figures (F118, F119): asked for by the report, because they judge prose."""

import re
from collections.abc import Iterator

from indicators.models.periods import ReportingPeriod
from qualityreport import outcomes
from qualityreport.checks.finding import Remark, at
from qualityreport.checks.reading import quoted, sentences
from qualityreport.checks.typed import CODE
from qualityreport.collect import Collection

REACHED = re.compile(r"\b(?:når|nåddes|nådde|uppnås|uppnåddes|uppnått|nås|nått)\b", re.IGNORECASE)
NOT = re.compile(r"\b(?:inte|ej|aldrig|varken)\b", re.IGNORECASE)
VAGUE = re.compile(
    r"\b(?:flertalet|merparten|de flesta|många|få|fåtal|några|markant|avsevärt|betydligt"
    r"|väsentligt|kraftigt)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d")


def verdict_against_goal(collection: Collection) -> Iterator[Remark]:
    """ "IFO-07 når målet" where the register says that it does not, or the other way round."""
    if not collection.report.thorough:
        return
    reached = _reached(collection)
    for collected in collection.walk():
        for sentence in sentences(collected):
            codes = set(CODE.findall(sentence))
            if len(codes) != 1 or not REACHED.search(sentence):
                continue
            says = not NOT.search(sentence)
            code = codes.pop()
            if reached.get(code, says) != says:
                is_so = "nås" if reached[code] else "nås inte"
                yield at(
                    collected,
                    f"{quoted(sentence)} Enligt registret {is_so} målet för {code}.",
                    "Rätta omdömet, eller förklara vad det bygger på.",
                )


def _reached(collection: Collection) -> dict[str, bool]:
    """Code → whether the year's goal is reached, for indicators followed at one unit alone."""
    found: dict[str, bool] = {}
    several: set[str] = set()
    for series in outcomes.of_scope(collection.scope):
        outcome = series.of(collection.scope.period.year)
        if outcome is None or outcome.period != ReportingPeriod.WHOLE_YEAR:
            continue
        if series.code in found:
            several.add(series.code)
        verdict = outcomes.reached(series, outcome)
        if verdict is not None:
            found[series.code] = verdict
    return {code: verdict for code, verdict in found.items() if code not in several}


def claim_without_figure(collection: Collection) -> Iterator[Remark]:
    if not collection.report.thorough:
        return
    for collected in collection.walk():
        for sentence in sentences(collected):
            found = VAGUE.search(sentence)
            if found and not FIGURE.search(sentence):
                yield at(
                    collected,
                    f"{quoted(sentence)} ”{found[0]}” säger inte hur många.",
                    "Lägg till en siffra, eller behåll påståendet om det inte går att räkna.",
                )
