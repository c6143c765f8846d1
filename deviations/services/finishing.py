"""After the decision: measures, their effect, and the end of the case."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.models import Event
from deviations.models import Assessment, Deviation, Status
from deviations.process import DECIDED
from deviations.readiness import before_closing, measures_in_words, without_verdict
from deviations.services.rows import (
    about_to,
    log,
    require,
    require_complete,
    require_motive,
    step,
    take,
)
from measures.models import Measure
from measures.services import create_measure
from organisation.models import User


@transaction.atomic
def add_measure(*, actor: User, deviation: Deviation, **fields: Any) -> Measure:
    """A new measure at the case's unit; elsewhere its origin is just "ärende"."""
    case = about_to("measure", deviation.pk)
    measure = create_measure(actor=actor, unit=case.unit, origin="ärende", **fields)
    return _link(actor, case, measure)


@transaction.atomic
def link_measure(*, actor: User, deviation: Deviation, measure: Measure) -> Measure:
    return _link(actor, about_to("measure", deviation.pk), measure)


def _link(actor: User, case: Deviation, measure: Measure) -> Measure:
    """After the decision the case waits for its measures."""
    case.measures.add(measure)
    linked = {"measures": (None, measure.pk)}
    if case.status in DECIDED:
        step(actor, case, also=linked, status=Status.MEASURES)
    else:
        log(actor, Event.Action.CHANGE, case, linked)
    return measure


@transaction.atomic
def follow_up_effect(*, actor: User, deviation: Deviation, motive: str) -> Deviation:
    """The effect is read from the measures themselves; here is said what it means for the case."""
    case = about_to("effect", deviation.pk)
    require_motive(motive, "Skriv vad åtgärderna har lett till.")
    measures = list(case.measures.all())
    waiting = [measure.title for measure in without_verdict(measures)]
    require(not waiting, f"Följ först upp effekten av: {', '.join(waiting)}.")
    words = f"{motive}\n\n{measures_in_words(measures)}"
    return take(actor, case, Assessment.Step.EFFECT, words, status=Status.FOLLOWED_UP)


@transaction.atomic
def close_deviation(*, actor: User, deviation: Deviation, left_because: str = "") -> Deviation:
    """Refused with all that is missing. A measure may be left unfinished with a motive."""
    case = about_to("close", deviation.pk)
    require_complete([one.words for one in before_closing(case, left_because)])
    return take(
        actor,
        case,
        Assessment.Step.CLOSING,
        left_because,
        closed_on=timezone.localdate(),
        status=Status.CLOSED,
    )
