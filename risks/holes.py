"""Where the chain process → risk → egenkontroll → åtgärd is broken.

SOSFS 2011:9 asks for all of it: risks are judged (5 kap. 1 §), the work is checked (5 kap. 2 §)
and what is found leads to measures. The rules, for the page and the report alike:

* a risk that is to be handled or watched needs a control or a measure: one that its control
  handles lacks no measure, and an accepted one needs neither; what is checked or done for its
  process as a whole handles it too;
* a process with a risk that is not accepted needs a control and a measure somewhere;
* whoever answers for it is named, for risks, controls and open measures;
* a control is made when it is due, and one that calls for action has a measure;
* a measure is not overdue, and when it is done somebody has said what came of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from measures.models import Effect, Status
from risks.models import Decision, Verdict


class Hole(TextChoices):
    PROCESS_WITHOUT_CONTROL = "process_control", "Processen har ingen egenkontroll"
    PROCESS_WITHOUT_MEASURE = "process_measure", "Processen har ingen åtgärd"
    RISK_UNHANDLED = "risk", "Varken egenkontroll eller åtgärd"
    RISK_WITHOUT_OWNER = "risk_owner", "Ingen ansvarar för risken"
    CONTROL_LATE = "control_late", "Egenkontrollen är inte gjord i tid"
    CONTROL_WITHOUT_MEASURE = "control_measure", "Kräver åtgärd men har ingen"
    CONTROL_WITHOUT_OWNER = "control_owner", "Ingen ansvarar för egenkontrollen"
    MEASURE_OVERDUE = "overdue", "Åtgärden är försenad"
    MEASURE_WITHOUT_OWNER = "measure_owner", "Ingen ansvarar för åtgärden"
    MEASURE_NOT_FOLLOWED_UP = "effect", "Klar, men effekten är inte bedömd"


@dataclass(frozen=True)
class OfRisk:
    """An open risk."""

    decision: str
    has_owner: bool
    controls: int
    measures: int
    by_process: bool = False  # its process has a control or a measure of its own


@dataclass(frozen=True)
class OfControl:
    """One that holds. `verdict` is that of the newest result; "" before the first."""

    has_owner: bool
    is_late: bool
    verdict: str
    measures: int


@dataclass(frozen=True)
class OfMeasure:
    has_owner: bool
    status: str
    due_on: date | None
    effect: str
    follow_up_on: date | None = None


def of_risk(risk: OfRisk) -> Iterator[Hole]:
    handled = risk.controls or risk.measures or risk.by_process
    if risk.decision != Decision.ACCEPT and not handled:
        yield Hole.RISK_UNHANDLED
    if not risk.has_owner:
        yield Hole.RISK_WITHOUT_OWNER


def of_control(control: OfControl) -> Iterator[Hole]:
    if control.is_late:
        yield Hole.CONTROL_LATE
    if control.verdict == Verdict.ACTION and not control.measures:
        yield Hole.CONTROL_WITHOUT_MEASURE
    if not control.has_owner:
        yield Hole.CONTROL_WITHOUT_OWNER


def of_measure(measure: OfMeasure, today: date) -> Iterator[Hole]:
    is_open = measure.status in (Status.NOT_STARTED, Status.ONGOING)
    if is_open and measure.due_on is not None and measure.due_on < today:
        yield Hole.MEASURE_OVERDUE
    if is_open and not measure.has_owner:
        yield Hole.MEASURE_WITHOUT_OWNER
    if measure.status == Status.DONE and _effect_is_unknown(measure, today):
        yield Hole.MEASURE_NOT_FOLLOWED_UP


def _effect_is_unknown(measure: OfMeasure, today: date) -> bool:
    """ "Too early" is an answer until the day on which it was to be asked again."""
    if measure.effect == Effect.TOO_EARLY:
        return measure.follow_up_on is not None and measure.follow_up_on < today
    return not measure.effect


def of_process(*, open_risks: int, controls: int, measures: int) -> Iterator[Hole]:
    """open_risks: those that are not accepted."""
    if open_risks and not controls:
        yield Hole.PROCESS_WITHOUT_CONTROL
    if open_risks and not measures:
        yield Hole.PROCESS_WITHOUT_MEASURE
