"""What stands between a draft and its readers. Each check is small, named and says what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format

from deviations.statistics import reconciliation
from lib import richtext
from qualityreport.collect import Collected, Collection


class Severity(TextChoices):
    STOPS = "stops", "Stoppar"
    WARNS = "warns", "Varnar"


@dataclass(frozen=True)
class Finding:
    check: str
    severity: str
    section_key: str
    place: str
    message: str
    advice: str


@dataclass(frozen=True)
class FindingGroup:
    """All findings of one check, to be read (and one day acknowledged) at once."""

    title: str
    severity: str
    advice: str
    findings: Sequence[Finding]


TITLES = {
    "unresolved_token": "Levande siffror som inte går att räkna",
    "placeholder": "Platshållare som står kvar",
    "lex_sarah_adds_up": "Lex Sarah-rapporter som inte går jämnt upp",
    "future_date": "Rapporten avser en dag som inte har varit",
    "empty_section": "Avsnitt utan text",
}


Check = Callable[[Collection], Iterator[Finding]]

# What a writer leaves to be filled in, in the forms found in published reports.
PLACEHOLDER = re.compile(
    r"\bSIFFR(?:OR|A)\b\??|\bX{2,}\b|\?{2,}|\b(?:FIXME|TBD|LOREM IPSUM)\b|_{3,}"
    r"|\[\s*(?:\.{1,3}\s*)?\]|\[(?:siffra|text|datum|namn|fyll i)[^\]]{0,60}\]",
    re.IGNORECASE,
)
# Written in capitals only: "xx" may be part of a code, "siffror" is an ordinary word.
_CAPITALS = re.compile(r"SIFFR|X{2}", re.IGNORECASE)


def _at(collected: Collected, check: str, severity: Severity, message: str, advice: str) -> Finding:
    section = collected.section
    return Finding(check, severity, section.key, section.title, message, advice)


def unresolved_token(collection: Collection) -> Iterator[Finding]:
    for collected in collection.walk():
        for fault in collected.text.faults:
            advice = "Rätta eller ta bort den levande siffran. Förteckningen visar vilka som finns."
            yield _at(collected, "unresolved_token", Severity.STOPS, fault, advice)


def placeholder(collection: Collection) -> Iterator[Finding]:
    for collected in collection.walk():
        for found in _placeholders(richtext.plain(collected.source)):
            message = f"”{found}” ser ut som något som skulle fyllas i."
            advice = "Ersätt med den färdiga texten eller med en levande siffra."
            yield _at(collected, "placeholder", Severity.STOPS, message, advice)


def _placeholders(text: str) -> list[str]:
    found = (match[0] for match in PLACEHOLDER.finditer(text))
    return [word for word in found if not _CAPITALS.match(word) or word.isupper()]


def empty_section(collection: Collection) -> Iterator[Finding]:
    for collected in collection.walk():
        section = collected.section
        if section.takes_text and richtext.is_empty(collected.source):
            message = "Skrivs inte ut." if collected.prints_nothing else "Bara tabeller skrivs ut."
            advice = "Skriv texten, eller skriv att det inte finns något att redovisa."
            yield _at(collected, "empty_section", Severity.WARNS, message, advice)


def lex_sarah_adds_up(collection: Collection) -> Iterator[Finding]:
    scope = collection.scope
    for group in (scope.whole, *scope.groups):
        flow = scope.counted(reconciliation, group.unit_ids, scope.period)
        if not flow.adds_up:
            yield Finding(
                "lex_sarah_adds_up",
                Severity.STOPS,
                "",
                group.name,
                "Överförda och inkomna rapporter är inte lika många som utredda, ej lex Sarah, "
                "annullerade och pågående.",
                "Gå igenom ärendenas datum i avvikelseregistret.",
            )


def future_date(collection: Collection) -> Iterator[Finding]:
    """A report made before its own as-of date is counted to the day it is made, no further."""
    as_of = collection.scope.period.end
    if as_of > timezone.localdate():
        yield Finding(
            "future_date",
            Severity.WARNS,
            "",
            date_format(as_of, "j F Y"),
            "Dagen har inte varit än. Siffrorna räknas till och med i dag.",
            "Bygg rapporten igen när perioden är slut.",
        )


CHECKS: tuple[Check, ...] = (
    unresolved_token,
    placeholder,
    lex_sarah_adds_up,
    future_date,
    empty_section,
)


def run(collection: Collection) -> list[Finding]:
    return [finding for check in CHECKS for finding in check(collection)]


def stopping(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == Severity.STOPS]


def grouped(findings: Sequence[Finding]) -> list[FindingGroup]:
    """One group per check, in the checks' own order."""
    return [
        FindingGroup(title, of_check[0].severity, of_check[0].advice, of_check)
        for name, title in TITLES.items()
        if (of_check := [finding for finding in findings if finding.check == name])
    ]
