"""Personnummer and samordningsnummer in running text."""

import re

# Ten or twelve digits that begin with a date; a samordningsnummer adds 60 to the day.
PERSONNUMMER = re.compile(
    r"(?<!\d)(?:18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
    r"\s?[-+\u2010-\u2013]?\s?\d{4}(?!\d)"
)


def holds_personnummer(text: str) -> bool:
    """Written with a century or a hyphen, or ten digits whose last is right: a telephone number
    is written in neither way and is seldom right."""
    return any(_is_meant(found[0]) for found in PERSONNUMMER.finditer(text))


def _is_meant(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    return len(digits) == 12 or not written.isdigit() or _last_is_right(digits)


def _last_is_right(digits: str) -> bool:
    """Each second digit doubled, all digits added: the sum ends in 0."""
    doubled = "".join(str(int(digit) * (2 - at % 2)) for at, digit in enumerate(digits))
    return sum(map(int, doubled)) % 10 == 0
