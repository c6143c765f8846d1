"""Daily letters about deadlines that are near or have passed, to whoever must act.

First a row per deadline, receiver and day, committed under a unique key; then the letter. Two runs
at once can therefore never send the same reminder twice. A worker that dies between the two costs
one letter, and the next day brings it again while the deadline stands: better than a letter more
each time something fails. A mail server that does not answer is noticed before any row is written,
so that the next run of the morning (config.settings) sends what this one could not.
"""

import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from deviations.clocks import Deadline, all_rules, deadlines, open_cases
from deviations.mail import letter
from deviations.models import Clock, Deviation, Reminder, Status
from deviations.querysets import investigator_roles
from lib.workdays import is_working_day, working_days_after
from organisation.letters import reachable
from organisation.models import Role, User
from organisation.nearest import Holders, holders_of

log = logging.getLogger(__name__)
ROLES = (Role.MANAGER, Role.LEX_SARAH, Role.DECIDER, Role.INVESTIGATOR)


@dataclass(frozen=True)
class Due:
    case: Deviation
    deadline: Deadline


@dataclass
class Tally:
    """What a run did, for the log: numbers alone."""

    letters: int = 0
    reminders: int = 0
    without_address: int = 0
    with_nobody: int = 0
    failed: int = 0


def remind(today: date | None = None) -> Tally:
    """On working days; each reminder at most once per deadline, person and day."""
    day, tally = today or timezone.localdate(), Tally()
    wanted = _by_receiver(day, tally) if is_working_day(day) else {}
    try:
        if wanted:
            _send(wanted, day, tally)
    except OSError as error:  # smtplib's errors are among them
        log.error("reminders: the mail server does not answer: %s", type(error).__name__)
    log.info("reminders %s", " ".join(f"{name}={count}" for name, count in vars(tally).items()))
    return tally


def _send(wanted: Mapping[User, Sequence[Due]], day: date, tally: Tally) -> None:
    """Raises when the server is away, before anything more is marked as sent."""
    with get_connection() as connection:
        for user, due in wanted.items():
            if not _remind(connection, user, due, day, tally):
                connection.close()
                connection.open()


def _by_receiver(day: date, tally: Tally) -> dict[User, list[Due]]:
    found = list(_due(working_days_after(day, settings.REMIND_WORKING_DAYS)))
    of_today = Reminder.objects.filter(sent_on=day)
    sent = set(of_today.values_list("deviation_id", "clock", "due_on", "receiver_id"))
    holders = holders_of((due.case.unit_id for due in found), ROLES)
    wanted: dict[User, list[Due]] = defaultdict(list)
    for due in found:
        people = receivers(due.case, due.deadline.clock, holders)
        tally.with_nobody += not people
        for user in people:
            if (*_key(due), user.pk) not in sent:
                wanted[user].append(due)
    unreachable = [user for user in wanted if not reachable(user)]
    tally.without_address = len(unreachable)
    return {user: due for user, due in wanted.items() if user not in unreachable}


def _key(due: Due) -> tuple[int, str, date]:
    return due.case.pk, due.deadline.clock, due.deadline.due_on


def _due(until: date) -> Iterator[Due]:
    """Every deadline of an open case, and not only the nearest: IVO's two months must not hide
    behind a norm of our own that has passed.

    What had passed before the case was imported stands in the overview alone: an old register
    would otherwise bring a letter about everything on its first morning, and each morning after.
    """
    rules = all_rules()
    for case in open_cases().filter(due_on__lte=until).select_related("investigator"):
        since = timezone.localdate(case.created_at) if case.external_reference else date.min
        running = deadlines(case, rules)
        yield from (Due(case, one) for one in running if since <= one.due_on <= until)


def receivers(case: Deviation, clock: Clock, holders: Holders) -> list[User]:
    """Whoever must act now. Only people who may know of the case."""
    handlers = holders.nearest(case.unit_id, Role.LEX_SARAH if case.restricted else Role.MANAGER)
    if clock in (Clock.NOTIFY, Clock.COMPLETE):
        return holders.nearest(case.unit_id, Role.LEX_SARAH)
    if clock == Clock.INVESTIGATION and case.status == Status.INVESTIGATED:
        return holders.nearest(case.unit_id, Role.DECIDER) if case.is_lex_sarah else handlers
    if clock in (Clock.INVESTIGATION, Clock.ANSWER) and _investigates(case, holders):
        return [case.investigator] if case.investigator else []
    return handlers


def _investigates(case: Deviation, holders: Holders) -> bool:
    """One who has left the work since is told nothing, and the deadline is the handlers' again."""
    places = holders.above.get(case.unit_id, ())
    roles = investigator_roles(restricted=case.restricted)
    held = (holders.by_place.get((place, role), ()) for place in places for role in roles)
    return any(case.investigator in people for people in held)


def _remind(connection: Any, user: User, due: Sequence[Due], day: date, tally: Tally) -> bool:
    """False when the letter could not be sent."""
    with transaction.atomic():
        fresh = [one for one in due if _claimed(one, user, day)]
    if not fresh:
        return True
    lines = [_line(one, day) for one in sorted(fresh, key=lambda one: one.deadline.due_on)]
    message = letter(user, _subject(fresh), lines)
    message.connection = connection
    try:
        message.send()
    except OSError as error:
        tally.failed += 1
        log.warning("reminder to user %s was not sent: %s", user.pk, type(error).__name__)
        return False
    tally.letters += 1
    tally.reminders += len(fresh)
    return True


def _claimed(due: Due, user: User, day: date) -> bool:
    _, mine = Reminder.objects.get_or_create(
        deviation=due.case,
        clock=due.deadline.clock,
        due_on=due.deadline.due_on,
        receiver=user,
        sent_on=day,
    )
    return mine


def _subject(due: Sequence[Due]) -> str:
    return "Påminnelse om en frist" if len(due) == 1 else f"Påminnelse om {len(due)} frister"


def _line(due: Due, day: date) -> str:
    """What the deadline is for is not told: that alone could say how serious the case is."""
    passed = " (har gått ut)" if due.deadline.due_on < day else ""
    return f"{due.case.number}: senast {date_format(due.deadline.due_on, 'j F Y')}{passed}"
