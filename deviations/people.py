"""Who may take on a case."""

from django.db.models import QuerySet
from django.utils import timezone

from deviations.models import Deviation
from deviations.services.steps import investigator_roles
from organisation.models import Membership, Role, UnitClosure, User


def possible_investigators(case: Deviation) -> QuerySet[User]:
    """Investigators of the place; never its manager when the case is a lex Sarah report."""
    found = _people(case, *investigator_roles(case))
    if case.restricted:
        found = found.exclude(pk__in=_people(case, Role.MANAGER).values("pk"))
    return found


def possible_responsible(case: Deviation) -> QuerySet[User]:
    return _people(case, Role.MANAGER, Role.LEX_SARAH, Role.COORDINATOR, Role.STAFF)


def _people(case: Deviation, *roles: Role) -> QuerySet[User]:
    """Active people with one of the roles at the place or above it, today."""
    above = UnitClosure.objects.filter(descendant_id=case.unit_id).values("ancestor_id")
    today = timezone.localdate()
    holders = Membership.objects.valid_on(today).filter(role__in=roles, unit_id__in=above)
    people = User.objects.filter(is_active=True, pk__in=holders.values("user_id"))
    return people.order_by("first_name", "last_name", "pk")
