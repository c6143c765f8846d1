"""A measure answers to risks and controls: one measure, however many links."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.models import Event
from lib.versions import locked
from measures.models import Measure
from measures.services import create_measure
from organisation.models import Process, User
from risks.models import Risk
from risks.services.rows import PROCESS_IS_CLOSED, RISK_IS_CLOSED, IllegalStep, Owner, log


@transaction.atomic
def add_measure(*, actor: User | None, owner: Owner, **fields: Any) -> Measure:
    """A new measure; elsewhere its origin is just "risk" or "egenkontroll"."""
    owner = _changeable(owner)
    origin = str(owner._meta.verbose_name)
    return _link(actor, owner, create_measure(actor=actor, origin=origin, **fields))


@transaction.atomic
def link_measure(*, actor: User | None, owner: Owner, measure: Measure) -> Measure:
    return _link(actor, _changeable(owner), measure)


@transaction.atomic
def unlink_measure(*, actor: User | None, owner: Owner, measure: Measure) -> None:
    """The measure stays in its own register, with its history and its other links."""
    owner = _changeable(owner)
    owner.measures.remove(measure)
    log(actor, Event.Action.CHANGE, owner, {"measures": (measure.pk, None)})


def _changeable(owner: Owner) -> Owner:
    owner = locked(type(owner), owner.pk)
    if isinstance(owner, Risk) and owner.closed_on is not None:
        raise IllegalStep(RISK_IS_CLOSED)
    if isinstance(owner, Process) and owner.is_closed_on(timezone.localdate()):
        raise IllegalStep(PROCESS_IS_CLOSED)
    return owner


def _link(actor: User | None, owner: Owner, measure: Measure) -> Measure:
    owner.measures.add(measure)
    log(actor, Event.Action.CHANGE, owner, {"measures": (None, measure.pk)})
    return measure
