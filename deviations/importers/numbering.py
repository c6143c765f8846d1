"""Numbers of an old register that are of our own kind: they are kept."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from deviations.models import Kind
from deviations.models.choices import SERIES
from deviations.numbers import case_number

OWN = re.compile(rf"({'|'.join(sorted(set(SERIES.values())))})[- ]?(\d{{4}})[-/ ](\d{{1,9}})", re.I)
# A slip of the finger would otherwise lift the series for the rest of the year.
HIGHEST = 20_000


class Kept(NamedTuple):
    series: str
    year: int
    sequence: int

    @property
    def number(self) -> str:
        return case_number(*self)

    def misfit(self, kind: str, year: int) -> str:
        """What is wrong with such a number on such a case; empty when nothing is."""
        series = SERIES[Kind(kind)]
        if self.series != series:
            return f"Numret hör till en annan typ av ärende: {Kind(kind).label} har {series}."
        if self.year != year:
            return f"Numret är från {self.year} men ärendet kom in {year}."
        return "" if 0 < self.sequence <= HIGHEST else "Löpnumret är inte rimligt."


def own_number(reference: str) -> Kept | None:
    found = OWN.fullmatch(reference.strip())
    return Kept(found[1].upper(), int(found[2]), int(found[3])) if found else None


def highest(kept: Iterable[Kept]) -> dict[tuple[str, int], int]:
    """(series, year) → the last number that is kept there."""
    found: dict[tuple[str, int], int] = {}
    for series, year, sequence in kept:
        found[series, year] = max(sequence, found.get((series, year), 0))
    return found
