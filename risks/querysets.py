from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db.models import (
    Case,
    CharField,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from organisation.access import access_of, line_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet
from organisation.scales import Zone

if TYPE_CHECKING:
    from risks.models import Control, FileReview, Risk  # noqa: F401 -- named in quoted generics

READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
EDITORS = (Role.MANAGER, Role.COORDINATOR)


def open_on(day: date) -> Q:
    return Q(opened_on__lte=day) & (Q(closed_on__isnull=True) | Q(closed_on__gt=day))


LEVEL = F("probability") * F("consequence")
ZONE = Case(
    When(value__gte=F("high_from"), then=Value(Zone.HIGH.value)),
    When(value__gte=F("medium_from"), then=Value(Zone.MEDIUM.value)),
    default=Value(Zone.LOW.value),
    output_field=CharField(),
)


def newest_assessments(on: date) -> QuerySet[Any]:
    """For a subquery about one risk: the assessment that held on the day, with `value`, `zone`."""
    from risks.models import RiskAssessment

    then = RiskAssessment.objects.filter(
        risk=OuterRef("pk"), kind=RiskAssessment.Kind.RESIDUAL, assessed_on__lte=on
    ).order_by("-assessed_on", "-pk")
    return then.annotate(value=LEVEL).annotate(zone_then=ZONE)


def shared_with(units: Collection[int]) -> Q:
    """Risks of another unit that these have as well."""
    from risks.models import Risk

    shared = Risk.also_units.through.objects.filter(unit_id__in=units)
    return Q(pk__in=shared.values("risk_id"))


class RiskQuerySet(ScopedQuerySet["Risk"]):
    def visible_to(self, user: Any) -> Self:
        """Those of the person's units, and those that the units above have found."""
        units = line_of(user, *READERS)
        return self.filter(Q(unit_id__in=units) | shared_with(units))

    def within(self, units: Collection[int]) -> Self:
        return self.filter(Q(unit_id__in=units) | shared_with(units))

    def editable_by(self, user: Any) -> Self:
        """A shared risk is kept by its own unit."""
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))

    def open_on(self, day: date) -> Self:
        return self.filter(open_on(day))

    def with_level(self, *, on: date, before: date) -> Self:
        """`level` and `zone` as judged on the day, and `level_before`; None where nobody had."""
        now, then = newest_assessments(on), newest_assessments(before)
        return self.annotate(
            level=Subquery(now.values("value")[:1], output_field=IntegerField()),
            zone=Subquery(now.values("zone_then")[:1], output_field=CharField()),
            level_before=Subquery(then.values("value")[:1], output_field=IntegerField()),
        )


class ControlQuerySet(ScopedQuerySet["Control"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=line_of(user, *READERS))

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))

    def open_on(self, day: date) -> Self:
        return self.filter(open_on(day))

    def with_last(self) -> Self:
        """`last_on`, `last_verdict` and `last_occasion` of the newest result that has not been
        replaced, and what is called off: all that `schedule.next_due` asks for."""
        from risks.models import ControlResult

        standing = ControlResult.objects.filter(control=OuterRef("pk"), replaced_by__isnull=True)
        newest = standing.order_by("-carried_out_on", "-pk")
        return self.annotate(
            last_on=Subquery(newest.values("carried_out_on")[:1]),
            last_verdict=Subquery(newest.values("verdict")[:1]),
            last_occasion=Subquery(newest.values("occasion_on")[:1]),
        ).prefetch_related("skipped")


class FileReviewQuerySet(ScopedQuerySet["FileReview"]):
    """Known to those who may change the control, and to those who were asked to read. Who knows
    the control alone sees its result."""

    unit_field = "control__unit"

    def visible_to(self, user: Any) -> Self:
        access = access_of(user)
        if not access.by_role:
            return self.none()
        own = Q(control__unit_id__in=access.unit_ids(*EDITORS))
        asked = self.model.readers.through.objects.filter(user_id=user.pk)
        return self.filter(own | Q(pk__in=asked.values("filereview_id")))

    def editable_by(self, user: Any) -> Self:
        return self.filter(control__unit_id__in=access_of(user).unit_ids(*EDITORS))
