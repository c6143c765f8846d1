from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from indicators import services
from indicators.models import Question, Survey
from organisation.models import User
from tests.factories.indicators import make_question, make_survey
from tests.factories.organisation import Organisation

LIST, CREATE = reverse("indicators:surveys"), reverse("indicators:survey_create")


@pytest.fixture
def survey(organisation: Organisation) -> Survey:
    return make_survey(organisation.intake, answered=54, distributed=102, source="SKR")


def url(name: str, survey: Survey, *more: int) -> str:
    return reverse(f"indicators:{name}", args=[survey.pk, *more])


def errors(answer: Any) -> dict[str, str]:
    form = answer.context["form"]
    return {name: " ".join(map(str, found)) for name, found in form.errors.items()}


def told(organisation: Organisation, **given: object) -> dict[str, Any]:
    return {
        "code": "BU-NY",
        "year": "2023",
        "name": "Egen enkät",
        "instrument": "own",
        "unit": organisation.intake.pk,
        "service_area": "",
        "respondents": "ungdomar",
        "carried_out": "",
        "distributed": "100",
        "answered": "48",
        "source": "",
        "comment": "Behåll mig",
        **given,
    }


def asked(*options: tuple[str, str, bool], **given: object) -> dict[str, Any]:
    names = ("key", "asked_of", "reported_share", "national_share", "national_text")
    sent: dict[str, Any] = dict.fromkeys((*names, "previous_share"), "")
    for row, (text, count, favourable) in enumerate(options, start=1):
        sent |= {f"option_{row}_text": text, f"option_{row}_count": count}
        sent |= {f"option_{row}_favourable": "on"} if favourable else {}
    return {**sent, "text": "Är du nöjd?", **given}


# List --------------------------------------------------------------------------------------


def test_the_list_has_who_answered_and_the_rate(by_eva: Client, survey: Survey) -> None:
    (row,) = by_eva.get(LIST).context["rows"]

    assert (row.distributed, row.answered, row.rate, row.is_small) == (
        "102",
        "54",
        "53\u00a0%",
        False,
    )


def test_too_few_answers_are_marked(by_eva: Client, organisation: Organisation) -> None:
    make_survey(organisation.intake, answered=4)

    page = by_eva.get(LIST)

    assert page.context["rows"][0].is_small
    assert '<span class="sub">för få svar för rapporter</span>' in page.content.decode()


def test_the_list_is_narrowed_to_a_year_and_a_unit(
    by_karin: Client, organisation: Organisation, survey: Survey
) -> None:
    make_survey(organisation.support, "BU-2", name="Under vuxna")
    make_survey(organisation.intake, "BU-3", 2022)

    query = {"unit": organisation.children.pk, "year": 2023}

    assert [row.name for row in by_karin.get(LIST, query).context["rows"]] == [survey.name]


def test_three_surveys_cost_as_many_queries_as_one(
    by_karin: Client,
    organisation: Organisation,
    survey: Survey,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(11):
        by_karin.get(LIST)
    make_survey(organisation.youth, "BU-2")
    make_survey(organisation.support, "BU-3")
    with django_assert_num_queries(11):
        by_karin.get(LIST)


def test_the_spreadsheet_has_the_rows_that_are_shown(by_eva: Client, survey: Survey) -> None:
    answer = by_eva.get(reverse("indicators:survey_export"))

    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    row = dict(zip(*rows, strict=True))
    assert (row["Utdelade"], row["Besvarade"], row["Svarsfrekvens (%)"]) == (102, 54, 53)


# One survey --------------------------------------------------------------------------------


def test_a_question_stands_with_its_counts_and_what_it_is_compared_with(
    by_eva: Client, survey: Survey
) -> None:
    make_question(
        survey,
        options=[("Ja, helt", 20, True), ("Ja, delvis", 18, True), ("Nej", 10, False)],
        national_share=76,
        national_text="lägre än riket",
        previous_share=71,
    )

    (row,) = by_eva.get(url("survey", survey)).context["rows"]

    assert (row.counts, row.share) == ("38\u00a0av\u00a048", "79\u00a0%")
    assert (row.national, row.previous) == ("76\u00a0%, lägre än riket", "71\u00a0%")
    assert row.options == "Ja, helt: 20; Ja, delvis: 18; Nej: 10"


def test_a_reported_share_stays_as_it_was_reported(by_eva: Client, survey: Survey) -> None:
    make_question(survey, options=(), reported_share="81.50")

    (row,) = by_eva.get(url("survey", survey)).context["rows"]

    assert (row.counts, row.share) == ("", "81,5\u00a0%")
    assert row.notes == ("enligt tidigare redovisning: SKR",)


def test_a_question_with_few_answers_is_marked(by_eva: Client, survey: Survey) -> None:
    make_question(survey, options=[("Ja", 3, True), ("Nej", 1, False)])

    (row,) = by_eva.get(url("survey", survey)).context["rows"]

    assert (row.counts, row.notes) == (
        "3\u00a0av\u00a04",
        ("visas inte i rapporter (för få svar)",),
    )


def test_the_chart_says_its_figures_in_words(by_eva: Client, survey: Survey) -> None:
    make_question(survey, national_share=76)

    chart = by_eva.get(url("survey", survey)).context["chart"]

    assert "Fråga 1: Vi 75, Riket 76." in chart.alt


def test_the_neighbour_s_survey_does_not_exist(by_eva: Client, organisation: Organisation) -> None:
    other = make_survey(organisation.youth, "BU-2")

    assert by_eva.get(url("survey", other)).status_code == 404


def test_the_section_s_survey_is_read_and_not_changed(
    by_eva: Client, organisation: Organisation
) -> None:
    above = make_survey(organisation.ifo, "BU-2")

    assert by_eva.get(url("survey", above)).status_code == 200
    assert by_eva.get(url("survey_edit", above)).status_code == 403


def test_three_questions_cost_as_many_queries_as_one(
    by_eva: Client, survey: Survey, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        make_question(survey)
        by_eva.get(url("survey", survey))  # draws the chart once
        with django_assert_num_queries(16):
            by_eva.get(url("survey", survey))


# Entering ----------------------------------------------------------------------------------


def test_a_survey_is_entered(by_eva: Client, organisation: Organisation) -> None:
    answer = by_eva.post(CREATE, told(organisation))

    made = Survey.objects.get()
    assert answer["Location"] == url("survey", made)
    assert (made.distributed, made.answered, made.unit) == (100, 48, organisation.intake)


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"answered": "101"}, "answered", "inte vara fler än utdelade"),
        ({"answered": "48 %"}, "answered", "inte andelen"),
        ({"code": "bu barn"}, "code", "bokstäver (a–z)"),
        ({"code": "BU-BARN"}, "code", "finns redan för året"),
        ({"unit": "0"}, "unit", "giltigt alternativ"),
    ],
)
def test_a_survey_that_cannot_be_taken_is_said_at_the_field(
    by_eva: Client,
    organisation: Organisation,
    survey: Survey,
    given: dict[str, str],
    field: str,
    message: str,
) -> None:
    answer = by_eva.post(CREATE, told(organisation, **given))

    assert answer.status_code == 422
    assert message in errors(answer)[field]
    assert "Behåll mig" in answer.content.decode()


def test_fewer_cannot_have_answered_than_have_answered_a_question(
    by_eva: Client, organisation: Organisation, survey: Survey
) -> None:
    make_question(survey, "Är du nöjd?")

    answer = by_eva.post(url("survey_edit", survey), told(organisation, version=1, answered="39"))

    assert errors(answer) == {"answered": "Frågan ”Är du nöjd?” har 40 svar."}


def test_the_loser_keeps_the_text_and_sees_the_other(
    by_eva: Client, organisation: Organisation, survey: Survey, karin: User
) -> None:
    services.update_survey(
        actor=karin, survey_id=survey.pk, version=1, changes={"comment": "Karins"}
    )

    answer = by_eva.post(url("survey_edit", survey), told(organisation, version=1, comment="Evas"))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<dd>Evas</dd>" in page
    assert "<dd>Karins</dd>" in page


def test_a_question_is_entered_with_its_answers(by_eva: Client, survey: Survey) -> None:
    sent = asked(("Ja", "30", True), ("Nej", "10", False), previous_share="71,5")

    answer = by_eva.post(url("question_add", survey), sent)

    made = Question.objects.get()
    assert answer["Location"] == url("survey", survey)
    assert (made.key, made.text, str(made.previous_share)) == ("ar-du-nojd", "Är du nöjd?", "71.50")
    assert list(made.options.values_list("text", "count", "is_favourable")) == [
        ("Ja", 30, True),
        ("Nej", 10, False),
    ]


def test_the_same_question_twice_gets_a_short_name_of_its_own(
    by_eva: Client, survey: Survey
) -> None:
    for _ in range(2):
        by_eva.post(url("question_add", survey), asked(("Ja", "30", True)))

    assert [question.key for question in survey.questions.all()] == ["ar-du-nojd", "ar-du-nojd-2"]


@pytest.mark.parametrize(
    ("sent", "field", "message"),
    [
        (
            asked(("Ja", "40", True), ("Nej", "15", False)),
            "option_1_count",
            "tillsammans 55, men bara 54",
        ),
        (asked(("Ja", "40", False)), "option_1_favourable", "minst ett svar"),
        (asked(("Ja", "", True)), "option_1_count", "Ange antalet"),
        (asked(("", "40", True)), "option_1_text", "Skriv vad antalet gäller"),
        (asked(("Ja", "1", True), ("Ja", "2", True)), "option_2_text", "en annan rad"),
        (
            asked(("Ja", "40", True), reported_share="80"),
            "reported_share",
            "Andelen räknas av svaren",
        ),
        (asked(key="Två ord"), "key", "små bokstäver"),
        (asked(national_share="101"), "national_share", "mellan 0 och 100"),
        (asked(text=""), "text", "måste fyllas i"),
    ],
)
def test_a_question_that_cannot_be_taken_is_said_at_the_field(
    by_eva: Client, survey: Survey, sent: dict[str, Any], field: str, message: str
) -> None:
    answer = by_eva.post(url("question_add", survey), sent | {"asked_of": "Behåll mig"})

    assert answer.status_code == 422
    assert message in errors(answer)[field]
    assert "Behåll mig" in answer.content.decode()


def test_a_reported_share_needs_the_survey_s_source(
    by_eva: Client, organisation: Organisation
) -> None:
    without = make_survey(organisation.intake)

    answer = by_eva.post(url("question_add", without), asked(reported_share="80"))

    assert errors(answer) == {"reported_share": "Ange först källan på undersökningen."}


def test_the_source_of_a_reported_share_stays(
    by_eva: Client, organisation: Organisation, survey: Survey
) -> None:
    make_question(survey, options=(), reported_share="80")

    answer = by_eva.post(url("survey_edit", survey), told(organisation, version=1))

    assert list(errors(answer)) == ["source"]


def test_changed_answers_are_saved(by_eva: Client, survey: Survey) -> None:
    question = make_question(survey, "Är du nöjd?")
    sent = asked(("Ja", "31", True), ("Nej", "10", False), key=question.key, version=1)

    by_eva.post(url("question", survey, question.pk), sent)

    assert [option.count for option in question.options.all()] == [31, 10]


def test_the_loser_of_a_question_sees_both_answers(
    by_eva: Client, survey: Survey, karin: User
) -> None:
    question = make_question(survey, "Är du nöjd?")
    services.change_question(
        actor=karin, question_id=question.pk, version=1, changes={}, options=[("Ja", 9, True)]
    )
    sent = asked(("Ja", "31", True), key=question.key, version=1)

    answer = by_eva.post(url("question", survey, question.pk), sent)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<dd>Ja*: 31</dd>" in page
    assert "<dd>Ja*: 9</dd>" in page


def test_a_question_is_removed_when_that_is_confirmed(by_eva: Client, survey: Survey) -> None:
    question = make_question(survey)
    remove = url("question_remove", survey, question.pk)

    by_eva.get(remove)
    assert Question.objects.count() == 1

    by_eva.post(remove, {"csrfmiddlewaretoken": "x"})
    assert Question.objects.count() == 0


def test_a_question_of_another_survey_is_not_found(
    by_eva: Client, organisation: Organisation, survey: Survey
) -> None:
    other = make_question(make_survey(organisation.intake, "BU-2"))

    assert by_eva.get(url("question", survey, other.pk)).status_code == 404
