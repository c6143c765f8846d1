"""A new case is received and assessed: is it to be investigated?"""

from django.db import transaction
from django.utils import timezone

from deviations.models import Assessment, Deviation, Status
from deviations.services.rows import about_to, assess, require_motive, take
from organisation.models import User


@transaction.atomic
def receive(*, actor: User, deviation: Deviation, motive: str = "") -> Deviation:
    """Somebody has read it and answers for what is done at once."""
    case = about_to("receive", deviation.pk)
    return take(actor, case, Assessment.Step.RECEIVED, motive, status=Status.ASSESSMENT)


@transaction.atomic
def initial_assessment(*, actor: User, deviation: Deviation, motive: str) -> Deviation:
    """It is to be investigated, and why. A case that nobody has received is received too."""
    case = about_to("assess", deviation.pk)
    require_motive(motive, "Skriv varför ärendet ska utredas.")
    if case.status == Status.RECEIVED:
        assess(case, actor, Assessment.Step.RECEIVED, "", timezone.localdate())
    return take(actor, case, Assessment.Step.INITIAL, motive, status=Status.INVESTIGATION)
