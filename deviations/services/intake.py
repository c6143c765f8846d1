"""A report or a complaint becomes a case with a number."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.models import Event
from deviations import triage
from deviations.clocks import refresh
from deviations.models import Complaint, Deviation, DeviationReport, Kind, ReportDraft
from deviations.models.choices import COMPLAINT_KINDS, SERIES
from deviations.numbers import case_number, next_number
from deviations.services.rows import IllegalStep, log, require
from deviations.services.slips import tell_manager
from lib.versions import only
from organisation.models import Unit, User

REPORTABLE = frozenset(
    (
        "title",
        "channel",
        "process",
        "occurred_on",
        "occurred_until",
        "discovered_at",
        "affected_count",
        "sex",
        "age_band",
        "is_safe_now",
        "consequence_actual",
        "consequence_possible",
        "consequence_text",
        "immediate_measures",
        "immediate_measures_at",
        "act",
    )
)
COMPLAINT_FIELDS = frozenset(
    (
        "topic",
        "is_appeal",
        "contact_name",
        "contact",
        "wants_answer",
        "answer",
        "answered_on",
        "outcome",
    )
)
HEADLINE_LENGTH = 90


def report_deviation(
    *,
    actor: User,
    kind: str,
    unit: Unit,
    description: str,
    reporting_unit: Unit | None = None,
    details: Mapping[str, Any] | None = None,
    token: UUID | None = None,
    reported_for: User | None = None,
    origin: Deviation | None = None,
) -> Deviation:
    """A report makes a case. A lex Sarah case leaves the unit's circle from its first moment.

    `reported_for` is the colleague whose report it is, when the actor only writes it down.
    """
    if kind in COMPLAINT_KINDS:
        raise IllegalStep("Synpunkter och klagomål registreras för sig.")
    details = details or {}
    _require_unit(unit, timezone.localdate(), details.get("occurred_on"))
    who = reported_for or actor

    def make(own: UUID | None) -> Deviation:
        case = create_case(
            kind, unit, description, details, reporting_unit=reporting_unit, origin=origin
        )
        _add_report(case, actor, str(who), who.title, own, reported_for=reported_for)
        if token:
            ReportDraft.objects.filter(owner=actor, token=token).delete()
        log(actor, Event.Action.CREATE, case, detail=_about(description, origin))
        if case.is_lex_sarah:
            tell_manager(actor, case)
        return case

    return _once(make, token, (actor.pk, kind, description))


def _about(description: str, origin: Deviation | None) -> dict[str, str]:
    """Where it came from, and that the way to orosanmälan was shown: codes, never the text."""
    shown = {"shown": triage.CONCERN} if triage.CONCERN in triage.matching(description) else {}
    return shown | ({"origin": origin.number} if origin else {})


def register_complaint(
    *,
    actor: User | None,
    kind: str,
    unit: Unit,
    description: str,
    complaint: Mapping[str, Any],
    received_on: date | None = None,
    details: Mapping[str, Any] | None = None,
    token: UUID | None = None,
) -> Deviation:
    """What somebody outside says. An employee who writes it down is no reporter of it; without
    an actor it comes from the open page."""
    if kind not in COMPLAINT_KINDS:
        raise IllegalStep("Bara synpunkter och klagomål registreras här.")
    only(COMPLAINT_FIELDS, complaint)
    details = details or {}
    _require_unit(unit, received_on or timezone.localdate(), details.get("occurred_on"))

    def make(own: UUID | None) -> Deviation:
        case = create_case(kind, unit, description, details, received_on=received_on)
        Complaint.objects.create(deviation=case, is_public=actor is None, **complaint)
        refresh(case)
        _add_report(case, actor, complaint.get("contact_name", ""), "", own)
        log(actor, Event.Action.CREATE, case)
        return case

    return _once(make, token, (actor.pk if actor else None, kind, description))


def _once(
    make: Callable[[UUID | None], Deviation],
    token: UUID | None,
    sent: tuple[int | None, str, str],
) -> Deviation:
    """In one transaction; the same form sent again (a double click) gives the first case.

    Who went back in the browser and wrote of something else, or chose another kind, has sent
    another report. `sent`: by whom, the kind and the text.
    """
    try:
        with transaction.atomic():
            return make(token)
    except IntegrityError:
        reports = DeviationReport.objects.filter(token=token)
        first = reports.select_related("deviation").first() if token else None
        if first is None:
            raise
    if (first.reporter_id, first.deviation.kind, first.text) == sent:
        return first.deviation
    with transaction.atomic():
        return make(uuid4())


def create_case(
    kind: str,
    unit: Unit,
    description: str,
    details: Mapping[str, Any],
    *,
    reporting_unit: Unit | None = None,
    received_on: date | None = None,
    origin: Deviation | None = None,
) -> Deviation:
    only(REPORTABLE, details)
    today = timezone.localdate()
    received = received_on or today
    require(received <= today, "Ärendet kan inte ha kommit in i framtiden.")
    deviation = Deviation(
        **{**details, "title": details.get("title") or headline(description)},
        kind=kind,
        unit=unit,
        description=description,
        reporting_unit=reporting_unit,
        origin=origin,
        restricted=kind == Kind.LEX_SARAH,
        received_at=_moment(received),
        received_on=received,
    )
    series = SERIES[Kind(kind)]
    sequence = next_number(series=series, year=received.year)
    deviation.series, deviation.year, deviation.sequence = series, received.year, sequence
    deviation.number = case_number(series, received.year, sequence)
    deviation.save(force_insert=True)
    refresh(deviation)
    return deviation


def _moment(day: date) -> datetime:
    """Now, or the middle of an earlier day: what came by letter is registered afterwards."""
    now = timezone.now()
    if day == timezone.localdate(now):
        return now
    return timezone.make_aware(datetime.combine(day, time(12)))


def _add_report(
    deviation: Deviation,
    actor: User | None,
    name: str,
    title: str,
    token: UUID | None,
    *,
    reported_for: User | None = None,
) -> None:
    DeviationReport.objects.create(
        deviation=deviation,
        reporter=actor,
        reported_for=reported_for,
        reporter_name=name,
        reporter_title=title,
        text=deviation.description,
        reported_at=deviation.received_at,
        number_given=deviation.number,
        token=token,
    )


def headline(description: str) -> str:
    """The first sentence or line, cut between words: reporters are not asked for a title."""
    first = description.strip().splitlines()[0] if description.strip() else ""
    sentence = first.split(". ")[0].rstrip(".")
    if len(sentence) <= HEADLINE_LENGTH:
        return sentence or "Utan rubrik"
    return sentence[:HEADLINE_LENGTH].rsplit(" ", 1)[0] + " …"


def _require_unit(unit: Unit, received_on: date, occurred_on: date | None) -> None:
    """The unit is that of the event, in the organisation of its day."""
    days = {received_on, occurred_on or received_on}
    require(any(unit.is_valid_on(day) for day in days), f"{unit} är avslutad. Välj en annan enhet.")
