"""Case numbers per series and year, without gap or duplicate (`LS-2026-0007`)."""

from django.db import connection

# One statement takes the row's lock, adds and answers: a rollback gives the number back, and two
# writers can never read the same one. Measured against max()+1, counters and sequences.
NEXT = """
    INSERT INTO deviations_numberseries (series, year, last) VALUES (%s, %s, 1)
    ON CONFLICT (series, year) DO UPDATE SET last = deviations_numberseries.last + 1
    RETURNING last
"""


def next_number(*, series: str, year: int) -> int:
    """The next number, in the caller's transaction and as late in it as possible.

    The series is locked until the transaction ends. Raises RuntimeError outside a transaction:
    the number would be lost if the insert failed.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("next_number needs the transaction of the insert")
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [series, year])
        row: tuple[int] = cursor.fetchone()
    return row[0]


def case_number(series: str, year: int, sequence: int) -> str:
    """Four digits, and more when a year has more than 9 999 cases."""
    return f"{series}-{year}-{sequence:04d}"
