"""The database refuses what no service should try, on both engines."""

import pytest
from django.db import IntegrityError, connection, transaction

from audit import guard
from audit.models import Door, Event, Seal
from audit.services import opened_door
from organisation.models import User

TAMPERING = [
    "UPDATE audit_event SET actor_name = 'någon annan'",
    "DELETE FROM audit_event",
    "UPDATE audit_seal SET link = 'x'",
    "DELETE FROM audit_seal",
]
ON_POSTGRESQL = ["TRUNCATE audit_event", "TRUNCATE audit_seal, audit_event"]
ON_SQLITE = [
    "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event",
    "REPLACE INTO audit_seal SELECT * FROM audit_seal",
]


def execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("statement", TAMPERING)
def test_a_written_row_cannot_be_touched(sealed: list[Event], statement: str) -> None:
    with pytest.raises(IntegrityError, match="append-only"):
        execute(statement)


@pytest.mark.parametrize("statement", ON_POSTGRESQL)
def test_a_table_cannot_be_truncated(sealed: list[Event], statement: str) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("TRUNCATE is PostgreSQL's")
    with pytest.raises(IntegrityError, match="append-only"):
        execute(statement)


@pytest.mark.parametrize("statement", ON_SQLITE)
def test_a_row_cannot_be_replaced(sealed: list[Event], statement: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    with pytest.raises(IntegrityError, match="append-only"):
        execute(statement)


def test_a_temporary_table_does_not_open_the_door(sealed: list[Event]) -> None:
    execute("CREATE TEMPORARY TABLE audit_door AS SELECT 1 AS id")
    try:
        with pytest.raises(IntegrityError, match="append-only"):
            execute("DELETE FROM audit_event")
    finally:
        prefix = "pg_temp" if connection.vendor == "postgresql" else "temp"
        execute(f"DROP TABLE {prefix}.audit_door")


def test_not_even_the_door_lets_a_change_through(sealed: list[Event], mona: User) -> None:
    with (
        pytest.raises(IntegrityError, match="append-only"),
        opened_door(actor=mona, reason="Prov"),
    ):
        Event.objects.update(actor_name="någon annan")


def test_the_model_cannot_save_an_event_twice(sealed: list[Event]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        sealed[0].save()


def test_the_door_is_shut_behind_the_one_who_left(sealed: list[Event], mona: User) -> None:
    with opened_door(actor=mona, reason="Prov"):
        pass

    assert not Door.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.all().delete()


def test_an_error_inside_the_door_undoes_everything(sealed: list[Event], mona: User) -> None:
    with pytest.raises(ZeroDivisionError), opened_door(actor=mona, reason="Prov"):
        Event.objects.all().delete()
        _ = 1 / 0

    assert Event.objects.count() == len(sealed)
    assert not Door.objects.exists()


def test_the_door_needs_a_reason(mona: User) -> None:
    with pytest.raises(ValueError, match="skäl"), opened_door(actor=mona, reason=" "):
        pass


def test_every_table_is_locked_after_the_migrations(db: None) -> None:
    assert guard.missing(connection) == []


def test_a_lost_lock_is_noticed(db: None) -> None:
    if connection.vendor == "postgresql":
        execute("ALTER TABLE audit_seal DISABLE TRIGGER audit_seal_guard_rows")
    else:
        execute("DROP TRIGGER audit_seal_no_delete")

    assert guard.missing(connection) == ["audit_seal"]


@pytest.mark.django_db(transaction=True)
def test_the_tables_can_be_emptied_between_tests() -> None:
    """Django's flush, which follows each test of this kind, goes through the door."""
    Event.objects.create(action=Event.Action.READ)
    Seal.objects.create(position=1, event_id=1, digest="x", link="y")
