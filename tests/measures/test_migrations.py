"""The follow-ups' table is rebuilt on the way, and SQLite drops a rebuilt table's triggers."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from measures.models import FollowUp, Measure, Status
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import make_unit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def measure() -> Iterator[Measure]:
    unit = make_unit("Mottagningsenheten", "mottagning")
    yield make_measure(unit)
    call_command("migrate", verbosity=0)


def migrate(*target: str) -> None:
    call_command("migrate", *target, verbosity=0)


def assert_locked() -> None:
    for statement in ("UPDATE measures_followup SET text = 'x'", "DELETE FROM measures_followup"):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_it_runs_both_ways_on_filled_tables_and_leaves_the_lock(measure: Measure) -> None:
    make_follow_up(measure, date(2026, 3, 2), Status.ONGOING)
    make_follow_up(measure, date(2026, 5, 4), Status.DONE)

    migrate("measures", "0001")
    assert_locked()
    migrate("measures", "0002")
    assert_locked()

    assert FollowUp.objects.count() == 2


def test_the_mark_of_old_measures_goes_to_their_newest_follow_up(measure: Measure) -> None:
    make_follow_up(measure, date(2026, 3, 2), Status.ONGOING)
    make_follow_up(measure, date(2026, 5, 4), Status.DONE)
    migrate("measures", "0001")
    Measure.objects.filter(pk=measure.pk).update(continues_next_year=True)

    migrate("measures", "0002")

    marked = FollowUp.objects.filter(continues_next_year=True)
    assert [row.followed_up_on for row in marked] == [date(2026, 5, 4)]
