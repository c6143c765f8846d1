"""Who may answer for a risk, a control, or a measure that one of them leads to."""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils import timezone

from organisation.models import Membership, Role, Unit, UnitClosure, User
from risks.querysets import READERS

WORKERS = (*READERS, Role.STAFF)


def possible_owners(units: Collection[int], present: int | None = None) -> QuerySet[User]:
    """Those who can see the register at the units, from there or from above; and who has it now."""
    above = UnitClosure.objects.filter(descendant_id__in=units).values("ancestor_id")
    return _holders(READERS, Q(unit_id__in=above), present)


def possible_workers(unit: Unit) -> QuerySet[User]:
    """Those above the unit who answer for it, and those who work there or below."""
    above = UnitClosure.objects.filter(descendant_id=unit.pk).values("ancestor_id")
    below = UnitClosure.objects.filter(ancestor_id=unit.pk).values("descendant_id")
    return _holders(WORKERS, Q(unit_id__in=above) | Q(unit_id__in=below))


def _holders(roles: Collection[str], where: Q, present: int | None = None) -> QuerySet[User]:
    today = timezone.localdate()
    holders = Membership.objects.valid_on(today).filter(where, role__in=roles)
    active = Q(is_active=True, pk__in=holders.values("user_id"))
    people = User.objects.filter(active | Q(pk=present))
    return people.order_by("first_name", "last_name", "pk")
