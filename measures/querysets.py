from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Q

from organisation.access import access_of
from organisation.models.people import Role
from organisation.querysets import ScopedQuerySet

if TYPE_CHECKING:
    from measures.models import Measure  # noqa: F401 -- named in quoted generics

READERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
EDITORS = (Role.MANAGER, Role.LEX_SARAH)
# Who lets a row of another register lead to a measure, and who may be asked to do it.
OWNERS = (Role.MANAGER, Role.COORDINATOR)
WORKERS = (*READERS, Role.STAFF)


class MeasureQuerySet(ScopedQuerySet["Measure"]):
    def visible_to(self, user: Any) -> Self:
        """Measures of the person's units, and those the person answers for while in service."""
        access = access_of(user)
        if not access.by_role:
            return self.none()
        return self.filter(Q(unit_id__in=access.unit_ids(*READERS)) | Q(responsible_id=user.pk))

    def editable_by(self, user: Any) -> Self:
        editable = access_of(user).unit_ids(*EDITORS)
        return self.visible_to(user).filter(Q(unit_id__in=editable) | Q(responsible_id=user.pk))

    def open(self) -> Self:
        return self.filter(status__in=("not_started", "ongoing"))

    def unjudged(self) -> Self:
        """Finished, and nobody has said for good whether it had the effect that was wanted."""
        return self.filter(status="done", effect__in=("", "too_early"))

    def overdue(self, on: date) -> Self:
        """Late on that day: a finished or discontinued measure is never overdue."""
        return self.open().filter(due_on__lt=on)
