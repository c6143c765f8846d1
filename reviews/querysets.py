from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Q, QuerySet

from organisation.access import access_of, line_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from reviews.models import Contract, Provider, Requirement, Review  # noqa: F401 -- named in quoted generics

READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
EDITORS = (Role.MANAGER, Role.COORDINATOR)


def made_of(units: Collection[int]) -> Q:
    """Reviews that were made of these units too."""
    from reviews.models import Review

    return Q(pk__in=Review.units.through.objects.filter(unit_id__in=units).values("review_id"))


class ReviewQuerySet(ScopedQuerySet["Review"]):
    def visible_to(self, user: Any) -> Self:
        """Those of the person's units, of the units above, and those that looked at them."""
        units = line_of(user, *READERS)
        return self.filter(Q(unit_id__in=units) | made_of(units))

    def within(self, units: Collection[int]) -> Self:
        return self.filter(Q(unit_id__in=units) | made_of(units))

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))


class ProviderQuerySet(ScopedQuerySet["Provider"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=line_of(user, *READERS))

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))


class RequirementQuerySet(ScopedQuerySet["Requirement"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=line_of(user, *READERS))

    def editable_by(self, user: Any) -> Self:
        return self.visible_to(user).filter(unit_id__in=access_of(user).unit_ids(*EDITORS))

    def in_force(self, year: int) -> Self:
        """Some time in the year."""
        return self.filter(valid_from__year__lte=year).exclude(valid_to__year__lt=year)

    def of(self, unit_id: int) -> Self:
        """What is demanded of those whom the unit follows up: by itself or by a unit above."""
        from organisation.models import UnitClosure

        above = UnitClosure.objects.filter(descendant_id=unit_id).values("ancestor_id")
        return self.filter(unit_id__in=above)


class ContractQuerySet(QuerySet["Contract"]):
    def within(self, units: Collection[int]) -> Self:
        return self.filter(provider__unit_id__in=units)
