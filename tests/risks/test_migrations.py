"""Back and forth on filled tables, and what was judged and found stays locked."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from risks.models import Control, ControlResult
from tests.factories.organisation import make_unit
from tests.factories.risks import make_assessment, make_control, make_result, make_risk

pytestmark = pytest.mark.django_db(transaction=True)
LOCKED = ("risks_controlresult", "risks_riskassessment")


@pytest.fixture
def control() -> Iterator[Control]:
    unit = make_unit("Mottagningsenheten", "mottagning")
    make_assessment(make_risk(unit), date(2026, 3, 2))
    made = make_control(unit)
    make_result(made, date(2026, 3, 2))
    yield made
    call_command("migrate", verbosity=0)


def assert_locked() -> None:
    for table in LOCKED:
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"DELETE FROM {table}")


def test_it_runs_both_ways_and_leaves_the_locks(control: Control) -> None:
    call_command("migrate", "risks", "0001", verbosity=0)
    assert_locked()
    call_command("migrate", "risks", "0002", verbosity=0)
    assert_locked()

    assert ControlResult.objects.get().occasion_on is None
