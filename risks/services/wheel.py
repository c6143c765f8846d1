"""The year wheel: occasions called off, and the private address of a person's calendar."""

import secrets
from datetime import date
from hashlib import sha256

from django.db import transaction

from audit import services as audit
from audit.models import Event
from lib.versions import locked
from organisation.models import User
from risks.models import CalendarAddress, Control, SkippedOccasion
from risks.services.rows import IllegalStep, log


@transaction.atomic
def skip_occasion(
    *, actor: User | None, control: Control, occasion_on: date, motive: str
) -> SkippedOccasion:
    control = locked(Control, control.pk)
    if control.skipped.filter(occasion_on=occasion_on).exists():
        raise IllegalStep("Kontrollen är redan inställd av någon annan.", "occasion_on")
    made = SkippedOccasion.objects.create(
        control=control, occasion_on=occasion_on, motive=motive, author=actor
    )
    log(actor, Event.Action.CHANGE, control, {"skipped": (None, made.pk)})
    return made


@transaction.atomic
def take_up_occasion(*, actor: User | None, skipped: SkippedOccasion) -> None:
    """It is to be made after all."""
    control = locked(Control, skipped.control_id)
    log(actor, Event.Action.CHANGE, control, {"skipped": (skipped.pk, None)})
    skipped.delete()


@transaction.atomic
def renew_address(*, actor: User) -> str:
    """The secret part of a new address, told once; the one before no longer answers."""
    secret = secrets.token_urlsafe(32)
    made, created = CalendarAddress.objects.update_or_create(
        user=actor, defaults={"digest": digest(secret)}
    )
    _record(actor, Event.Action.CREATE if created else Event.Action.CHANGE, made)
    return secret


@transaction.atomic
def drop_address(*, actor: User) -> None:
    for address in CalendarAddress.objects.filter(user=actor):
        _record(actor, Event.Action.DELETE, address)
        address.delete()


def digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _record(actor: User, action: Event.Action, address: CalendarAddress) -> None:
    audit.record(actor=actor, action=action, obj=address, label="Kalenderadress")
