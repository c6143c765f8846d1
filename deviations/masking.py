"""What an avidentifierad copy of a case leaves out of its texts.

The name of whoever reported and of the managers of the place is replaced wherever it stands, and
so are personnummer, e-mail addresses and telephone numbers. Investigator, decider and whoever else
took a step keep name and title, which SOSFS 2011:5, 5 kap., requires. Who the person concerned is
stands in no text of ours; a name that somebody wrote all the same is not recognised by a machine.
"""

import re
from collections.abc import Iterable
from typing import Protocol

from deviations.models import Deviation
from lib.personnummer import PERSONNUMMER
from organisation.models import Membership, Role, UnitClosure

REPORTER, MANAGER = "[rapportören]", "[chefen]"
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w./-])(?:\+46|0)[ \u00a0-]?\d(?:[ \u00a0-]?\d){6,10}(?![\d/])")
SHORTEST_NAME = 3


class Mask(Protocol):
    def __call__(self, text: str) -> str: ...


def whole(text: str) -> str:
    """The mask of a full copy."""
    return text


def mask_of(case: Deviation) -> Mask:
    """For this case: the people of its reports and the managers of its place, then and now."""
    reporters = case.reports.values_list("reporter_name", flat=True)
    above = UnitClosure.objects.filter(descendant_id=case.unit_id).values("ancestor_id")
    held = Membership.objects.filter(role=Role.MANAGER, unit_id__in=above).select_related("user")
    names = _patterns(reporters, REPORTER) + _patterns((str(one.user) for one in held), MANAGER)

    def mask(text: str) -> str:
        for pattern, word in (*names, *NUMBERS):
            text = pattern.sub(word, text)
        return text

    return mask


NUMBERS = (
    (PERSONNUMMER, "[personnummer]"),
    (EMAIL, "[e-postadress]"),
    (PHONE, "[telefonnummer]"),
)


def _patterns(names: Iterable[str], word: str) -> list[tuple[re.Pattern[str], str]]:
    """The whole name first, then each part of it, with or without a genitive s."""
    wholes = sorted({name.strip() for name in names if len(name.strip()) >= SHORTEST_NAME})
    parts = sorted({part for name in wholes for part in name.split() if len(part) >= SHORTEST_NAME})
    # A whole name is one however it is written; a part of one may be a word of its own (ek, berg).
    anyhow = [re.compile(rf"\b{_spaced(name)}s?\b", re.IGNORECASE) for name in wholes]
    written = [re.compile(rf"\b{re.escape(part)}s?\b") for part in (*parts, *map(str.upper, parts))]
    return [(pattern, word) for pattern in (*anyhow, *written)]


def _spaced(name: str) -> str:
    """With whatever stands between its parts: a double space, the end of a line."""
    return r"\s+".join(map(re.escape, name.split()))
