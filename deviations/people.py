"""Who may take on a case, and who may be let in to read it."""

from django.db.models import QuerySet

from deviations.models import Deviation
from deviations.querysets import INVESTIGATORS, investigator_roles
from organisation.choices import holders, holders_above
from organisation.models import Role, User


def possible_investigators(case: Deviation) -> QuerySet[User]:
    """Investigators of the place; never its manager when the case is a lex Sarah report, and not
    the one who has it."""
    roles = investigator_roles(restricted=case.restricted)
    found = _others(holders_above([case.unit_id], roles), case)
    return _without_managers(found, case) if case.restricted else found


def possible_readers(case: Deviation) -> QuerySet[User]:
    """Investigators of whatever unit: an event elsewhere may resemble theirs."""
    return _without_managers(_others(holders(INVESTIGATORS), case), case)


def _others(people: QuerySet[User], case: Deviation) -> QuerySet[User]:
    """Than the one who investigates it now."""
    return people.exclude(pk=case.investigator_id) if case.investigator_id else people


def _without_managers(people: QuerySet[User], case: Deviation) -> QuerySet[User]:
    return people.exclude(pk__in=holders_above([case.unit_id], (Role.MANAGER,)).values("pk"))


def possible_responsible(case: Deviation) -> QuerySet[User]:
    roles = (Role.MANAGER, Role.LEX_SARAH, Role.COORDINATOR, Role.STAFF)
    return holders_above([case.unit_id], roles)
