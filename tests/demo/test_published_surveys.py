"""The published surveys, read from plain rows and computed here by plain Python."""

import pytest

from indicators.models import Question, Survey

pytestmark = pytest.mark.django_db

# distributed, answered and the response rate in percent
RESPONSES = {
    ("BU-FAMHEM", 2023): (33, 15, 45),
    ("BU-BOSTOD", 2023): (245, 102, 42),  # printed as 43
    ("BU-AKTIVITET", 2023): (43, 32, 74),
    ("BU-BOENDE", 2023): (17, 12, 71),
    ("BU-BARN", 2021): (79, 15, 19),
    ("BU-FAMHEM", 2021): (45, 12, 27),
}
# favourable answers, all answers and the share as printed
COUNTED = {
    ("BU-UNGA", 2023, "delaktig"): (37, 40, 93),
    ("BU-FAMHEM", 2023, "trygg"): (15, 15, 100),
    ("BU-FAMHEM", 2023, "fritid"): (13, 15, 87),
    ("BU-AKTIVITET", 2023, "trivs"): (32, 32, 100),
    ("BU-AKTIVITET", 2023, "bestamma"): (26, 32, 81),
    ("FBI", 2023, "granser"): (10, 11, 91),
    ("FBI", 2023, "nojd"): (10, 11, 91),
    ("BU-BARN", 2021, "forandring"): (7, 15, 47),
    ("BU-FAMHEM", 2021, "stod"): (12, 12, 100),
    ("BU-FAMHEM", 2021, "osaker"): (3, 11, 27),
}
REPORTED = {
    ("BU-VARDNAD", 2023, "delaktig"): 82,
    ("SU-KVINNOFRID", 2023, "betydelse"): 100,
    ("SU-KVINNOFRID", 2023, "stor"): 83,
    ("SU-KVINNOFRID", 2023, "delaktig"): 77,
    ("BU-BARN", 2021, "paverka"): 50,
}
TOO_FEW = {
    ("BU-BEROENDE", 2023),
    ("BU-NATT", 2023),
    ("BU-UNGDOM", 2021),
    ("BU-KONTAKT", 2021),
    ("FBI", 2021),
}


@pytest.fixture(scope="module")
def surveys(demo: None) -> dict[tuple[str, int], Survey]:
    return {(survey.code, survey.year): survey for survey in Survey.objects.all()}


@pytest.fixture(scope="module")
def questions(demo: None) -> dict[tuple[str, int, str], Question]:
    rows = Question.objects.select_related("survey").prefetch_related("options")
    return {(row.survey.code, row.survey.year, row.key): row for row in rows}


def half_up(part: int, whole: int) -> int:
    return (200 * part + whole) // (2 * whole)


def counted(question: Question) -> tuple[int, int]:
    options = question.options.all()
    return sum(one.count for one in options if one.is_favourable), sum(one.count for one in options)


@pytest.mark.parametrize(("year", "count"), [(2021, 6), (2023, 12)])
def test_each_year_has_its_surveys(
    year: int, count: int, surveys: dict[tuple[str, int], Survey]
) -> None:
    assert sum(key[1] == year for key in surveys) == count


@pytest.mark.parametrize("key", RESPONSES)
def test_who_answered(key: tuple[str, int], surveys: dict[tuple[str, int], Survey]) -> None:
    distributed, answered, rate = RESPONSES[key]
    survey = surveys[key]

    assert (survey.distributed, survey.answered) == (distributed, answered)
    assert half_up(answered, distributed) == rate


@pytest.mark.parametrize("key", COUNTED)
def test_what_was_answered(
    key: tuple[str, int, str], questions: dict[tuple[str, int, str], Question]
) -> None:
    part, whole, printed = COUNTED[key]

    assert counted(questions[key]) == (part, whole)
    assert half_up(part, whole) == printed


def test_twenty_seven_percent_of_twelve_answers_is_three_of_eleven(
    questions: dict[tuple[str, int, str], Question],
) -> None:
    """No whole number of twelve is 27 %: one of those who answered left out the question."""
    question = questions["BU-FAMHEM", 2021, "osaker"]

    assert 27 not in {half_up(part, 12) for part in range(13)}
    assert (question.survey.answered, *counted(question)) == (12, 3, 11)


def test_forty_three_percent_of_the_forms_of_boendestod_was_forty_two(
    surveys: dict[tuple[str, int], Survey],
) -> None:
    survey = surveys["BU-BOSTOD", 2023]

    assert half_up(survey.answered or 0, survey.distributed or 0) == 42


def test_how_the_situation_had_changed_in_2021(
    questions: dict[tuple[str, int, str], Question],
) -> None:
    counts = [one.count for one in questions["BU-BARN", 2021, "forandring"].options.all()]

    assert [half_up(count, 15) for count in counts] == [47, 33, 20]


def test_shares_without_numbers_have_a_source(
    questions: dict[tuple[str, int, str], Question],
) -> None:
    reported = {key: row for key, row in questions.items() if row.reported_share is not None}

    assert {key: row.reported_share for key, row in reported.items()} == REPORTED
    assert [key for key, row in reported.items() if row.options.all()] == []
    assert [key for key, row in reported.items() if not row.survey.source] == []


def test_others_and_the_year_before(questions: dict[tuple[str, int, str], Question]) -> None:
    question = questions["BU-AKTIVITET", 2023, "bestamma"]

    assert [question.national_share, question.previous_share] == [82, 94]
    assert questions["BU-FAMHEM", 2023, "fritid"].national_text == "lägre än i riket"


def test_the_surveys_with_too_few_answers(surveys: dict[tuple[str, int], Survey]) -> None:
    few = {
        key
        for key, survey in surveys.items()
        if key[1] in (2021, 2023) and survey.answered is not None and survey.answered < 5
    }

    assert few == TOO_FEW


def test_no_question_has_more_answers_than_the_survey(
    questions: dict[tuple[str, int, str], Question],
) -> None:
    over = [
        key for key, row in questions.items() if counted(row)[1] > (row.survey.answered or 10**6)
    ]

    assert over == []


def test_the_young_people_of_the_survey_are_those_of_the_indicators(
    questions: dict[tuple[str, int, str], Question],
) -> None:
    """One population, told in two places: participation, and a better situation."""
    asked = [
        questions["BU-UNGA", 2023, "delaktig"],
        questions["BU-UNGA", 2023, "battre"],
        questions["BU-VARDNAD", 2023, "battre"],
    ]

    assert [counted(question) for question in asked] == [(37, 40), (35, 46), (91, 166)]
