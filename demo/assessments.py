"""Each step that a case has taken, in the order of time: who, when and why."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from demo import plan
from demo.cases import Case, responsible
from demo.register import Register
from demo.stories import investigation as words
from deviations.models import Assessment, Severity, Status
from deviations.readiness import FINISHED
from measures.models import Measure
from organisation.models import User

DELEGATION = "Delegationsordningen 4.7"
NEW = (Status.RECEIVED, Status.ASSESSMENT)
NO_CONFLICT = "Ingen jävssituation."
Step = Assessment.Step
Answers = Mapping[int, list[Measure]]  # by the case's id

# Several steps of one day come one after another.
HOURS = {
    Step.SUSPECTED: time(8, 40),
    Step.RECEIVED: time(9, 10),
    Step.INITIAL: time(14, 20),
    Step.ASSIGNMENT: time(14, 45),
    Step.PROPOSAL: time(15, 5),
    Step.READY: time(15, 10),
    Step.DECISION: time(15, 30),
    Step.EFFECT: time(16, 5),
    Step.CLOSING: time(16, 30),
    Step.ANNULMENT: time(16, 40),
}


def load_assessments(cases: Iterable[Case], register: Register, answers: Answers) -> None:
    Assessment.objects.bulk_create(
        row for case in cases for row in _steps(case, register, answers.get(case.row.pk, []))
    )


def _steps(case: Case, register: Register, measures: list[Measure]) -> Iterator[Assessment]:
    draft = case.draft
    handler = register.people["sara" if draft.is_lex_sarah else responsible(draft)]
    yield from _suspicion(case, register)
    if draft.became_lex_sarah:
        return
    if draft.status != Status.RECEIVED:
        yield _step(case, Step.RECEIVED, _after(case, 1), handler, words.RECEIVED)
    if draft.annulled_on:
        motive = words.ANNULMENTS[draft.annulled_because or "mistake"]
        yield _step(case, Step.ANNULMENT, draft.annulled_on, handler, motive)
    elif draft.is_lex_sarah:
        yield from _of_investigation(case, register)
    elif draft.status != Status.RECEIVED and not draft.complaint:
        yield _step(case, Step.INITIAL, _after(case, 2), handler, words.INTERNAL_ASSESSMENT)
    yield from _of_decision(case, register, handler)
    yield from _of_end(case, handler, measures)


def _suspicion(case: Case, register: Register) -> Iterator[Assessment]:
    """In the avvikelse and in the lex Sarah report that it became, by the manager of the place."""
    row, manager = case.row, register.people[responsible(case.draft)]
    if case.draft.became_lex_sarah:
        yield _step(case, Step.SUSPECTED, row.received_on, manager, words.SUSPECTED)
    if case.draft.was_suspected:
        motive = f"{words.SUSPECTED}\n\nUppstod ur {row.origin}."
        yield _step(case, Step.SUSPECTED, row.received_on, manager, motive)


def _of_investigation(case: Case, register: Register) -> Iterator[Assessment]:
    draft, people = case.draft, register.people
    if draft.status in NEW:
        return
    begun, investigator = _after(case, 2), people[draft.investigator]
    yield _step(case, Step.INITIAL, begun, people["sara"], words.INITIAL)
    tick = f"{investigator}. {NO_CONFLICT}"
    yield _step(case, Step.ASSIGNMENT, begun, people["sara"], tick)
    severity, ready = draft.severity, draft.decided_on
    if draft.status == Status.INVESTIGATED:
        severity, ready = Severity.MISCONDUCT, plan.TODAY + timedelta(days=3)
    if severity and ready:
        day = max(plan.working_day(ready - timedelta(days=5)), begun)
        yield _step(case, Step.PROPOSAL, day, investigator, words.MOTIVES[severity], severity)
        yield _step(case, Step.READY, day, investigator, "")


def _of_decision(case: Case, register: Register, handler: User) -> Iterator[Assessment]:
    draft = case.draft
    if draft.decided_on is None:
        return
    if draft.severity:
        motive, dag = words.MOTIVES[draft.severity], register.people["dag"]
        yield _step(case, Step.DECISION, draft.decided_on, dag, motive, draft.severity, DELEGATION)
    else:
        motive = words.ANSWERED if draft.complaint else words.INTERNAL_DECISION
        yield _step(case, Step.DECISION, draft.decided_on, handler, motive)


def _of_end(case: Case, handler: User, measures: list[Measure]) -> Iterator[Assessment]:
    closed_on = case.row.closed_on
    if case.draft.status == Status.FOLLOWED_UP or (closed_on and measures):
        followed_up = closed_on or plan.TODAY - timedelta(days=4)
        yield _step(case, Step.EFFECT, followed_up, handler, words.EFFECT)
    if closed_on:
        left = any(measure.status not in FINISHED for measure in measures)
        yield _step(case, Step.CLOSING, closed_on, handler, words.LEFT if left else "")


def _after(case: Case, days: int) -> date:
    """Never later than what the case is already known to have come to."""
    latest = case.draft.decided_on or case.draft.annulled_on or plan.TODAY
    return min(plan.working_day(case.draft.received_on + timedelta(days=days)), latest)


def _step(
    case: Case,
    step: Assessment.Step,
    made_on: date,
    person: User,
    motive: str,
    severity: str = "",
    delegation: str = "",
) -> Assessment:
    return Assessment(
        deviation=case.row,
        step=step,
        severity=severity,
        motive=motive,
        made_on=made_on,
        made_by=person,
        made_by_name=str(person),
        made_by_title=person.title,
        delegation=delegation,
        recorded_at=at(made_on, HOURS[step]),
    )


def at(day: date, hour: time = time(14, 20)) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
