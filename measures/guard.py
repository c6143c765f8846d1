"""The database's own lock on follow-ups: added, never changed, removed only by gallring.

Deletion asks the same door as the log does (audit/guard.py). SQLite drops the triggers of a table
that a later migration rebuilds, so such a migration must run `install` again.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = {
    "measures_followup_no_update": """
        CREATE TRIGGER measures_followup_no_update BEFORE UPDATE ON measures_followup
        BEGIN SELECT RAISE(ABORT, 'measures_followup is append-only'); END""",
    "measures_followup_no_delete": """
        CREATE TRIGGER measures_followup_no_delete BEFORE DELETE ON measures_followup
        WHEN NOT EXISTS (SELECT 1 FROM audit_door)
        BEGIN SELECT RAISE(ABORT, 'measures_followup is append-only'); END""",
}

# pg_temp last: otherwise anyone could open the door by a temporary table of that name.
POSTGRESQL_FUNCTION = """
    CREATE OR REPLACE FUNCTION measures_followup_guard() RETURNS trigger LANGUAGE plpgsql
    SET search_path = {schema}, pg_temp AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM audit_door) THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'measures_followup is append-only' USING ERRCODE = 'restrict_violation';
    END $$"""

POSTGRESQL_TRIGGER = """
    CREATE TRIGGER measures_followup_guard BEFORE UPDATE OR DELETE ON measures_followup
    FOR EACH ROW EXECUTE FUNCTION measures_followup_guard()"""


def install(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    remove(apps, editor)
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRESQL_FUNCTION.format(schema=_schema(editor)))
        editor.execute(POSTGRESQL_TRIGGER)
        return
    for statement in SQLITE.values():
        editor.execute(statement)


def remove(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TRIGGER IF EXISTS measures_followup_guard ON measures_followup")
        editor.execute("DROP FUNCTION IF EXISTS measures_followup_guard()")
        return
    for name in SQLITE:
        editor.execute(f"DROP TRIGGER IF EXISTS {name}")


def _schema(editor: BaseDatabaseSchemaEditor) -> str:
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return editor.connection.ops.quote_name(cursor.fetchone()[0])
