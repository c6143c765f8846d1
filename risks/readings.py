"""What the readers of a file review answered: by question and sex, how well two of them agree, and
what it comes to."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lib.numbers import percent
from risks.models import FileReview, FileReviewAnswer, FileReviewCase, FileReviewQuestion

Answer, Reading, Sex = FileReviewAnswer.Answer, FileReviewAnswer.Reading, FileReviewCase.Sex
SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
Given = Mapping[tuple[int, int], Mapping[int, str]]  # (case, question) → reading → answer


@dataclass(frozen=True)
class Counts:
    yes: int = 0
    no: int = 0
    not_applicable: int = 0

    @property
    def base(self) -> int:
        return self.yes + self.no

    @property
    def percent(self) -> Decimal | None:
        return percent(self.yes, self.base)


@dataclass(frozen=True)
class QuestionTally:
    question: FileReviewQuestion
    all: Counts
    by_sex: Mapping[str, Counts]
    same: int  # of those that were read by two
    compared: int


@dataclass(frozen=True)
class Tally:
    """`good` are files with yes, and never no, to all that counts; `judged` those with either."""

    good: int
    judged: int
    questions: Sequence[QuestionTally]

    @property
    def same(self) -> int:
        return sum(one.same for one in self.questions)

    @property
    def compared(self) -> int:
        return sum(one.compared for one in self.questions)


@dataclass(frozen=True)
class Differing:
    """Two people answered the same question of the same file differently."""

    case: FileReviewCase
    question: FileReviewQuestion
    first: str
    second: str


def tallied(review: FileReview) -> Tally:
    """The joint answer where there is one, else the first reader's."""
    cases, questions, given = _read(review)
    counted = [question for question in questions if question.counts]
    judged = good = 0
    for case in cases:
        said = {_standing(given.get((case.pk, one.pk), {})) for one in counted}
        if said & {Answer.YES, Answer.NO}:
            judged += 1
            good += Answer.NO not in said
    return Tally(good, judged, [_question(one, cases, given) for one in questions])


def unsettled(review: FileReview) -> list[Differing]:
    """Not agreed upon yet, in the order of the files."""
    cases, questions, given = _read(review)
    found = []
    for case in cases:
        for question in questions:
            said = given.get((case.pk, question.pk), {})
            first, second = said.get(Reading.FIRST), said.get(Reading.SECOND)
            if first and second and first != second and Reading.JOINT not in said:
                found.append(Differing(case, question, Answer(first).label, Answer(second).label))
    return found


def _read(
    review: FileReview,
) -> tuple[list[FileReviewCase], list[FileReviewQuestion], Given]:
    given: dict[tuple[int, int], dict[int, str]] = defaultdict(dict)
    answers = FileReviewAnswer.objects.filter(case__review=review)
    for case, question, reading, answer in answers.values_list(
        "case_id", "question_id", "reading", "answer"
    ):
        given[case, question][reading] = answer
    return list(review.cases.all()), list(review.questions.all()), given


def _standing(said: Mapping[int, str]) -> str:
    return said.get(Reading.JOINT) or said.get(Reading.FIRST, "")


def _question(
    question: FileReviewQuestion, cases: Sequence[FileReviewCase], given: Given
) -> QuestionTally:
    by_sex: dict[str, Counter[str]] = {sex: Counter() for sex in SEXES}
    same = compared = 0
    for case in cases:
        said = given.get((case.pk, question.pk), {})
        by_sex[case.sex][_standing(said)] += 1
        if Reading.FIRST in said and Reading.SECOND in said:
            compared += 1
            same += said[Reading.FIRST] == said[Reading.SECOND]
    whole = sum(by_sex.values(), Counter())
    counts = {sex: _counts(answers) for sex, answers in by_sex.items()}
    return QuestionTally(question, _counts(whole), counts, same, compared)


def _counts(answers: Mapping[str, int]) -> Counts:
    return Counts(
        answers.get(Answer.YES, 0),
        answers.get(Answer.NO, 0),
        answers.get(Answer.NOT_APPLICABLE, 0),
    )
