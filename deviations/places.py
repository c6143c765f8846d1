"""Names and subtrees of all units, read once: a list never joins to them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from deviations.querysets import UNIT_READERS
from lib.composed import Composed
from organisation.access import access_of
from organisation.models import Unit, User

INDENT = "\u2003"
Rows = tuple[tuple[int, str, int | None], ...]
Choices = tuple[tuple[int, str], ...]

_units = Composed(lambda: Unit.objects.values_list("pk", "name", "parent_id"))


@dataclass(frozen=True, eq=False)
class Places:
    names: Mapping[int, str]
    children: Mapping[int | None, tuple[int, ...]]

    @classmethod
    def load(cls) -> "Places":
        return _places(tuple(_units.ask()))

    def name(self, unit_id: int) -> str:
        return self.names[unit_id]

    def below(self, unit_id: int) -> list[int]:
        """The unit itself first, then everything under it."""
        return [unit_id, *(pk for child in self._under(unit_id) for pk in self.below(child))]

    def choices(self, user: User) -> Choices:
        """The units the person reads cases of, indented as the tree."""
        return _choices(self, access_of(user).unit_ids(*UNIT_READERS))

    def walk(
        self, parent: int | None, reach: frozenset[int], depth: int
    ) -> Iterator[tuple[int, int]]:
        """(unit, depth) of those within reach."""
        for pk in self._under(parent):
            inside = pk in reach
            if inside:
                yield pk, depth
            yield from self.walk(pk, reach, depth + inside)

    def _under(self, unit_id: int | None) -> tuple[int, ...]:
        return self.children.get(unit_id, ())


@lru_cache(maxsize=2)
def _places(units: Rows) -> Places:
    """Kept for as long as the units read are these."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for pk, _, parent_id in units:
        children[parent_id].append(pk)
    names = {pk: name for pk, name, _ in units}
    return Places(names, {parent: tuple(below) for parent, below in children.items()})


@lru_cache(maxsize=64)
def _choices(places: Places, reach: frozenset[int]) -> Choices:
    return tuple(
        (pk, f"{INDENT * depth}{places.name(pk)}") for pk, depth in places.walk(None, reach, 0)
    )
