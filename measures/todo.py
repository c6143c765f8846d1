"""What a person has to do with measures now."""

from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from lib.todo import Todo
from measures.models import Measure, Status
from organisation.access import access_of
from organisation.models import Role, User

SOON = timedelta(days=14)


def todo(user: User) -> list[Todo]:
    """Measures due and effects to judge: one's own, and at one's unit those without a person."""
    until = timezone.localdate() + SOON
    due = Q(status__in=(Status.NOT_STARTED, Status.ONGOING), due_on__lte=until)
    unjudged = Q(status=Status.DONE, follow_up_on__lte=until)
    managed = access_of(user).own_unit_ids(Role.MANAGER)
    mine = Q(responsible=user) | Q(responsible=None, unit_id__in=managed)
    measures = Measure.objects.visible_to(user).filter(mine, due | unjudged).select_related("unit")
    return [_todo(measure, until - SOON) for measure in measures]


def _todo(measure: Measure, today: date) -> Todo:
    is_done = measure.status == Status.DONE
    day = measure.follow_up_on if is_done else measure.due_on
    return Todo(
        title=f"{'Bedöm effekten' if is_done else 'Följ upp'}: {measure.title}",
        url=reverse("measures:detail", args=[measure.pk]),
        due=day,
        kind="Åtgärd",
        urgent=day is not None and day < today,
        detail=measure.unit.name,
    )
