"""A case that leaves its unit, or the register's count: handed over, annulled, or joined."""

from django.db import transaction
from django.utils import timezone

from audit.models import Event
from deviations.mail import tell
from deviations.models import AnnulledBecause, Assessment, Deviation, Status
from deviations.process import UNDECIDED
from deviations.services.editing import require_impartial
from deviations.services.rows import about_to, locked, log, require, require_motive, take
from deviations.services.slips import managers_of, move_insight, tell_manager
from deviations.services.suspicion import came_from_avvikelse, give_back
from organisation.choices import holders_above
from organisation.models import Role, Unit, User

# Reasons a person may give; a duplicate is annulled by joining it to the other case.
GIVEN_REASONS = (AnnulledBecause.MISTAKE, AnnulledBecause.HANDED_OVER)


@transaction.atomic
def hand_over(*, actor: User, deviation: Deviation, unit: Unit, motive: str) -> Deviation:
    """To another unit of the organisation, whose manager (or manager's slip) it becomes."""
    case = about_to("hand_over", deviation.pk)
    require_motive(motive, "Skriv varför ärendet lämnas över.")
    require(unit.pk != case.unit_id, f"Ärendet ligger redan hos {unit}.")
    require(unit.is_valid_on(timezone.localdate()), f"{unit} är avslutad. Välj en annan enhet.")
    require_impartial(case, unit)
    _require_somebody_there(case, unit)
    left, words = case.unit, f"Från {case.unit} till {unit}. {motive}"
    # The new place has not received it yet.
    status = Status.RECEIVED if case.status == Status.ASSESSMENT else case.status
    take(actor, case, Assessment.Step.HANDOVER, words, unit=unit, status=status)
    move_insight(case, left)
    if case.is_lex_sarah:
        tell_manager(actor, case)
    else:
        managers = managers_of(case).exclude(pk=actor.pk)
        tell(managers, case.number, ["Ärendet har lämnats över till din enhet."])
    return case


def _require_somebody_there(case: Deviation, unit: Unit) -> None:
    """A case must not come to lie where nobody may open it."""
    roles = (Role.LEX_SARAH,) if case.restricted else (Role.MANAGER, Role.LEX_SARAH)
    who = "lex Sarah-ansvarig" if case.restricted else "chef"
    require(
        holders_above([unit.pk], roles).exists(),
        f"Det finns ingen {who} för {unit} som kan ta emot ärendet.",
    )


@transaction.atomic
def annul_deviation(
    *,
    actor: User,
    deviation: Deviation,
    motive: str,
    because: str = AnnulledBecause.MISTAKE,
) -> Deviation:
    """Nothing is deleted: the number stays taken, the motive is kept.

    An avvikelse that was taken for misconduct by mistake is the manager's again.
    """
    case = about_to("annul", deviation.pk)
    require_motive(motive, "Ange varför ärendet annulleras.")
    require(because in GIVEN_REASONS, "Välj varför ärendet annulleras.")
    _require_not_with_ivo(case)
    returned = because == AnnulledBecause.MISTAKE and came_from_avvikelse(case)
    _annul(actor, case, motive, because)
    if returned:
        give_back(actor, case, "Lex Sarah-rapporten var felregistrerad.")
    return case


def _annul(
    actor: User, case: Deviation, motive: str, because: str, joined: Deviation | None = None
) -> None:
    take(
        actor,
        case,
        Assessment.Step.ANNULMENT,
        motive,
        annulled_on=timezone.localdate(),
        annulled_because=because,
        duplicate_of=joined,
        status=Status.ANNULLED,
    )


def _require_not_with_ivo(case: Deviation) -> None:
    require(
        not case.is_with_ivo,
        "Ärendet är anmält till IVO och kan inte annulleras. Utred och besluta det.",
    )


def _is_known_to_be_serious(case: Deviation) -> bool:
    """IVO has been told, or shall be: a clock that must not stop because two cases are joined."""
    notification = getattr(case, "ivo", None)
    return notification is not None and notification.dropped_on is None


@transaction.atomic
def join_reports(
    *, actor: User, deviation: Deviation, other: Deviation, motive: str = ""
) -> Deviation:
    """The same event as another open case: the reports stand there, and this one is annulled.

    Both counts are kept: one case, as many reports. The other case is returned.
    """
    first, last = sorted((deviation.pk, other.pk))
    require(first != last, "Välj ett annat ärende än det här.")
    locked(first)
    locked(last)
    case, kept = about_to("join", deviation.pk), locked(other.pk)
    _require_same_event(actor, case, kept)
    _require_not_with_ivo(case)
    require(
        _is_known_to_be_serious(kept) or not _is_known_to_be_serious(case),
        f"Det här kan vara allvarligt och ska anmälas till IVO snarast. Notera misstanken i"
        f" {kept.number} först, eller avskriv den här.",
    )
    moved = case.reports.update(deviation=kept)
    kept.measures.add(*case.measures.all())
    words = f"Samma händelse som {kept.number}. {motive}".strip()
    _annul(actor, case, words, AnnulledBecause.DUPLICATE, kept)
    changed = {"reports": (None, moved)}
    log(actor, Event.Action.CHANGE, kept, changed, detail={"joined": case.number})
    return kept


def _require_same_event(actor: User, case: Deviation, kept: Deviation) -> None:
    known = Deviation.objects.visible_to(actor).filter(pk=kept.pk).exists()
    require(known, "Ärendet finns inte bland dem du kan läsa.")
    require(case.kind == kept.kind, "Bara ärenden av samma typ slås ihop.")
    require(
        kept.status != Status.INVESTIGATED,
        f"Utredningen i {kept.number} är klar och låst. Öppna den igen först.",
    )
    require(
        kept.status in UNDECIDED,
        f"{kept.number} är redan beslutat och tar inte emot fler rapporter.",
    )
