"""By what the list of cases is sorted, and how a page's edge is written in an address.

An edge is the sort values of one row. What is paged by them needs no offset: the thousandth page
costs what the first does.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db.models import Case, DateField, F, IntegerField, Q, Value, When
from django.db.models.functions import Coalesce

from deviations.models import Severity, Status
from deviations.places import Places

Day = date | str  # text as SQLite's driver has it
Values = tuple[Any, ...]
NONE_GIVEN = "-"
GRADES_RISING = (
    Severity.OUTSIDE,
    Severity.NONE,
    Severity.RISK,
    Severity.MISCONDUCT,
    Severity.SERIOUS_RISK,
    Severity.SERIOUS,
)
STATUS_RANK = {str(status): rank for rank, status in enumerate(Status)}
GRADE_RANK = {str(grade): rank for rank, grade in enumerate(GRADES_RISING, start=1)}
ABOVE_EVERY_GRADE = len(GRADES_RISING) + 1


class Sortable(Protocol):
    @property
    def pk(self) -> int: ...
    @property
    def unit_id(self) -> int: ...
    @property
    def received_on(self) -> Day: ...
    @property
    def status(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def due_on(self) -> Day | None: ...
    @property
    def series(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def sequence(self) -> int: ...


@dataclass(frozen=True)
class Sort:
    """`turning` are turned by the heading; within them the newest case always comes first."""

    turning: tuple[str, ...]
    falling: bool = False
    within: tuple[str, ...] = ("received_on", "pk")

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.turning, *self.within)

    def directions(self, *, falling: bool) -> list[bool]:
        """Of each key, whether it falls."""
        return [falling] * len(self.turning) + [True] * len(self.within)


SORTS: Mapping[str, Sort] = {
    "number": Sort(("series", "year", "sequence"), falling=True, within=()),
    "received": Sort(("received_on", "pk"), falling=True, within=()),
    "unit": Sort(("unit_name",)),
    "status": Sort(("status_rank",)),
    "severity": Sort(("grade_rank",), falling=True),
    "due": Sort(("due",)),
}
DEFAULT = "received"
ORDERS = ("asc", "desc")


def computed(sort: str, *, falling: bool) -> dict[str, Any]:
    """What a sort goes by that is no column. A case without deadline or grade comes last, whichever
    way it is turned."""
    match sort:
        case "unit":
            return {"unit_name": F("unit__name")}
        case "status":
            return {"status_rank": _ranked("status", STATUS_RANK, 0)}
        case "severity":
            return {"grade_rank": _ranked("severity", GRADE_RANK, _no_grade(falling))}
        case "due":
            never = Value(_no_deadline(falling), output_field=DateField())
            return {"due": Coalesce("due_on", never)}
        case _:
            return {}


def ordering(sort: str, *, falling: bool) -> list[str]:
    found = SORTS[sort]
    directions = found.directions(falling=falling)
    return [f"-{key}" if falls else key for key, falls in zip(found.keys, directions, strict=True)]


def beyond(sort: str, values: Values, *, falling: bool, backwards: bool) -> Q:
    """What comes after these values in the order. The first key alone bounds the index scan."""
    found = SORTS[sort]
    steps = [
        (key, "lt" if falls != backwards else "gt", value)
        for key, falls, value in zip(
            found.keys, found.directions(falling=falling), values, strict=True
        )
    ]
    *earlier, (last, operator, value) = steps
    after = Q(**{f"{last}__{operator}": value})
    for key, operator, value in reversed(earlier):
        after = Q(**{f"{key}__{operator}": value}) | (Q(**{key: value}) & after)
    first, operator, value = steps[0]
    return Q(**{f"{first}__{operator}e": value}) & after


def written(sort: str, row: Sortable) -> str:
    """The row as an edge."""
    return "_".join(WRITE[key](row) for key in SORTS[sort].keys)


def read(sort: str, edge: str, places: Places, *, falling: bool) -> Values | None:
    """The values of an edge; anything that is none is no edge at all."""
    parts, keys = edge.split("_"), SORTS[sort].keys
    if len(parts) != len(keys):
        return None
    try:
        return tuple(
            _read(key, part, places, falling) for key, part in zip(keys, parts, strict=True)
        )
    except (ValueError, KeyError):
        return None


def _read(key: str, part: str, places: Places, falling: bool) -> Any:
    match key:
        case "unit_name":
            return places.names[_small(part)]
        case "series":
            return _letters(part)
        case "received_on":
            return date.fromisoformat(part)
        case "due":
            return _no_deadline(falling) if part == NONE_GIVEN else date.fromisoformat(part)
        case "grade_rank":
            return _no_grade(falling) if part == NONE_GIVEN else _small(part)
        case _:
            return _small(part)


WRITE: Mapping[str, Callable[[Any], str]] = {
    "series": lambda row: str(row.series),
    "year": lambda row: str(row.year),
    "sequence": lambda row: str(row.sequence),
    "received_on": lambda row: str(row.received_on),
    "pk": lambda row: str(row.pk),
    "unit_name": lambda row: str(row.unit_id),
    "status_rank": lambda row: str(STATUS_RANK[row.status]),
    "grade_rank": lambda row: str(GRADE_RANK.get(row.severity, NONE_GIVEN)),
    "due": lambda row: str(row.due_on or NONE_GIVEN),
}


def _ranked(field: str, ranks: Mapping[str, int], otherwise: int) -> Case:
    whens: Sequence[When] = [When(**{field: value}, then=rank) for value, rank in ranks.items()]
    return Case(*whens, default=otherwise, output_field=IntegerField())


def _no_grade(falling: bool) -> int:
    return 0 if falling else ABOVE_EVERY_GRADE


def _no_deadline(falling: bool) -> date:
    return date.min if falling else date.max


def _letters(part: str) -> str:
    if not (part.isascii() and part.isalpha()):
        raise ValueError(part)
    return part


def _small(digits: str) -> int:
    """An integer that both databases can hold."""
    number = int(digits)
    if not 0 <= number < 2**31:
        raise ValueError(digits)
    return number
