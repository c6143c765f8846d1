"""Who the person concerned is: kept encrypted, opened with a reason, each opening logged."""

from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations.identity import Identity, LostKey, resealed, seal, unseal
from deviations.models import Deviation, IdentityOpening, PersonIdentity
from deviations.services.rows import locked, open_case, require
from lib.versions import EditedByAnother
from organisation.models import User


@transaction.atomic
def keep_identity(
    *, actor: User, deviation: Deviation, identity: Identity, version: int | None
) -> PersonIdentity:
    """Over exactly the version that was opened, if there is any.

    Raises EditedByAnother when somebody saved in between.
    """
    case = open_case(deviation.pk)  # the lock that two first writers meet at
    require(identity != Identity(), "Fyll i minst en uppgift.")
    row = PersonIdentity.objects.filter(deviation=case).first()
    if row and row.version != version:
        raise EditedByAnother(row)
    action = Event.Action.CHANGE if row else Event.Action.CREATE
    row = row or PersonIdentity(deviation=case, version=0)
    row.sealed = seal(identity, case.pk)
    row.version += 1
    row.updated_at, row.updated_by_name = timezone.now(), str(actor)
    row.save()
    _log(actor, action, row, case)
    return row


class Opened(NamedTuple):
    """An identity that cannot be read is opened too: that somebody tried is told."""

    row: PersonIdentity
    identity: Identity | None


@transaction.atomic
def open_identity(*, actor: User, deviation: Deviation, reason: str = "") -> Opened:
    """With a reason. The case's investigator gives one a day, and it holds for that day."""
    case = locked(deviation.pk)
    row = PersonIdentity.objects.filter(deviation=case).first()
    require(row is not None, "Ingen identitet är sparad i ärendet.")
    assert row is not None  # noqa: S101 -- for the type checker
    reason = reason.strip() or reason_of_today(actor, case)
    require(bool(reason), "Ange varför du behöver veta vem den enskilde är.")
    IdentityOpening.objects.create(
        deviation=case,
        opened_by=actor,
        opened_by_name=str(actor),
        opened_on=timezone.localdate(),
        reason=reason,
    )
    _log(actor, Event.Action.READ, row, case, reason=reason)
    try:
        return Opened(row, unseal(row.sealed, case.pk))
    except LostKey:
        return Opened(row, None)


def reason_of_today(actor: User, case: Deviation) -> str:
    if case.investigator_id != actor.pk:
        return ""
    return _openings_of_today(actor, case).values_list("reason", flat=True).first() or ""


def has_opened_today(actor: User, case: Deviation) -> bool:
    """Saving over what one has not seen must be no way to see it without a reason."""
    return _openings_of_today(actor, case).exists()


def _openings_of_today(actor: User, case: Deviation) -> QuerySet[IdentityOpening]:
    return case.openings.filter(opened_by=actor, opened_on=timezone.localdate())


def carry_identity(*, actor: User, origin: Deviation, to: Deviation) -> bool:
    """A copy for the case that came of this one, sealed anew since each is bound to its case.

    False when it can no longer be read. Nobody is shown it, so it is not opened.
    """
    kept = PersonIdentity.objects.filter(deviation=origin).first()
    if kept is None:
        return True
    try:
        identity = unseal(kept.sealed, origin.pk)
    except LostKey:
        return False
    kept.pk, kept.deviation, kept.sealed = None, to, seal(identity, to.pk)
    kept._state.adding = True
    kept.save(force_insert=True)
    _log(actor, Event.Action.CREATE, kept, to)
    return True


class Rotation(NamedTuple):
    renewed: int
    untouched: int
    lost: list[str]


def rotate_identities() -> Rotation:
    """Everything under the first key. Stopped halfway it is run again: nothing is done twice."""
    renewed, untouched, lost = 0, 0, list[str]()
    rows = PersonIdentity.objects.order_by("pk").values_list("pk", "deviation__number")
    for pk, number in rows:
        try:
            if _rotate(pk):
                renewed += 1
            else:
                untouched += 1
        except LostKey:
            lost.append(number)
    audit.record(
        actor=None,
        action=Event.Action.CHANGE,
        object_type=PersonIdentity._meta.label_lower,
        label="Nyckelbyte",
        detail={"renewed": renewed, "untouched": untouched, "lost": len(lost)},
    )
    return Rotation(renewed, untouched, lost)


@transaction.atomic
def _rotate(pk: int) -> bool:
    """No new version: what it says is the same."""
    row = PersonIdentity.objects.select_for_update().filter(pk=pk).first()
    sealed = resealed(row.sealed) if row else None
    if sealed is not None:
        PersonIdentity.objects.filter(pk=pk).update(sealed=sealed)
    return sealed is not None


def _log(
    actor: User, action: Event.Action, row: PersonIdentity, case: Deviation, reason: str = ""
) -> None:
    """Nothing of what it says, not even hashed: a personnummer has few possible values."""
    audit.record(
        actor=actor, action=action, obj=row, label=case.number, unit=case.unit, reason=reason
    )
