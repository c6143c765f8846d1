"""Who may know of a case. Lex Sarah cases leave the unit's circle (design: secrecy)."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from deviations.models.choices import OPEN_STATUSES
from organisation.access import access_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from deviations.models import Deviation, DeviationReport  # noqa: F401 -- named in quoted generics

# See every open case of their units, identities apart.
UNIT_READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
# See restricted cases too.
RESTRICTED_READERS = (Role.LEX_SARAH, Role.DECIDER)


class DeviationQuerySet(ScopedQuerySet["Deviation"]):
    def visible_to(self, user: Any) -> Self:
        """The cases this person may know of, as plain lists of ids.

        Asks one question at once for the cases that name the person: with a subquery in an OR
        both databases leave their indexes (measured, from 1 ms to some 200 ms).
        """
        access = access_of(user)
        if not access.by_role:  # a stranger, a closed account, or somebody who has left
            return self.none()
        everything = access.unit_ids(*RESTRICTED_READERS)
        unrestricted = access.unit_ids(*UNIT_READERS) - everything
        scope = Q(unit_id__in=everything) if everything else Q(pk__in=())
        if unrestricted:
            scope |= Q(unit_id__in=unrestricted, restricted=False)
        named = [
            pk
            for pk, unit_id, restricted in self._naming(user)
            if unit_id not in everything and (restricted or unit_id not in unrestricted)
        ]
        return self.filter(scope | Q(pk__in=named) if named else scope)

    def _naming(self, user: Any) -> models.QuerySet[Any, tuple[int, int, bool]]:
        """(id, unit, restricted) of cases whose investigator or named reader the person is.

        A UNION, each half by its own index; as one OR it reads the whole table on PostgreSQL.
        """
        named = self.model.named_readers.through.objects.filter(user_id=user.pk)
        investigated, named_in = (
            self.model._default_manager.filter(mine)
            .order_by()
            .values_list("pk", "unit_id", "restricted")
            for mine in (Q(investigator_id=user.pk), Q(pk__in=named.values("deviation_id")))
        )
        return investigated.union(named_in)

    def open(self) -> Self:
        """Named one by one: "not closed" would be answered without an index."""
        return self.filter(status__in=OPEN_STATUSES)


class DeviationReportQuerySet(models.QuerySet["DeviationReport"]):
    def visible_to(self, user: Any) -> Self:
        """One's own reports: status and feedback, never the case behind a lex Sarah report."""
        return self.filter(reporter_id=user.pk)

    def within(self, units: Collection[int]) -> Self:
        return self.filter(deviation__unit_id__in=units)
