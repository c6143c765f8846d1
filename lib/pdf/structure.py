"""Mends the parsed document where sound HTML would still make an unsound PDF."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lib.pdf.glyphs import printable

# Hyphenation takes a time that grows with the square of the word; no word or address needs more.
ENDLESS = re.compile(r"\S{40}(?=\S{20})")
BREAK = "\N{ZERO WIDTH SPACE}"
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def mend(root: Element) -> None:
    for element in root.iter():
        _keep_printable(element)
    for link in list(root.iter("a")):
        _flatten(link)
    _close_heading_gaps(root)


def _keep_printable(element: Element) -> None:
    if element.text and element.tag != "style":
        element.text = _breakable(printable(element.text))
    if element.tail:
        element.tail = _breakable(printable(element.tail))
    for name, value in element.attrib.items():
        element.set(name, printable(value))


def _breakable(text: str) -> str:
    return ENDLESS.sub(rf"\g<0>{BREAK}", text)


def _flatten(link: Element) -> None:
    # WeasyPrint makes one annotation per child of a link, outside its /Link tag (PDF/UA fails).
    if len(link):
        text = "".join(link.itertext())
        for child in list(link):
            link.remove(child)
        link.text = text


def _close_heading_gaps(root: Element) -> None:
    """An h4 right under an h2 becomes an h3: PDF/UA allows no skipped level."""
    previous = 0
    for heading in _headings(root):
        level = min(HEADINGS[heading.tag], previous + 1)
        heading.tag = f"h{level}"
        previous = level


def _headings(root: Element) -> Iterator[Element]:
    return (element for element in list(root.iter()) if element.tag in HEADINGS)
