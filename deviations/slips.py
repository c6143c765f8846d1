"""What the slip says, and nothing else of the case: no word of what happened or who reported."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from deviations.listing import GRADE_TONES
from deviations.models import Deviation, ImmediateMeasure, ManagerSlip, Severity, Status
from deviations.models.choices import OPEN_STATUSES
from deviations.services.slips import managers_of
from organisation.models import User


@dataclass(frozen=True)
class Done:
    text: str
    when: str
    who: str


@dataclass(frozen=True)
class Decided:
    title: str
    status: str


@dataclass(frozen=True)
class SlipPage:
    number: str
    kind: str
    unit: str
    received: str
    instruction: str
    is_open: bool
    own: list[Done]
    decided: list[Decided]
    grade: str
    grade_tone: str
    outcome: str


def page(slip: ManagerSlip, user: User) -> SlipPage:
    case = slip.deviation
    severity = Severity(case.severity) if case.severity else None
    return SlipPage(
        number=case.number,
        kind=case.get_kind_display(),
        unit=case.unit.name,
        received=date_format(case.received_on, "j F Y"),
        instruction=slip.instruction,
        is_open=case.status in OPEN_STATUSES,
        own=[_done(row) for row in _by_managers(case, user)],
        decided=[Decided(one.title, one.get_status_display()) for one in case.measures.all()],
        grade=severity.label if severity else "",
        grade_tone=GRADE_TONES[severity] if severity else "",
        outcome=_outcome(case),
    )


def _by_managers(case: Deviation, user: User) -> list[ImmediateMeasure]:
    """What the managers of the place have noted; what others noted belongs to the case."""
    managers = managers_of(case).values("pk")
    own = case.immediate.filter(Q(made_by=user) | Q(made_by__in=managers))
    return list(own.order_by("-taken_at", "-pk"))


def _done(row: ImmediateMeasure) -> Done:
    when = date_format(timezone.localtime(row.taken_at), "j F Y H:i")
    return Done(row.text, when, row.made_by_name)


def _outcome(case: Deviation) -> str:
    if case.status == Status.ANNULLED:
        return "Ärendet är annullerat."
    if case.closed_on:
        return f"Ärendet avslutades {date_format(case.closed_on, 'j F Y')}."
    if case.decided_on:
        return f"Beslutat {date_format(case.decided_on, 'j F Y')}. Uppföljningen pågår."
    return "Ärendet utreds. Utfallet står här när det är beslutat."
