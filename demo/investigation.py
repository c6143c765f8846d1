"""The process around the cases: assessments, notes, IVO, information and feedback."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from demo import plan
from demo.cases import Case
from demo.people import at_unit
from demo.register import Register
from demo.stories import investigation as words
from deviations.models import (
    Assessment,
    Feedback,
    Information,
    InvestigationNote,
    IvoNotification,
    Severity,
    Status,
)
from deviations.models.choices import AgeBand
from organisation.models import Role, User

TO_IVO = (Severity.SERIOUS, Severity.SERIOUS_RISK)
DELEGATION = "Delegationsordningen 4.7"
WAITING = (Status.RECEIVED, Status.ASSESSMENT)
DECIDED_LONG_AGO = timedelta(days=120)


def load_investigations(cases: list[Case], register: Register, rng: Random) -> None:
    lex_sarah = [case for case in cases if case.draft.is_lex_sarah]
    Assessment.objects.bulk_create(_assessments(cases, register))
    InvestigationNote.objects.bulk_create(
        note for case in lex_sarah for note in _notes(case, register, rng)
    )
    IvoNotification.objects.bulk_create(_ivo(lex_sarah, rng))
    Information.objects.bulk_create(
        row for case in lex_sarah for row in _information(case, register, rng)
    )
    Feedback.objects.bulk_create(row for case in cases for row in _feedback(case, register))


# Assessments -------------------------------------------------------------------------------


def _assessments(cases: Iterable[Case], register: Register) -> Iterator[Assessment]:
    for case in cases:
        if case.draft.is_lex_sarah:
            yield from _lex_sarah_assessments(case, register)
        elif case.draft.decided_on and not case.draft.complaint:
            manager = register.people[(at_unit(case.draft.unit, Role.MANAGER) or ["karin"])[0]]
            motive = "Orsaken är klarlagd och arbetssättet har ändrats."
            yield _assessment(case, "decision", case.draft.decided_on, manager, motive)


def _lex_sarah_assessments(case: Case, register: Register) -> Iterator[Assessment]:
    draft, people = case.draft, register.people
    if draft.annulled_on:
        yield _assessment(case, "annulment", draft.annulled_on, people["sara"], words.ANNULMENT)
        return
    if draft.status in WAITING:
        return
    first = plan.working_day(draft.received_on + timedelta(days=2))
    yield _assessment(case, "initial", first, people["sara"], words.INITIAL)
    investigator = people[draft.investigator]
    if draft.status == Status.INVESTIGATED:
        ready, proposed = plan.TODAY - timedelta(days=2), Severity.MISCONDUCT
        yield _assessment(case, "proposal", ready, investigator, _motive(proposed), proposed)
    if draft.decided_on and draft.severity:
        motive = _motive(draft.severity)
        ready = plan.working_day(draft.decided_on - timedelta(days=5))
        yield _assessment(case, "proposal", ready, investigator, motive, draft.severity)
        yield _assessment(case, "decision", draft.decided_on, people["dag"], motive, draft.severity)


def _motive(severity: Severity) -> str:
    return words.MOTIVES[severity.value]


def _assessment(
    case: Case, step: str, made_on: date, person: User, motive: str, severity: str = ""
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
        delegation=DELEGATION if step == "decision" and severity else "",
        recorded_at=_afternoon(made_on),
    )


# Notes -------------------------------------------------------------------------------------


def _notes(case: Case, register: Register, rng: Random) -> Iterator[InvestigationNote]:
    draft = case.draft
    if not draft.investigator:
        return
    until = draft.decided_on or plan.TODAY
    facts, assessments = words.NOTES[:-2], words.NOTES[-2:]
    chosen = [facts[0], *rng.sample(facts[1:], k=rng.randint(2, 3)), rng.choice(assessments)]
    if draft.status == Status.INVESTIGATION:
        chosen.pop()
    step = max((until - draft.received_on).days // (len(chosen) + 2), 1)
    for index, (source, nature, text) in enumerate(chosen, 1):
        noted_on = min(plan.working_day(draft.received_on + timedelta(days=step * index)), until)
        yield _note(case, register.people[draft.investigator], noted_on, source, nature, text)


def _note(
    case: Case, author: User, noted_on: date, source: str, nature: str, text: str
) -> InvestigationNote:
    moment = _afternoon(noted_on)
    return InvestigationNote(
        deviation=case.row,
        noted_on=noted_on,
        source=source,
        passages=[{"nature": nature, "text": text}],
        author=author,
        author_name=str(author),
        author_title=author.title,
        signed_at=moment if case.draft.status != Status.INVESTIGATION else None,
        recorded_at=moment,
    )


# IVO ---------------------------------------------------------------------------------------


def _ivo(cases: Iterable[Case], rng: Random) -> Iterator[IvoNotification]:
    for case in cases:
        if case.draft.severity in TO_IVO:
            yield _notification(case, rng)
    being_investigated = sorted(
        (case for case in cases if case.draft.status == Status.INVESTIGATION),
        key=lambda case: case.draft.received_at,
    )
    # The oldest is notified and must be completed soon; the newest is suspected to be serious.
    yield _notification(being_investigated[0], rng)
    newest = being_investigated[-1]
    suspected = plan.working_day(newest.draft.received_on + timedelta(days=4))
    yield IvoNotification(deviation=newest.row, suspected_on=suspected)


def _notification(case: Case, rng: Random) -> IvoNotification:
    draft = case.draft
    suspected = plan.working_day(draft.received_on + timedelta(days=rng.randint(1, 4)))
    notified = plan.working_day(suspected + timedelta(days=rng.randint(0, 2)))
    row = IvoNotification(
        deviation=case.row,
        suspected_on=suspected,
        notified_on=notified,
        completion_due_on=_two_months_after(notified),
        completed_on=draft.decided_on,
        ivo_diary_number=f"exempel {case.row.sequence:03d}/{case.row.year}",
    )
    if draft.decided_on and draft.decided_on + DECIDED_LONG_AGO < plan.TODAY:
        row.ivo_decision = words.IVO_DECISION
        row.ivo_decided_on = plan.working_day(draft.decided_on + timedelta(days=75))
    return row


def _two_months_after(day: date) -> date:
    month = day.month + 2
    year, month = day.year + (month > 12), (month - 1) % 12 + 1
    return date(year, month, min(day.day, 28))


# Information and feedback ------------------------------------------------------------------


def _information(case: Case, register: Register, rng: Random) -> Iterator[Information]:
    draft = case.draft
    if not draft.decided_on:
        return
    informed_on = plan.working_day(draft.decided_on + timedelta(days=3))
    is_child = draft.somebody and draft.somebody.age_band in (AgeBand.CHILD, AgeBand.YOUTH)
    maker = str(register.people[draft.investigator])
    if draft.somebody:
        receiver = "guardian" if is_child else "person"
        reached = rng.random() < 0.88
        yield Information(
            deviation=case.row,
            receiver=receiver,
            informed_on=informed_on if reached else None,
            how="Samtal" if reached else "",
            reason_not="" if reached else "Kontakt kan inte tas utan risk för den enskilde.",
            made_by_name=maker,
            recorded_at=_afternoon(informed_on),
        )
    yield Information(
        deviation=case.row,
        receiver="staff",
        informed_on=informed_on,
        how="Arbetsplatsträff",
        made_by_name=maker,
        recorded_at=_afternoon(informed_on),
    )


def _feedback(case: Case, register: Register) -> Iterator[Feedback]:
    draft = case.draft
    if not draft.is_lex_sarah or draft.status == Status.RECEIVED or draft.annulled_on:
        return
    sara = str(register.people["sara"])
    received = plan.working_day(draft.received_on + timedelta(days=1))
    yield Feedback(
        deviation=case.row,
        text=words.RECEIVED_FEEDBACK,
        given_at=_afternoon(received),
        given_by_name=sara,
    )
    if draft.decided_on:
        told = plan.working_day(draft.decided_on + timedelta(days=4))
        yield Feedback(
            deviation=case.row,
            text=words.DECIDED_FEEDBACK,
            given_at=_afternoon(told),
            given_by_name=sara,
        )


def _afternoon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(14, 20)))
