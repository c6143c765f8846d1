"""What the manager of the place is told of a case that has left the unit's circle."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from audit.models import Event
from deviations.mail import tell
from deviations.models import Deviation, LexSarahPolicy, ManagerSlip
from deviations.services.rows import about_to, log, require_motive
from organisation.choices import holders_above
from organisation.models import Role, Unit, UnitClosure, User

WAITING = "En lapp väntar på dig."


def tell_manager(actor: User, case: Deviation, instruction: str = "") -> ManagerSlip:
    """A fresh slip, unread: when the case is made, when it moves, and when there is news.

    Called in the transaction of what it tells of.
    """
    slip, _ = ManagerSlip.objects.update_or_create(
        deviation=case,
        defaults={
            "instruction": instruction,
            "told_at": timezone.now(),
            "seen_at": None,
            "seen_by_name": "",
        },
    )
    tell(managers_of(case).exclude(pk=actor.pk), case.number, [WAITING])
    return slip


def managers_of(case: Deviation) -> QuerySet[User]:
    return holders_above([case.unit_id], (Role.MANAGER,))


def manager_keeps_insight(case: Deviation) -> bool:
    """The nearest rule at the unit or above it today; without one, the manager loses it."""
    depths = dict(
        UnitClosure.objects.filter(descendant_id=case.unit_id).values_list("ancestor_id", "depth")
    )
    rules = LexSarahPolicy.objects.valid_on(timezone.localdate()).filter(unit_id__in=depths)
    nearest = min(
        rules,
        key=lambda rule: (depths[rule.unit_id], -rule.valid_from.toordinal()),
        default=None,
    )
    return nearest is not None and nearest.manager_keeps_insight


def move_insight(case: Deviation, left: Unit) -> None:
    """A restricted case that has come to another place: nobody manages it and reads on as a named
    reader, unless the municipality lets managers keep the insight. Then it is the new ones'."""
    if not case.restricted:
        return
    before = holders_above([left.pk], (Role.MANAGER,))
    kept = case.named_readers.filter(pk__in=before.values("pk")).exists()
    here = managers_of(case)
    case.named_readers.remove(*before, *here)
    if kept and manager_keeps_insight(case):
        case.named_readers.add(*here)


@transaction.atomic
def instruct_manager(*, actor: User, deviation: Deviation, instruction: str) -> ManagerSlip:
    """What must be done at the unit now. The slip is unread again."""
    case = about_to("instruct", deviation.pk)
    require_motive(instruction, "Skriv vad chefen behöver göra.")
    before = ManagerSlip.objects.filter(deviation=case).values_list("instruction", flat=True)
    log(actor, Event.Action.CHANGE, case, {"instruction": (before.first() or "", instruction)})
    return tell_manager(actor, case, instruction)


@transaction.atomic
def open_slip(*, actor: User, slip: ManagerSlip) -> None:
    """A read of a restricted case, and the first one by the manager is remembered."""
    case = slip.deviation
    log(actor, Event.Action.READ, case, detail={"slip": slip.pk})
    unread = ManagerSlip.objects.filter(pk=slip.pk, seen_at=None)
    unread.update(seen_at=timezone.now(), seen_by_name=str(actor))
