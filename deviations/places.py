"""Names and subtrees of all units, read once: a list never joins to them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deviations.querysets import UNIT_READERS
from organisation.access import access_of
from organisation.models import Unit, User

INDENT = "\u2003"


@dataclass(frozen=True)
class Places:
    names: Mapping[int, str]
    children: Mapping[int | None, list[int]]

    @classmethod
    def load(cls) -> "Places":
        names: dict[int, str] = {}
        children: dict[int | None, list[int]] = defaultdict(list)
        for pk, name, parent_id in Unit.objects.values_list("pk", "name", "parent_id"):
            names[pk] = name
            children[parent_id].append(pk)
        return cls(names, dict(children))

    def name(self, unit_id: int) -> str:
        return self.names[unit_id]

    def below(self, unit_id: int) -> list[int]:
        """The unit itself first, then everything under it."""
        return [unit_id, *(pk for child in self._under(unit_id) for pk in self.below(child))]

    def choices(self, user: User) -> list[tuple[int, str]]:
        """The units the person reads cases of, indented as the tree."""
        reach = access_of(user).unit_ids(*UNIT_READERS)
        return [
            (pk, f"{INDENT * depth}{self.names[pk]}") for pk, depth in self._walk(None, reach, 0)
        ]

    def _walk(
        self, parent: int | None, reach: frozenset[int], depth: int
    ) -> Iterator[tuple[int, int]]:
        for pk in self._under(parent):
            inside = pk in reach
            if inside:
                yield pk, depth
            yield from self._walk(pk, reach, depth + inside)

    def _under(self, unit_id: int | None) -> list[int]:
        return self.children.get(unit_id, [])
