"""What was entered by mistake is taken away, as long as nothing hangs on it. That it was there is
in the log."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Model

from audit.models import Event
from lib.refusals import Refused
from organisation.models import User
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
from reviews.services.rows import log

FIRST = "Det finns {} här. Ta bort dem först."
UNLINK = "Det finns åtgärder här. Koppla bort dem först."
# What hangs on a row of each kind, and what is said of it.
HANGING: Mapping[type[Model], Sequence[tuple[str, str]]] = {
    Review: (
        ("measures", UNLINK),
        ("recommendations", FIRST.format("rekommendationer")),
        ("findings", FIRST.format("iakttagelser")),
    ),
    Finding: (),
    Recommendation: (("measures", UNLINK),),
    Provider: (("contracts", FIRST.format("avtal")),),
    Contract: (("follow_ups", FIRST.format("uppföljningar")),),
    ProviderFollowUp: (("measures", UNLINK), ("plans", FIRST.format("åtgärdsplaner"))),
    ActionPlan: (),
    Requirement: (("results", "Kravet är prövat. Sätt en dag då det slutar gälla i stället."),),
}


@transaction.atomic
def remove(*, actor: User | None, row: Model) -> None:
    """Raises Refused while something hangs on it."""
    for name, words in HANGING[type(row)]:
        if getattr(row, name).exists():
            raise Refused(words)
    log(actor, Event.Action.DELETE, row)
    row.delete()
