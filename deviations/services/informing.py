"""Who was informed or heard, what was done at once, and what the reporter was told."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.models import Event
from deviations.models import Deviation, Feedback, ImmediateMeasure, Information
from deviations.services.rows import about_to, log, require, require_motive
from organisation.models import User


@transaction.atomic
def inform(
    *,
    actor: User,
    deviation: Deviation,
    receiver: str,
    act: str = Information.Act.INFORMED,
    informed_on: date | None = None,
    how: str = "",
    reason_not: str = "",
) -> Information:
    """Somebody was informed or heard, on a day and in a way, or there is a reason why not."""
    case = about_to("inform", deviation.pk)
    require(
        (informed_on is None) != (not reason_not.strip()),
        "Ange antingen vilken dag det skedde, eller varför det inte har skett.",
    )
    require(
        informed_on is None or informed_on <= timezone.localdate(),
        "Datumet ligger i framtiden.",
    )
    row = Information.objects.create(
        deviation=case,
        receiver=receiver,
        act=act,
        informed_on=informed_on,
        how=how,
        reason_not=reason_not,
        made_by_name=str(actor),
    )
    log(
        actor, Event.Action.CHANGE, case, {"information": (None, row.pk)}, detail={"step": "inform"}
    )
    return row


@transaction.atomic
def add_immediate_measure(
    *, actor: User, deviation: Deviation, text: str, taken_at: datetime
) -> ImmediateMeasure:
    """Noted at any time as long as the case is open, by the manager on the slip too."""
    case = about_to("immediate", deviation.pk)
    require_motive(text, "Skriv vad som har gjorts.")
    require(taken_at <= timezone.now(), "Tidpunkten ligger i framtiden.")
    row = ImmediateMeasure.objects.create(
        deviation=case,
        text=text,
        taken_at=taken_at,
        made_by=actor,
        made_by_name=str(actor),
        made_by_title=actor.title,
    )
    log(actor, Event.Action.CHANGE, case, {"immediate": (None, text)}, detail={"step": "immediate"})
    return row


@transaction.atomic
def give_feedback(*, actor: User, deviation: Deviation, text: str) -> Feedback:
    """Told to the reporters on their own page; they never see the case itself."""
    case = about_to("feedback", deviation.pk)
    feedback = Feedback.objects.create(deviation=case, text=text, given_by_name=str(actor))
    log(actor, Event.Action.CHANGE, case, {"feedback": (None, text)})
    return feedback
