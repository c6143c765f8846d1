"""Processes: described, changed, and closed when the operation no longer works by them."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from lib.versions import locked
from organisation.models import Process, User
from risks.services.rows import NumberTaken, change, insert, number_is_taken

CHANGEABLE = frozenset(
    (
        *("number", "name", "kind", "unit", "target_group", "description", "owner"),
        *("closed_on", "order"),
    )
)


@transaction.atomic
def create_process(*, actor: User | None, **fields: Any) -> Process:
    return insert(actor, Process(**fields), {})


@transaction.atomic
def update_process(
    *, actor: User | None, process_id: int, version: int, changes: Mapping[str, Any]
) -> Process:
    """Raises EditedByAnother when somebody saved in between, NumberTaken."""
    process = locked(Process, process_id, version)
    try:
        with transaction.atomic():
            return change(actor, process, changes, CHANGEABLE)
    except IntegrityError as error:
        if number_is_taken(process):
            raise NumberTaken from error
        raise
