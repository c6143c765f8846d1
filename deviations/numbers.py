"""Case numbers per series and year, without gap or duplicate (`LS-2026-0007`)."""

from django.db import connection

# One statement takes the row's lock, adds and answers: a rollback gives the number back, and two
# writers can never read the same one. Measured against max()+1, counters and sequences.
NEXT = """
    INSERT INTO deviations_numberseries (series, year, last) VALUES (%s, %s, 1)
    ON CONFLICT (series, year) DO UPDATE SET last = deviations_numberseries.last + 1
    RETURNING last
"""
NEXT_SOME = """
    INSERT INTO deviations_numberseries (series, year, last) VALUES (%s, %s, %s)
    ON CONFLICT (series, year)
    DO UPDATE SET last = deviations_numberseries.last + excluded.last
    RETURNING last
"""
# The larger of two is a function of another name on each database.
RAISE = """
    INSERT INTO deviations_numberseries (series, year, last) VALUES (%s, %s, %s)
    ON CONFLICT (series, year) DO UPDATE SET last = CASE
        WHEN deviations_numberseries.last < excluded.last THEN excluded.last
        ELSE deviations_numberseries.last END
    RETURNING last
"""


def next_number(*, series: str, year: int) -> int:
    """The next number, in the caller's transaction and as late in it as possible.

    The series is locked until the transaction ends. Raises RuntimeError outside a transaction:
    the number would be lost if the insert failed.
    """
    return _last(NEXT, series, year)


def next_numbers(*, series: str, year: int, count: int) -> range:
    """As many at once, for cases that come together."""
    last = _last(NEXT_SOME, series, year, count)
    return range(last - count + 1, last + 1)


def raise_to(*, series: str, year: int, last: int) -> None:
    """Numbers up to there are taken: they came with an older register."""
    _last(RAISE, series, year, last)


def _last(statement: str, *values: str | int) -> int:
    if not connection.in_atomic_block:
        raise RuntimeError("a number needs the transaction of the insert")
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row: tuple[int] = cursor.fetchone()
    return row[0]


def case_number(series: str, year: int, sequence: int) -> str:
    """Four digits, and more when a year has more than 9 999 cases."""
    return f"{series}-{year}-{sequence:04d}"
