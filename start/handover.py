"""Everything that somebody answers for goes to somebody else, in one action and one transaction."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from lib.handover import Held
from measures import handover as of_measures
from measures.models import Measure
from organisation.access import access_of
from organisation.choices import holders_above
from organisation.models import Process, Role, User
from reviews import handover as of_reviews
from reviews.models import Review
from risks import handover as of_risks
from risks.models import Control, Risk

# Who may hand over, and who can see what they are given.
GIVERS = (Role.MANAGER, Role.COORDINATOR)
READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)


@dataclass(frozen=True)
class Register:
    key: str
    name: str
    held: Callable[[User, Collection[int]], list[Held]]
    hand_over: Callable[..., int]


REGISTERS = (
    Register("risk", "Öppna risker", of_risks.risks_held, of_risks.hand_over_risks),
    Register("control", "Egenkontroller", of_risks.controls_held, of_risks.hand_over_controls),
    Register("process", "Processer", of_risks.processes_held, of_risks.hand_over_processes),
    Register("review", "Granskningar", of_reviews.held, of_reviews.hand_over),
    Register("measure", "Öppna åtgärder", of_measures.held, of_measures.hand_over),
)


def units_of(actor: User) -> frozenset[int]:
    return access_of(actor).unit_ids(*GIVERS)


def holders(actor: User) -> QuerySet[User]:
    """Whoever answers for something at the actor's units, gone or not."""
    units = units_of(actor)
    owned = Process.objects.filter(unit_id__in=units, owner__isnull=False)
    ids = set(owned.values_list("owner_id", flat=True))
    for model in (Risk, Control, Measure, Review):
        rows: Any = model.objects.within(units).filter(responsible__isnull=False)
        ids |= set(rows.values_list("responsible_id", flat=True))
    return User.objects.filter(pk__in=ids).order_by("first_name", "last_name", "pk")


def successors(actor: User, holder: User) -> QuerySet[User]:
    return holders_above(units_of(actor), READERS).exclude(pk=holder.pk)


def held_by(holder: User, actor: User) -> Mapping[Register, list[Held]]:
    units = units_of(actor)
    found = {register: register.held(holder, units) for register in REGISTERS}
    return {register: rows for register, rows in found.items() if rows}


@transaction.atomic
def hand_over(*, actor: User, holder: User, successor: User, chosen: Collection[str]) -> int:
    """chosen: "register:key". Each register logs what it changes; returns how many did."""
    units, given = units_of(actor), 0
    for register in REGISTERS:
        start = f"{register.key}:"
        keys = {one.removeprefix(start) for one in chosen if one.startswith(start)}
        given += register.hand_over(
            actor=actor, holder=holder, successor=successor, keys=keys, units=units
        )
    return given
