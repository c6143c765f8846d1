from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Q

from organisation.access import access_of, line_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from risks.models import Control, Risk  # noqa: F401 -- named in quoted generics

READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
EDITORS = (Role.MANAGER, Role.COORDINATOR)


def open_on(day: date) -> Q:
    return Q(opened_on__lte=day) & (Q(closed_on__isnull=True) | Q(closed_on__gt=day))


class RiskQuerySet(ScopedQuerySet["Risk"]):
    def visible_to(self, user: Any) -> Self:
        """Those of the person's units, and those that the units above have found."""
        return self.filter(unit_id__in=line_of(user, *READERS))

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))

    def open_on(self, day: date) -> Self:
        return self.filter(open_on(day))


class ControlQuerySet(ScopedQuerySet["Control"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=line_of(user, *READERS))

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))

    def open_on(self, day: date) -> Self:
        return self.filter(open_on(day))
