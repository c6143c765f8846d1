"""Counts and shares with their sums, as lib.suppression wants them, and its answer by place.

A place is where one result stands. What it is told by, such as n and N, is shown together or not
at all.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields

from lib.suppression import Cell, Key, Protection, Sum, protect

N, OF_THESE, OTHERS, COUNT = "N", "n", "rest", "count"
SHARE = (OF_THESE, OTHERS, N)
Where = Hashable


@dataclass(frozen=True)
class Hidden:
    """What may not be told. A place that is not named here is told as it is."""

    small: frozenset[Where] = frozenset()
    few: frozenset[Where] = frozenset()  # of those, shares whose base is too small
    beside: frozenset[Where] = frozenset()
    vague: frozenset[Where] = frozenset()
    # Shares that can be told in percent, because nothing beside them gives their counts.
    alone: frozenset[Where] = frozenset()

    @classmethod
    def of(cls, sheets: Sequence["Hidden"]) -> "Hidden":
        sets = (
            frozenset[Where]().union(*(getattr(one, name.name) for one in sheets))
            for name in fields(cls)
        )
        return cls(*sets)

    def hides(self, place: Where) -> bool:
        return place in self.small or place in self.beside

    def tells_percent(self, place: Where) -> bool:
        return not self.hides(place) or place in self.alone

    def is_said_to_be_small(self, place: Where) -> bool:
        return place in self.small and place not in self.vague

    def is_said_to_be_few(self, place: Where) -> bool:
        return place in self.few and place not in self.vague


@dataclass
class Sheet:
    """All that can be subtracted from one another."""

    cells: dict[Key, Cell] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    places: set[Where] = field(default_factory=set)
    # Sums of what a report prints side by side: those of periods are not.
    beside: list[Sum] = field(default_factory=list)

    def put_count(self, place: Where, count: int, limit: int) -> None:
        self.places.add(place)
        self.cells[COUNT, place] = Cell.of_count(count, limit)

    def put_share(self, place: Where, part: int, whole: int, *, limit: int, base: int) -> None:
        """Hidden under `base`; its counts as well where one of them is under `limit`."""
        self.places.add(place)
        others = whole - part
        self.cells[N, place] = Cell.of_count(whole, base)
        self.cells[OF_THESE, place] = Cell(part, small=0 < part < limit)
        self.cells[OTHERS, place] = Cell(others, small=0 < others < limit)
        self.sums.append(Sum((N, place), ((OF_THESE, place), (OTHERS, place))))

    def put_known_sum(self, whole: Where, parts: Sequence[Where]) -> None:
        """Of counts: printed nowhere here, but easily known from elsewhere."""
        if all((COUNT, part) in self.cells for part in parts):
            total = sum(self.cells[COUNT, part].value for part in parts)
            self.cells[COUNT, whole] = Cell.of_count(total, 0)
            self.sums.append(Sum((COUNT, whole), tuple((COUNT, part) for part in parts)))

    def add(
        self, whole: Where, parts: Sequence[Where], *, limit: int, base: int, printed: bool = True
    ) -> None:
        """With what the whole has besides the parts: it is nowhere printed but easily computed."""
        for kind in (COUNT, *SHARE):
            if all((kind, place) in self.cells for place in (whole, *parts)):
                self._add(kind, whole, parts, base if kind == N else limit, printed)

    def _add(
        self, kind: str, whole: Where, parts: Sequence[Where], limit: int, printed: bool
    ) -> None:
        rest = self.cells[kind, whole].value - sum(self.cells[kind, part].value for part in parts)
        if rest < 0:
            return  # the parts overlap, or somebody has typed wrong: nothing follows
        besides: tuple[Key, ...] = ()
        if rest:
            besides = (("besides", kind, whole, tuple(parts)),)
            self.cells[besides[0]] = Cell.between(rest, limit)
        one = Sum((kind, whole), (*((kind, part) for part in parts), *besides))
        self.sums.append(one)
        if printed:
            self.beside.append(one)

    def hidden(self) -> Hidden:
        shares = [place for place in self.places if (N, place) in self.cells]
        together = [frozenset((kind, place) for kind in SHARE) for place in shares]
        return self._by_place(protect(self.cells, self.sums, together))

    def _by_place(self, found: Protection) -> Hidden:
        if not (found.small or found.beside or found.vague):
            return Hidden()
        small, others, vague = map(self._places, (found.small, found.beside, found.vague))
        few = {place for place in small if self._is_few(place)}
        gives_away = (self.places - small - others) | few
        alone = {
            place
            for place in (small | others) - few
            if (N, place) in self.cells and not self._linked(place) & gives_away
        }
        return Hidden(
            frozenset(small),
            frozenset(few),
            frozenset(others - small),
            frozenset(vague),
            frozenset(alone),
        )

    def _is_few(self, place: Where) -> bool:
        return (N, place) in self.cells and self.cells[N, place].small

    def _places(self, keys: Iterable[Key]) -> set[Where]:
        return {key[1] for key in keys if isinstance(key, tuple) and key[1] in self.places}

    def _linked(self, place: Where) -> set[Where]:
        """The places with which it has printed sums, directly or by others."""
        found, new = {place}, {place}
        while new:
            new = set(self._near(new)) - found
            found |= new
        return found - {place}

    def _near(self, places: set[Where]) -> Iterator[Where]:
        for one in self.beside:
            own = self._places((one.whole, *one.parts))
            if own & places:
                yield from own
