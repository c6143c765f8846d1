"""Cells as people write them."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from hypothesis import given
from hypothesis import strategies as st

from lib.sheets import cells
from lib.sheets.cells import EPOCH
from lib.sheets.errors import CellError
from lib.sheets.tables import Cell

DAY = date(2024, 3, 3)
DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        *("2024-03-03", "2024-3-3", "2024/03/03", "2024.03.03", "20240303", 20240303, 240303),
        *("3 mars 2024", "3 mar 2024", "den 3 mars 2024", "3 MARS 2024", "söndag 3 mars 2024"),
        *("3/3 2024", "3/3-24", "3.3.2024", "03-03-2024", "3 mars -24", "3:e mars 2024"),
        *(45354, 45354.6, " 2024-03-03 ", "2024-03-03 14:30", "2024-03-03T14:30:00"),
    ],
)
def test_a_day_is_understood_as_people_write_it(written: Cell) -> None:
    assert cells.day(written) == DAY


@pytest.mark.parametrize(
    "written",
    ["i mars", "2024", 2024, "3/13/2024", "2024-02-30", "0/0 2024", True, "3 marsipan 2024", 1e300],
)
def test_what_is_no_day_is_refused(written: Cell) -> None:
    with pytest.raises(CellError):
        cells.day(written)


@given(DAYS)
def test_every_day_survives_every_way_of_writing_it(day: date) -> None:
    ways: list[Cell] = [
        day.isoformat(),
        f"{day:%Y%m%d}",
        (day - EPOCH).days,
        date_format(day, "j F Y"),
        date_format(day, "l j F Y"),
        f"{day.day}/{day.month} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
    ]
    assert {cells.day(way) for way in ways} == {day}


@pytest.mark.parametrize(
    "written",
    ["2024-03-03 14:30", "3 mars 2024 kl. 14.30", "3/3 2024, 14:30:59", 45354.604166666664],
)
def test_a_moment_is_by_the_local_clock(written: Cell) -> None:
    assert cells.moment(written) == timezone.make_aware(datetime(2024, 3, 3, 14, 30))


def test_a_day_alone_begins_at_midnight() -> None:
    assert cells.moment("3 mars 2024") == timezone.make_aware(datetime(2024, 3, 3))


@pytest.mark.parametrize("written", ["2024-03-03 24:30", "14:30", "2024-03-03 14:60"])
def test_what_is_no_moment_is_refused(written: Cell) -> None:
    with pytest.raises(CellError):
        cells.moment(written)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)))
def test_every_moment_survives_excels_own_number(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)
    number = (minute - datetime(1899, 12, 30)) / timedelta(days=1)
    assert cells.moment(number) == timezone.make_aware(minute)


@pytest.mark.parametrize(
    ("written", "number"), [("1 234", 1234), (17, 17), ("1\u00a0234", 1234), ("0", 0)]
)
def test_whole_numbers(written: Cell, number: int) -> None:
    assert cells.whole(written) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [("0,5", "0.5"), (0.1 + 0.2, "0.3"), ("1 234,50", "1234.5"), (-3, "-3"), ("−3", "-3")],
)
def test_numbers_with_decimals(written: Cell, number: str) -> None:
    assert cells.number(written) == Decimal(number)


@pytest.mark.parametrize("written", ["ca 5", "5 %", "<5", "1,5", True, 1e300, 1.5, "-1"])
def test_what_is_no_whole_number_is_refused(written: Cell) -> None:
    with pytest.raises(CellError):
        cells.whole(written)


@given(st.integers(0, 999_999_999))
def test_every_count_survives_its_thousands(number: int) -> None:
    assert {cells.whole(way) for way in (number, str(number), f"{number:,}".replace(",", " "))} == {
        number
    }


@pytest.mark.parametrize(
    ("written", "answer"), [("Ja", True), ("x", True), (1, True), (True, True), ("nej", False)]
)
def test_yes_and_no(written: Cell, answer: bool) -> None:
    assert cells.yes_no(written) is answer


def test_a_word_is_chosen_whatever_its_case() -> None:
    values = {"påtaglig risk": 1, "annat": 2}
    assert cells.chosen(" PÅTAGLIG   RISK. ", values, ["Påtaglig risk", "Annat"]) == 1
    with pytest.raises(CellError, match="Välj Påtaglig risk eller Annat"):
        cells.chosen("Risk", values, ["Påtaglig risk", "Annat"])


@given(
    st.one_of(st.text(max_size=60), st.integers(), st.floats(allow_nan=False), st.booleans()),
    st.sampled_from((cells.day, cells.moment, cells.whole, cells.number, cells.yes_no)),
)
def test_no_cell_breaks_a_reader(cell: Cell, read: object) -> None:
    try:
        read(cell)  # type: ignore[operator]
    except CellError as error:
        assert str(error).endswith((".", "?"))
