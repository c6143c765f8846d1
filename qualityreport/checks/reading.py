"""Reading what people have written: sentences, numbers and days, in Swedish."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lib import richtext
from qualityreport.collect import Collected

# A figure that is somebody's own, with its source: no register knows better.
_OWN = re.compile(r'<span class="own">[^<]*</span>')
_NOTE = re.compile(r'<span class="footnote">')
_WHOLE_NOTE = re.compile(r'<span class="footnote">.*?</span>', re.DOTALL)
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"(])|\n+")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})
# 1 384, 1384, 20,6 – never a part of a date, a code or another number.
NUMBER = r"(?<![\w,.§/-])(?:\d{1,3}(?: \d{3})+|\d+)(?:,\d+)?(?![\w/-]|[,.]\d)"
PERCENT = rf"(?P<percent>{NUMBER}) ?(?:%|procent\b(?!enhet))"
SHARE = re.compile(PERCENT)
MONTHS = {
    name: number
    for number, name in enumerate(
        (
            *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"),
            *("september", "oktober", "november", "december"),
        ),
        start=1,
    )
}
_DAY = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})\b"
    rf"|\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
WORDS = {
    word: number
    for number, word in enumerate(
        (
            *("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"),
            *("elva", "tolv"),
        )
    )
} | {"ett": 1, "inga": 0, "ingen": 0, "inget": 0}
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def said(collected: Collected) -> str:
    """The section as it is printed, one block per line, without what bears its own source."""
    html = _NOTE.sub("<br>", _OWN.sub("◦", collected.text.html))
    return richtext.plain(html).translate(_SPACES)


def sentences(collected: Collected) -> Iterator[str]:
    yield from _sentences(said(collected))


def told(collected: Collected) -> Iterator[str]:
    """The sentences without the footnotes, which name sources and tell of nothing."""
    yield from _sentences(richtext.plain(_WHOLE_NOTE.sub("", collected.text.html)))


def _sentences(text: str) -> Iterator[str]:
    for sentence in _END.split(text.translate(_SPACES)):
        if words := " ".join(sentence.split()):
            yield words


def paragraphs(collected: Collected) -> list[str]:
    return [" ".join(line.split()) for line in said(collected).split("\n") if line.strip()]


def number(written: str) -> Decimal:
    return Decimal(written.replace(" ", "").replace(",", "."))


def days(sentence: str) -> Iterator[date]:
    """Whole dates; what is no day of the calendar is passed over."""
    for found in _DAY.finditer(sentence):
        try:
            yield _day(found)
        except ValueError:
            continue


def _day(found: re.Match[str]) -> date:
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    return date(int(found["year"]), MONTHS[found["month"].lower()], int(found["day"]))


def quoted(sentence: str, longest: int = 140) -> str:
    """Enough of the sentence to find it by."""
    return f"”{sentence}”" if len(sentence) <= longest else f"”{sentence[:longest].rstrip()} …”"
