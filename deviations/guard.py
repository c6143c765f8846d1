"""The database's own lock on what has been noted, signed, decided or sealed about a case."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from audit.append_only import lock

LOCKS = (
    lock("deviations_assessment"),
    lock("deviations_investigationnote", once="signed_at"),
    lock("deviations_immediatemeasure"),
    lock("deviations_information"),
    lock("deviations_feedback"),
    lock("deviations_ivoevent"),
    lock("deviations_identityopening"),
    lock("deviations_purgeprotocol"),
    lock("deviations_publishedtotal", once="sealed_at"),
)


def install(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for one in LOCKS:
        one.install(apps, editor)


def remove(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for one in LOCKS:
        one.remove(apps, editor)
