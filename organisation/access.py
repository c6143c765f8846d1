"""What a person may reach: unit ids per role, resolved once per request."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils import timezone

from lib.composed import Composed, given
from organisation.models import Membership, Role, UnitClosure
from organisation.querysets import valid_on

if TYPE_CHECKING:
    from organisation.models import User

# Whoever fulfils tasks in the social services has the duty to report (27 kap. 2 § SoL); the
# elected auditor and the system administrator act outside the operation.
REPORTING_ROLES = tuple(role for role in Role if role not in (Role.AUDITOR, Role.ADMIN))


@dataclass(frozen=True)
class Access:
    """Unit ids by role, inherited down the tree and valid today."""

    by_role: Mapping[str, frozenset[int]] = field(default_factory=dict)
    own: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def unit_ids(self, *roles: str) -> frozenset[int]:
        """Units reached by any of the roles; without roles, by whatever role."""
        wanted = roles or tuple(self.by_role)
        return frozenset().union(*(self.by_role.get(role, frozenset()) for role in wanted))

    def own_unit_ids(self, *roles: str) -> frozenset[int]:
        """Only the units of the memberships themselves, without what lies below."""
        wanted = roles or tuple(self.own)
        return frozenset().union(*(self.own.get(role, frozenset()) for role in wanted))

    def has(self, *roles: str) -> bool:
        return any(self.by_role.get(role) for role in roles)

    def covers(self, unit_id: int, *roles: str) -> bool:
        return unit_id in self.unit_ids(*roles)


def access_of(user: User | Any) -> Access:
    """Cached on the user object, which lives as long as the request."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return Access()
    cached: Access | None = getattr(user, "_access", None)
    if cached is None:
        cached = _resolve(user.pk)
        user._access = cached  # type: ignore[union-attr]
    return cached


def _held() -> QuerySet[Membership]:
    """By a person on a day."""
    return Membership.objects.filter(valid_on(given(1)), user_id=given(0))


_memberships = Composed(lambda: _held().values_list("role", "unit_id"))
_below = Composed(
    lambda: UnitClosure.objects.filter(ancestor_id__in=_held().values("unit_id")).values_list(
        "ancestor_id", "descendant_id"
    )
)


def _resolve(user_id: int) -> Access:
    today = timezone.localdate().isoformat()
    below: dict[int, set[int]] = defaultdict(set)
    own: dict[str, set[int]] = defaultdict(set)
    for role, unit_id in _memberships.ask(user_id, today):
        own[role].add(unit_id)
    for ancestor, descendant in _below.ask(user_id, today) if own else ():
        below[ancestor].add(descendant)
    reach = {
        role: frozenset().union(*(below[unit] for unit in units)) for role, units in own.items()
    }
    return Access(by_role=reach, own={role: frozenset(units) for role, units in own.items()})


def line_of(user: User | Any, *roles: str) -> frozenset[int]:
    """What the roles reach, and the units above: a manager knows the section's outcome too."""
    access = access_of(user)
    own = access.own_unit_ids(*roles)
    if not own:
        return frozenset()
    above = UnitClosure.objects.filter(descendant_id__in=own).values_list("ancestor_id", flat=True)
    return access.unit_ids(*roles) | frozenset(above)
