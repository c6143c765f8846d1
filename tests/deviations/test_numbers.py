"""Numbers under real concurrency, on whichever engine the suite runs."""

import sqlite3
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from deviations.models import Kind
from deviations.numbers import NEXT, case_number, next_number
from deviations.services import report_deviation
from organisation.models import User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

WRITERS = 50
PER_WRITER = 6


class Failed(Exception):
    pass


def test_a_number_grows_past_four_digits() -> None:
    assert case_number("LS", 2026, 7) == "LS-2026-0007"
    assert case_number("LS", 2026, 12345) == "LS-2026-12345"


def test_each_series_and_year_counts_for_itself(db: None) -> None:
    drawn = [("LS", 2026), ("LS", 2026), ("AVV", 2026), ("LS", 2027)]
    with transaction.atomic():
        numbers = [next_number(series=series, year=year) for series, year in drawn]
    assert numbers == [1, 2, 1, 1]


@pytest.mark.django_db(transaction=True)
def test_a_number_is_never_drawn_outside_a_transaction() -> None:
    with pytest.raises(RuntimeError):
        next_number(series="LS", year=2026)


def test_a_rollback_gives_the_number_back(organisation: Organisation) -> None:
    with pytest.raises(Failed), transaction.atomic():
        make_case(organisation.intake)
        raise Failed
    assert make_case(organisation.intake).sequence == 1


def test_complaints_and_viewpoints_share_a_series(organisation: Organisation) -> None:
    cases = [make_case(organisation.intake, kind) for kind in (Kind.COMPLAINT, Kind.VIEWPOINT)]
    assert [case.number.partition("-")[0] for case in cases] == ["SK", "SK"]
    assert [case.sequence for case in cases] == [1, 2]


def test_new_years_eve_is_counted_by_the_swedish_clock(
    mona: User, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    late_in_greenwich = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late_in_greenwich)
    case = report_deviation(
        actor=mona, kind=Kind.INTERNAL, unit=organisation.intake, description="Vid tolvslaget."
    )
    assert (case.received_on, case.number) == (date(2027, 1, 1), "AVV-2027-0001")


def draw_in_own_connection(writer: int) -> list[int]:
    """Several transactions, the first of them rolled back after it took its number."""
    kept = []
    try:
        for attempt in range(PER_WRITER):
            try:
                with transaction.atomic():
                    number = next_number(series="LS", year=2026)
                    if attempt == 0:
                        raise Failed
                kept.append(number)
            except Failed:
                continue
    finally:
        connection.close()
    return kept


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has its own test below")
def test_fifty_writers_leave_no_gap_and_no_double() -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        drawn = [
            number for kept in pool.map(draw_in_own_connection, range(WRITERS)) for number in kept
        ]
    assert sorted(drawn) == list(range(1, WRITERS * (PER_WRITER - 1) + 1))


def draw_from_file(path: Path) -> list[int]:
    """The same statement, against a database file as the embedded mode opens it."""
    database = sqlite3.connect(path, timeout=20, isolation_level=None)
    kept = []
    for attempt in range(PER_WRITER):
        database.execute("BEGIN IMMEDIATE")
        (number,) = database.execute(NEXT.replace("%s", "?"), ("LS", 2026)).fetchone()
        if attempt == 0:
            database.execute("ROLLBACK")
        else:
            database.execute("COMMIT")
            kept.append(number)
    database.close()
    return kept


def test_several_writers_on_one_sqlite_file_leave_no_gap_and_no_double(tmp_path: Path) -> None:
    path = tmp_path / "numbers.sqlite3"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute(
            "CREATE TABLE deviations_numberseries"
            " (id INTEGER PRIMARY KEY, series TEXT, year INTEGER, last INTEGER,"
            " UNIQUE (series, year))"
        )
    with ThreadPoolExecutor(8) as pool:
        drawn = Counter(number for kept in pool.map(draw_from_file, [path] * 8) for number in kept)
    assert sorted(drawn.elements()) == list(range(1, 8 * (PER_WRITER - 1) + 1))


def test_the_database_refuses_a_number_twice(organisation: Organisation) -> None:
    case = make_case(organisation.intake)
    case.pk, case.number = None, "AVV-0000-0000"
    with pytest.raises(IntegrityError), transaction.atomic():
        case.save(force_insert=True)
