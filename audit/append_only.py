"""A lock for any table whose rows are history: added, never changed, removed only by gallring.

Deletion asks the same door as the log does (audit/guard.py). SQLite drops the triggers of a table
that a later migration rebuilds, so such a migration must run `install` again.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = {
    "{table}_no_update": """
        CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    "{table}_no_delete": """
        CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        WHEN NOT EXISTS (SELECT 1 FROM audit_door)
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
}

# pg_temp last: otherwise anyone could open the door by a temporary table of that name.
POSTGRESQL_FUNCTION = """
    CREATE OR REPLACE FUNCTION {table}_guard() RETURNS trigger LANGUAGE plpgsql
    SET search_path = {schema}, pg_temp AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM audit_door) THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'restrict_violation';
    END $$"""

POSTGRESQL_TRIGGER = """
    CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_guard()"""

Step = Callable[[StateApps, BaseDatabaseSchemaEditor], None]


class Lock(NamedTuple):
    """The two halves of a RunPython operation."""

    install: Step
    remove: Step


def lock(table: str) -> Lock:
    return Lock(partial(_install, table), partial(_remove, table))


def _install(table: str, apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _remove(table, apps, editor)
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRESQL_FUNCTION.format(table=table, schema=_schema(editor)))
        editor.execute(POSTGRESQL_TRIGGER.format(table=table))
        return
    for statement in SQLITE.values():
        editor.execute(statement.format(table=table))


def _remove(table: str, apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP TRIGGER IF EXISTS {table}_guard ON {table}")
        editor.execute(f"DROP FUNCTION IF EXISTS {table}_guard()")
        return
    for name in SQLITE:
        editor.execute(f"DROP TRIGGER IF EXISTS {name.format(table=table)}")


def _schema(editor: BaseDatabaseSchemaEditor) -> str:
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return editor.connection.ops.quote_name(cursor.fetchone()[0])
