"""What is written around the cases: notes, information and feedback."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from demo import plan
from demo.assessments import at
from demo.cases import Case
from demo.register import Register
from demo.stories import investigation as words
from deviations.models import Feedback, Information, InvestigationNote, Status
from deviations.models.choices import SERIOUS, AgeBand
from organisation.models import User

Receiver, Act = Information.Receiver, Information.Act
Passages = tuple[tuple[str, str], ...]  # fact or assessment, and what it says
CHILD = (AgeBand.CHILD, AgeBand.YOUTH)


def load_investigations(cases: list[Case], register: Register, rng: Random) -> None:
    lex_sarah = [case for case in cases if case.draft.is_lex_sarah]
    notes = InvestigationNote.objects.bulk_create(
        note for case in lex_sarah for note in _notes(case, register, rng)
    )
    _correct_some(notes, rng)
    Information.objects.bulk_create(
        row for case in lex_sarah for row in _information(case, register, rng)
    )
    Feedback.objects.bulk_create(row for case in cases for row in _feedback(case, register))


# Notes -------------------------------------------------------------------------------------


def _notes(case: Case, register: Register, rng: Random) -> Iterator[InvestigationNote]:
    draft = case.draft
    if not draft.investigator:
        return
    under_way = draft.status == Status.INVESTIGATION
    until = draft.decided_on or plan.TODAY
    chosen = _chosen(draft.received_on.year == plan.TODAY.year, rng)
    if under_way:
        chosen.pop()
    step = max((until - draft.received_on).days // (len(chosen) + 2), 1)
    for index, (source, passages) in enumerate(chosen, 1):
        noted_on = min(plan.working_day(draft.received_on + timedelta(days=step * index)), until)
        is_draft = under_way and index == len(chosen)
        yield _note(case, register.people[draft.investigator], noted_on, source, passages, is_draft)


def _chosen(is_new: bool, rng: Random) -> list[tuple[str, Passages]]:
    """The report first and an assessment last; lately the interviews are written as one note."""
    notes = [(source, ((nature, text),)) for source, nature, text in words.NOTES]
    facts, assessments = notes[:-2], notes[-2:]
    between = rng.sample(facts[1:], k=rng.randint(2, 3))
    interview = [words.INTERVIEW] if is_new else []
    return [facts[0], *between, *interview, rng.choice(assessments)]


def _note(
    case: Case, author: User, noted_on: date, source: str, passages: Passages, is_draft: bool
) -> InvestigationNote:
    moment = at(noted_on)
    return InvestigationNote(
        deviation=case.row,
        noted_on=noted_on,
        source=source,
        passages=[{"nature": nature, "text": text} for nature, text in passages],
        author=author,
        author_name=str(author),
        author_title=author.title,
        signed_at=None if is_draft else moment,
        recorded_at=moment,
    )


def _correct_some(notes: list[InvestigationNote], rng: Random) -> None:
    """What was signed stands; a note beside it says what was wrong."""
    source, _ = words.INTERVIEW
    signed = [note for note in notes if note.signed_at and note.source == source]
    InvestigationNote.objects.bulk_create(
        _correction(note) for note in signed if rng.random() < 0.3
    )


def _correction(note: InvestigationNote) -> InvestigationNote:
    moment = at(note.noted_on) + timedelta(hours=1)
    return InvestigationNote(
        deviation=note.deviation,
        noted_on=note.noted_on,
        source=note.source,
        passages=[{"nature": "fact", "text": words.CORRECTION}],
        author=note.author,
        author_name=note.author_name,
        author_title=note.author_title,
        corrects=note,
        signed_at=moment,
        recorded_at=moment,
    )


# Information and feedback ------------------------------------------------------------------


def _information(case: Case, register: Register, rng: Random) -> Iterator[Information]:
    """The one it concerns is heard during the investigation and informed after the decision."""
    draft = case.draft
    if not draft.investigator:
        return
    maker = str(register.people[draft.investigator])
    if draft.somebody:
        yield from _heard(case, maker)
    if not draft.decided_on:
        return
    informed_on = plan.working_day(draft.decided_on + timedelta(days=3))
    if draft.somebody:
        is_child = draft.somebody.age_band in CHILD
        receiver = Receiver.GUARDIAN if is_child else Receiver.PERSON
        reached = rng.random() < 0.88
        yield _told(case, receiver, informed_on, maker, "Samtal" if reached else "")
    else:
        reason = words.NOBODY_CONCERNED
        yield _row(case, Receiver.PERSON, informed_on, maker, reason_not=reason)
    yield _told(case, Receiver.STAFF, informed_on, maker, "Arbetsplatsträff")
    if draft.severity in SERIOUS:
        yield _told(case, Receiver.BOARD, informed_on, maker, "Nämndens sammanträde")


def _heard(case: Case, maker: str) -> Iterator[Information]:
    row = case.row
    day = min(plan.working_day(row.received_on + timedelta(days=12)), plan.TODAY)
    if row.own_view:
        yield _row(case, Receiver.PERSON, day, maker, act=Act.HEARD, informed_on=day, how="Samtal")
    elif row.own_view_missing_reason:
        reason = row.own_view_missing_reason
        yield _row(case, Receiver.PERSON, day, maker, act=Act.HEARD, reason_not=reason)


def _told(case: Case, receiver: str, day: date, maker: str, how: str) -> Information:
    if how:
        return _row(case, receiver, day, maker, informed_on=day, how=how)
    return _row(case, receiver, day, maker, reason_not=words.NOT_REACHED)


def _row(case: Case, receiver: str, day: date, maker: str, **said: object) -> Information:
    return Information(
        deviation=case.row, receiver=receiver, made_by_name=maker, recorded_at=at(day), **said
    )


def _feedback(case: Case, register: Register) -> Iterator[Feedback]:
    draft = case.draft
    if draft.complaint or draft.status == Status.RECEIVED or draft.annulled_on:
        return
    if draft.is_lex_sarah:
        yield from _feedback_of_lex_sarah(case, str(register.people["sara"]))
    elif draft.decided_on and not draft.is_returned and not draft.became_lex_sarah:
        told = plan.working_day(draft.decided_on)
        yield _said(case, words.INTERNAL_FEEDBACK, told, case.handler(register))


def _feedback_of_lex_sarah(case: Case, sara: str) -> Iterator[Feedback]:
    received = plan.working_day(case.draft.received_on + timedelta(days=1))
    yield _said(case, words.RECEIVED_FEEDBACK, received, sara)
    if case.draft.decided_on:
        told = plan.working_day(case.draft.decided_on + timedelta(days=4))
        yield _said(case, words.DECIDED_FEEDBACK, told, sara)


def _said(case: Case, text: str, day: date, who: str) -> Feedback:
    return Feedback(deviation=case.row, text=text, given_at=at(day), given_by_name=who)
