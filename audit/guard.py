"""The database's own lock on the log: triggers that refuse what no service should try.

Installed by the first migration. SQLite drops the triggers of a table that a later migration
rebuilds, so such a migration must run `install` again; `chain.verify` tells when one is missing.
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("audit_event", "audit_seal")

SQLITE_TRIGGERS = {
    "{table}_no_update": """
        CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    "{table}_no_delete": """
        CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        WHEN NOT EXISTS (SELECT 1 FROM audit_door)
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    # INSERT OR REPLACE removes the old row without firing the trigger on DELETE.
    "{table}_no_replace": """
        CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
        WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
}

# pg_temp last: otherwise anyone could open the door by a temporary table of that name.
POSTGRESQL_FUNCTION = """
    CREATE OR REPLACE FUNCTION audit_guard() RETURNS trigger LANGUAGE plpgsql
    SET search_path = {schema}, pg_temp AS $$
    BEGIN
        IF TG_OP <> 'UPDATE' AND EXISTS (SELECT 1 FROM audit_door) THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$"""

POSTGRESQL_TRIGGERS = {
    "{table}_guard_rows": """
        CREATE TRIGGER {table}_guard_rows BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION audit_guard()""",
    "{table}_guard_truncate": """
        CREATE TRIGGER {table}_guard_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_guard()""",
}

KEYS = {"audit_event": "id", "audit_seal": "position"}


def install(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    lock(editor.connection)


def remove(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    unlock(editor.connection)


def lock(connection: BaseDatabaseWrapper) -> None:
    unlock(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION.format(schema=_schema(connection)))
        for table in TABLES:
            for statement in _triggers(connection).values():
                cursor.execute(statement.format(table=table, key=KEYS[table]))


def unlock(connection: BaseDatabaseWrapper) -> None:
    on_table = " ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for table in TABLES:
            for name in _triggers(connection):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}".format(table=table))
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS audit_guard()")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables that are not (or not fully) locked."""
    found = _present(connection)
    return [
        table
        for table in TABLES
        if not {name.format(table=table) for name in _triggers(connection)} <= found
    ]


def _triggers(connection: BaseDatabaseWrapper) -> dict[str, str]:
    return POSTGRESQL_TRIGGERS if connection.vendor == "postgresql" else SQLITE_TRIGGERS


def _present(connection: BaseDatabaseWrapper) -> set[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def _schema(connection: BaseDatabaseWrapper) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return connection.ops.quote_name(cursor.fetchone()[0])
