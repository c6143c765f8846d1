"""The lex Sarah-ansvarig lets somebody read one more case, and takes the right back."""

from django.db import transaction

from audit.models import Event
from deviations.models import Deviation
from deviations.querysets import INVESTIGATORS
from deviations.services.rows import about_to, log, require, require_motive
from organisation.access import access_of
from organisation.models import Role, User


@transaction.atomic
def grant_reading(*, actor: User, deviation: Deviation, reader: User, reason: str) -> None:
    """An earlier case that resembles the own one. Never the manager of the place: whether she
    keeps the insight is a policy of the municipality and no favour."""
    case = about_to("grant", deviation.pk)
    require_motive(reason, "Skriv varför ärendet behöver läsas.")
    access = access_of(reader)
    require(access.has(*INVESTIGATORS), f"{reader} är inte utredare.")
    require(
        not access.covers(case.unit_id, Role.MANAGER),
        f"{reader} är chef för {case.unit} och kan inte få läsa ärendet.",
    )
    case.named_readers.add(reader)
    _log(actor, case, reader, "granted", reason)


@transaction.atomic
def revoke_reading(*, actor: User, deviation: Deviation, reader: User) -> None:
    case = about_to("grant", deviation.pk)
    case.named_readers.remove(reader)
    _log(actor, case, reader, "revoked")


def _log(actor: User, case: Deviation, reader: User, what: str, reason: str = "") -> None:
    log(
        actor,
        Event.Action.CHANGE,
        case,
        {"named_readers": (None, reader.pk)},
        detail={"reader": str(reader)[:120], "reading": what},
        reason=reason,
    )
