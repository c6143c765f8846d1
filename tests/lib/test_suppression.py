"""Nothing that is hidden can be computed from what is shown, whatever the figures are."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.suppression import Cell, Key, Protection, Sum, protect

LIMIT = 5


def counts(**values: int) -> dict[Key, Cell]:
    return {name: Cell.of_count(value, LIMIT) for name, value in values.items()}


def of_two_parts(whole: int, first: int, second: int) -> Protection:
    cells = counts(whole=whole, first=first, second=second)
    return protect(cells, [Sum("whole", ("first", "second"))])


def test_what_is_large_is_shown() -> None:
    assert of_two_parts(15, 7, 8) == Protection()


def test_a_small_part_takes_the_other_with_it() -> None:
    found = of_two_parts(15, 3, 12)

    assert found == Protection(frozenset({"first"}), frozenset({"second"}))


def test_two_small_parts_hide_each_other_where_their_sum_leaves_a_choice() -> None:
    assert of_two_parts(5, 2, 3).beside == frozenset()


def test_a_sum_that_leaves_no_choice_is_hidden() -> None:
    """Both are at least one: two is one and one."""
    assert "whole" in of_two_parts(2, 1, 1).small
    assert of_two_parts(6, 1, 5).beside == {"second", "whole"}


def test_zero_is_told() -> None:
    assert not of_two_parts(12, 0, 12).beside


def test_the_growth_between_two_periods_is_not_told_where_it_is_small() -> None:
    cells = counts(august=20, december=22) | {"since": Cell.between(2, LIMIT)}

    found = protect(cells, [Sum("december", ("august", "since"))])

    assert found.beside == {"august"}


def test_words_that_would_tell_a_figure_are_made_vaguer() -> None:
    """Four of one each are told by "färre än fem", for their sum as for themselves."""
    cells = counts(whole=4, a=1, b=1, c=1, d=1)

    found = protect(cells, [Sum("whole", ("a", "b", "c", "d"))])

    assert found.vague == {"whole", "a", "b", "c", "d"}


def test_what_is_shown_together_is_hidden_together() -> None:
    cells = counts(n=3, rest=20, N=23)

    found = protect(cells, [Sum("N", ("n", "rest"))], [frozenset(("n", "rest", "N"))])

    assert found.small | found.beside == {"n", "rest", "N"}


# Every world that fits what a reader sees ----------------------------------------------------


def worlds(
    cells: Mapping[Key, Cell], sums: Sequence[Sum], found: Protection, most: int
) -> Iterator[dict[Key, int]]:
    """All assignments of small numbers; what is a sum follows from its parts."""
    wholes = {one.whole for one in sums}
    inner = [key for key in cells if key not in wholes]
    for values in product(*(_values(key, cells[key], found, most) for key in inner)):
        world = dict(zip(inner, values, strict=True))
        if _add_up(world, sums) and all(_fits(key, cells[key], found, world) for key in wholes):
            yield world


def _values(key: Key, cell: Cell, found: Protection, most: int) -> range:
    if cell.printed and not found.hides(key):
        return range(cell.value, cell.value + 1)
    told = cell.vaguer if key in found.vague else cell
    high = most if told.high is None else min(most, told.high)
    return range(told.low, high + 1)


def _add_up(world: dict[Key, int], sums: Sequence[Sum]) -> bool:
    """From the lowest sums upwards; two ways to one sum must agree."""
    for one in sums:
        total = sum(world[part] for part in one.parts)
        if world.setdefault(one.whole, total) != total:
            return False
    return True


def _fits(key: Key, cell: Cell, found: Protection, world: Mapping[Key, int]) -> bool:
    if not found.hides(key) and cell.printed:
        return world[key] == cell.value
    told = cell.vaguer if key in found.vague else cell
    return told.allows(world[key])


def assert_nothing_can_be_computed(cells: Mapping[Key, Cell], sums: Sequence[Sum]) -> None:
    found = protect(cells, sums)
    wanted = found.small | found.beside
    wanted |= {key for key, cell in cells.items() if cell.small}
    most = max(cell.value for cell in cells.values()) + 2
    seen: dict[Key, set[int]] = {key: set() for key in wanted}
    for world in worlds(cells, sums, found, most):
        for key in wanted:
            seen[key].add(world[key])
        if all(len(values) > 1 for values in seen.values()):
            return
    assert {key for key, values in seen.items() if len(values) < 2} == set()


SMALL = st.integers(0, 7)


@settings(max_examples=150, deadline=None)
@given(st.lists(SMALL, min_size=4, max_size=4), st.sampled_from((0, LIMIT)))
def test_units_and_sexes(values: list[int], limit_of_sums: int) -> None:
    """Two units, two sexes, their sums each way, and the sum of all."""
    inner = dict(zip([("a", "f"), ("a", "m"), ("b", "f"), ("b", "m")], values, strict=True))
    cells: dict[Key, Cell] = {key: Cell.of_count(value, LIMIT) for key, value in inner.items()}
    sums: list[Sum] = []

    def add(whole: Key, *parts: Key) -> None:
        total = sum(cells[part].value for part in parts)
        cells[whole] = Cell.of_count(total, limit_of_sums)
        sums.append(Sum(whole, parts))

    for unit in "ab":
        add((unit, "all"), (unit, "f"), (unit, "m"))
    for sex in "fm":
        add(("all", sex), ("a", sex), ("b", sex))
    add(("all", "all"), ("a", "all"), ("b", "all"))
    sums.append(Sum(("all", "all"), (("all", "f"), ("all", "m"))))
    assert_nothing_can_be_computed(cells, sums)


@settings(max_examples=150, deadline=None)
@given(st.lists(SMALL, min_size=4, max_size=4))
def test_units_and_periods_of_a_growing_count(values: list[int]) -> None:
    """Of two units in August and in December, with their sum in both, which the nämnd sees."""
    cells: dict[Key, Cell] = {}
    sums: list[Sum] = []
    for unit, (august, since) in zip("ab", (values[:2], values[2:]), strict=True):
        cells[unit, "aug"] = Cell.of_count(august, LIMIT)
        cells[unit, "since"] = Cell.between(since, LIMIT)
        cells[unit, "dec"] = Cell.of_count(august + since, LIMIT)
        sums.append(Sum((unit, "dec"), ((unit, "aug"), (unit, "since"))))
    for period in ("aug", "dec"):
        total = cells["a", period].value + cells["b", period].value
        cells["all", period] = Cell.of_count(total, 0)
        sums.append(Sum(("all", period), (("a", period), ("b", period))))
    assert_nothing_can_be_computed(cells, sums)


@pytest.mark.parametrize("size", [5, 40])
def test_many_units_take_little_time(size: int) -> None:
    cells: dict[Key, Cell] = {unit: Cell.of_count(unit % 9, LIMIT) for unit in range(size)}
    cells["all"] = Cell.of_count(sum(cell.value for cell in cells.values()), 0)

    found = protect(cells, [Sum("all", tuple(range(size)))])

    assert not found.hides("all")
