"""Text as the print fonts can draw it: PDF/A and PDF/UA forbid a missing glyph."""

import unicodedata

from lib.pdf.fonts import drawable

STAND_IN = "□"
# Control and format characters, lone surrogates, unassigned: nothing a reader would see.
INVISIBLE = {"Cc", "Cf", "Cs", "Cn"}


def printable(text: str) -> str:
    """The same text, with invisible characters removed and undrawable ones shown as □."""
    unknown = set(text) - drawable()
    if not unknown:
        return text
    return text.translate({ord(char): _stand_in(char) for char in unknown})


def _stand_in(char: str) -> str | None:
    return None if unicodedata.category(char) in INVISIBLE else STAND_IN
