"""What the register asks of a person now. Numbers and deadlines only: no word of a case."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from deviations.models import Deviation, Kind, Status
from deviations.places import Places
from deviations.querysets import DeviationQuerySet
from deviations.retention import purge_todo
from deviations.services.steps import INVESTIGATORS
from lib.todo import Todo
from lib.workdays import working_days_after
from organisation.access import access_of
from organisation.models import Role, User

ASSESSED_WITHIN = 3  # working days: our own norm, the law says "genast" (27 kap. 5 § SoL)
SHOWN = 50


@dataclass(frozen=True)
class Task:
    """An act that cases in one status ask for, of some people."""

    act: str
    kind: str
    cases: Q
    dated: bool = False


def todo(user: User) -> list[Todo]:
    """New cases to assess, own investigations, and investigations that wait for a decision."""
    tasks = _tasks(user)
    visible = Deviation.objects.visible_to(user) if tasks else Deviation.objects.none()
    # One question per task: in an OR of them both databases read every open case.
    found = [(task, list(_waiting(visible, task))) for task in tasks]
    places = Places.load() if any(rows for _, rows in found) else None
    waiting = [
        _todo(task, number, received_on, places.name(unit_id))
        for task, rows in found
        for number, unit_id, received_on in rows
        if places
    ]
    return [*waiting, *purge_todo(user)]


def _tasks(user: User) -> list[Task]:
    access = access_of(user)
    own, lex_sarah, deciding = map(access.unit_ids, (Role.MANAGER, Role.LEX_SARAH, Role.DECIDER))
    new, decision = Q(status=Status.RECEIVED), Q(status=Status.INVESTIGATED, kind=Kind.LEX_SARAH)
    under_way = Q(status=Status.INVESTIGATION, investigator=user.pk)
    assess = ("Bedöm", "Ny rapport")
    possible = (
        (own, Task(*assess, new & Q(restricted=False, unit_id__in=own), dated=True)),
        (lex_sarah, Task(*assess, new & Q(restricted=True, unit_id__in=lex_sarah), dated=True)),
        (access.has(*INVESTIGATORS, Role.MANAGER), Task("Utred", "Utredning", under_way)),
        (deciding, Task("Besluta i", "Beslut", decision & Q(unit_id__in=deciding))),
    )
    return [task for wanted, task in possible if wanted]


def _waiting(visible: DeviationQuerySet, task: Task) -> QuerySet[Deviation, tuple[str, int, date]]:
    oldest = visible.filter(task.cases).order_by("received_on", "pk")
    return oldest.values_list("number", "unit_id", "received_on")[:SHOWN]


def _todo(task: Task, number: str, received_on: date, unit: str) -> Todo:
    due = working_days_after(received_on, ASSESSED_WITHIN) if task.dated else None
    return Todo(
        title=f"{task.act} {number}",
        url=reverse("deviations:detail", args=[number]),
        due=due,
        kind=task.kind,
        urgent=due is not None and due <= timezone.localdate(),
        detail=unit,
    )
