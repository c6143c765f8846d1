"""What may be told without pointing anybody out: the one door for small numbers in a report.

Tables, charts, sentences and live figures ask here. A share needs a base; below the level where
counts are public a small count is hidden, and with it whatever it could be computed from.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lib.numbers import NO_BREAK, format_decimal, format_integer, part_of, percent
from lib.sentences import REPORTED
from organisation.models import Unit
from organisation.policies import SmallNumbers
from qualityreport.parts import Part, Table, paragraphs
from qualityreport.scope import Scope

TOO_FEW_ANSWERS = "för få svar"
# A number that would give away a smaller one beside it.
TOO_TELLING = "ett antal som inte redovisas"
# The same in a cell of a table.
WITHHELD = "redovisas inte"
TOO_FEW = (
    "Antalet ärenden är för litet för att redovisas utan risk för att någon enskild kan "
    "kännas igen."
)
NUMBER_WORDS = (
    *("noll", "en", "två", "tre", "fyra", "fem", "sex"),
    *("sju", "åtta", "nio", "tio", "elva", "tolv"),
)


def in_words(number: int) -> str:
    return NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else format_integer(number)


def protected(scope: Scope, counts: Sequence[int], parts: Sequence[Part]) -> Sequence[Part]:
    """Sentences whose counts hang together: all of them, or none where one is too small.

    A table goes cell by cell, see guarded.py.
    """
    if all(scope.shows(count) for count in counts):
        return parts
    for title in dict.fromkeys(_titles(parts)):
        note_hidden(scope, title)
    return [paragraphs(TOO_FEW)]


@dataclass(frozen=True)
class Note:
    """Of what has been hidden: `beside` for what it would give away, else for what it is."""

    what: str
    beside: bool = False


def note_hidden(scope: Scope, what: str, *, beside: bool = False) -> None:
    scope.counted(_notes).append(Note(what, beside))


def noted(scope: Scope) -> list[Note]:
    """What has been hidden in this report, in the order in which it was met."""
    return list(dict.fromkeys(scope.counted(_notes)))


def _notes() -> list[Note]:
    return []


def _titles(parts: Sequence[Part]) -> list[str]:
    tables = [part.title for part in parts if isinstance(part, Table)]
    return tables or ["Antal i löpande text"]


@dataclass(frozen=True)
class Measured:
    """A share with what it is computed from; `counts` is empty where only the share is told."""

    share: str
    counts: str = ""
    number: Decimal | None = None  # in percent, for a chart

    @property
    def counts_first(self) -> str:
        """ "37 av 40 (93 %)" """
        return f"{self.counts} ({self.share})" if self.counts else self.share

    def alone(self, count: int | None) -> str:
        """n or N without the other, where both may be told."""
        if self.counts:
            return format_integer(count)
        return self.share if self.number is None else TOO_TELLING

    @property
    def share_first(self) -> str:
        """ "93 % (37 av 40)" """
        return f"{self.share} ({self.counts})" if self.counts else self.share


@dataclass(frozen=True)
class Shown:
    """Figures of one place under one policy. An indicator's own minimum can only tighten it."""

    policy: SmallNumbers
    level: str
    minimum_base: int = 0

    def tells_share(self, whole: int) -> bool:
        return self.policy.shows_share(whole) and whole >= self.minimum_base

    def tells(self, count: int) -> bool:
        return self.policy.shows_count(count, self.level)

    def tells_parts(self, part: int, whole: int) -> bool:
        """n of N tells how many were left out as well."""
        return self.tells(part) and self.tells(whole - part)

    def measured(self, part: int, whole: int, decimals: int = 0) -> Measured:
        """In whole percent where the counts are hidden: 89,74 % is 35 of 39 and nothing else."""
        if not self.tells_share(whole):
            return Measured(TOO_FEW_ANSWERS)
        told = part_of(part, whole) if self.tells_parts(part, whole) else ""
        decimals = decimals if told else 0
        number = percent(part, whole, decimals)
        return Measured(percent_text(number, decimals), told, number)

    def count(self, count: int, beside: Collection[int] = ()) -> str:
        """ "1 894" or "färre än fem"; with `beside`, the counts that have a sum in common."""
        if all(self.tells(number) for number in (count, *beside)):
            return format_integer(count)
        if self.tells(count):
            return TOO_TELLING
        return fewer_than(self.policy)

    def counts(self, counts: Sequence[int]) -> list[str]:
        """The parts of a sum: all of them, or none where one of them is too small."""
        return [self.count(count, counts) for count in counts]


def fewer_than(policy: SmallNumbers) -> str:
    return f"färre än {in_words(policy.minimum_count)}"


def percent_text(number: Decimal | None, decimals: int = 0) -> str:
    return f"{format_decimal(number, decimals)}{NO_BREAK}%"


def reported(source: str) -> str:
    """Under a share that was not counted here."""
    words = REPORTED.capitalize()
    return f"{words}: {source}" if source else words


Count = Callable[[Scope], int | None]


def beside(scope: Scope, report: Scope, *counts: Count) -> list[int]:
    """What a unit's count could be computed from, where small counts are hidden.

    `counts` are those that have a sum in common. Each is read at the unit, at the units under the
    same one and of what belongs to that one itself, and so on upwards until all is public or the
    report's own. Nothing where every count is public.
    """
    if scope.shows(1):
        return []
    found = [count(scope) or 0 for count in counts]
    place = scope
    while place.unit != report.unit and not place.shows(1):
        above, units = scope.counted(_above_and_beside, place.unit)
        place = scope.within(above)
        for count in counts:
            found += _under(place, [scope.within(unit) for unit in units], count)
    return found


def _under(above: Scope, units: Sequence[Scope], count: Count) -> list[int]:
    """Of each unit, and what the one above has besides."""
    counts = [count(unit) or 0 for unit in units]
    whole = count(above)
    return counts if whole is None else [*counts, abs(whole - sum(counts))]


def _above_and_beside(unit: Unit) -> tuple[Unit, list[Unit]]:
    assert unit.parent is not None  # noqa: S101 -- it lies below the report's unit
    return unit.parent, list(unit.parent.children.all())
