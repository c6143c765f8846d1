"""What a register declares so that its rows can be read from a file.

The machinery (reading, preview, confirmation, log, undo) is the same for all registers and knows
none of them: each registers an Importer of its own in its AppConfig.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from imports.kinds import Kind
from lib.sheets.tables import Cell, normal
from organisation.access import access_of
from organisation.models import User

# Who imports: None is the operator of the server, at the command line.
Actor = User | None


@dataclass(frozen=True)
class Column:
    """`synonyms` are other headings that old registers have for it."""

    key: str
    heading: str
    kind: Kind
    help: str = ""
    required: bool = False
    synonyms: tuple[str, ...] = ()
    example: str = ""

    @property
    def names(self) -> frozenset[str]:
        return frozenset(map(normal, (self.heading, *self.synonyms)))


class Outcome(StrEnum):
    """What confirming does with a row."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"  # there already, and left alone


@dataclass(frozen=True)
class Problem:
    row: int
    heading: str
    value: str
    words: str


@dataclass(slots=True)
class Row:
    """`values` has every key of the importer's columns once the row is free of problems."""

    number: int
    values: dict[str, Any]
    cells: Mapping[str, Cell]  # as they stood, by key
    headings: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)
    outcome: Outcome = Outcome.NEW

    def refuse(self, key: str, words: str) -> None:
        said = str(self.cells.get(key, ""))
        self.problems.append(Problem(self.number, self.headings[key], said[:80], words))

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


class Importer(ABC):
    """The same file twice must make no doubles: `check` finds by a natural key what is there."""

    name: ClassVar[str]  # in addresses and at the command line
    title: ClassVar[str]
    lead: ClassVar[str]
    counted: ClassVar[tuple[str, str]]  # "ärende", "ärenden"
    roles: ClassVar[tuple[str, ...]]
    columns: ClassVar[tuple[Column, ...]]

    @property
    def headings(self) -> Mapping[str, str]:
        return {column.key: column.heading for column in self.columns}

    @property
    def known(self) -> frozenset[str]:
        return frozenset().union(*(column.names for column in self.columns))

    def may_use(self, user: User) -> bool:
        return access_of(user).has(*self.roles)

    @abstractmethod
    def check(self, rows: Sequence[Row], actor: Actor) -> None:
        """What no cell alone can tell: rights, dates in order, doubles. Marks each row's outcome
        or refuses it. In as many questions for 50,000 rows as for one."""

    @abstractmethod
    def save(self, rows: Sequence[Row], actor: Actor) -> list[int]:
        """Writes the rows that are new or changed, in the caller's transaction and in bulk; the
        ids of what was made."""

    @abstractmethod
    def undo(self, made: Sequence[int], actor: Actor) -> None:
        """Removes what was made, in the caller's transaction. Raises CannotUndo."""

    def restricted(self, made: Sequence[int]) -> list[int]:
        """Those whose reading is logged: named in the log of the import."""
        return []


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
