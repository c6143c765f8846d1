from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db.models import Case, F, IntegerField, Value, When, Window
from django.db.models.functions import RowNumber

from organisation.access import access_of, line_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from indicators.models import (  # noqa: F401 -- in quoted generics
        CollectionPlan,
        Indicator,
        Observation,
        PeriodLock,
        Survey,
    )

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

    def newest(self) -> Self:
        """Of each indicator at each unit the outcome of the latest period, for all sexes."""
        from indicators.models.periods import LAST_MONTHS

        ends = Case(
            *(When(period=period, then=Value(month)) for period, month in LAST_MONTHS.items()),
            output_field=IntegerField(),
        )
        place = Window(
            RowNumber(),
            partition_by=[F("indicator_id"), F("unit_id")],
            order_by=[F("year").desc(), ends.desc(), F("period").desc()],
        )
        return self.filter(sex="all").annotate(place=place).filter(place=1)


class SurveyQuerySet(ScopedQuerySet["Survey"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=line_of(user, *READERS))

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))


class PlanQuerySet(ScopedQuerySet["CollectionPlan"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=access_of(user).unit_ids(*EDITORS))


class LockQuerySet(ScopedQuerySet["PeriodLock"]):
    def visible_to(self, user: Any) -> Self:
        """Those of the person's units, and those that close them from above."""
        return self.filter(unit_id__in=line_of(user, *EDITORS))

    def kept_by(self, user: Any) -> Self:
        """A lock above the own units is opened from above."""
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*DEFINERS))
