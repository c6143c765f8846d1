"""The part of a year that a report speaks of."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """From the first day of the year to the as-of date, both included."""

    start: date
    end: date

    @classmethod
    def of(cls, year: int, as_of: date | None = None) -> "Period":
        last = date(year, 12, 31)
        return cls(date(year, 1, 1), min(as_of, last) if as_of else last)

    @property
    def year(self) -> int:
        return self.start.year

    def years_back(self, years: int) -> "Period":
        """The same part of an earlier year (31 August is compared with 31 August)."""
        year = self.year - years
        leap_day = (self.end.month, self.end.day) == (2, 29)
        return Period(
            date(year, 1, 1), date(year, 2, 28) if leap_day else self.end.replace(year=year)
        )
