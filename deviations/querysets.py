"""Who may know of a case. Lex Sarah cases leave the unit's circle (design: secrecy)."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from organisation.access import access_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from deviations.models import Deviation, DeviationReport  # noqa: F401 -- named in quoted generics

# See every open case of their units, identities apart.
UNIT_READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
# See restricted cases too.
RESTRICTED_READERS = (Role.LEX_SARAH, Role.DECIDER)
# May change what they can see; an investigator only the own cases.
EDITORS = (Role.MANAGER, Role.LEX_SARAH, Role.INVESTIGATOR)


class DeviationQuerySet(ScopedQuerySet["Deviation"]):
    def visible_to(self, user: Any) -> Self:
        access = access_of(user)
        named = Q(investigator_id=user.pk) | Q(
            pk__in=self.model.named_readers.through.objects.filter(user_id=user.pk).values(
                "deviation_id"
            )
        )
        return self.filter(
            Q(unit_id__in=access.unit_ids(*RESTRICTED_READERS))
            | Q(unit_id__in=access.unit_ids(*UNIT_READERS), restricted=False)
            | named
        )

    def editable_by(self, user: Any) -> Self:
        access = access_of(user)
        return self.visible_to(user).filter(
            Q(unit_id__in=access.unit_ids(Role.MANAGER, Role.LEX_SARAH))
            | Q(investigator_id=user.pk)
        )

    def open(self) -> Self:
        return self.exclude(status__in=("closed", "annulled"))


class DeviationReportQuerySet(models.QuerySet["DeviationReport"]):
    def visible_to(self, user: Any) -> Self:
        """One's own reports: status and feedback, never the case behind a lex Sarah report."""
        return self.filter(reporter_id=user.pk)

    def within(self, units: Collection[int]) -> Self:
        return self.filter(deviation__unit_id__in=units)
