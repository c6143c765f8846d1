"""What a column may hold: how a cell of it is read, and how that is told to people."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Model, TextChoices
from django.utils import timezone

from lib.fields import check_past, check_past_moment, check_planned
from lib.sheets import cells
from lib.sheets.errors import CellError
from lib.sheets.tables import Cell, normal
from organisation.models import Unit, User

Read = Callable[[Cell], Any]


@dataclass(frozen=True)
class Kind:
    """`empty` is the value of an empty cell; `title` says what is expected, in a word or two."""

    title: ClassVar[str] = ""
    empty: ClassVar[Any] = None
    # Whether the same values return in many rows, so that each is worth reading only once.
    repeats: ClassVar[bool] = True
    # Whether `allowed` is the same in every municipality.
    is_fixed: ClassVar[bool] = True

    def reader(self) -> Read:
        """Asked once for a file; what must be fetched to understand its cells is fetched here."""
        raise NotImplementedError

    def allowed(self) -> list[str]:
        """The words to choose among, where there are such."""
        return []


@dataclass(frozen=True)
class Line(Kind):
    limit: int = 120
    empty: ClassVar[Any] = ""
    repeats: ClassVar[bool] = False
    title: ClassVar[str] = "Text"

    def reader(self) -> Read:
        return partial(cells.text, lines=False, limit=self.limit)


@dataclass(frozen=True)
class Code(Line):
    """The short name of a row of some register, which many rows of a file may begin with."""

    limit: int = 20
    repeats: ClassVar[bool] = True
    title: ClassVar[str] = "Kod"


@dataclass(frozen=True)
class Text(Line):
    limit: int = 20_000
    title: ClassVar[str] = "Text, gärna flera rader"

    def reader(self) -> Read:
        return partial(cells.text, lines=True, limit=self.limit)


@dataclass(frozen=True)
class Day(Kind):
    """A day that has been; with `planned`, one to come as well."""

    planned: bool = False
    title: ClassVar[str] = "Datum"

    def reader(self) -> Read:
        check = check_planned if self.planned else check_past
        return lambda cell: _checked(check, cells.day(cell))


@dataclass(frozen=True)
class Moment(Kind):
    title: ClassVar[str] = "Datum, gärna med klockslag"

    def reader(self) -> Read:
        return lambda cell: _checked(check_past_moment, cells.moment(cell))


@dataclass(frozen=True)
class Whole(Kind):
    title: ClassVar[str] = "Heltal"
    highest: int = 32_767

    def reader(self) -> Read:
        return self._read

    def _read(self, cell: Cell) -> int:
        found = cells.whole(cell)
        if found > self.highest:
            raise CellError("Talet är för stort. Kontrollera siffrorna.")
        return found


@dataclass(frozen=True)
class Number(Kind):
    title: ClassVar[str] = "Tal med högst två decimaler"

    def reader(self) -> Callable[[Cell], Decimal]:
        return cells.number


@dataclass(frozen=True)
class YesNo(Kind):
    title: ClassVar[str] = "Ja eller Nej"

    def reader(self) -> Callable[[Cell], bool]:
        return cells.yes_no


@dataclass(frozen=True)
class Choice(Kind):
    """One of the words of a register, whatever the case of its letters. `also` are other words
    that people use for a value."""

    choices: type[TextChoices]
    also: Mapping[str, str] | None = None
    empty: ClassVar[Any] = ""
    title: ClassVar[str] = "Ett av orden"

    def reader(self) -> Read:
        values = {normal(one.label): one for one in self.choices}
        values |= {normal(word): self.choices(one) for word, one in (self.also or {}).items()}
        return lambda cell: cells.chosen(cell, values, self.allowed())

    def allowed(self) -> list[str]:
        return [str(label) for label in self.choices.labels]


@dataclass(frozen=True)
class Reference(Kind):
    """A row of the register by its name. `rows` gives name → row when a file is read."""

    rows: Callable[[], Mapping[str, Any]]
    title: ClassVar[str] = "Ett namn som finns i registret"
    is_fixed: ClassVar[bool] = False

    def reader(self) -> Read:
        rows = self.rows()
        values, names = {normal(name): row for name, row in rows.items()}, _names(rows)
        return lambda cell: cells.chosen(cell, values, names)

    def allowed(self) -> list[str]:
        return _names(self.rows())


def named(model: type[Model], owner: str) -> dict[str, Model]:
    """By name; where two have the same, by what they belong to as well."""
    found: dict[str, Model] = {}
    for one in model._default_manager.select_related(owner):
        name = str(one)
        found[f"{getattr(one, owner)}: {name}" if name in found else name] = one
    return found


def _names(rows: Mapping[str, Any]) -> list[str]:
    """The first name of each row."""
    first: dict[Any, str] = {}
    for name, row in rows.items():
        first.setdefault(row, name)
    return list(first.values())


@dataclass(frozen=True)
class Several(Reference):
    """Names separated by semicolons or line breaks."""

    empty: ClassVar[Any] = ()
    title: ClassVar[str] = "Ett eller flera namn, med semikolon emellan"

    def reader(self) -> Read:
        read = super().reader()
        return lambda cell: tuple(dict.fromkeys(read(name) for name in _parts(cell)))


def _parts(cell: Cell) -> Iterable[str]:
    parts = str(cell).replace("\n", ";").split(";")
    return [part.strip() for part in parts if part.strip()]


@dataclass(frozen=True)
class Place:
    """The units of one name: a new one often took over the name of one that was closed."""

    units: tuple[Unit, ...]

    def on(self, *days: date | None) -> Unit | None:
        """The one that was there on one of the days."""
        known = [day for day in days if day]
        return next((one for one in self.units for day in known if one.is_valid_on(day)), None)


@dataclass(frozen=True)
class Units(Kind):
    """A unit by name or short name, closed ones too: the row's own day says whether it fits."""

    title: ClassVar[str] = "Enhetens namn eller kortnamn"

    def reader(self) -> Read:
        found: dict[str, list[Unit]] = {}
        names: list[str] = []
        for unit in Unit.objects.order_by("-valid_from", "pk"):
            names.append(unit.name)
            for word in {normal(unit.name), normal(unit.slug)}:
                found.setdefault(word, []).append(unit)
        places = {word: Place(tuple(units)) for word, units in found.items()}
        return lambda cell: _place(cell, places, names)


def _place(cell: Cell, places: Mapping[str, Place], names: list[str]) -> Place:
    said = normal(cell)
    if said in places:
        return places[said]
    near = cells.alike(str(cell), names)
    raise CellError("Enheten finns inte." + (f" Menar du {cells.listed(near)}?" if near else ""))


@dataclass(frozen=True)
class Person(Kind):
    title: ClassVar[str] = "Användarnamn eller e-postadress"

    def reader(self) -> Read:
        people: dict[str, User] = {}
        for user in User.objects.filter(is_active=True):
            people |= {word.casefold(): user for word in (user.email, user.username) if word}
        return lambda cell: _person(cell, people)


def _person(cell: Cell, people: Mapping[str, User]) -> User:
    found = people.get(str(cell).strip().casefold())
    if found is None:
        raise CellError("Det finns ingen användare med det namnet eller den adressen.")
    return found


def _checked(check: Callable[[Any], None], value: Any) -> Any:
    try:
        check(value)
    except ValidationError as error:
        raise CellError(str(error.messages[0])) from error
    return value


def shown(value: Any) -> str:
    """A value as it was understood, for the preview."""
    match value:
        case None:
            return ""
        case bool():
            return "Ja" if value else "Nej"
        case datetime():
            return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
        case Place():
            return value.units[0].name
        case tuple() if not hasattr(value, "_fields"):  # those with names have words too
            return "; ".join(map(shown, value))
    return str(getattr(value, "label", value))
