"""Deadlines in Swedish working days."""

from datetime import date

import pytest

from lib.workdays import working_days_after


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 1, 12), date(2026, 1, 15)),  # Monday
        (date(2026, 1, 16), date(2026, 1, 21)),  # Friday: over the weekend
        (date(2026, 4, 2), date(2026, 4, 9)),  # Maundy Thursday: over Easter
        (date(2026, 6, 18), date(2026, 6, 24)),  # over Midsummer
        (date(2026, 12, 23), date(2026, 12, 30)),  # over Christmas
        (date(2026, 12, 30), date(2027, 1, 7)),  # over New Year and Epiphany
    ],
)
def test_working_days_are_swedish(received: date, due: date) -> None:
    assert working_days_after(received, 3) == due
