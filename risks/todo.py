"""What a person has to do with risks and controls now."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from lib.numbers import counted
from lib.todo import Todo
from organisation.models import User
from risks.file_review_pages import waiting_for
from risks.models import Control, FileReview, Risk
from risks.people import mine
from risks.schedule import next_due

SOON = timedelta(days=14)


def todo(user: User) -> list[Todo]:
    """One's own, and at one's unit those without a person: risks to review, controls to make."""
    today = timezone.localdate()
    return [*_reviews(user, today), *_controls(user, today), *_files(user)]


def _reviews(user: User, today: date) -> list[Todo]:
    risks = Risk.objects.visible_to(user).open_on(today)
    due = risks.filter(mine(user), review_on__lte=today + SOON).select_related("unit")
    return [_todo(f"Se över {risk}", "risks", risk, risk.review_on, today) for risk in due]


def _controls(user: User, today: date) -> list[Todo]:
    """Made so long ago that it is time again, or never yet."""
    controls = Control.objects.visible_to(user).open_on(today).filter(mine(user))
    rows: list[Any] = list(controls.with_last().select_related("unit"))
    found = ((row, next_due(row)) for row in rows)
    return [
        _todo(f"Genomför {row}", "controls", row, due, today)
        for row, due in found
        if row.last_on is None or due <= today + SOON
    ]


def _files(user: User) -> list[Todo]:
    """Files that wait to be read, for those who draw and those who were asked."""
    asked = FileReview.objects.visible_to(user).filter(Q(readers=user) | Q(drawn_by=user))
    rows = asked.filter(status=FileReview.Status.DRAWN).distinct()
    found = [
        (row, waiting_for(row, user))
        for row in rows.select_related("control__unit").prefetch_related("cases")
    ]
    return [
        Todo(
            title=f"Granska {counted(number, 'akt', 'akter')}: {row.title}",
            url=reverse("file_reviews:detail", args=[row.pk]),
            due=None,
            kind="Aktgranskning",
            detail=row.control.unit.name,
        )
        for row, number in found
        if number
    ]


def _todo(title: str, register: str, row: Risk | Control, due: date | None, today: date) -> Todo:
    return Todo(
        title=title,
        url=reverse(f"{register}:detail", args=[row.code]),
        due=due,
        kind=str(row._meta.verbose_name).capitalize(),
        urgent=due is not None and due < today,
        detail=row.unit.name,
    )
