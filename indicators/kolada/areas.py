"""What can be followed in Kolada, told apart by its code."""

import re

from django.db.models import Q

from indicators.kolada.shapes import NATION

# All municipalities, so that the own can be placed among them.
EVERY = "alla"
EVERY_TITLE = "Alla kommuner"
NATION_TITLE = "Riket"
REGIONS_END = "0099"  # regions are 0001–0025; the first municipality is 0114
CODE = re.compile(r"alla|[0-9]{4}|[A-Z][A-Za-z0-9]{1,39}")
# Every municipality and region, and the nation
FOUR_DIGITS = Q(area__regex=r"^[0-9]{4}$")
MUNICIPALITIES = FOUR_DIGITS & Q(area__gt=REGIONS_END)


def is_four_digits(code: str) -> bool:
    return len(code) == 4 and code.isdecimal()


def is_municipality(code: str) -> bool:
    return is_four_digits(code) and code > REGIONS_END


def kind_of(code: str) -> str:
    """The name that the API has for what the code stands for."""
    if is_four_digits(code):
        return "municipality"
    return "municipality_groups" if code.startswith("G") else "ou"


def known_title(code: str) -> str:
    """Of those that need not be asked about."""
    return {EVERY: EVERY_TITLE, NATION: NATION_TITLE}.get(code, "")
