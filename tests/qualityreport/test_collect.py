from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deviations.models import Kind
from organisation.models import Unit
from qualityreport.collect import collect, one_moment, printed_sections
from qualityreport.models import Report
from tests.factories.history import lay
from tests.factories.organisation import Organisation
from tests.factories.reports import write
from tests.qualityreport.conftest import investigated


def printed(report: Report) -> list[dict[str, Any]]:
    return printed_sections(collect(report))


def test_chapters_are_numbered_as_they_are_printed(report: Report) -> None:
    numbers = [(section["number"], section["key"]) for section in printed(report)]
    assert numbers == [("1", "forbattringsarbete"), ("2", "resultat"), ("3", "kallor")]


def test_a_written_chapter_takes_its_number(report: Report) -> None:
    write(report, "syfte", "<p>Rapporten är till för nämnden.</p>")
    [first, *_] = printed(report)
    assert (first["number"], first["children"][0]["number"]) == ("1", "1.1")


def test_tables_are_numbered_through_the_whole_report(report: Report) -> None:
    def labels(sections: list[dict[str, Any]]) -> list[str]:
        found = []
        for section in sections:
            found += [part["label"] for part in section["parts"] if part["type"] == "table"]
            found += labels(section["children"])
        return found

    found = labels(printed(report))
    assert found == [f"Tabell {number}" for number in range(1, len(found) + 1)]


def questions(report: Report) -> int:
    with CaptureQueriesContext(connection) as asked:
        collect(report)
    return len(asked)


def test_many_cases_cost_as_many_questions_as_few(
    report: Report, organisation: Organisation
) -> None:
    investigated(organisation.intake, "risk")
    few = questions(report)
    for _ in range(20):
        _add_cases(organisation.intake)
    assert questions(report) == few


def _add_cases(unit: Unit) -> None:
    investigated(unit, "risk")
    investigated(unit, "none", year=2022)
    lay(unit, date(2023, 2, 1), kind=Kind.INTERNAL)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite holds its write lock")
def test_a_report_is_counted_as_at_one_moment() -> None:
    with one_moment(), connection.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        assert cursor.fetchone() == ("repeatable read",)
