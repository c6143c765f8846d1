"""Tables of cases below the section: cell by cell, and no hidden cell can be computed."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.suppression import Key
from qualityreport.guarded import Sheet, guarded, sheet
from qualityreport.parts import Table, Text, number_columns, row
from qualityreport.scope import Scope
from qualityreport.shown import WITHHELD, noted
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report

FEW = "färre än fem"


@pytest.fixture
def scope(organisation: Organisation) -> Scope:
    return Scope.of(make_report(organisation.intake))


def column(scope: Scope, *counts: int) -> list[str]:
    """The cells of a column with its sum, as they are printed; [] where the whole table goes."""
    numbers = [[count] for count in (*counts, sum(counts))]
    rows = [row(f"Typ {at}", *values) for at, values in enumerate(numbers)]
    table = Table("typer", "Typer", number_columns("Typ", "Antal"), rows)
    [part] = guarded(scope, table, sheet(numbers, total_row=True))
    return [one.cells[1].text for one in part.rows] if isinstance(part, Table) else []


def test_a_small_cell_is_hidden_and_the_smallest_beside_it(scope: Scope) -> None:
    assert column(scope, 3, 8, 20, 0) == [FEW, WITHHELD, "20", "0", "31"]


def test_two_small_cells_hide_each_other(scope: Scope) -> None:
    assert column(scope, 3, 4, 20) == [FEW, FEW, "20", "27"]


def test_two_small_cells_with_one_possible_sum_hide_a_third(scope: Scope) -> None:
    """1 and 1 are the only two that are together 2."""
    assert column(scope, 1, 1, 20)[2] == WITHHELD


def test_a_table_of_small_cells_alone_goes_as_a_whole(scope: Scope) -> None:
    assert column(scope, 1, 0) == []


def test_at_the_section_everything_is_told(organisation: Organisation) -> None:
    section = Scope.of(make_report(organisation.ifo))

    assert column(section, 1, 20) == ["1", "20", "21"]


def test_what_is_hidden_is_listed_with_its_row(scope: Scope) -> None:
    column(scope, 3, 8, 20)

    assert [(note.what, note.beside) for note in noted(scope)] == [
        ("Typer: Typ 0, antal", False),
        ("Typer: Typ 1, antal", True),
    ]


def test_a_picture_of_hidden_cells_is_left_out(scope: Scope) -> None:
    numbers = [[3], [8], [11]]
    table = Table("t", "T", number_columns("", "n"), [row("a", *n) for n in numbers])

    assert len(guarded(scope, table, sheet(numbers, total_row=True), Text("bild"))) == 1
    large = [[30], [80], [110]]
    assert len(guarded(scope, table, sheet(large, total_row=True), Text("bild"))) == 2


def possible(table: Sheet, shown: dict[Key, int]) -> list[dict[Key, int]]:
    """Every table of small numbers that fits what is shown and the sums."""
    hidden = [place for place in table.counts if place not in shown]
    found = []
    for values in product(range(13), repeat=len(hidden)):
        world = shown | dict(zip(hidden, values, strict=True))
        if all(world[s.whole] == sum(world[p] for p in s.parts) for s in table.sums):
            found.append(world)
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.integers(0, 12), min_size=2, max_size=3))
def test_no_hidden_cell_can_be_computed_from_what_is_shown(scope: Scope, counts: list[int]) -> None:
    numbers = [[count] for count in (*counts, sum(counts))]
    made = sheet(numbers, total_row=True)
    printed = column(scope, *counts)
    if not printed:
        return
    shown: dict[Key, int] = {
        (at, 1): number
        for at, ((number,), text) in enumerate(zip(numbers, printed, strict=True))
        if text not in (FEW, WITHHELD)
    }
    worlds = possible(made, shown)
    for place in made.counts.keys() - shown.keys():
        assert len({world[place] for world in worlds}) > 1
