"""Who may take on a case."""

from django.db.models import QuerySet

from deviations.models import Deviation
from deviations.services.steps import investigator_roles
from organisation.choices import holders_above
from organisation.models import Role, User


def possible_investigators(case: Deviation) -> QuerySet[User]:
    """Investigators of the place; never its manager when the case is a lex Sarah report."""
    here = [case.unit_id]
    found = holders_above(here, investigator_roles(case))
    if case.restricted:
        found = found.exclude(pk__in=holders_above(here, (Role.MANAGER,)).values("pk"))
    return found


def possible_responsible(case: Deviation) -> QuerySet[User]:
    roles = (Role.MANAGER, Role.LEX_SARAH, Role.COORDINATOR, Role.STAFF)
    return holders_above([case.unit_id], roles)
