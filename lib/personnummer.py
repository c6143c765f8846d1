"""What a personnummer looks like in running text."""

import re

# Ten or twelve digits that begin with a date; a samordningsnummer adds 60 to the day.
PERSONNUMMER = re.compile(
    r"(?<!\d)(?:18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
    r"\s?[-+\u2010-\u2013]?\s?\d{4}(?!\d)"
)
