"""A row made or changed, and the log of it."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import ManyToManyField, Model

from audit import services as audit
from audit.models import Event
from lib.versions import Changed, locked, write
from organisation.models import Unit, User
from reviews.models import (
    ActionPlan,
    Contract,
    Finding,
    Provider,
    ProviderFollowUp,
    Recommendation,
    Requirement,
    Review,
)

Row = TypeVar("Row", bound=Model)


def insert(actor: User | None, model: type[Row], fields: Mapping[str, Any]) -> Row:
    many = {one.name for one in model._meta.get_fields() if isinstance(one, ManyToManyField)}
    plain = {name: value for name, value in fields.items() if name not in many}
    row = model._default_manager.create(**plain)
    for name in many & fields.keys():
        getattr(row, name).set(fields[name])
    log(actor, Event.Action.CREATE, row)
    return row


def change(
    actor: User | None, model: type[Row], pk: int, version: int, changes: Mapping[str, Any]
) -> Row:
    """Save over exactly the version that was read, or not at all. Raises EditedByAnother."""
    row = locked(model, pk, version)
    if changed := write(row, changes):
        log(actor, Event.Action.CHANGE, row, changed)
    return row


def log(
    actor: User | None, action: Event.Action, row: Model, changed: Changed | None = None
) -> None:
    """The label holds no text of the row: the log outlives what it describes."""
    audit.record(
        actor=actor,
        action=action,
        obj=row,
        label=f"{str(row._meta.verbose_name).capitalize()} {row.pk}",
        unit=unit_of(row),
        changed=changed,
    )


def unit_of(row: Model) -> Unit:
    match row:
        case Review() | Provider() | Requirement():
            return row.unit
        case Finding() | Recommendation():
            return row.review.unit
        case Contract():
            return row.provider.unit
        case ProviderFollowUp():
            return row.contract.provider.unit
        case ActionPlan():
            return row.follow_up.contract.provider.unit
    raise TypeError(row)
