"""Answers by sex and group, before and after, and last year, as the register keeps them."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from indicators import services
from indicators.models import Question, Survey
from organisation.models import User
from tests.factories.indicators import make_groups, make_question, make_survey
from tests.factories.organisation import Organisation
from tests.indicators.test_surveys import asked, errors, url


@pytest.fixture
def survey(organisation: Organisation) -> Survey:
    return make_survey(organisation.intake, answered=54, distributed=102)


def told(*groups: tuple[str, str, str, str], version: int = 1) -> dict[str, Any]:
    names = ("name", "sex", "distributed", "answered")
    rows = enumerate(groups, start=1)
    sent = {f"group_{row}_{n}": v for row, own in rows for n, v in zip(names, own, strict=True)}
    return sent | {"version": version}


WOMEN, MEN = ("kvinnor", "female", "60", "40"), ("män", "male", "42", "14")


def test_groups_are_entered_and_shown_with_their_rate(by_eva: Client, survey: Survey) -> None:
    answer = by_eva.post(url("survey_groups", survey), told(WOMEN, MEN))

    assert answer["Location"] == url("survey", survey)
    groups = by_eva.get(url("survey", survey)).context["groups"]
    assert [(one.name, one.rate) for one in groups] == [
        ("kvinnor", "67\u00a0%"),
        ("män", "33\u00a0%"),
    ]


@pytest.mark.parametrize(
    ("groups", "field", "message"),
    [
        ([("", "female", "1", "1")], "group_1_name", "Skriv vad gruppen heter"),
        ([WOMEN, ("kvinnor", "", "", "")], "group_2_name", "en annan rad"),
        ([WOMEN, ("flickor", "female", "", "")], "group_2_sex", "en annan rad"),
        ([("alla", "", "200", "")], "group_1_distributed", "undersökningen har 102"),
        ([("alla", "", "", "55")], "group_1_answered", "undersökningen har 54"),
        ([("alla", "", "10", "11")], "group_1_answered", "fler än utdelade"),
        ([("alla", "", "ca 20", "")], "group_1_distributed", ""),
    ],
)
def test_groups_that_cannot_be_taken_are_said_at_the_field(
    by_eva: Client, survey: Survey, groups: Any, field: str, message: str
) -> None:
    answer = by_eva.post(url("survey_groups", survey), told(*groups))

    assert answer.status_code == 422
    assert message in errors(answer)[field]


def test_a_group_with_answers_is_not_removed(by_eva: Client, survey: Survey) -> None:
    women = make_groups(survey, "kvinnor")["kvinnor"]
    question = make_question(survey)
    services.change_question(
        actor=None,
        question_id=question.pk,
        version=1,
        changes={},
        options=[("Ja", 30, True)],
        of_groups=[{women.pk: 20}],
    )
    survey.refresh_from_db()

    answer = by_eva.post(url("survey_groups", survey), told(MEN, version=survey.version))
    sent = told(("", "", "", ""), version=survey.version)
    refused = by_eva.post(url("survey_groups", survey), sent)

    assert answer.status_code == 302  # renamed: the same group under another name
    assert survey.groups.get().name == "män"
    assert refused.status_code == 409
    survey.refresh_from_db()
    again = by_eva.post(url("survey_groups", survey), sent | {"version": survey.version})
    assert "Ta först bort antalen" in again.content.decode()


def test_a_question_is_answered_by_group(by_eva: Client, survey: Survey) -> None:
    women, men = make_groups(survey, "kvinnor", "män").values()
    sent = asked(("Ja", "30", True), ("Nej", "10", False))
    sent |= {f"option_1_group{women.pk}": "20", f"option_2_group{women.pk}": "5"}
    sent |= {f"option_1_group{men.pk}": "10", f"option_2_group{men.pk}": "3"}

    by_eva.post(url("question_add", survey), sent)

    (row,) = by_eva.get(url("survey", survey)).context["group_rows"]
    shares = {name: share.replace("\u00a0", " ") for name, share in row.shares}
    assert shares == {"kvinnor": "80 % (20 av 25)", "män": "77 % (10 av 13)"}
    assert row.note.replace("\u00a0", " ") == "Grupperna saknar 2 svar av 40."


def test_groups_cannot_be_more_than_all_who_chose_the_answer(
    by_eva: Client, survey: Survey
) -> None:
    women = make_groups(survey, "kvinnor")["kvinnor"]
    sent = asked(("Ja", "30", True)) | {f"option_1_group{women.pk}": "31"}

    answer = by_eva.post(url("question_add", survey), sent)

    assert "bara 30 valde svaret" in errors(answer)[f"option_1_group{women.pk}"]


def test_the_answers_of_the_groups_stay_when_only_the_text_changes(
    survey: Survey, karin: User
) -> None:
    women = make_groups(survey, "kvinnor")["kvinnor"]
    question = services.add_question(
        actor=karin,
        survey=survey,
        key="a",
        text="A?",
        options=[("Ja", 30, True)],
        of_groups=[{women.pk: 20}],
    )

    services.change_question(
        actor=karin,
        question_id=question.pk,
        version=1,
        changes={"text": "B?"},
        options=[("Ja", 31, True)],
    )

    assert [count.count for count in women.counts.all()] == [20]


def test_before_and_after_is_entered_where_the_survey_is_of_that_kind(
    by_eva: Client, organisation: Organisation
) -> None:
    survey = make_survey(organisation.intake, "FBI", instrument="before_after", answered=11)
    sent = asked() | {"before_mean": "2,5", "after_mean": "3,75"}
    sent |= {"improved": "7", "unchanged": "3", "worsened": "1"}

    by_eva.post(url("question_add", survey), sent)

    (row,) = by_eva.get(url("survey", survey)).context["changes"]
    assert (row.before, row.after) == ("2,5", "3,75")
    assert (row.improved, row.unchanged, row.worsened) == ("7", "3", "1")


def test_half_a_pair_of_means_and_too_many_are_refused(
    by_eva: Client, organisation: Organisation
) -> None:
    survey = make_survey(organisation.intake, "FBI", instrument="before_after", answered=11)
    sent = asked() | {"before_mean": "2,5", "after_mean": ""}
    sent |= {"improved": "12", "unchanged": "", "worsened": ""}

    answer = by_eva.post(url("question_add", survey), sent)

    assert set(errors(answer)) == {"after_mean", "improved"}


def test_last_year_is_found_by_the_survey_s_code(
    by_eva: Client, organisation: Organisation, survey: Survey
) -> None:
    before = make_survey(organisation.intake, survey.code, 2022)
    make_question(before, key="nojd", options=[("Ja", 9, True), ("Nej", 1, False)])
    make_question(survey, key="nojd", previous_share=50)
    make_question(survey, key="trygg", previous_share=71)

    rows = by_eva.get(url("survey", survey)).context["rows"]

    assert [row.previous for row in rows] == ["90\u00a0%", "71\u00a0%"]


def test_the_spreadsheet_of_a_survey_has_every_answer_by_group(
    by_eva: Client, survey: Survey
) -> None:
    women = make_groups(survey, "kvinnor")["kvinnor"]
    services.add_question(
        actor=None,
        survey=survey,
        key="a",
        text="A?",
        options=[("Ja", 30, True), ("Nej", 3, False)],
        of_groups=[{women.pk: 20}, {}],
    )

    answer = by_eva.get(reverse("indicators:survey_answers", args=[survey.pk]))

    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    _, *rows = book.get_sheet_by_index(0).to_python()
    assert [row[1:] for row in rows] == [
        ["Ja", "Ja", "Alla", 30],
        ["Ja", "Ja", "kvinnor", 20],
        ["Nej", "", "Alla", 3],
    ]
    assert Question.objects.get().text == rows[0][0]
