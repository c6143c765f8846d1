"""What leads to a measure, as measures know it: a row of any register above."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils import timezone
from django.utils.formats import date_format

from measures.listing import TONES, address_of
from measures.models import Measure, Status
from organisation.models import User


class Owner(Protocol):
    @property
    def measures(self) -> Any: ...


@dataclass(frozen=True)
class LinkedMeasure:
    pk: int
    title: str
    status: str
    tone: str
    effect: str
    due: str
    url: str


def linked_measures(owner: Owner, user: User) -> list[LinkedMeasure]:
    """The title of each; a way to it only for those who may open it."""
    return in_words(owner.measures.all(), user)


def in_words(measures: Iterable[Measure], user: User) -> list[LinkedMeasure]:
    rows = list(measures)
    open_to_user = Measure.objects.visible_to(user).filter(pk__in=[row.pk for row in rows])
    reachable = set(open_to_user.values_list("pk", flat=True))
    return [_linked(row, row.pk in reachable) for row in rows]


def _linked(row: Measure, reachable: bool) -> LinkedMeasure:
    is_late = row.is_overdue(timezone.localdate())
    is_open = row.status in (Status.NOT_STARTED, Status.ONGOING)
    due = date_format(row.due_on, "j F Y") if row.due_on and is_open else ""
    return LinkedMeasure(
        pk=row.pk,
        title=row.title,
        status="Försenad" if is_late else row.get_status_display(),
        tone="late" if is_late else TONES[Status(row.status)],
        effect=row.get_effect_display(),
        due=due,
        url=address_of(row.pk) if reachable else "",
    )
