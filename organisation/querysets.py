"""Named reads. `visible_to` is where secrecy begins: deny by default, in one place."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models
from django.db.models import Q, Value

if TYPE_CHECKING:
    from organisation.models import LegalReference, Membership, Process, Unit, User  # noqa: F401 -- named in quoted generics

Row = TypeVar("Row", bound=models.Model)


def valid_on(day: date | Value) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


class ScopedQuerySet(models.QuerySet[Row]):
    """Rows that belong to a unit. Registers say in `visible_to` who sees what."""

    unit_field = "unit"

    def visible_to(self, user: User | Any) -> Self:
        """The rows this person may know of; the default is none."""
        return self.none()

    def within(self, units: Collection[int]) -> Self:
        """All rows of these units: for statistics alone, never for a person's list."""
        return self.filter(**{f"{self.unit_field}_id__in": units})


class ValidQuerySet(models.QuerySet[Row]):
    """Rules with dates: between `valid_from` and `valid_to`, the last day included."""

    def valid_on(self, day: date) -> Self:
        return self.filter(valid_on(day))


class UnitQuerySet(models.QuerySet["Unit"]):
    def valid_on(self, day: date) -> Self:
        return self.filter(valid_on(day))

    def below(self, unit_id: int) -> Self:
        """The unit and everything under it, whatever year."""
        from organisation.models import UnitClosure

        return self.filter(
            pk__in=UnitClosure.objects.filter(ancestor_id=unit_id).values("descendant_id")
        )

    def visible_to(self, user: User | Any) -> Self:
        from organisation.access import access_of

        return self.filter(pk__in=access_of(user).unit_ids())


class MembershipQuerySet(models.QuerySet["Membership"]):
    def valid_on(self, day: date) -> Self:
        return self.filter(valid_on(day))


class ProcessQuerySet(models.QuerySet["Process"]):
    def visible_to(self, user: User | Any) -> Self:
        """Those that the person's units work by, for whoever reads the registers of quality."""
        from organisation.access import line_of
        from organisation.models.people import Role

        return self.of(line_of(user, Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER))

    def editable_by(self, user: User | Any) -> Self:
        from organisation.access import access_of
        from organisation.models.people import Role

        own = access_of(user).unit_ids(Role.MANAGER, Role.COORDINATOR)
        return self.visible_to(user).filter(unit_id__in=own)

    def of(self, units: Collection[int]) -> Self:
        """The processes that the units work by: their own and those of the units above."""
        from organisation.models import UnitClosure

        above = UnitClosure.objects.filter(descendant_id__in=units).values("ancestor_id")
        return self.filter(unit_id__in=above)

    def open_on(self, day: date) -> Self:
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))


class LegalReferenceQuerySet(models.QuerySet["LegalReference"]):
    def valid_on(self, day: date) -> Self:
        return self.filter(valid_on(day))
