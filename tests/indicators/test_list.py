from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from audit.models import Event
from indicators.models import Indicator, Observation
from organisation.models import ServiceArea
from tests.factories.indicators import make_indicator, make_outcome, make_target
from tests.factories.organisation import Organisation

LIST, EXPORT = reverse("indicators:list"), reverse("indicators:export")
THIS_YEAR = timezone.localdate().year


def codes(client: Client, **query: str) -> list[str]:
    return [row.code for row in client.get(LIST, query).context["rows"]]


def test_the_latest_outcome_stands_beside_its_target(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, 2022, of=(1, 2))
    make_outcome(indicator, organisation.ifo, 2023, "DA2", of=(1, 2))
    make_outcome(indicator, organisation.ifo, 2023, of=(982, 1384))
    make_target(indicator, 100)

    (row,) = by_karin.get(LIST).context["rows"]

    assert (row.outcome, row.counts, row.period) == (
        "71\u00a0%",
        "982\u00a0av\u00a01\u202f384",
        "VB 2023",
    )
    assert (row.goal, row.status, row.tone) == ("100\u00a0%", "Uppnås inte", "late")


def test_an_indicator_without_outcome_is_there_all_the_same(
    by_karin: Client, indicator: Indicator
) -> None:
    (row,) = by_karin.get(LIST).context["rows"]

    assert (row.outcome, row.period, row.goal) == ("–", "Inget utfall", "ej fastställt")
    assert row.status == "Mål saknas"


def test_a_manager_sees_the_section_s_outcome_and_not_the_neighbour_s(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_indicator(organisation.elderly, "ALD-01")
    of_youth = make_indicator(organisation.ifo, "IFO-02")
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    make_outcome(of_youth, organisation.youth, of=(1, 2))

    rows = by_eva.get(LIST).context["rows"]

    assert [(row.code, row.period) for row in rows] == [
        ("IFO-01", "VB 2023"),
        ("IFO-02", "Inget utfall"),
    ]


@pytest.mark.parametrize("who", ["mona", "ulla", "nils", "rut", "admin"])
@pytest.mark.parametrize("url", [LIST, EXPORT, reverse("indicators:surveys")])
def test_the_lists_are_refused_to_those_who_follow_nothing_up(
    client: Client, request: pytest.FixtureRequest, who: str, url: str
) -> None:
    client.force_login(request.getfixturevalue(who))

    assert client.get(url).status_code == 403


def test_the_list_is_narrowed_to_a_unit_with_what_lies_below(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    make_outcome(indicator, organisation.intake, of=(3, 4))
    make_outcome(make_indicator(organisation.ifo, "IFO-02"), organisation.support, of=(1, 2))

    rows = by_karin.get(LIST, {"unit": organisation.children.pk}).context["rows"]

    assert [(row.code, row.unit, row.outcome) for row in rows] == [
        ("IFO-01", "Mottagningsenheten", "75\u00a0%")
    ]


def test_the_list_is_narrowed_to_an_area(by_karin: Client, organisation: Organisation) -> None:
    area = ServiceArea.objects.create(unit=organisation.ifo, name="Vuxna")
    make_indicator(organisation.ifo, "IFO-01")
    make_indicator(organisation.ifo, "IFO-02", service_area=area)

    assert codes(by_karin, area=str(area.pk)) == ["IFO-02"]


def test_a_year_shows_what_was_followed_then(by_karin: Client, organisation: Organisation) -> None:
    year = THIS_YEAR - 1
    ended = make_indicator(organisation.ifo, "IFO-01", last_year=year - 1)
    made = make_indicator(organisation.ifo, "IFO-02")
    make_outcome(ended, organisation.ifo, year - 1, of=(1, 2))
    make_outcome(made, organisation.ifo, year - 1, of=(1, 2))
    make_outcome(made, organisation.ifo, year, of=(1, 4))

    rows = by_karin.get(LIST, {"year": year}).context["rows"]

    assert [(row.code, row.outcome) for row in rows] == [("IFO-02", "25\u00a0%")]


def test_what_is_no_longer_followed_is_shown_when_asked_for(
    by_karin: Client, organisation: Organisation
) -> None:
    for code, last_year in (("IFO-01", None), ("IFO-02", THIS_YEAR - 1), ("IFO-03", THIS_YEAR - 2)):
        make_indicator(organisation.ifo, code, last_year=last_year)

    assert codes(by_karin) == ["IFO-01", "IFO-02"]
    assert codes(by_karin, ended="on") == ["IFO-01", "IFO-02", "IFO-03"]


def test_the_list_is_narrowed_to_missing_outcomes(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    silent = make_indicator(organisation.ifo, "IFO-02")
    make_outcome(silent, organisation.ifo, no_data="mättes inte")
    make_indicator(organisation.ifo, "IFO-03")

    assert codes(by_karin, missing="on") == ["IFO-02", "IFO-03"]


@pytest.mark.parametrize("words", ["ÖPPENVÅRD", "öppenvård", "ifo-02"])
def test_search_folds_swedish_letters(
    by_karin: Client, organisation: Organisation, indicator: Indicator, words: str
) -> None:
    make_indicator(organisation.ifo, "IFO-02", "Drogfria vid avslut i öppenvården")

    assert codes(by_karin, q=words) == ["IFO-02"]


def test_the_worst_can_be_put_first(by_karin: Client, organisation: Organisation) -> None:
    for number, met in ((1, 90), (2, 10)):
        made = make_indicator(organisation.ifo, f"IFO-0{number}")
        make_outcome(made, organisation.ifo, of=(met, 100))
        make_target(made, 50)
    make_indicator(organisation.ifo, "IFO-03")

    assert codes(by_karin, sort="status") == ["IFO-02", "IFO-03", "IFO-01"]
    assert codes(by_karin, sort="status", order="desc") == ["IFO-01", "IFO-03", "IFO-02"]


def test_names_are_sorted_by_the_swedish_alphabet(
    by_karin: Client, organisation: Organisation
) -> None:
    for number, name in enumerate(("Öppen", "Ärlig", "Åter", "Zon")):
        make_indicator(organisation.ifo, f"IFO-{number}", name)

    assert codes(by_karin, sort="name") == ["IFO-3", "IFO-2", "IFO-1", "IFO-0"]


def test_every_indicator_is_on_one_page(
    by_karin: Client, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.listing.PAGE_SIZE", 2)
    for number in range(5):
        make_indicator(organisation.ifo, f"IFO-{number}")

    pages = [codes(by_karin, sida=str(number)) for number in (1, 2, 3)]

    assert pages == [["IFO-0", "IFO-1"], ["IFO-2", "IFO-3"], ["IFO-4"]]


def test_three_indicators_cost_as_many_queries_as_one(
    by_karin: Client,
    organisation: Organisation,
    indicator: Indicator,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    make_target(indicator, 50)
    with django_assert_num_queries(18):
        by_karin.get(LIST)

    for number, unit in ((2, organisation.intake), (3, organisation.youth)):
        made = make_indicator(organisation.ifo, f"IFO-0{number}")
        make_outcome(made, unit, of=(1, 2))
        make_target(made, 50, unit=unit)

    with django_assert_num_queries(18):
        by_karin.get(LIST)


def test_the_spreadsheet_has_the_rows_that_are_shown_as_numbers(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(982, 1384))
    make_target(indicator, 75)
    make_indicator(organisation.ifo, "IFO-02", "=1+1")

    answer = by_karin.get(EXPORT, {"sort": "code"})

    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    head, first, second = rows
    told = dict(zip(head, first, strict=True))
    assert (told["n"], told["N"], told["Andel (%)"], told["Mål"]) == (982, 1384, 71, 75)
    assert (told["Period"], told["År"], told["Status"]) == ("VB", 2023, "Uppnås inte")
    assert second[1] == "=1+1"
    assert Event.objects.get(action="export").detail == {"count": 2}


def test_a_value_goes_to_the_spreadsheet_in_a_column_of_its_own(
    by_karin: Client, organisation: Organisation
) -> None:
    days = make_indicator(organisation.ifo, measured=Indicator.Measured.DAYS)
    make_outcome(days, organisation.ifo, value=111.5)

    answer = by_karin.get(EXPORT)

    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    told = dict(zip(*rows, strict=True))
    assert (told["Värde"], told["n"], told["Andel (%)"]) == (111.5, "", "")
    assert Observation.objects.get().value == Decimal("111.5")
