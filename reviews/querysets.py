from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Q

from organisation.access import access_of, line_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from reviews.models import Provider, Review  # noqa: F401 -- named in quoted generics

READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
EDITORS = (Role.COORDINATOR,)
# A recommendation is answered by whoever leads the unit that it is for.
ANSWERERS = (Role.MANAGER, Role.COORDINATOR)


def reaching(units: Collection[int]) -> Q:
    """Reviews that were made of these units too."""
    from reviews.models import Review

    reviewed = Review.units.through.objects.filter(unit_id__in=units)
    return Q(pk__in=reviewed.values("review_id"))


class ReviewQuerySet(ScopedQuerySet["Review"]):
    def visible_to(self, user: Any) -> Self:
        units = line_of(user, *READERS)
        return self.filter(Q(unit_id__in=units) | reaching(units))

    def within(self, units: Collection[int]) -> Self:
        return self.filter(Q(unit_id__in=units) | reaching(units))

    def editable_by(self, user: Any) -> Self:
        return self.filter(unit_id__in=access_of(user).unit_ids(*EDITORS))


class ProviderQuerySet(ScopedQuerySet["Provider"]):
    def visible_to(self, user: Any) -> Self:
        return self.filter(unit_id__in=line_of(user, *READERS))

    def editable_by(self, user: Any) -> Self:
        return self.filter(unit_id__in=access_of(user).unit_ids(*EDITORS))
