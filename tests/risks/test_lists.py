"""The two lists, on screen and as spreadsheets."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from audit.models import Event
from measures.models import Status
from organisation.models import ServiceArea, User
from risks.models import Frequency, Risk, Verdict
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.risks import make_assessment, make_control, make_result, make_risk

RISKS, CONTROLS = reverse("risks:list"), reverse("controls:list")
TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)
LAST_YEAR = date(TODAY.year - 1, 11, 1)


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


@pytest.fixture
def karin_in(client: Client, karin: User) -> Client:
    client.force_login(karin)
    return client


def codes(client: Client, address: str, **query: str) -> list[str]:
    return [row.code for row in client.get(address, query).context["rows"]]


def the_row(client: Client, address: str) -> Any:
    (row,) = client.get(address).context["rows"]
    return row


def sheet(client: Client, name: str, **query: str) -> list[list[Any]]:
    answer = client.get(reverse(name), query)
    return CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()


# Risks ---------------------------------------------------------------------------------------


def test_a_manager_sees_the_risks_of_the_own_unit_and_of_those_above(
    eva_in: Client, organisation: Organisation
) -> None:
    make_risk(organisation.intake, "R1")
    make_risk(organisation.ifo, "R2")
    make_risk(organisation.youth, "R3")
    make_risk(organisation.home_care, "R4")

    assert sorted(codes(eva_in, RISKS)) == ["R1", "R2"]


def test_the_highest_level_comes_first_and_what_is_not_judged_last(
    eva_in: Client, organisation: Organisation
) -> None:
    for code, probability in (("R1", 1), ("R2", 3), ("R3", 2)):
        make_assessment(make_risk(organisation.intake, code), YESTERDAY, probability, 2)
    make_risk(organisation.intake, "R4")

    assert codes(eva_in, RISKS) == ["R2", "R3", "R1", "R4"]
    assert codes(eva_in, RISKS, sort="level", order="asc") == ["R1", "R3", "R2", "R4"]


def test_codes_are_sorted_as_people_count(eva_in: Client, organisation: Organisation) -> None:
    for code in ("R10", "R2", "R1"):
        make_risk(organisation.intake, code)

    assert codes(eva_in, RISKS, sort="code") == ["R1", "R2", "R10"]
    assert codes(eva_in, RISKS, sort="code", order="desc") == ["R10", "R2", "R1"]


def test_a_row_tells_the_level_in_figure_and_word_and_where_it_came_from(
    eva_in: Client, risk: Risk
) -> None:
    make_assessment(risk, LAST_YEAR, 3, 3)
    make_assessment(risk, YESTERDAY, 2, 2)

    row = the_row(eva_in, RISKS)

    assert (row.level.figure, row.level.word, row.moved) == (4, "Medel", "Ned från 9")


def test_an_assessment_without_measures_moves_no_level(eva_in: Client, risk: Risk) -> None:
    make_assessment(risk, LAST_YEAR, 2, 2)
    make_assessment(risk, YESTERDAY, 3, 3, kind="inherent")

    row = the_row(eva_in, RISKS)

    assert (row.level.figure, row.moved) == (4, "Oförändrad")


def test_a_row_counts_the_measures_that_are_open_and_all(eva_in: Client, risk: Risk) -> None:
    risk.measures.add(
        make_measure(risk.unit, status=Status.ONGOING), make_measure(risk.unit, status=Status.DONE)
    )

    assert the_row(eva_in, RISKS).measures == "1 av 2"


def test_a_review_that_has_passed_is_marked(eva_in: Client, organisation: Organisation) -> None:
    make_risk(organisation.intake, review_on=YESTERDAY)

    assert the_row(eva_in, RISKS).is_late


def test_open_risks_are_shown_unless_somebody_asks_for_the_others(
    eva_in: Client, organisation: Organisation
) -> None:
    make_risk(organisation.intake, "R1")
    make_risk(organisation.intake, "R2", closed_on=YESTERDAY, closed_because="Klart.")

    assert codes(eva_in, RISKS) == ["R1"]
    assert codes(eva_in, RISKS, status="closed") == ["R2"]
    assert sorted(codes(eva_in, RISKS, status="all")) == ["R1", "R2"]


def test_the_list_is_narrowed_by_area_level_unit_and_words(
    karin_in: Client, karin: User, organisation: Organisation
) -> None:
    area = ServiceArea.objects.create(unit=organisation.ifo, name="Barn och unga")
    make_risk(organisation.intake, "R1", "Risk att överlämningen brister", service_area=area)
    make_risk(organisation.support, "R2", "Risk för väntetid", responsible=karin)
    make_assessment(make_risk(organisation.ifo, "R3", "Risk att sekretess bryts"), YESTERDAY)

    assert codes(karin_in, RISKS, area=str(area.pk)) == ["R1"]
    assert codes(karin_in, RISKS, unit=str(organisation.children.pk)) == ["R1"]
    assert codes(karin_in, RISKS, zone="high") == ["R3"]
    assert sorted(codes(karin_in, RISKS, zone="none")) == ["R1", "R2"]
    assert codes(karin_in, RISKS, q="ÖVERLÄMNING") == ["R1"]
    assert codes(karin_in, RISKS, q="r2") == ["R2"]
    assert codes(karin_in, RISKS, mine="on") == ["R2"]


@pytest.mark.parametrize("address", [RISKS, CONTROLS])
def test_only_the_areas_of_the_own_line_are_offered(
    eva_in: Client, organisation: Organisation, address: str
) -> None:
    for unit, name in ((organisation.ifo, "Barn och unga"), (organisation.elderly, "Hemtjänst")):
        ServiceArea.objects.create(unit=unit, name=name)
    form = eva_in.get(address).context["filter_form"]
    assert [name for _, name in form.fields["area"].choices] == ["Alla", "Barn och unga"]


def test_an_empty_register_says_how_to_begin(eva_in: Client) -> None:
    page = eva_in.get(RISKS).content.decode()

    assert "Inga risker att visa" in page
    assert reverse("risks:create") in page


def test_who_may_only_read_is_offered_no_button(client: Client, dag: User, risk: Risk) -> None:
    client.force_login(dag)

    assert reverse("risks:create") not in client.get(RISKS).content.decode()


def test_many_risks_are_on_several_pages_and_each_on_one_alone(
    eva_in: Client, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("risks.listing.base.PAGE_SIZE", 2)
    for number in range(5):
        make_risk(organisation.intake, f"R{number}")

    seen, address = [], RISKS
    while address:
        context = eva_in.get(address).context
        seen += [row.code for row in context["rows"]]
        address = context["older_url"] and RISKS + context["older_url"]

    assert seen == ["R0", "R1", "R2", "R3", "R4"]


def test_three_risks_cost_as_many_queries_as_one(
    eva_in: Client, eva: User, mona: User, organisation: Organisation
) -> None:
    def fill(code: str, responsible: User) -> None:
        risk = make_risk(organisation.intake, code, responsible=responsible)
        make_assessment(risk, YESTERDAY)
        risk.measures.add(make_measure(risk.unit))

    def fill_more() -> None:
        fill("R2", mona)
        fill("R3", eva)

    fill("R1", eva)
    assert_same_queries(eva_in, RISKS, fill_more)


def assert_same_queries(client: Client, address: str, add: Callable[[], None]) -> None:
    client.get(address)
    with CaptureQueriesContext(connection) as before:
        client.get(address)
    add()
    with CaptureQueriesContext(connection) as after:
        client.get(address)
    assert len(after) == len(before)


def test_the_spreadsheet_has_what_is_shown(eva_in: Client, organisation: Organisation) -> None:
    risk = make_risk(organisation.intake, "R1", "=1+1")
    make_assessment(risk, LAST_YEAR, 3, 3)
    make_assessment(risk, YESTERDAY, 2, 2)
    make_risk(organisation.intake, "R2", closed_on=YESTERDAY, closed_because="Klart.")

    heading, row = sheet(eva_in, "risks:export")

    told = dict(zip(heading, row, strict=True))
    assert told["Risk"] == "=1+1"
    assert (told["Nivå"], told["Nivå i ord"], told["Nivå vid förra årets slut"]) == (4, "Medel", 9)
    assert Event.objects.get(action="export").detail == {"count": 1}


# Controls ------------------------------------------------------------------------------------


def test_a_row_tells_the_newest_result_and_when_it_is_time_again(
    eva_in: Client, organisation: Organisation
) -> None:
    control = make_control(organisation.intake, frequency=Frequency.HALF_YEARLY)
    make_result(control, date(2026, 2, 28), 30, 34)
    wrong = make_result(control, date(2026, 3, 31), 34, 34, verdict=Verdict.APPROVED)
    make_result(control, date(2026, 3, 31), 19, 34, replaces=wrong)

    row = the_row(eva_in, CONTROLS)

    assert (row.outcome, row.verdict) == ("56\u00a0% (19 av 34)", "Åtgärd krävs")
    assert (row.last, row.due) == ("2026-03-31", "2026-09-30")


def test_controls_are_narrowed_by_their_newest_result(
    eva_in: Client, organisation: Organisation
) -> None:
    failed, approved = (make_control(organisation.intake, code) for code in ("E1", "E2"))
    make_control(organisation.intake, "E3", opened_on=TODAY)
    make_result(failed, YESTERDAY)
    make_result(approved, YESTERDAY - timedelta(days=1))
    make_result(approved, YESTERDAY, 34, 34, verdict=Verdict.APPROVED)

    assert codes(eva_in, CONTROLS, outcome="action") == ["E1"]
    assert codes(eva_in, CONTROLS, outcome="approved") == ["E2"]
    assert codes(eva_in, CONTROLS, outcome="none") == ["E3"]


def test_controls_that_are_due_can_be_asked_for(eva_in: Client, organisation: Organisation) -> None:
    make_control(organisation.intake, "E1")
    make_result(make_control(organisation.intake, "E2"), YESTERDAY)

    assert codes(eva_in, CONTROLS, due="on") == ["E1"]


def test_controls_that_have_ended_are_not_shown_at_first(
    eva_in: Client, organisation: Organisation
) -> None:
    make_control(organisation.intake, "E1", closed_on=YESTERDAY)

    assert codes(eva_in, CONTROLS) == []
    assert codes(eva_in, CONTROLS, status="closed") == ["E1"]


def test_a_row_names_only_the_risks_that_the_reader_knows(
    eva_in: Client, organisation: Organisation
) -> None:
    control = make_control(organisation.intake)
    control.risks.add(make_risk(organisation.intake, "R1"), make_risk(organisation.home_care, "R2"))

    assert the_row(eva_in, CONTROLS).risks == "R1"


@pytest.mark.parametrize("sort", ["code", "title", "area", "last"])
def test_controls_are_sorted_by_any_of_the_headings(
    eva_in: Client, organisation: Organisation, sort: str
) -> None:
    first = make_control(organisation.intake, "E1", "A", order=1)
    make_result(first, YESTERDAY)
    make_control(organisation.intake, "E2", "B", order=2)

    assert codes(eva_in, CONTROLS, sort=sort) == ["E1", "E2"]


def test_three_controls_cost_as_many_queries_as_one(
    eva_in: Client, eva: User, mona: User, organisation: Organisation
) -> None:
    def fill(number: int, responsible: User) -> None:
        control = make_control(organisation.intake, f"E{number}", responsible=responsible)
        control.risks.add(make_risk(organisation.intake, f"R{number}"))
        control.measures.add(make_measure(control.unit))
        make_result(control, YESTERDAY)

    def fill_more() -> None:
        fill(2, mona)
        fill(3, eva)

    fill(1, eva)
    assert_same_queries(eva_in, CONTROLS, fill_more)


def test_the_spreadsheet_of_controls_has_numbers_to_count_with(
    eva_in: Client, organisation: Organisation
) -> None:
    make_result(make_control(organisation.intake), YESTERDAY, 19, 34)

    heading, row = sheet(eva_in, "controls:export")

    told = dict(zip(heading, row, strict=True))
    assert (told["n"], told["N"], told["Andel i procent"]) == (19, 34, 55.88)
    assert (told["Gränsvärde"], told["Bedömning"]) == ("Minst 90\u00a0%", "Åtgärd krävs")
