from datetime import date

import pytest

from lib.months import months_after


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
    ],
)
def test_a_term_ends_on_the_same_day_of_the_month_or_on_its_last(
    day: date, months: int, after: date
) -> None:
    assert months_after(day, months) == after
