import json
import logging
import sys
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from config.logs import JsonFormatter, redact, request_id
from deviations.models import Deviation, Kind
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

DAYS = st.dates(date(1905, 1, 1), date(2026, 12, 31))


def line(message: str, *, error: bool = False) -> dict[str, str]:
    record = logging.LogRecord(
        "test", logging.INFO, "", 0, message, (), sys.exc_info() if error else None
    )
    written = JsonFormatter().format(record)
    assert "\n" not in written
    parsed: dict[str, str] = json.loads(written)
    return parsed


@given(
    day=DAYS,
    coordination=st.booleans(),
    century=st.booleans(),
    separator=st.sampled_from(["", "-", "+", " ", " - ", "\u2013"]),
    last=st.integers(0, 9999),
)
def test_no_personnummer_or_samordningsnummer_survives(
    day: date, coordination: bool, century: bool, separator: str, last: int
) -> None:
    year = f"{day.year:04}" if century else f"{day.year % 100:02}"
    number = f"{year}{day.month:02}{day.day + 60 * coordination:02}{separator}{last:04}"
    assert redact(f"Sökte efter {number}.") == "Sökte efter [personnummer]."


@pytest.mark.parametrize(
    "harmless", ["LS-2026-0007", "SN 2024/0117", "2026-11-23 08:15", "1234567890123456", "42"]
)
def test_numbers_that_are_no_personnummer_stay(harmless: str) -> None:
    assert redact(harmless) == harmless


def test_a_row_that_the_database_refused_is_not_quoted(organisation: Organisation) -> None:
    """PostgreSQL's own words; SQLite's name only the rule."""
    case = make_case(
        organisation.intake, Kind.LEX_SARAH, description="Barnet (7 år).\nFlyttades hem."
    )
    try:
        with transaction.atomic():
            Deviation.objects.filter(pk=case.pk).update(restricted=False)
    except IntegrityError:
        written = line("fel", error=True)["traceback"]
    assert "lex_sarah_is_restricted" in written
    assert not any(word in written for word in ("Barnet", "Flyttades", case.number))


@pytest.mark.parametrize("after", ["", "\n\nDuring handling of the above, another occurred:\n"])
def test_what_follows_a_refused_row_is_kept(after: str) -> None:
    refused = "violates\nDETAIL:  Failing row contains (7, Barnet (7 år).\nFlyttades, null).\n"
    assert (
        redact(refused + after).split()
        == ("violates DETAIL: Failing row contains […]." + after).split()
    )


def test_a_line_break_in_a_message_stays_within_one_log_line() -> None:
    assert line("ett\ntvå")["message"] == "ett\ntvå"


def test_a_log_line_carries_the_id_of_its_request() -> None:
    token = request_id.set("abc-12345")
    try:
        assert line("hej")["request_id"] == "abc-12345"
    finally:
        request_id.reset(token)


def test_a_traceback_is_redacted_too() -> None:
    try:
        raise ValueError("19121212-1212")
    except ValueError:
        written = line("fel", error=True)
    assert "ValueError: [personnummer]" in written["traceback"]
