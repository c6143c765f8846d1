"""Texts that were copied, left behind, or say what must not be said."""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format

from lib.personnummer import PERSONNUMMER, holds_personnummer
from qualityreport.checks.finding import Remark, at
from qualityreport.checks.reading import days, paragraphs, quoted, said, sentences, told
from qualityreport.collect import Collected, Collection

FEWEST_WORDS = 8
HEADING_ALONE = re.compile(r"<h(?P<level>[2-6])>(?P<title>[^<]*)</h\d>\s*(?=<h[2-6]>|$)")
HAPPENED = re.compile(
    r"\bhar (?:\w+ )?(?:behandlats|beslutats|godkänts|behandlat|beslutat|godkänt|genomförts"
    r"|hållits)"
    r"|\b(?:behandlades|beslutades|godkändes|beslutade|behandlade|godkände|genomfördes|hölls)\b",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\b(?:ska|skall|kommer|planeras|planerad|planerade|planerat|senast|inför|nästa|förväntas"
    r"|beräknas|föreslås|avses|till och med|gäller)\b",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\d-])(?:\+46 ?|0)7[02369](?:[ -]?\d){7}(?!\d)")


def personal_number(collection: Collection) -> Iterator[Remark]:
    """OSL 26 kap. 1 §: a report identifies nobody."""
    advice = "Ta bort numret. Rapporten är en allmän handling."
    for collected in collection.walk():
        text = said(collected)
        if holds_personnummer(text):
            found = next(found[0] for found in PERSONNUMMER.finditer(text))
            yield at(collected, f"Här står ett personnummer ({found[:6]}…).", advice)


def contact_of_a_person(collection: Collection) -> Iterator[Remark]:
    advice = "Ta bort numret om det hör till en enskild."
    for collected in collection.walk():
        for sentence in sentences(collected):
            if PHONE.search(sentence):
                yield at(collected, f"{quoted(sentence)} Här står ett mobilnummer.", advice)


def duplicated_paragraph(collection: Collection) -> Iterator[Remark]:
    """A text that stands once says as much as one that stands twice."""
    places: dict[str, list[Collected]] = defaultdict(list)
    for collected in collection.walk():
        for paragraph in paragraphs(collected):
            if len(paragraph.split()) >= FEWEST_WORDS:
                places[paragraph.casefold()].append(collected)
    for paragraph, found in places.items():
        if len(found) > 1:
            where = ", ".join(dict.fromkeys(one.section.title for one in found[:-1]))
            message = f"{quoted(paragraph)} står också i: {where}."
            yield at(found[-1], message, "Behåll stycket på ett ställe.")


def heading_without_text(collection: Collection) -> Iterator[Remark]:
    for collected in collection.walk():
        for heading in HEADING_ALONE.finditer(collected.text.html):
            yield at(
                collected,
                f"Rubriken ”{heading['title']}” har ingen text under sig.",
                "Skriv texten eller ta bort rubriken.",
            )


def future_told_as_past(collection: Collection) -> Iterator[Remark]:
    """What has not been cannot have been decided."""
    today = timezone.localdate()
    advice = "Skriv att det ska ske, eller rätta datumet."
    for collected in collection.walk():
        for sentence in told(collected):
            coming = [day for day in days(sentence) if day > today]
            if coming and HAPPENED.search(sentence) and not TO_COME.search(sentence):
                when = date_format(coming[0], "j F Y")
                yield at(collected, f"{quoted(sentence)} Den {when} har inte varit än.", advice)


def date_outside_period(collection: Collection) -> Iterator[Remark]:
    """Counting rule: what is told as done lies in the period; what comes after is a plan."""
    period, today = collection.scope.period, timezone.localdate()
    advice = "Rätta datumet, eller skriv att det är planerat."
    for collected in collection.walk():
        for sentence in told(collected):
            outside = [day for day in days(sentence) if day.year > period.year]
            if outside and not TO_COME.search(sentence) and max(outside) <= today:
                when = date_format(outside[0], "j F Y")
                message = f"{quoted(sentence)} Den {when} ligger efter rapportens år."
                yield at(collected, message, advice)
