from decimal import Decimal

import pytest

from lib.numbers import (
    counted,
    format_decimal,
    format_integer,
    format_percent,
    format_signed,
    percent,
)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (102, 245, 42),  # printed as 43 % in a published report
        (285, 1384, 21),  # printed as 20 %
        (1, 8, 13),  # half up, where Python's own round goes down to 12
        (0, 7, 0),
    ],
)
def test_a_share_is_computed_from_whole_numbers_and_rounded_half_up(
    part: int, whole: int, expected: int
) -> None:
    assert percent(part, whole) == expected


def test_a_share_of_nothing_is_not_set() -> None:
    assert percent(0, 0) is None


def test_a_share_of_nothing_prints_a_dash() -> None:
    assert format_percent(0, 0) == "–"


def test_one_decimal_is_kept_where_it_is_asked_for() -> None:
    assert percent(29, 34, decimals=1) == Decimal("85.3")


def test_thousands_are_parted_by_a_narrow_space() -> None:
    assert format_integer(1384) == "1\u202f384"


def test_decimals_have_a_comma_and_a_true_minus() -> None:
    assert format_decimal(Decimal("-1234.55")) == "−1\u202f234,6"


def test_a_change_carries_its_sign() -> None:
    assert [format_signed(value) for value in (3, 0, -8, None)] == ["+3", "0", "−8", "–"]


def test_one_case_is_not_called_cases() -> None:
    assert [counted(n, "ärende", "ärenden") for n in (1, 2)] == ["1\u00a0ärende", "2\u00a0ärenden"]
