"""What a form offers of the organisation: units, and people who may answer for something."""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils import timezone

from organisation.access import access_of
from organisation.models import Membership, Process, Role, Unit, UnitClosure, User

LEVELS_OF_PLACES = (
    Unit.Level.ADMINISTRATION,
    Unit.Level.SECTION,
    Unit.Level.UNIT,
    Unit.Level.GROUP,
)


def units_for(editor: User, roles: Collection[str], present: int | None) -> QuerySet[Unit]:
    """Where the editor decides, as the organisation is today, and where the row lies."""
    reach = access_of(editor).unit_ids(*roles)
    today = Unit.objects.valid_on(timezone.localdate()).filter(pk__in=reach)
    return Unit.objects.filter(Q(pk__in=today.values("pk")) | Q(pk=present))


def units_open_to_public() -> QuerySet[Unit]:
    """Those that can be named on an open page and have a manager who takes care of what comes."""
    today = timezone.localdate()
    managers = Membership.objects.valid_on(today).filter(role=Role.MANAGER, user__is_active=True)
    managed = UnitClosure.objects.filter(ancestor_id__in=managers.values("unit_id"))
    return Unit.objects.valid_on(today).filter(
        takes_viewpoints=True, level__in=LEVELS_OF_PLACES, pk__in=managed.values("descendant_id")
    )


def processes_for(
    editor: User, roles: Collection[str], unit_id: int, present: int | None
) -> QuerySet[Process]:
    """Those of the units that the editor decides for and of all above them, and the present."""
    units = {*access_of(editor).unit_ids(*roles), unit_id}
    above = UnitClosure.objects.filter(descendant_id__in=units).values("ancestor_id")
    return Process.objects.filter(Q(unit_id__in=above) | Q(pk=present))


def colleagues_of(editor: User, present: int | None = None) -> QuerySet[User]:
    """Those with a role today at a unit that the editor reaches, and who answers for it now."""
    return _holders(Q(unit_id__in=access_of(editor).unit_ids()), present)


def holders_above(
    units: Collection[int], roles: Collection[str], present: int | None = None
) -> QuerySet[User]:
    """Those with one of the roles at the units or above them today, and who has it now."""
    above = UnitClosure.objects.filter(descendant_id__in=units).values("ancestor_id")
    return _holders(Q(unit_id__in=above, role__in=roles), present)


def holders_around(unit: Unit, roles: Collection[str]) -> QuerySet[User]:
    """Those with one of the roles above the unit, in it or below it."""
    above = UnitClosure.objects.filter(descendant_id=unit.pk).values("ancestor_id")
    below = UnitClosure.objects.filter(ancestor_id=unit.pk).values("descendant_id")
    around = Q(unit_id__in=above) | Q(unit_id__in=below)
    return _holders(around & Q(role__in=roles))


def holders(roles: Collection[str]) -> QuerySet[User]:
    """Those with one of the roles today, wherever."""
    return _holders(Q(role__in=roles))


def _holders(where: Q, present: int | None = None) -> QuerySet[User]:
    holders = Membership.objects.valid_on(timezone.localdate()).filter(where)
    active = Q(is_active=True, pk__in=holders.values("user_id"))
    return User.objects.filter(active | Q(pk=present)).order_by("first_name", "last_name", "pk")
