"""A table with a column for each period becomes one with a row for each outcome."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from imports.importer import Column, Unfolded
from indicators.importers.when import LONGEST_PHRASE, PERIODS, SEXES, WORD, YEAR, Sex
from lib.sheets.errors import SheetError
from lib.sheets.tables import LONGEST, Cell, Numbered, Row, Table, normal

MEASURES: Mapping[str, str] = {
    **dict.fromkeys(("utfall", "värde", "resultat"), "figure"),
    **dict.fromkeys(("antal n", "antal", "täljare"), "numerator"),
    **dict.fromkeys(("av hur många n", "av hur många", "nämnare", "underlag"), "denominator"),
    **dict.fromkeys(("redovisad andel %", "redovisad andel", "andel", "andel %", "%"), "share"),
    **dict.fromkeys(("varför utfall saknas", "orsak"), "no_data"),
    "bortfall": "not_measured",
    "prognos": "forecast",
    "kommentar": "comment",
}
# What a row says of all its outcomes, when the columns are periods.
OF_THE_ROW = ("code", "unit", "period", "sex", "source", "quality")
OF_AN_OUTCOME = (
    *("figure", "numerator", "denominator", "share", "no_data", "not_measured", "forecast"),
    "comment",
)
WHOLE_YEAR = "VB"
TOO_MANY = "Filen har fler än 100 000 utfall. Dela upp den, till exempel ett år i varje fil."


@dataclass(frozen=True)
class Heading:
    """ "Flickor DÅ2 2023 n": what stands below it."""

    year: int
    period: str = ""
    sex: str = ""
    measure: str = "figure"


@dataclass
class Group:
    """The columns of one outcome: measure → place and heading."""

    cells: dict[str, int] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)


def heading_of(text: str) -> Heading | None:
    """None where any word is of something else: "Budget 2023"."""
    years = YEAR.findall(text)
    words = WORD.findall(YEAR.sub(" ", text))
    if len(years) != 1:
        return None
    found: dict[str, str] = {}
    while words:
        slot, value, taken = _phrase(words)
        if not slot or slot in found:
            return None
        found[slot] = value
        words = words[taken:]
    return Heading(int(years[0]), **found)


def _phrase(words: Sequence[str]) -> tuple[str, str, int]:
    """The longest beginning that is known: what it tells, how, and its length."""
    if words[0] in ("n", "N"):
        return "measure", "numerator" if words[0] == "n" else "denominator", 1
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        said = " ".join(words[:length]).casefold()
        for slot, known in (("period", PERIODS), ("sex", SEXES), ("measure", MEASURES)):
            if said in known:
                return slot, known[said], length
    return "", "", 0


def unfolded(table: Table, columns: Sequence[Column]) -> Table:
    """The same table where no heading is a period."""
    read = {place: heading_of(text) for place, text in enumerate(table.headings)}
    wide = {place: heading for place, heading in read.items() if heading}
    if not wide:
        return table
    keys = {name: column.key for column in columns for name in column.names}
    fixed = {keys.get(normal(text)): place for place, text in enumerate(table.headings)}
    kept = {str(key): place for key, place in fixed.items() if key in OF_THE_ROW}
    groups = _groups(table.headings, wide)
    told = [key for key in OF_AN_OUTCOME if any(key in one.cells for one in groups.values())]
    by_key = {column.key: column.heading for column in columns}
    made = (*(key for key in kept if key not in ("period", "sex")), "year", "period", "sex")
    left = [
        f"{text} (utan år)" if normal(text) in keys else text
        for place, text in enumerate(table.headings)
        if text and place not in kept.values() and place not in wide
    ]
    headings = [*(by_key[key] for key in (*made, *told)), *left]
    unfolded = Unfolded(table.sheet, headings, _rows(table, kept, groups, told, len(left)))
    unfolded.named = [_named(group) for group in groups.values()]
    return unfolded


def _groups(titles: Sequence[str], wide: Mapping[int, Heading]) -> dict[Heading, Group]:
    """By year, period and sex."""
    groups: dict[Heading, Group] = {}
    for place, heading in wide.items():
        group = groups.setdefault(Heading(heading.year, heading.period, heading.sex), Group())
        if heading.measure in group.cells:
            other = group.headings[heading.measure]
            raise SheetError(
                f"Två kolumner i filen säger samma sak: ”{other}” och ”{titles[place]}”. Ta bort"
                " den ena."
            )
        group.cells[heading.measure] = place
        group.headings[heading.measure] = titles[place]
    return groups


def _named(group: Group) -> dict[str, str]:
    """What has no column of its own is told at the first of the outcome's."""
    first = next(iter(group.headings.values()))
    own = {key: group.headings.get(key, first) for key in OF_AN_OUTCOME}
    return own | dict.fromkeys(("year", "period", "sex"), first)


def _rows(
    table: Table,
    kept: Mapping[str, int],
    groups: Mapping[Heading, Group],
    told: Sequence[str],
    left: int,
) -> Iterator[Numbered]:
    made = _made(table, kept, groups, told, left)
    yield from islice(made, LONGEST)
    if next(made, None):
        raise SheetError(TOO_MANY)


def _made(
    table: Table,
    kept: Mapping[str, int],
    groups: Mapping[Heading, Group],
    told: Sequence[str],
    left: int,
) -> Iterator[Numbered]:
    own = [place for key, place in kept.items() if key not in ("period", "sex")]
    beside = [""] * left
    for number, row in table.rows:
        head = [_at(row, place) for place in own]
        period, sex = (_at(row, kept.get(key, -1)) for key in ("period", "sex"))
        for index, (heading, group) in enumerate(groups.items()):
            cells = [_at(row, group.cells.get(key, -1)) for key in told]
            if any(cell != "" for cell in cells):
                whose = Sex(heading.sex).label if heading.sex else sex
                when = (heading.year, heading.period or period or WHOLE_YEAR, whose)
                yield number, [*head, *when, *cells, *beside, index]


def _at(row: Row, place: int) -> Cell:
    return row[place] if 0 <= place < len(row) else ""
