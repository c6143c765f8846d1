"""When a control is due again."""

from datetime import date

from lib.months import months_after
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
