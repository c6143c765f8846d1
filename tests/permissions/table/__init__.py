"""Who may do what, by the rules of the house and not by what the code happens to do.

Outside the scope 404, inside it without the right 403. Lex Sarah cases ("secret") are known only
to the lex Sarah-ansvarig, the decider, the assigned investigator and the named; secretary,
auditor and administrator never see a case; the auditor sees what is published; the secretary gets
reports but not their texts while they are written.

What is about IVO exists for lex Sarah cases alone; "own" and "foreign" are internal ones.

302 for the stranger (-) is the way to the sign-in. 422 is a form that was taken and found empty:
the person may send it. One figure alone holds for everybody who is signed in.
"""

import re
from dataclasses import dataclass

from tests.permissions.table import (
    config,
    controls,
    deviations,
    diary,
    file_reviews,
    imports,
    indicators,
    measures,
    processes,
    providers,
    qualityreport,
    reviews,
    risks,
)

STRANGER = "-"
TO_SIGN_IN = 302

# Mona reported the own case and the secret one; both happened at Eva's unit. Saved narrowings
# belong to one person each: Eva, Erik and Sara. Of earlier years the secret ones are sealed.
REGISTERS = (
    config,
    deviations,
    diary,
    measures,
    risks,
    controls,
    file_reviews,
    processes,
    reviews,
    providers,
    indicators,
    imports,
    qualityreport,
)


@dataclass(frozen=True)
class Row:
    url: str
    about: str
    method: str
    expected: dict[str, int]

    @property
    def register(self) -> str:
        return self.url.partition(":")[0] if ":" in self.url else "config"

    def __str__(self) -> str:
        return " ".join(filter(None, (self.method, self.url, self.about)))


def _row(line: str) -> Row:
    """`-` is a URL about no thing in particular."""
    found = LINE.fullmatch(line)
    assert found, line
    url, about, method, figures = found.groups()
    statuses = [int(figure) for figure in figures.split()]
    if len(statuses) == 1:
        statuses = [TO_SIGN_IN, *statuses * (len(EVERYBODY) - 1)]
    expected = dict(zip(EVERYBODY, statuses, strict=True))
    return Row(url, "" if about == "-" else about, method, expected)


LINE = re.compile(r"(\S+) +(\S.*?) +(GET|POST) +([\d ]+)")
EVERYBODY = tuple(config.TABLE.split("\n")[1].split()[1:])
ROWS = [
    _row(line)
    for register in REGISTERS
    for line in register.TABLE.splitlines()
    if line and not line.startswith("#")
]
