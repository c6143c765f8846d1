from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from organisation.access import access_of, line_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from indicators.models import Indicator, Observation, Survey  # noqa: F401 -- in quoted generics

READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
# Who enters outcomes and surveys of the own units; definitions are the coordinator's alone.
EDITORS = (Role.MANAGER, Role.COORDINATOR)
DEFINERS = (Role.COORDINATOR,)


class IndicatorQuerySet(ScopedQuerySet["Indicator"]):
    def visible_to(self, user: Any) -> Self:
        """Those of the person's units, and those that apply to them from above."""
        return self.filter(unit_id__in=line_of(user, *READERS))

    def defined_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*DEFINERS))


class ObservationQuerySet(ScopedQuerySet["Observation"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=line_of(user, *READERS))

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))


class SurveyQuerySet(ScopedQuerySet["Survey"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=line_of(user, *READERS))

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))
