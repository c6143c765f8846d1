"""What the register asks of a person now. Numbers and deadlines only: no word of a case."""

from dataclasses import dataclass

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from deviations.clocks import Rules, all_rules, deadlines, light
from deviations.models import Clock, Deviation, Kind, Status
from deviations.models.choices import COMPLAINT_KINDS, OPEN_STATUSES, SERIOUS
from deviations.places import Places
from deviations.process import NEW
from deviations.querysets import INVESTIGATORS, DeviationQuerySet
from deviations.retention import purge_todo
from lib.todo import Todo
from organisation.access import Access, access_of
from organisation.models import Role, User

SHOWN = 50
INVESTIGATE = ("Utred {}", "Utredning")


@dataclass(frozen=True)
class Task:
    """An act that some cases ask for, and the clocks that say until when."""

    act: str
    kind: str
    cases: Q
    clocks: tuple[Clock, ...]
    page: str = "deviations:detail"


def todo(user: User) -> list[Todo]:
    """New cases, own investigations, decisions, IVO, answers and effects, the most urgent first."""
    tasks = _tasks(user)
    visible = Deviation.objects.visible_to(user) if tasks else Deviation.objects.none()
    # One question per task: in an OR of them both databases read every open case.
    found = [(task, case) for task in tasks for case in _waiting(visible, task)]
    return [*_told(found), *purge_todo(user)]


def _told(found: list[tuple[Task, Deviation]]) -> list[Todo]:
    if not found:
        return []
    rules, places = all_rules(), Places.load()
    return [_todo(task, case, rules, places.name(case.unit_id)) for task, case in found]


def _waiting(visible: DeviationQuerySet, task: Task) -> DeviationQuerySet:
    nearest = (F("due_on").asc(nulls_last=True), "received_on", "pk")
    return light(visible.filter(task.cases)).order_by(*nearest)[:SHOWN]


def _tasks(user: User) -> list[Task]:
    access = access_of(user)
    own, lex_sarah = access.unit_ids(Role.MANAGER), access.unit_ids(Role.LEX_SARAH)
    return [
        *(_of_handler(Q(restricted=False, unit_id__in=own)) if own else ()),
        *(_of_manager(Q(restricted=False, unit_id__in=own)) if own else ()),
        *(_of_handler(Q(restricted=True, unit_id__in=lex_sarah)) if lex_sarah else ()),
        *(_of_lex_sarah(Q(kind=Kind.LEX_SARAH, unit_id__in=lex_sarah)) if lex_sarah else ()),
        *_of_others(user, access),
    ]


def _of_handler(mine: Q) -> list[Task]:
    new = (Clock.RECEIVE, Clock.ASSESSMENT, Clock.RECEIPT, Clock.ANSWER)
    received, assessed = Q(status=Status.RECEIVED), Q(status=Status.ASSESSMENT)
    unassigned = Q(status=Status.INVESTIGATION, investigator=None)
    effect = Q(status=Status.MEASURES)
    return [
        Task("Bedöm {}", "Ny rapport", mine & received, new),
        Task("Besluta om utredning av {}", "Initial bedömning", mine & assessed, new),
        Task("Utse utredare i {}", "Utredning", mine & unassigned, (Clock.INVESTIGATION,)),
        Task("Följ upp effekten i {}", "Effekt", mine & effect, (Clock.EFFECT,)),
    ]


def _of_manager(mine: Q) -> list[Task]:
    """Where it is no lex Sarah case, the manager decides and answers."""
    ready = Q(status=Status.INVESTIGATED)
    unanswered = Q(complaint__wants_answer=True, complaint__answered_on=None)
    later = [status for status in OPEN_STATUSES if status not in NEW]
    asked = Q(kind__in=COMPLAINT_KINDS, status__in=later)
    answer = (Clock.RECEIPT, Clock.ANSWER)
    return [
        Task("Besluta i {}", "Beslut", mine & ready, (Clock.INVESTIGATION,)),
        Task("Svara på {}", "Synpunkt eller klagomål", mine & asked & unanswered, answer),
    ]


def _of_lex_sarah(mine: Q) -> list[Task]:
    suspected = Q(severity="", ivo__suspected_on__isnull=False, ivo__dropped_on=None)
    unnotified = Q(ivo__notified_on=None) & (suspected | Q(severity__in=SERIOUS))
    awaited = Q(ivo__completion_due_on__isnull=False, ivo__completed_on=None)
    is_open, page = Q(status__in=OPEN_STATUSES), "deviations:ivo"
    return [
        Task("Anmäl {} till IVO", "IVO", mine & is_open & unnotified, (Clock.NOTIFY,), page),
        Task("Komplettera {} till IVO", "IVO", mine & is_open & awaited, (Clock.COMPLETE,), page),
    ]


def _of_others(user: User, access: Access) -> list[Task]:
    deciding = access.unit_ids(Role.DECIDER)
    ready = Q(status=Status.INVESTIGATED, kind=Kind.LEX_SARAH, unit_id__in=deciding)
    under_way = Q(status=Status.INVESTIGATION, investigator=user.pk)
    clocks = (Clock.INVESTIGATION, Clock.ANSWER)
    possible = (
        (access.has(*INVESTIGATORS, Role.MANAGER), Task(*INVESTIGATE, under_way, clocks)),
        (bool(deciding), Task("Besluta i {}", "Beslut", ready, clocks)),
    )
    return [task for wanted, task in possible if wanted]


def _todo(task: Task, case: Deviation, rules: Rules, unit: str) -> Todo:
    """With the nearest of the task's own deadlines, and on what ground it stands."""
    running = (one for one in deadlines(case, rules) if one.clock in task.clocks)
    nearest = next(running, None)
    detail = (unit, nearest.clock.label, nearest.basis) if nearest else (unit,)
    return Todo(
        title=task.act.format(case.number),
        url=reverse(task.page, args=[case.number]),
        due=nearest.due_on if nearest else None,
        kind=task.kind,
        urgent=nearest is not None and nearest.due_on <= timezone.localdate(),
        detail=" · ".join(filter(None, detail)),
    )
