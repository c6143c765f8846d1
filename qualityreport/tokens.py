"""The grammar of live figures: `{{ lexsarah.utredda år=2022 enhet=barn }}`.

Our own tiny language, never Django templates on user text. Whatever is not a whole token stays
text, and whatever stands between double braces and is no token is reported, never printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# The parts after the first may be codes of registers: IFO-07, 2023.
NAME = r"[a-zåäö][a-zåäö0-9_]*(?:\.[a-zåäö0-9][a-zåäö0-9_-]*)+"
MODIFIER = r"[a-zåäö]+=-?[a-zåäö0-9_-]+"
TOKEN = re.compile(rf"\{{\{{\s*(?P<name>{NAME})(?P<modifiers>(?:\s+{MODIFIER})*)\s*\}}\}}", re.I)
BRACES = re.compile(r"\{\{[^{}<>]{0,200}\}\}|\{\{|\}\}")


# How a count is said: {{ lexsarah.ivo noll=inga en=anmälan flera=anmälningar }}.
WORDS = {"noll": "zero", "en": "one", "flera": "many"}


@dataclass(frozen=True)
class Wording:
    """ "inga" instead of 0 where the sentence wants it, and the noun in the right number."""

    zero: str = ""
    one: str = ""
    many: str = ""

    def say(self, text: str) -> str:
        """`text` is a figure as it is printed; what is hidden or no whole number stays."""
        digits = text.replace("\u202f", "").replace("\u00a0", "")
        if not digits.isdecimal():
            return f"{text} {self.many}" if self.many else text
        number = self.zero if self.zero and int(digits) == 0 else text
        noun = self.one if int(digits) == 1 and self.one else self.many
        return f"{number} {noun}" if noun else number


@dataclass(frozen=True)
class Token:
    name: str
    modifiers: tuple[tuple[str, str], ...]

    @property
    def wording(self) -> Wording:
        return Wording(**{WORDS[key]: word for key, word in self.modifiers if key in WORDS})

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """What chooses the figure, without how it is said."""
        return tuple(pair for pair in self.modifiers if pair[0] not in WORDS)


def parse(match: re.Match[str]) -> Token:
    pairs = (pair.partition("=") for pair in match["modifiers"].split())
    modifiers = tuple((key.lower(), value.lower()) for key, _, value in pairs)
    return Token(_name(match["name"]), modifiers)


def _name(written: str) -> str:
    """In small letters, but for a last N: n is a part and N the whole it is a part of."""
    head, _, last = written.rpartition(".")
    return f"{head.lower()}.{last if last == 'N' else last.lower()}"


def tokens(text: str) -> Iterator[Token]:
    """`text` with ordinary spaces: editors put &nbsp; where a person typed two spaces."""
    return (parse(match) for match in TOKEN.finditer(_spaced(text)))


def substitute(text: str, value: Callable[[Token], str]) -> str:
    return TOKEN.sub(lambda match: value(parse(match)), _spaced(text))


def leftovers(text: str) -> list[str]:
    """What is left between double braces after the tokens are gone."""
    return BRACES.findall(text)


def _spaced(text: str) -> str:
    return re.sub(r"\{\{[^{}]*\}\}", lambda match: _plain_spaces(match[0]), text)


def _plain_spaces(token: str) -> str:
    return token.replace("&nbsp;", " ").replace("\u00a0", " ")
