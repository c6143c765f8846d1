"""Section text → safe HTML with its figures counted and its footnotes placed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.html import escape

from lib import richtext
from qualityreport.figures import Resolved, UnknownFigure, resolve
from qualityreport.scope import Scope
from qualityreport.tokens import Token, leftovers, substitute

# A note stays within its paragraph: block tags end it, and what is left is reported as a fault.
# No two parts can share a run of spaces and no note reaches into the next: the time is linear.
FOOTNOTE = re.compile(
    r"(?<!\s)\s*\(\(fotnot:"
    r"(?P<text>(?:(?!\(\(fotnot:|\)\)(?!\)))[^<]|</?(?:strong|em|a)\b[^<>]*>)+)\)\)",
    re.I,
)
# A number that no register knows, typed on purpose: ((eget tal: 12 procent; källa: SCB 2023)).
OWN = re.compile(
    r"\(\(eget tal:\s*(?P<number>[^();<>]{1,60}?)\s*;\s*källa:\s*"
    r"(?P<source>[^()<>]{1,200}?)\s*\)\)",
    re.I,
)
OPEN_OWN = re.compile(r"\(\(eget tal:", re.I)
# "se ((se: lex-sarah-avstamning))" is printed "se tabell 2", wherever the table then stands.
REFERENCE = re.compile(r"\(\(se:\s*(?P<key>[a-z0-9åäö_.-]{1,80})\s*\)\)", re.I)
# What stands there in the preview of one section: the numbers are the whole report's.
UNNUMBERED = "tabell eller figur (numret sätts i rapporten)"
POINTS_TO = re.compile(r'<a href="#se-(?P<key>[^"]+)">[^<]*</a>')
# The renderer takes a line break in a note's source for one in print.
LINES = re.compile(r"[ \t\r\n]+")
OPEN_NOTE = re.compile(r"\(\(fotnot:", re.I)


@dataclass
class Composed:
    """`faults` are sentences about tokens that have no value."""

    html: str = ""
    figures: list[Resolved] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def compose(body: str, *, scope: Scope, heading_level: int) -> Composed:
    composed = Composed()

    def value(token: Token) -> str:
        try:
            found = resolve(token, scope)
        except UnknownFigure as fault:
            composed.faults.append(str(fault))
            return ""
        composed.figures.append(found)
        return str(escape(found.text))

    text = substitute(richtext.clean(body), value)
    composed.faults += [f"”{rest}” är inte en hel levande siffra." for rest in leftovers(text)]
    text = OWN.sub(_own_number, text)
    composed.faults += [
        "Ett eget tal är inte helt: skriv ((eget tal: 12 procent; källa: SCB 2023))."
        for _ in OPEN_OWN.findall(text)
    ]
    text = REFERENCE.sub(rf'<a href="#se-\g<key>">{UNNUMBERED}</a>', text)
    noted = _footnotes(text)
    composed.faults += ["En fotnot saknar slut: skriv ))." for _ in OPEN_NOTE.findall(noted)]
    composed.html = richtext.sealed(richtext.with_heading_level(noted, heading_level))
    return composed


def _footnotes(text: str) -> str:
    """The note's text stands in the flow; the print style moves it to the foot of the page."""
    return FOOTNOTE.sub(
        lambda match: f'<span class="footnote">{LINES.sub(" ", match["text"].strip())}</span>', text
    )


def _own_number(match: re.Match[str]) -> str:
    """The number, marked for the checks, with its source as a footnote."""
    return (
        f'<span class="own">{match["number"]}</span>'
        f'<span class="footnote">Källa: {match["source"]}</span>'
    )


def pointed(composed: Composed, labels: Mapping[str, str]) -> None:
    """References get the label of what they point at; one to nothing is a fault."""

    def link(match: re.Match[str]) -> str:
        label = labels.get(match["key"].lower())
        if label is None:
            composed.faults.append(f"”{match['key']}” är ingen tabell eller figur i rapporten.")
            return ""
        return f'<a href="#{label.lower().replace(" ", "-")}">{label.lower()}</a>'

    composed.html = POINTS_TO.sub(link, composed.html)
