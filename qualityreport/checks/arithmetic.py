"""Numbers that do not follow from each other in the same sentence."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lib.numbers import format_exact, rounded
from qualityreport.checks.finding import Remark, at
from qualityreport.checks.reading import NUMBER, SHARE, number, quoted, sentences
from qualityreport.collect import Collection

PAIR = re.compile(rf"(?P<part>{NUMBER}) av (?:de |totalt |sammanlagt )?(?P<whole>{NUMBER})")
FROM_TO = re.compile(
    rf"från (?P<first>{NUMBER})(?P<unit> ?%| procent\b)? till (?P<last>{NUMBER})"
    rf"(?P<unit2> ?%| procent\b)?"
)
ROSE = re.compile(r"\b(?:ökat|ökade|ökar|ökning|stigit|steg|vuxit)\b", re.IGNORECASE)
FELL = re.compile(r"\b(?:minskat|minskade|minskar|minskning|sjunkit|sjönk)\b", re.IGNORECASE)
GOAL = re.compile(r"\b(?:mål|etappmål|målvärde|riket)\w*", re.IGNORECASE)
BY = re.compile(rf"\bmed (?P<change>{NUMBER}) ?(?:%|procent\b(?!enhet))")

AGAINST_BUDGET = re.compile(
    rf"\b(?:utfall|netto|kostnad)\w*\b[^\d.]{{0,40}}?(?P<spent>{NUMBER})[^\d.]{{0,40}}?"
    rf"\bbudget\w*\b[^\d.]{{0,30}}?(?P<budget>{NUMBER})",
    re.IGNORECASE,
)
DEFICIT = re.compile(r"\b(?:underskott|överskrid|överdrag)\w*", re.IGNORECASE)
SURPLUS = re.compile(r"\böverskott\w*", re.IGNORECASE)


def wrong_percentage(collection: Collection) -> Iterator[Remark]:
    """Counting rule: a share is its whole numbers divided and rounded once, half up."""
    advice = "Rätta procenttalet, eller skriv antalen som levande siffror."
    for collected in collection.walk():
        for sentence in sentences(collected):
            for part, whole, percent in _shares(sentence):
                right = _right(part, whole, percent)
                if right != percent:
                    said = f"{quoted(sentence)} {_exact(part)} av {_exact(whole)} är {{}} procent."
                    yield at(
                        collected, said.format(_exact(right)), advice, f"{_exact(right)} procent"
                    )


def _shares(sentence: str) -> list[tuple[Decimal, Decimal, Decimal]]:
    """As many pairs as percentages, in their order: otherwise nobody knows what belongs to what."""
    pairs = [(number(pair["part"]), number(pair["whole"])) for pair in PAIR.finditer(sentence)]
    percents = [number(share["percent"]) for share in SHARE.finditer(sentence)]
    if len(pairs) != len(percents) or _tells_of_change(sentence):
        return []
    together = zip(pairs, percents, strict=True)
    return [(part, whole, percent) for (part, whole), percent in together if 0 < whole >= part]


def _tells_of_change(sentence: str) -> bool:
    """ "en ökning med 20 procent" is a share of nothing in the sentence, and goals are not
    outcomes."""
    return bool(BY.search(sentence) or GOAL.search(sentence))


def _right(part: Decimal, whole: Decimal, like: Decimal) -> Decimal:
    exponent = like.as_tuple().exponent
    return rounded(100 * part / whole, -exponent if isinstance(exponent, int) else 0)


def _exact(value: Decimal) -> str:
    return format_exact(value)


def wrong_direction(collection: Collection) -> Iterator[Remark]:
    advice = "Byt riktning eller rätta talen."
    for collected in collection.walk():
        for sentence in sentences(collected):
            change = FROM_TO.search(sentence)
            if change is None or bool(ROSE.search(sentence)) == bool(FELL.search(sentence)):
                continue
            first, last = number(change["first"]), number(change["last"])
            if (last < first) if ROSE.search(sentence) else (last > first):
                yield at(collected, f"{quoted(sentence)} Talen går åt andra hållet.", advice)


def wrong_side_of_budget(collection: Collection) -> Iterator[Remark]:
    """Net costs under the budget are a surplus, whatever the sign in the table."""
    advice = "Byt ord eller rätta talen."
    for collected in collection.walk():
        for sentence in sentences(collected):
            found = AGAINST_BUDGET.search(sentence)
            if found is None or bool(DEFICIT.search(sentence)) == bool(SURPLUS.search(sentence)):
                continue
            spent, budget = number(found["spent"]), number(found["budget"])
            if (spent < budget) if DEFICIT.search(sentence) else (spent > budget):
                side = "under" if spent < budget else "över"
                yield at(collected, f"{quoted(sentence)} Utfallet är {side} budgeten.", advice)


def percent_of_percents(collection: Collection) -> Iterator[Remark]:
    """From 17 to 9 per cent is a change by 8 percentage points."""
    advice = "Skriv procentenheter."
    for collected in collection.walk():
        for sentence in sentences(collected):
            change, by = FROM_TO.search(sentence), BY.search(sentence)
            if change is None or by is None or not (change["unit"] or change["unit2"]):
                continue
            difference = abs(number(change["last"]) - number(change["first"]))
            if number(by["change"]) == difference:
                offer = f"{_exact(difference)} procentenheter"
                yield at(collected, f"{quoted(sentence)} Skillnaden är {offer}.", advice, offer)
