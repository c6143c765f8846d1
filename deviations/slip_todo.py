"""Managers are told at once of a case that they may not read: the slip waits until it is opened."""

from django.urls import reverse
from django.utils import timezone

from deviations.models import ManagerSlip
from deviations.models.choices import OPEN_STATUSES
from lib.todo import Todo
from organisation.access import access_of
from organisation.models import Role, User

SHOWN = 50


def todo(user: User) -> list[Todo]:
    if not access_of(user).has(Role.MANAGER):
        return []
    unread = ManagerSlip.objects.visible_to(user).filter(
        seen_at=None, deviation__status__in=OPEN_STATUSES
    )
    rows = unread.order_by("told_at", "pk").values_list(
        "deviation__number", "deviation__unit__name", "told_at"
    )
    return [
        Todo(
            title=f"Läs lappen om {number}",
            url=reverse("deviations:slip", args=[number]),
            due=timezone.localdate(told_at),
            kind="Lex Sarah",
            urgent=True,
            detail=unit,
        )
        for number, unit, told_at in rows[:SHOWN]
    ]
