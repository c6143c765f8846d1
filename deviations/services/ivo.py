"""What passes between the municipality and IVO about a lex Sarah case, one function per act.

Possible from any open status: a notification may come before the investigation is finished, and
then the two months begin to run. IVO's own letters are kept even when the case has been closed.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from audit.models import Event
from deviations.clocks import completion_due, refresh
from deviations.models import Deviation, IvoEvent, IvoNotification, Status
from deviations.models.choices import OPEN_STATUSES
from deviations.process import FINISHED
from deviations.services.rows import IllegalStep, locked, log, require
from organisation.models import User

UNFINISHED = (Status.RECEIVED, Status.ASSESSMENT, Status.INVESTIGATION)
Kind = IvoEvent.Kind


@transaction.atomic
def suspect_serious(
    *, actor: User, deviation: Deviation, suspected_on: date, text: str = ""
) -> IvoNotification:
    """From this day the notification is due "snarast"."""
    case = _open(deviation)
    _require_day(case, suspected_on)
    row = _row(case)
    require(row is None or row.notified_on is None, "Ärendet är redan anmält till IVO.")
    require(row is None or row.dropped_on is not None, "Misstanken är redan noterad.")
    columns = {"suspected_on": suspected_on, "dropped_on": None}
    row, _ = IvoNotification.objects.update_or_create(deviation=case, defaults=columns)
    return _noted(actor, case, row, Kind.SUSPECTED, suspected_on, text)


@transaction.atomic
def drop_suspicion(
    *, actor: User, deviation: Deviation, dropped_on: date, text: str
) -> IvoNotification:
    case = _open(deviation)
    row = _row(case)
    if row is None or row.dropped_on is not None:
        raise IllegalStep("Det finns ingen misstanke att avskriva.")
    require(row.notified_on is None, "Ärendet är redan anmält till IVO.")
    require(bool(text.strip()), "Ange varför misstanken avskrivs.")
    _require_day(case, dropped_on, row.suspected_on, "den dag misstanken noterades")
    return _noted(actor, case, row, Kind.DROPPED, dropped_on, text, dropped_on=dropped_on)


@transaction.atomic
def notify_ivo(
    *,
    actor: User,
    deviation: Deviation,
    notified_on: date,
    with_investigation: bool,
    text: str = "",
) -> IvoNotification:
    """With the investigation, or before it is finished: then it follows within two months."""
    case = _open(deviation)
    row = _row(case)
    require(row is None or row.notified_on is None, "Ärendet är redan anmält till IVO.")
    require(
        not with_investigation or case.status not in UNFINISHED,
        "Utredningen är inte klar och kan inte följa med. Anmäl utan den: den skickas in senare.",
    )
    begun = row.suspected_on if row and row.dropped_on is None else None
    _require_day(case, notified_on, begun, "den dag misstanken noterades")
    columns = {
        "suspected_on": begun or notified_on,
        "dropped_on": None,
        "notified_on": notified_on,
        "completion_due_on": None if with_investigation else completion_due(notified_on),
    }
    row, _ = IvoNotification.objects.update_or_create(deviation=case, defaults=columns)
    return _noted(actor, case, row, Kind.NOTIFIED, notified_on, text)


@transaction.atomic
def record_receipt(
    *,
    actor: User,
    deviation: Deviation,
    received_on: date,
    ivo_diary_number: str,
    text: str = "",
) -> IvoNotification:
    case, row = _notified(deviation, received_on)
    require(bool(ivo_diary_number.strip()), "Ange IVO:s diarienummer.")
    said = "\n".join(filter(None, (f"IVO:s diarienummer: {ivo_diary_number}", text)))
    return _noted(
        actor, case, row, Kind.RECEIPT, received_on, said, ivo_diary_number=ivo_diary_number
    )


@transaction.atomic
def record_request(
    *,
    actor: User,
    deviation: Deviation,
    requested_on: date,
    text: str,
    answer_by: date | None = None,
) -> IvoNotification:
    """IVO wants to know more; a day to answer by is a deadline from now on."""
    case, row = _notified(deviation, requested_on)
    require(bool(text.strip()), "Skriv vad IVO begär.")
    columns: dict[str, Any] = {}
    if answer_by:
        require(answer_by >= requested_on, "Svarsdagen kan inte ligga före begäran.")
        text = f"Svar senast {_day(answer_by)}.\n{text}"
        if not _awaited_before(row, answer_by):
            columns = {"completion_due_on": answer_by, "extended_to": None, "completed_on": None}
    return _noted(actor, case, row, Kind.REQUEST, requested_on, text, **columns)


def _awaited_before(row: IvoNotification, day: date) -> bool:
    """The investigation is to be sent sooner: a later question gives no respite (anstånd does)."""
    current = row.extended_to or row.completion_due_on
    return row.completed_on is None and current is not None and current <= day


@transaction.atomic
def record_extension(
    *,
    actor: User,
    deviation: Deviation,
    granted_on: date,
    extended_to: date,
    text: str = "",
) -> IvoNotification:
    """Anstånd: counts instead of the day that held before."""
    case, row = _notified(deviation, granted_on)
    require(case.status in OPEN_STATUSES, "Ärendet är avslutat: det finns ingen frist att flytta.")
    if row.completion_due_on is None or row.completed_on is not None:
        raise IllegalStep("IVO väntar inte på någon komplettering, så ingen frist löper.")
    current = row.extended_to or row.completion_due_on
    require(
        extended_to > current,
        f"Anståndet ska gå längre än den frist som gäller nu, {_day(current)}.",
    )
    said = "\n".join(filter(None, (f"Anstånd till {_day(extended_to)}.", text)))
    return _noted(actor, case, row, Kind.EXTENSION, granted_on, said, extended_to=extended_to)


@transaction.atomic
def record_completion(
    *,
    actor: User,
    deviation: Deviation,
    completed_on: date,
    whole: bool,
    text: str = "",
) -> IvoNotification:
    """What was sent in; `whole` when IVO now has everything that it waits for."""
    case, row = _notified(deviation, completed_on)
    if not whole:
        return _noted(actor, case, row, Kind.COMPLETION, completed_on, text)
    require(
        case.status not in UNFINISHED,
        "Utredningen är inte klar. Notera kompletteringen som en del, så löper fristen vidare.",
    )
    return _noted(actor, case, row, Kind.COMPLETION, completed_on, text, completed_on=completed_on)


@transaction.atomic
def record_ivo_decision(
    *, actor: User, deviation: Deviation, decided_on: date, text: str
) -> IvoNotification:
    case, row = _notified(deviation, decided_on)
    require(bool(text.strip()), "Skriv vad IVO har beslutat.")
    return _noted(
        actor,
        case,
        row,
        Kind.DECISION,
        decided_on,
        text,
        ivo_decision=text,
        ivo_decided_on=decided_on,
    )


def _open(deviation: Deviation) -> Deviation:
    case = _lex_sarah(deviation)
    require(case.status in OPEN_STATUSES, FINISHED)
    return case


def _lex_sarah(deviation: Deviation) -> Deviation:
    case = locked(deviation.pk)
    require(case.is_lex_sarah, "Bara lex Sarah-ärenden anmäls till IVO.")
    return case


def _row(case: Deviation) -> IvoNotification | None:
    return IvoNotification.objects.filter(deviation=case).first()


def _notified(deviation: Deviation, day: date) -> tuple[Deviation, IvoNotification]:
    """The case and its notification, on a day that comes after it."""
    case = _lex_sarah(deviation)
    require(case.status != Status.ANNULLED, "Ärendet är annullerat.")
    row = _row(case)
    if row is None or row.notified_on is None:
        raise IllegalStep("Ärendet är inte anmält till IVO ännu.")
    _require_day(case, day, row.notified_on, "anmälan")
    return case, row


def _require_day(case: Deviation, day: date, earliest: date | None = None, named: str = "") -> None:
    require(day <= timezone.localdate(), "Datumet ligger i framtiden.")
    require(
        day >= case.received_on,
        f"Datumet kan inte ligga före den dag ärendet kom in, {_day(case.received_on)}.",
    )
    if earliest:
        require(day >= earliest, f"Datumet kan inte ligga före {named}, {_day(earliest)}.")


def _noted(
    actor: User,
    case: Deviation,
    row: IvoNotification,
    kind: IvoEvent.Kind,
    day: date,
    text: str,
    **columns: Any,
) -> IvoNotification:
    """The event, what it changes of the notification's summary, the clocks and the log."""
    for field, value in columns.items():
        setattr(row, field, value)
    row.save(update_fields=[*columns])
    IvoEvent.objects.create(
        notification=row, kind=kind, happened_on=day, text=text, made_by_name=str(actor)
    )
    refresh(case)
    log(
        actor,
        Event.Action.CHANGE,
        case,
        {"ivo_event": (None, f"{kind} {day}")},
        {"step": "ivo", "ivo": kind},
    )
    return row


def _day(day: date) -> str:
    return date_format(day, "j F Y")
