"""Years and periods as people write them, in cells and in headings: "DÅ2 2023", "helår 2023 n"."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from imports.kinds import Kind
from indicators.models import Observation, ReportingPeriod
from indicators.models.periods import MONTHS
from lib.sheets.errors import CellError
from lib.sheets.tables import Cell

Sex = Observation.Sex
YEAR = re.compile(r"(?<!\d)(19[89]\d|20\d\d)(?!\d)")
WORD = re.compile(r"[^\W_]+|%")
LONGEST_PHRASE = 5  # words

SEXES: Mapping[str, str] = {
    **dict.fromkeys(("totalt", "total", "alla", "samtliga", "båda", "båda könen"), Sex.ALL),
    **dict.fromkeys(
        ("flickor och kvinnor", "flickor", "kvinnor", "flicka", "kvinna", "flickor kvinnor"),
        Sex.FEMALE,
    ),
    **dict.fromkeys(("pojkar och män", "pojkar", "män", "pojke", "man", "pojkar män"), Sex.MALE),
    **dict.fromkeys(("uppgift saknas", "okänt", "okänt kön"), Sex.UNKNOWN),
}


def _period_words() -> dict[str, str]:
    found: dict[str, str] = {}
    for one in ReportingPeriod:
        names = {one.value, one.label, one.in_print, one.in_full.partition(",")[0]}
        found |= {" ".join(WORD.findall(name.casefold())): one for name in names}
    for number in (1, 2):
        for name in ("då {}", "da {}", "delår {}", "delår{}"):
            found[name.format(number)] = ReportingPeriod(f"DA{number}")
        for name in ("t {}", "tertial {}", "tertial{}"):
            found[name.format(number)] = ReportingPeriod(f"T{number}")
    for number in range(1, 5):
        for name in ("k{}", "kv {}", "kv{}", "kvartal {}", "kvartal{}", "q {}"):
            found[name.format(number)] = ReportingPeriod(f"Q{number}")
    for number, month in enumerate(MONTHS, start=1):
        found[month] = found[month[:3]] = ReportingPeriod(f"M{number:02d}")
    whole = ("vb", "helår", "hela året", "år", "året", "bokslut", "jan dec", "januari december")
    found |= dict.fromkeys(whole, ReportingPeriod.WHOLE_YEAR)
    found |= dict.fromkeys(("jan apr", "januari april"), ReportingPeriod.INTERIM_1)
    found |= dict.fromkeys(("jan aug", "januari augusti"), ReportingPeriod.INTERIM_2)
    return found


PERIODS: Mapping[str, str] = _period_words()


class When(NamedTuple):
    """What a cell says of it: one of the two may be missing."""

    year: int | None
    period: str | None

    def __str__(self) -> str:
        label = ReportingPeriod(self.period).label if self.period else ""
        return f"{label} {self.year or ''}".strip()


NOWHEN = When(None, None)


def when(cell: Cell) -> When:
    text = str(cell)
    years = YEAR.findall(text)
    rest = " ".join(WORD.findall(YEAR.sub(" ", text).casefold()))
    if len(years) > 1 or (rest and rest not in PERIODS) or not (years or rest):
        raise CellError(
            "Skriv ett år som 2023, och perioden som VB, DÅ1, DÅ2, T1, T2, kvartal 1 eller en"
            " månad."
        )
    return When(int(years[0]) if years else None, PERIODS[rest] if rest else None)


@dataclass(frozen=True)
class Year(Kind):
    title: ClassVar[str] = "År"
    empty: ClassVar[When] = NOWHEN

    def reader(self) -> Callable[[Cell], When]:
        return when


@dataclass(frozen=True)
class Period(Year):
    title: ClassVar[str] = "Period"

    def allowed(self) -> list[str]:
        return [str(label) for label in ReportingPeriod.labels]
