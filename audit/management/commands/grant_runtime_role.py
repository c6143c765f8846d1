from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

APPEND_ONLY = ("audit_event", "audit_seal")
# The door lets rows of registers go (gallring). Rows of the log stay: no right to delete them.
DOOR = "audit_door"
UNTOUCHABLE = ("django_migrations",)

GRANTS = (
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
)


class Command(BaseCommand):
    help = (
        "PostgreSQL: gives the role of web and worker what it needs and no more. It cannot change "
        "or delete rows of the log. Run as the owner of the tables after each migrate."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="an existing role that does not own the tables")

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor != "postgresql":
            raise CommandError("Roles exist on PostgreSQL only.")
        _refuse_powerful(options["role"])
        names = {"role": connection.ops.quote_name(options["role"]), "schema": _schema()}
        with connection.cursor() as cursor:
            for statement in (*GRANTS, *_restrictions()):
                cursor.execute(statement.format(**names))
        self.stdout.write(f"{options['role']}: the log is append-only for this role.")


def _restrictions() -> list[str]:
    return [
        *(f"REVOKE ALL ON {table} FROM {{role}}" for table in (*APPEND_ONLY, DOOR, *UNTOUCHABLE)),
        *(f"GRANT SELECT, INSERT ON {table} TO {{role}}" for table in APPEND_ONLY),
        f"GRANT SELECT, INSERT, DELETE ON {DOOR} TO {{role}}",
        "GRANT SELECT ON django_migrations TO {role}",
    ]


def _refuse_powerful(role: str) -> None:
    """A superuser, or a member of the owner's role, could not be held by any grant."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, pg_has_role(rolname, current_user, 'MEMBER') "
            "FROM pg_roles WHERE rolname = %s",
            [role],
        )
        row = cursor.fetchone()
    if row is None:
        raise CommandError(f"There is no role {role}: CREATE ROLE {role} LOGIN PASSWORD '…' first.")
    if any(row):
        raise CommandError(f"{role} is the owner or a superuser; grants cannot hold it.")


def _schema() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return connection.ops.quote_name(cursor.fetchone()[0])
