import pytest
from django.core.management import call_command
from django.db import connection

from audit import chain, guard
from audit.models import Event


@pytest.mark.django_db(transaction=True)
def test_the_migration_runs_both_ways_on_a_filled_log() -> None:
    Event.objects.create(action=Event.Action.READ)
    chain.seal()

    call_command("migrate", "audit", "zero", verbosity=0)
    assert "audit_event" not in connection.introspection.table_names()

    # All of it: what builds on the log went with it.
    call_command("migrate", verbosity=0)
    assert guard.missing(connection) == []
