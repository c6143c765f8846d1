"""A review, a recommendation or a follow-up leads to measures."""

from typing import Any

from django.db import transaction

from audit.models import Event
from measures.models import Measure
from measures.services import create_measure
from organisation.models import User
from reviews.models import ProviderFollowUp
from reviews.services.rows import log


@transaction.atomic
def add_measure(*, actor: User | None, owner: Any, **fields: Any) -> Measure:
    origin = "utföraruppföljning" if isinstance(owner, ProviderFollowUp) else "granskning"
    return _link(actor, owner, create_measure(actor=actor, origin=origin, **fields))


@transaction.atomic
def link_measure(*, actor: User | None, owner: Any, measure: Measure) -> Measure:
    return _link(actor, owner, measure)


@transaction.atomic
def unlink_measure(*, actor: User | None, owner: Any, measure: Measure) -> None:
    """The measure stays in its own register, with its history and its other links."""
    owner.measures.remove(measure)
    log(actor, Event.Action.CHANGE, owner, {"measures": (measure.pk, None)})


def _link(actor: User | None, owner: Any, measure: Measure) -> Measure:
    owner.measures.add(measure)
    log(actor, Event.Action.CHANGE, owner, {"measures": (None, measure.pk)})
    return measure
