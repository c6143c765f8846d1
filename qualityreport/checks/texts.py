"""What people have written, and what they have left to be written."""

import re
from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format

from lib import richtext
from qualityreport.checks.finding import Remark, at
from qualityreport.collect import Collection

# What a writer leaves to be filled in, in the forms found in published reports.
PLACEHOLDER = re.compile(
    r"\bSIFFR(?:OR|A)\b\??|\bX{2,}\b|\?{2,}|\b(?:FIXME|TBD|LOREM IPSUM)\b|_{3,}"
    r"|\[\s*(?:\.{1,3}\s*)?\]|\[(?:siffra|text|datum|namn|fyll i)[^\]]{0,60}\]",
    re.IGNORECASE,
)
# Written in capitals only: "xx" may be part of a code, "siffror" is an ordinary word.
_CAPITALS = re.compile(r"SIFFR|X{2}", re.IGNORECASE)


def unresolved_token(collection: Collection) -> Iterator[Remark]:
    advice = "Rätta eller ta bort den levande siffran. Förteckningen visar vilka som finns."
    for collected in collection.walk():
        for fault in collected.text.faults:
            yield at(collected, fault, advice)


def placeholder(collection: Collection) -> Iterator[Remark]:
    advice = "Ersätt med den färdiga texten eller med en levande siffra."
    for collected in collection.walk():
        for found in _placeholders(richtext.plain(collected.source)):
            yield at(collected, f"”{found}” ser ut som något som skulle fyllas i.", advice)


def _placeholders(text: str) -> list[str]:
    found = (match[0] for match in PLACEHOLDER.finditer(text))
    return [word for word in found if not _CAPITALS.match(word) or word.isupper()]


def empty_section(collection: Collection) -> Iterator[Remark]:
    advice = "Skriv texten, eller skriv att det inte finns något att redovisa."
    for collected in collection.walk():
        if collected.section.takes_text and richtext.is_empty(collected.source):
            nothing = collected.prints_nothing
            yield at(
                collected, "Skrivs inte ut." if nothing else "Bara tabeller skrivs ut.", advice
            )


def future_date(collection: Collection) -> Iterator[Remark]:
    """A report made before its own as-of date is counted to the day it is made, no further."""
    as_of = collection.scope.period.end
    if as_of > timezone.localdate():
        yield Remark(
            date_format(as_of, "j F Y"),
            "Dagen har inte varit än. Siffrorna räknas till och med i dag.",
            "Bygg rapporten igen när perioden är slut.",
        )
