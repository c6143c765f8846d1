"""Which figures must be left out so that none of the hidden ones can be computed from the others.

A reader knows what is shown, which figures are sums of which, and what the words in a hidden
figure's place give away ("färre än fem"). A hidden figure is safe when the reader's knowledge also
fits another world, in which it has another value. Such a world is looked for; where none is found
one more figure is hidden, and where there is none left to hide the words are made vaguer.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

Key = Hashable
# A search that has not found another world by then is taken for one that never will.
STEPS = 400
MOVES = (1, -1, 2, -2)


@dataclass(frozen=True)
class Cell:
    """`low` and `high` are what its place in print tells of it where it is hidden.

    `printed` is false of what nobody prints but anybody may subtract: the growth between two
    periods, what a section has besides its units.
    """

    value: int
    small: bool = False
    low: int = 0
    high: int | None = None
    printed: bool = True

    @classmethod
    def of_count(cls, value: int, limit: int) -> "Cell":
        """Under `limit` it is hidden, but for zero, which tells of nobody."""
        if 0 < value < limit:
            return cls(value, small=True, low=1, high=limit - 1)
        return cls(value, low=max(limit, 1) if value else 0)

    @classmethod
    def between(cls, value: int, limit: int) -> "Cell":
        """What is left when printed figures are subtracted from one another."""
        return cls(value, small=0 < value < limit, printed=False)

    def allows(self, value: int) -> bool:
        return value >= self.low and (self.high is None or value <= self.high)

    @property
    def vaguer(self) -> "Cell":
        return replace(self, low=min(self.low, 1), high=None)


@dataclass(frozen=True)
class Sum:
    whole: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True)
class Protection:
    """`small` are hidden for what they are, `beside` for what they would give away.

    Of those in `vague` not even their being small may be told.
    """

    small: frozenset[Key] = frozenset()
    beside: frozenset[Key] = frozenset()
    vague: frozenset[Key] = frozenset()

    def hides(self, key: Key) -> bool:
        return key in self.small or key in self.beside


def protect(
    cells: Mapping[Key, Cell],
    sums: Sequence[Sum],
    together: Collection[frozenset[Key]] = (),
) -> Protection:
    """`together` are figures that are shown all or not at all, such as n and N of one share."""
    table = _Table(dict(cells), sums, together)
    small = {key for key, cell in cells.items() if cell.small}
    hidden = table.with_company(small)
    vague: set[Key] = set()
    while exposed := table.exposed(hidden, small):
        if further := table.next_to_hide(exposed, hidden):
            hidden = table.with_company(hidden | {further})
            continue
        near = table.near(exposed) - vague
        if not near:
            break
        vague |= near
        table.cells |= {key: table.cells[key].vaguer for key in near}
    printed = frozenset(key for key in hidden if cells[key].printed)
    return Protection(printed & small, printed - small, printed & vague)


@dataclass
class _Table:
    cells: dict[Key, Cell]
    sums: Sequence[Sum]
    together: Collection[frozenset[Key]]

    def __post_init__(self) -> None:
        self.of: dict[Key, list[Sum]] = {key: [] for key in self.cells}
        for one in self.sums:
            for key in (one.whole, *one.parts):
                self.of[key].append(one)
        self.wholes = {one.whole for one in self.sums}
        # What is open stays open when more is hidden: it is looked for once.
        self.open: set[Key] = set()

    def with_company(self, hidden: Collection[Key]) -> set[Key]:
        found = set(hidden)
        for group in self.together:
            if group & found:
                found |= group
        return found

    def exposed(self, hidden: set[Key], small: set[Key]) -> Key | None:
        """One that the reader can compute; what is never printed matters only if it is small."""
        unknown = hidden | {key for key, cell in self.cells.items() if not cell.printed}
        for key in sorted(hidden - self.open, key=repr):
            wanted = key in small or self.cells[key].printed
            if wanted and self.of[key] and not self._is_open(key, unknown):
                return key
            self.open.add(key)
        return None

    def _is_open(self, key: Key, unknown: set[Key]) -> bool:
        return any(_Search(self, unknown).finds({key: move}) for move in MOVES)

    def next_to_hide(self, exposed: Key, hidden: set[Key]) -> Key | None:
        """The part before the sum, then the smallest: what is lost is to be as little as can be."""
        shown = [
            key
            for key in self.near(exposed)
            if key not in hidden and self.cells[key].printed and self.cells[key].value
        ]
        direct = {key for one in self.of[exposed] for key in (one.whole, *one.parts)}
        return min(shown, key=lambda key: self._price(key, direct), default=None)

    def _price(self, key: Key, direct: set[Key]) -> tuple[bool, bool, int, str]:
        return key not in direct, key in self.wholes, self.cells[key].value, repr(key)

    def near(self, key: Key) -> set[Key]:
        """All that hangs together with it by sums."""
        found, waiting = {key}, [key]
        while waiting:
            for one in self.of[waiting.pop()]:
                new = {one.whole, *one.parts} - found
                found |= new
                waiting += new
        return found


@dataclass
class _Search:
    """For a world in which some unknown figures have other values and every sum still holds."""

    table: _Table
    unknown: set[Key]
    steps: int = 0

    def finds(self, moved: dict[Key, int]) -> bool:
        self.steps += 1
        if self.steps > STEPS or not all(self._allows(key, by) for key, by in moved.items()):
            return False
        broken = next(self._broken(moved), None)
        if broken is None:
            return True
        one, missing = broken
        return any(
            self.finds(moved | {key: by})
            for key, by in self._repairs(one, missing)
            if key not in moved and key in self.unknown
        )

    def _allows(self, key: Key, by: int) -> bool:
        cell = self.table.cells[key]
        return cell.allows(cell.value + by)

    def _broken(self, moved: Mapping[Key, int]) -> Iterator[tuple[Sum, int]]:
        for key in moved:
            for one in self.table.of[key]:
                parts = sum(moved.get(part, 0) for part in one.parts)
                if missing := moved.get(one.whole, 0) - parts:
                    yield one, missing

    def _repairs(self, one: Sum, missing: int) -> Iterator[tuple[Key, int]]:
        for part in one.parts:
            yield part, missing
        yield one.whole, -missing
