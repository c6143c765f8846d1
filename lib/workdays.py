"""Swedish working days: legal deadlines and the promises of a municipality are counted in them."""

from datetime import date, timedelta
from functools import cache

import holidays


def working_days_after(day: date, count: int) -> date:
    """Swedish working days: not Saturdays, Sundays or public holidays."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    midsummer_eve = next(
        day for number in range(19, 26) if (day := date(year, 6, number)).weekday() == 4
    )
    eves = {midsummer_eve, date(year, 12, 24), date(year, 12, 31)}  # offices are closed
    return frozenset(holidays.country_holidays("SE", years=year)) | eves
