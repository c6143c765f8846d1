"""Aktgranskning: drawn, read, settled, and made into a result of its control."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from organisation.models import User
from risks import sampling
from risks.models import (
    Control,
    ControlResult,
    FileReview,
    FileReviewAnswer,
    FileReviewCase,
    FileReviewQuestion,
)
from risks.readings import tallied, unsettled
from risks.sampling import Listed
from risks.services.controls import record_result
from risks.services.rows import IllegalStep

Reading, Status = FileReviewAnswer.Reading, FileReview.Status
NOT_OPEN = "Granskningen är avslutad och kan inte ändras."
READ_BY_ANOTHER = "Någon annan hann granska akten. Öppna nästa."
READ_ONCE = (
    "Någon annan hann granska akten först. Spara igen, så räknas dina svar som den andra"
    " granskningen."
)
SETTLED_BY_ANOTHER = "Svaren har ändrats sedan sidan öppnades. Läs dem igen."


@transaction.atomic
def draw_sample(
    *,
    actor: User | None,
    control: Control,
    title: str,
    population_text: str,
    listed: Sequence[Listed],
    sample_size: int,
    second_size: int,
    counted: Sequence[str],
    others: Sequence[str],
    readers: Collection[User],
    erase_on: date,
) -> FileReview:
    """The list itself is not kept: only how long it was and its digest."""
    seed = sampling.new_seed()
    review = FileReview.objects.create(
        control=control,
        title=title,
        population_text=population_text,
        population=len(listed),
        seed=seed,
        algorithm=sampling.ALGORITHM,
        list_digest=sampling.digest([one.reference for one in listed]),
        erase_on=erase_on,
        drawn_by=actor,
    )
    review.readers.set(readers)
    drawn = sampling.draw(listed, sample_size, seed)
    twice = sampling.read_twice(drawn, second_size, seed)
    FileReviewCase.objects.bulk_create(
        FileReviewCase(
            review=review,
            place=place,
            reference=one.reference,
            sex=one.sex,
            read_twice=one.reference in twice,
        )
        for place, one in enumerate(drawn, start=1)
    )
    questions = [*((text, True) for text in counted), *((text, False) for text in others)]
    FileReviewQuestion.objects.bulk_create(
        FileReviewQuestion(review=review, text=text, counts=counts, order=order)
        for order, (text, counts) in enumerate(questions)
    )
    _log(actor, Event.Action.CREATE, review, sample=len(drawn), population=len(listed))
    return review


def reading_of(case: FileReviewCase, user: User) -> int | None:
    """Which time this person reads it; None when it has been read by others already."""
    if case.first_reader_id in (None, user.pk):
        return Reading.FIRST
    if case.read_twice and case.second_reader_id in (None, user.pk):
        return Reading.SECOND
    return None


@transaction.atomic
def answer_case(
    *, actor: User, case: FileReviewCase, sex: str, reading: int, answers: Mapping[int, str]
) -> None:
    """Question id → answer, in place of what the same person answered before.

    Raises IllegalStep when somebody else has taken the reading in between.
    """
    review = _open(case.review_id)
    case = FileReviewCase.objects.select_for_update().get(pk=case.pk)
    mine = reading_of(case, actor)
    if mine != reading:
        raise IllegalStep(READ_ONCE if mine else READ_BY_ANOTHER)
    field = "first_reader" if reading == Reading.FIRST else "second_reader"
    setattr(case, field, actor)
    case.sex = sex
    case.save(update_fields=[field, "sex"])
    case.answers.filter(reading__in=(reading, Reading.JOINT)).delete()
    FileReviewAnswer.objects.bulk_create(
        FileReviewAnswer(case=case, question_id=pk, reading=reading, answer=answer)
        for pk, answer in answers.items()
    )
    _log(actor, Event.Action.CHANGE, review, place=case.place, reading=int(reading))


@transaction.atomic
def settle(*, actor: User, review: FileReview, answers: Mapping[tuple[int, int], str]) -> None:
    """(case id, question id) → the joint answer, where two readers answered differently."""
    review = _open(review.pk)
    known = {(one.case.pk, one.question.pk) for one in unsettled(review)}
    if not answers.keys() <= known:
        raise IllegalStep(SETTLED_BY_ANOTHER)
    FileReviewAnswer.objects.bulk_create(
        FileReviewAnswer(case_id=case, question_id=question, reading=Reading.JOINT, answer=answer)
        for (case, question), answer in answers.items()
    )
    _log(actor, Event.Action.CHANGE, review, settled=len(answers))


@transaction.atomic
def finish(*, actor: User, review: FileReview, **said: Any) -> ControlResult:
    """The control gets its result, and the references are erased.

    said: what a result has besides its numbers. Raises IllegalStep while anything is unread or
    unsettled, and AlreadyRecorded like any result.
    """
    review = _open(review.pk)
    if missing := what_is_missing(review):
        raise IllegalStep(missing)
    found = tallied(review)
    result = record_result(
        actor=actor,
        control=review.control,
        numerator=found.good,
        denominator=found.judged,
        sample=sample_text(review),
        **said,
    )
    review.result, review.status = result, Status.FINISHED
    _erase(review)
    review.save(update_fields=["result", "status", "erased_at"])
    _log(actor, Event.Action.CHANGE, review, result=result.pk)
    return result


def sample_text(review: FileReview) -> str:
    """ "20 av 143 akter, slumpmässigt: avslutade utredningar januari–mars"."""
    drawn = review.cases.count()
    return f"{drawn} av {review.population} akter, slumpmässigt: {review.population_text}"[:240]


def what_is_missing(review: FileReview) -> str:
    """Before it can be finished; "" when nothing is."""
    unread = sum(not case.is_read for case in review.cases.all())
    if unread:
        word = "akt är inte granskad" if unread == 1 else "akter är inte granskade"
        return f"{unread} {word} så många gånger som de ska."
    if differing := len(unsettled(review)):
        return f"{differing} svar skiljer sig mellan granskarna. Kom överens om dem först."
    if not tallied(review).judged:
        return "Ingen akt har ett ja eller nej på en fråga som räknas. Det finns inget att räkna."
    return ""


@transaction.atomic
def abandon(*, actor: User, review: FileReview) -> None:
    review = _open(review.pk)
    review.status = Status.ABANDONED
    _erase(review)
    review.save(update_fields=["status", "erased_at"])
    _log(actor, Event.Action.CHANGE, review, abandoned=1)


@transaction.atomic
def erase_old(*, today: date) -> int:
    """Of reviews that nobody finished in time: the references go, the answers stay."""
    rows = FileReview.objects.select_for_update(of=("self",)).select_related("control__unit")
    late = rows.filter(erased_at=None, erase_on__lte=today)
    for review in late:
        _erase(review)
        review.save(update_fields=["erased_at"])
        _log(None, Event.Action.CHANGE, review, erased=1)
    return len(late)


def _erase(review: FileReview) -> None:
    review.cases.update(reference="")
    review.erased_at = timezone.now()


def _open(pk: int) -> FileReview:
    rows: QuerySet[FileReview] = FileReview.objects.select_for_update(of=("self",))
    review = rows.select_related("control__unit").get(pk=pk)
    if not review.is_open:
        raise IllegalStep(NOT_OPEN)
    return review


def _log(actor: User | None, action: Event.Action, review: FileReview, **detail: int) -> None:
    """Which file, by its place: no reference stands in the log, which outlives it."""
    audit.record(
        actor=actor,
        action=action,
        obj=review,
        label=f"Aktgranskning {review.pk}",
        unit=review.control.unit,
        detail=dict(detail),
    )
