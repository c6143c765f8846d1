"""A lock for any table whose rows are history: added, never changed, removed only by gallring.

With `once` a row is free until that column has a value: a draft until it is signed.

Deletion asks the same door as the log does (audit/guard.py). SQLite drops the triggers of a table
that a later migration rebuilds, so such a migration must run `install` again.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, NamedTuple

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = {
    "{table}_no_update": """
        CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN {finished}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    "{table}_no_delete": """
        CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        WHEN {finished} AND NOT EXISTS (SELECT 1 FROM audit_door)
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
}

# pg_temp last: otherwise anyone could open the door by a temporary table of that name.
POSTGRESQL_FUNCTION = """
    CREATE OR REPLACE FUNCTION {table}_guard() RETURNS trigger LANGUAGE plpgsql
    SET search_path = {schema}, pg_temp AS $$
    BEGIN
        IF NOT ({finished}) THEN
            RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END IF;
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM audit_door) THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'restrict_violation';
    END $$"""

POSTGRESQL_TRIGGER = """
    CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_guard()"""

Step = Callable[[StateApps, BaseDatabaseSchemaEditor], None]


class History(models.Model):
    """Rows that are added and never changed: the database refuses the rest too (`lock`)."""

    class Meta:
        abstract: ClassVar[bool] = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            name = type(self).__name__
            raise TypeError(f"A {name} is never changed; add a new row.")
        super().save(*args, **kwargs)


class Lock(NamedTuple):
    """The two halves of a RunPython operation."""

    install: Step
    remove: Step


def lock(table: str, *, once: str = "") -> Lock:
    return Lock(partial(_install, table, once), partial(_remove, table))


def _install(table: str, once: str, apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _remove(table, apps, editor)
    finished = f"OLD.{once} IS NOT NULL" if once else "1 = 1"
    if editor.connection.vendor == "postgresql":
        function = POSTGRESQL_FUNCTION.format(
            table=table, schema=_schema(editor), finished=finished
        )
        editor.execute(function)
        editor.execute(POSTGRESQL_TRIGGER.format(table=table))
        return
    for statement in SQLITE.values():
        editor.execute(statement.format(table=table, finished=finished))


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
