"""When a control is due again."""

from calendar import monthrange
from datetime import date

from risks.models import Frequency

MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.TERTIAL: 4,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}


def due_on(frequency: str, last: date | None, opened_on: date) -> date:
    """An interval after the last result; before the first one, after the control began to hold."""
    return months_after(last or opened_on, MONTHS[Frequency(frequency)])


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
