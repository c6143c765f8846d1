"""An avvikelse that is suspected misconduct goes on as a lex Sarah report, and comes back if it
was none. Kind and number never change: each is a case of its own and counted once."""

from django.db import transaction
from django.utils import timezone

from audit.models import Event
from deviations.models import Assessment, Deviation, Kind, Status
from deviations.services.following import bring_along
from deviations.services.intake import REPORTABLE, create_case
from deviations.services.rows import about_to, assess, locked, log, require_motive, step, take
from deviations.services.slips import manager_keeps_insight, managers_of, tell_manager
from organisation.models import User

# What the investigation begins with, beyond what was reported.
KNOWN = (
    "type",
    "own_view",
    "own_view_missing_reason",
    "could_recur",
    "happened_before",
    "happened_before_text",
)


@transaction.atomic
def suspect_misconduct(*, actor: User, deviation: Deviation, motive: str) -> Deviation:
    """The new lex Sarah case. The manager loses both in this write and keeps a slip, unless the
    municipality has decided that managers keep the insight."""
    origin = about_to("suspect", deviation.pk)
    require_motive(motive, "Skriv varför du misstänker ett missförhållande.")
    report = _new_report(actor, origin, motive)
    today = timezone.localdate()
    _leave_the_circle(origin, report)
    take(
        actor,
        origin,
        Assessment.Step.SUSPECTED,
        f"{motive}\n\nFortsätter som {report.number}.",
        restricted=True,
        investigator=None,
        status=Status.CLOSED,
        decided_on=today,
        closed_on=today,
    )
    tell_manager(actor, report)
    return report


def _new_report(actor: User, origin: Deviation, motive: str) -> Deviation:
    report = create_case(
        Kind.LEX_SARAH,
        origin.unit,
        origin.description,
        {field: getattr(origin, field) for field in REPORTABLE},
        reporting_unit=origin.reporting_unit,
        origin=origin,
    )
    Deviation.objects.filter(pk=report.pk).update(**{name: getattr(origin, name) for name in KNOWN})
    report.causes.set(origin.causes.all())
    report.measures.set(origin.measures.all())
    log(actor, Event.Action.CREATE, report, detail={"origin": origin.number})
    left_behind = bring_along(actor, origin, report, motive)
    words = f"{motive}\n\nUppstod ur {origin.number}.{left_behind}"
    today = timezone.localdate()
    assess(report, actor, Assessment.Step.SUSPECTED, words, today)
    report.refresh_from_db()
    return report


def _leave_the_circle(origin: Deviation, report: Deviation) -> None:
    """Nobody of the unit keeps a way to either case by having been named in the first."""
    kept = list(managers_of(report)) if manager_keeps_insight(report) else []
    origin.named_readers.set(kept)
    report.named_readers.set(kept)


def came_from_avvikelse(case: Deviation) -> bool:
    """By suspicion, and not yet given back."""
    origin = case.origin
    return origin is not None and origin.restricted and not origin.is_lex_sarah


def give_back(actor: User, case: Deviation, why: str) -> Deviation:
    """The avvikelse is open again, with the manager of the place where the case lies now.

    `why` is read by the manager: never a motive from the lex Sarah case.
    """
    assert case.origin_id is not None  # noqa: S101 -- came_from_avvikelse
    origin = locked(case.origin_id)
    origin.named_readers.clear()
    words = f"{why} Återlämnat från {case.number}."
    assess(origin, actor, Assessment.Step.RETURNED, words, timezone.localdate())
    return step(
        actor,
        origin,
        at=Assessment.Step.RETURNED,
        restricted=False,
        unit=case.unit,
        status=Status.ASSESSMENT,
        decided_on=None,
        closed_on=None,
    )
