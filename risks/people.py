"""Who may answer for a risk or a control."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from organisation.access import access_of
from organisation.choices import holders_above
from organisation.models import Role, User
from risks.querysets import READERS

ACCEPTORS = (Role.MANAGER, Role.DECIDER)


def mine(user: User) -> Q:
    """One's own, and those without a person at the units that one leads."""
    managed = access_of(user).own_unit_ids(Role.MANAGER)
    return Q(responsible=user) | Q(responsible=None, unit_id__in=managed)


def possible_owners(units: Collection[int], present: int | None = None) -> QuerySet[User]:
    """Those who can see the register at the units, from there or from above; and who has it now."""
    return holders_above(units, READERS, present)


def possible_acceptors(units: Collection[int], present: int | None = None) -> QuerySet[User]:
    """Those who lead the units or decide over them; and who has accepted it already."""
    return holders_above(units, ACCEPTORS, present)
