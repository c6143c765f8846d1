"""Who answers for a unit in a role: those at the unit itself, or else the nearest above it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from organisation.models import Membership, UnitClosure, User


@dataclass(frozen=True)
class Holders:
    """Of some units and roles, asked for once."""

    by_place: Mapping[tuple[int, str], list[User]]
    above: Mapping[int, list[int]]

    def nearest(self, unit_id: int, role: str) -> list[User]:
        places = ((place, role) for place in self.above.get(unit_id, ()))
        return next((self.by_place[place] for place in places if place in self.by_place), [])


def holders_of(units: Iterable[int], roles: Collection[str]) -> Holders:
    """Two questions, however many units; people with a closed account hold nothing."""
    above: dict[int, list[int]] = defaultdict(list)
    lines = UnitClosure.objects.filter(descendant_id__in=set(units)).order_by("depth")
    for descendant, ancestor in lines.values_list("descendant_id", "ancestor_id"):
        above[descendant].append(ancestor)
    held = Membership.objects.valid_on(timezone.localdate()).filter(
        role__in=roles, unit_id__in=set().union(*above.values()), user__is_active=True
    )
    by_place: dict[tuple[int, str], list[User]] = defaultdict(list)
    for membership in held.select_related("user").order_by("pk"):
        holders = by_place[membership.unit_id, membership.role]
        if membership.user not in holders:
            holders.append(membership.user)
    return Holders(by_place, above)
