"""What the page of a file review shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format

from lib.numbers import NOT_SET, format_share, part_of, percent
from organisation.models import User
from risks.models import FileReview, FileReviewCase
from risks.readings import SEXES, Counts, QuestionTally, Tally, tallied, unsettled
from risks.sampling import protocol
from risks.services.file_reviews import reading_of, what_is_missing


@dataclass(frozen=True)
class CaseRow:
    """`url` leads on for whoever may read it now."""

    name: str
    reference: str
    standing: str
    tone: str
    who: str
    url: str


@dataclass(frozen=True)
class QuestionRow:
    text: str
    counts: bool
    yes: int
    no: int
    not_applicable: int
    share: str
    by_sex: tuple[str, ...]
    agreement: str


@dataclass(frozen=True)
class Page:
    cases: list[CaseRow]
    read: str
    next_url: str
    questions: list[QuestionRow]
    result: str
    agreement: str
    differing: int
    missing: str
    protocol: list[str]
    erased: str


def page_about(review: FileReview, user: User) -> Page:
    cases = list(review.cases.select_related("first_reader", "second_reader"))
    tally = tallied(review)
    following = _first(cases, user)
    # Who is yet to read should not know what the others answered.
    is_told = not review.is_open or all(case.is_read for case in cases)
    return Page(
        cases=[_case(case, review, user) for case in cases],
        read=part_of(sum(case.is_read for case in cases), len(cases)),
        next_url=_url(review, following) if review.is_open and following else "",
        questions=[_question(one) for one in tally.questions] if is_told else [],
        result=_result(tally) if is_told else "",
        agreement=_agreement(tally.same, tally.compared) if is_told else "",
        differing=len(unsettled(review)),
        missing=what_is_missing(review) if review.is_open else "",
        protocol=list(_protocol(review, cases)),
        erased=date_format(review.erased_at, "j F Y") if review.erased_at else "",
    )


def next_place(review: FileReview, user: User, after: int) -> int | None:
    """Of the next file that waits for this person, from the one just read and on."""
    cases = list(review.cases.all())
    ordered = [case for case in cases if case.place > after]
    ordered += [case for case in cases if case.place < after]
    return _first(ordered, user)


def _first(cases: list[FileReviewCase], user: User) -> int | None:
    return next((case.place for case in cases if _waits(case, user)), None)


def _waits(case: FileReviewCase, user: User) -> bool:
    """Unread, or read once by somebody else and to be read twice."""
    mine = user.pk in (case.first_reader_id, case.second_reader_id)
    return not case.is_read and not mine and reading_of(case, user) is not None


def waiting_for(review: FileReview, user: User) -> int:
    """How many files wait for this person; needs its cases prefetched."""
    return sum(_waits(case, user) for case in review.cases.all())


def _url(review: FileReview, place: int) -> str:
    return reverse("file_reviews:read", args=[review.pk, place])


def _case(case: FileReviewCase, review: FileReview, user: User) -> CaseRow:
    readers = [str(one) for one in (case.first_reader, case.second_reader) if one]
    standing, tone = _standing(case, len(readers))
    may_read = review.is_open and reading_of(case, user) is not None
    return CaseRow(
        name=str(case),
        reference=case.reference or NOT_SET,
        standing=standing,
        tone=tone,
        who=", ".join(readers) or NOT_SET,
        url=_url(review, case.place) if may_read else "",
    )


def _standing(case: FileReviewCase, times: int) -> tuple[str, str]:
    if case.is_read:
        return "Granskad av två" if case.read_twice else "Granskad", "done"
    if times:
        return "Granskad en gång av två", "active"
    return "Ska granskas av två" if case.read_twice else "Ska granskas", "new"


def _question(one: QuestionTally) -> QuestionRow:
    return QuestionRow(
        text=one.question.text,
        counts=one.question.counts,
        yes=one.all.yes,
        no=one.all.no,
        not_applicable=one.all.not_applicable,
        share=_share(one.all),
        by_sex=tuple(_of(one.by_sex[sex]) for sex in SEXES),
        agreement=_agreement(one.same, one.compared),
    )


def _share(counts: Counts) -> str:
    return NOT_SET if counts.percent is None else format_share(counts.percent)


def _of(counts: Counts) -> str:
    """ "3 av 4": a share of so few would say more than is known."""
    return part_of(counts.yes, counts.base) if counts.base else NOT_SET


def _result(tally: Tally) -> str:
    share = percent(tally.good, tally.judged)
    if share is None:
        return ""
    return f"{part_of(tally.good, tally.judged)} akter är godkända, {format_share(share)}."


def _agreement(same: int, compared: int) -> str:
    share = percent(same, compared)
    return "" if share is None else f"{format_share(share)} ({part_of(same, compared)})"


def _protocol(review: FileReview, cases: list[FileReviewCase]) -> Iterator[str]:
    twice = sum(case.read_twice for case in cases)
    yield from protocol(review.seed, review.population, len(cases), twice)
    yield (
        "Listans kontrollsumma är SHA-256 av beteckningarna i bokstavsordning, en i varje rad:"
        f" {review.list_digest}"
    )
