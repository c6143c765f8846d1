"""What a person has to do with reviews and providers now."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from lib.todo import Todo
from organisation.access import access_of
from organisation.models import Role, User
from reviews.models import ActionPlan, Review
from reviews.pages import page_of_provider, page_of_review

SOON = timedelta(days=30)


def todo(user: User) -> list[Todo]:
    """Answers that are due, and action plans to be checked."""
    today = timezone.localdate()
    return [*_answers(user, today), *_plans(user, today)]


def _answers(user: User, today: date) -> list[Todo]:
    """One's own, and at the units that one leads those without a person."""
    managed = access_of(user).own_unit_ids(Role.MANAGER)
    mine = Q(responsible=user) | Q(responsible=None, unit_id__in=managed)
    rows = Review.objects.visible_to(user).filter(
        mine, answered_on=None, closed_on=None, answer_due_on__lte=today + SOON
    )
    return [
        Todo(
            title=f"Besvara {row.code} {row.title}",
            url=page_of_review(row),
            due=row.answer_due_on,
            kind="Granskning",
            urgent=row.answer_due_on is not None and row.answer_due_on < today,
            detail=row.unit.name,
        )
        for row in rows.select_related("unit")
    ]


def _plans(user: User, today: date) -> list[Todo]:
    own = access_of(user).own_unit_ids(Role.MANAGER, Role.COORDINATOR)
    mine = Q(follow_up__responsible=user) | Q(
        follow_up__responsible=None, follow_up__contract__provider__unit_id__in=own
    )
    rows = ActionPlan.objects.filter(mine, verified_on=None, due_on__lte=today + SOON)
    return [
        Todo(
            title=f"Kontrollera åtgärdsplanen från {row.follow_up.contract.provider.name}",
            url=page_of_provider(row.follow_up.contract.provider_id),
            due=row.due_on,
            kind="Utföraruppföljning",
            urgent=row.due_on < today,
            detail=row.follow_up.contract.service,
        )
        for row in rows.select_related("follow_up__contract__provider")
    ]
