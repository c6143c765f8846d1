"""What a register declares so that its rows can be read from a file.

The machinery (reading, preview, confirmation, log, undo) is the same for all registers and knows
none of them: each registers an Importer of its own in its AppConfig.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from imports.kinds import Kind
from lib.sheets.tables import Cell, Table, normal
from organisation.access import access_of
from organisation.models import User

# Who imports: None is the operator of the server, at the command line.
Actor = User | None


@dataclass(frozen=True)
class Column:
    """`synonyms` are other headings that old registers have for it; `exact` those that tell by
    their capital letters, as n and N do."""

    key: str
    heading: str
    kind: Kind
    help: str = ""
    required: bool = False
    synonyms: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    example: str = ""

    @property
    def names(self) -> frozenset[str]:
        return frozenset(map(normal, (self.heading, *self.synonyms, *self.exact)))


class Outcome(StrEnum):
    """What confirming does with a row."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"  # there already, and left alone
    SKIPPED = "skipped"  # says nothing that could be written


@dataclass(frozen=True)
class Problem:
    row: int
    heading: str
    value: str
    words: str


@dataclass(frozen=True)
class Layout:
    """Where the cells of a row stand, and what the file calls them."""

    places: Mapping[str, int]
    headings: Mapping[str, str]


@dataclass(slots=True)
class Row:
    """`values` has every key of the importer's columns once the row is free of problems."""

    number: int
    values: dict[str, Any]
    raw: Sequence[Cell]  # as it stood
    layout: Layout
    problems: list[Problem] = field(default_factory=list)
    outcome: Outcome = Outcome.NEW

    def cell(self, key: str) -> Cell:
        place = self.layout.places.get(key)
        return "" if place is None or place >= len(self.raw) else self.raw[place]

    def refuse(self, key: str, words: str) -> None:
        said = str(self.cell(key))[:80]
        self.problems.append(Problem(self.number, self.layout.headings[key], said, words))

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


class Unfolded(Table):
    """A table of which each row has become several. The last cell of a row, without a heading,
    is its place in `named`: what the file calls the cells it was made of, by key."""

    named: Sequence[Mapping[str, str]] = ()


Look = Callable[[Sequence[Row]], None]


class Importer(ABC):
    """The same file twice must make no doubles: `check` finds by a natural key what is there."""

    name: ClassVar[str]  # in addresses and at the command line
    title: ClassVar[str]
    lead: ClassVar[str]
    counted: ClassVar[tuple[str, str]]  # "ärende", "ärenden"
    roles: ClassVar[tuple[str, ...]]
    columns: ClassVar[tuple[Column, ...]]

    def unfolded(self, table: Table) -> Table:
        """One row for each thing to write, where the file has several of them in a row."""
        return table

    @property
    def headings(self) -> Mapping[str, str]:
        return {column.key: column.heading for column in self.columns}

    @property
    def known(self) -> frozenset[str]:
        return frozenset().union(*(column.names for column in self.columns))

    def may_use(self, user: User) -> bool:
        return access_of(user).has(*self.roles)

    def first_look(self, actor: Actor) -> Look:
        """At sound rows as they come, while the child is still reading: what a row tells by
        itself. Before `check`, which needs them all."""
        return lambda rows: None

    @abstractmethod
    def check(self, rows: Sequence[Row], actor: Actor) -> None:
        """What no cell alone can tell: rights, dates in order, doubles. Marks each row's outcome
        or refuses it. In as many questions for 50,000 rows as for one."""

    @abstractmethod
    def save(self, rows: Sequence[Row], actor: Actor) -> list[Any]:
        """Writes the rows that are new or changed, in the caller's transaction and in bulk; what
        was made, as `undo` will need it and JSON can hold it. Raises CannotSave."""

    @abstractmethod
    def undo(self, made: Sequence[Any], actor: Actor) -> None:
        """Removes what was made and gives back what stood before, in the caller's transaction.
        Raises CannotUndo."""

    def restricted(self, made: Sequence[Any]) -> list[int]:
        """Those whose reading is logged: named in the log of the import."""
        return []


class CannotSave(Exception):
    """Somebody has changed the same rows in this very moment; the message is for the person."""


class CannotUndo(Exception):
    """Somebody has gone on working with it; the message is for the person."""


_importers: dict[str, Importer] = {}


def register(importer: Importer) -> None:
    _importers[importer.name] = importer


def importer_named(name: str) -> Importer | None:
    return _importers.get(name)


def importers() -> Iterator[Importer]:
    return iter(_importers.values())


def importers_for(user: User) -> list[Importer]:
    return [importer for importer in _importers.values() if importer.may_use(user)]
