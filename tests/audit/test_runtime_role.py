"""Production's second lock: the role of web and worker holds no right to change the log."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from audit import chain
from audit.models import Event
from audit.services import opened_door, record
from organisation.models import User

pytestmark = pytest.mark.skipif(
    not os.environ.get("DATABASE_URL", "").startswith("postgres"),
    reason="roles exist on PostgreSQL only",
)

FORBIDDEN = [
    "UPDATE audit_event SET actor_name = 'x'",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event",
    "ALTER TABLE audit_event DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_event_guard_rows ON audit_event",
    "UPDATE audit_seal SET link = 'x'",
    "DELETE FROM audit_seal",
    "TRUNCATE audit_seal",
    "UPDATE audit_door SET opened_at = now()",
    "DELETE FROM django_migrations",
]


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def role(db: None) -> str:
    """A role of this test's own; it goes when the test's transaction is rolled back."""
    name = f"web_{uuid4().hex[:12]}"
    execute(f"CREATE ROLE {name}")
    return name


@contextmanager
def acting_as(role: str) -> Iterator[None]:
    execute(f"SET LOCAL ROLE {role}")
    yield
    execute("RESET ROLE")


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_runtime_role_cannot_tamper(sealed: list[Event], role: str, statement: str) -> None:
    call_command("grant_runtime_role", role)

    with (
        acting_as(role),
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        transaction.atomic(),
    ):
        execute(statement)


def test_the_runtime_role_can_write_seal_and_verify(mona: User, role: str) -> None:
    call_command("grant_runtime_role", role)

    with acting_as(role):
        record(actor=mona, action=Event.Action.READ)
        assert chain.seal() == 1
        assert chain.verify() == []


def test_the_runtime_role_can_change_everything_else(mona: User, role: str) -> None:
    call_command("grant_runtime_role", role)

    with acting_as(role):
        assert User.objects.update(title="socionom") == 1


def test_the_runtime_role_opens_the_door_to_no_row_of_the_log(mona: User, role: str) -> None:
    """Gallring of cases goes through it, by the role of the web."""
    record(actor=mona, action=Event.Action.READ)
    call_command("grant_runtime_role", role)

    with acting_as(role):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            opened_door(actor=mona, reason="Prov"),
        ):
            execute("DELETE FROM audit_event")
        with opened_door(actor=mona, reason="Gallring av ärenden"):
            pass
        assert chain.verify() == []


def test_an_unknown_role_is_refused_with_what_to_do(db: None) -> None:
    with pytest.raises(CommandError, match="CREATE ROLE"):
        call_command("grant_runtime_role", "nobody_knows_me")


def test_the_owner_itself_is_refused(db: None) -> None:
    with pytest.raises(CommandError, match="owner or a superuser"):
        call_command("grant_runtime_role", connection.settings_dict["USER"])
