"""Numbers under real concurrency, on whichever engine the suite runs."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from deviations.models import Deviation, Kind, NumberSeries
from deviations.numbers import case_number, next_number
from deviations.search import search
from deviations.services import report_deviation
from organisation.models import User
from tests.deviations import report_many
from tests.deviations.report_many import KEPT, THREADS, report_several
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation
from tests.product import ROOT

WRITERS = 50
PROCESSES = 2


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


def test_a_year_goes_on_past_9999(organisation: Organisation) -> None:
    year = timezone.localdate().year
    NumberSeries.objects.create(series="AVV", year=year, last=9_998)
    numbers = [make_case(organisation.intake).number for _ in range(3)]
    assert numbers == [f"AVV-{year}-9999", f"AVV-{year}-10000", f"AVV-{year}-10001"]
    in_order = Deviation.objects.order_by("series", "year", "sequence")
    assert [case.number for case in in_order] == numbers
    assert reverse("deviations:detail", args=[numbers[-1]]).endswith(f"{year}-10001/")
    assert [case.number for case in search(Deviation.objects.all(), numbers[-1])] == numbers[-1:]


def test_a_number_is_as_long_in_its_own_year_whatever_the_others_have(
    organisation: Organisation,
) -> None:
    NumberSeries.objects.create(series="AVV", year=2024, last=12_000)
    cases = [make_case(organisation.intake, received_on=date(y, 3, 1)) for y in (2024, 2025)]
    assert [case.number for case in cases] == ["AVV-2024-12001", "AVV-2025-0001"]


def the_first(count: int) -> list[str]:
    year = timezone.localdate().year
    return [case_number("LS", year, number) for number in range(1, count + 1)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has its own test below")
def test_fifty_people_who_report_at_once_leave_no_gap_and_no_double(
    mona: User, organisation: Organisation
) -> None:
    """Each on a connection of its own; each first report is rolled back with its number."""
    with ThreadPoolExecutor(WRITERS) as pool:
        waiting = [
            pool.submit(report_several, mona.username, organisation.intake.slug)
            for _ in range(WRITERS)
        ]
        given = [number for one in waiting for number in one.result()]
    assert sorted(given) == the_first(WRITERS * KEPT)
    stored = Deviation.objects.order_by("sequence").values_list("number", flat=True)
    assert list(stored) == the_first(WRITERS * KEPT)
    assert NumberSeries.objects.get().last == WRITERS * KEPT


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has its own test above")
def test_processes_that_share_a_sqlite_file_leave_no_gap_and_no_double(
    mona: User, organisation: Organisation, tmp_path: Path
) -> None:
    """As the embedded mode runs: several processes with threads over one file."""
    path = tmp_path / "kvalitet.sqlite3"
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        # As one process prepares it before any other opens it.
        copy.execute("PRAGMA journal_mode=WAL")
    environment = {
        **os.environ,
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    command = [sys.executable, "-m", report_many.__name__, mona.username, organisation.intake.slug]
    processes = [
        subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(PROCESSES)
    ]
    given = [number for process in processes for number in process.communicate()[0].split()]
    expected = the_first(PROCESSES * THREADS * KEPT)
    assert sorted(given) == expected
    with closing(sqlite3.connect(path)) as shared:
        rows = shared.execute("SELECT number FROM deviations_deviation ORDER BY sequence")
        assert [number for (number,) in rows] == expected
        assert shared.execute("SELECT last FROM deviations_numberseries").fetchall() == [
            (len(expected),)
        ]


def test_the_database_refuses_a_number_twice(organisation: Organisation) -> None:
    case = make_case(organisation.intake)
    case.pk, case.number = None, "AVV-0000-0000"
    with pytest.raises(IntegrityError), transaction.atomic():
        case.save(force_insert=True)
