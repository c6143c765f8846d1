"""The parts by which a report's tables are divided: the sections below its unit, and the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from organisation.models import Unit, UnitClosure


@dataclass(frozen=True)
class Group:
    """A column or row of a table: every unit that is counted under one name."""

    name: str
    slug: str
    level: str
    unit_ids: frozenset[int]


def unit_ids_below(unit_id: int) -> frozenset[int]:
    """The unit and everything below it in any year: history is counted where it happened."""
    return frozenset(
        UnitClosure.objects.filter(ancestor_id=unit_id).values_list("descendant_id", flat=True)
    )


def whole(unit: Unit) -> Group:
    return Group(unit.name, unit.slug, unit.level, unit_ids_below(unit.pk))


def sections_of(unit: Unit, on: date, since: date | None = None) -> tuple[Group, ...]:
    """What belongs to the unit itself, then the sections directly below it on that day.

    With `since`, those too that were closed in between: what happened there keeps their name.

    A unit without sections is one group: tables are not divided below the section, so that a
    single case does not point out a person.
    """
    everything = whole(unit)
    children = Unit.objects.filter(parent=unit, level=Unit.Level.SECTION, valid_from__lte=on)
    sections = [whole(child) for child in children.exclude(valid_to__lt=since or on)]
    if not sections:
        return (everything,)
    rest = everything.unit_ids - frozenset().union(*(group.unit_ids for group in sections))
    own = Group(f"{unit.name}, gemensamt", unit.slug, unit.level, rest)
    return (own, *sections)


class InArea(Protocol):
    @property
    def area(self) -> str: ...


Item = TypeVar("Item", bound=InArea)


def by_area(items: Iterable[Item]) -> list[tuple[str, list[Item]]]:
    """Service area and its items, in the register's own order; what has no area comes last."""
    areas: dict[str, list[Item]] = {}
    for item in items:
        areas.setdefault(item.area, []).append(item)
    return sorted(areas.items(), key=lambda pair: not pair[0])
