"""The grid of a unit and period: what stands in it, and what becomes of each row that is sent."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from indicators import services
from indicators.models import CollectionPlan, Indicator, Observation
from organisation.models import User
from tests.factories.indicators import make_indicator, make_outcome, make_target
from tests.factories.organisation import Organisation

GRID = reverse("indicators:grid")
COUNT = Indicator.Measured.COUNT
Send = Callable[..., Any]


def where(organisation: Organisation) -> dict[str, str | int]:
    return {"enhet": organisation.intake.pk, "ar": 2023, "period": "VB"}


def address(organisation: Organisation) -> str:
    return f"{GRID}?enhet={organisation.intake.pk}&ar=2023&period=VB"


def cells(indicator: Indicator, **typed: object) -> dict[str, object]:
    blank: dict[str, object] = dict.fromkeys(("version", "forecast", "comment", "no_data"), "")
    return {f"rad{indicator.pk}-{name}": text for name, text in {**blank, **typed}.items()}


@pytest.fixture
def shares(organisation: Organisation) -> list[Indicator]:
    """Two that the intake unit had outcomes of in 2022."""
    made = [make_indicator(organisation.ifo, f"IFO-0{number}") for number in (1, 2)]
    for indicator in made:
        make_outcome(indicator, organisation.intake, 2022, of=(20, 40))
    return made


@pytest.fixture
def send(by_eva: Client, organisation: Organisation) -> Send:
    return lambda sent: by_eva.post(address(organisation), sent)


# What is due -------------------------------------------------------------------------------


def test_what_had_an_outcome_a_year_ago_is_asked_for(
    by_eva: Client, organisation: Organisation, shares: list[Indicator]
) -> None:
    make_indicator(organisation.ifo, "IFO-09")

    rows = by_eva.get(GRID, where(organisation)).context["rows"]

    assert [row["code"] for row in rows] == ["IFO-01", "IFO-02"]
    assert [row["last_year"] for row in rows] == ["20\u00a0av\u00a040 (50\u00a0%)"] * 2


def test_a_plan_decides_for_its_indicator(
    by_eva: Client, organisation: Organisation, shares: list[Indicator]
) -> None:
    place: dict[str, Any] = {"unit": organisation.intake, "responsible": None}
    services.plan_collection(actor=None, indicator=shares[0], periods=["DA2"], **place)
    new = make_indicator(organisation.ifo, "IFO-09")
    services.plan_collection(actor=None, indicator=new, periods=["VB"], **place)

    rows = by_eva.get(GRID, where(organisation)).context["rows"]

    assert [row["code"] for row in rows] == ["IFO-02", "IFO-09"]


def test_a_retired_indicator_is_not_asked_for(
    by_eva: Client, organisation: Organisation, shares: list[Indicator]
) -> None:
    Indicator.objects.filter(pk=shares[0].pk).update(last_year=2022)

    rows = by_eva.get(GRID, where(organisation)).context["rows"]

    assert [row["code"] for row in rows] == ["IFO-02"]


def test_ten_rows_cost_as_many_queries_as_one(
    by_eva: Client, organisation: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, 11):
        indicator = make_indicator(organisation.ifo, f"IFO-{number:02}")
        make_outcome(indicator, organisation.intake, 2022, of=(1, 2))
        make_outcome(indicator, organisation.intake, of=(1, 2))
        make_target(indicator, 50, unit=organisation.intake)
        if number in (1, 10):
            with django_assert_num_queries(20):
                by_eva.get(GRID, where(organisation))


# Saving ------------------------------------------------------------------------------------


def test_every_changed_row_is_saved(send: Send, shares: list[Indicator]) -> None:
    first, second = shares

    answer = send(
        cells(first, numerator="22", denominator="40", forecast="55", comment="Bra.")
        | cells(second, numerator="", denominator="", no_data="mäts inte i år")
    )

    rows = Observation.objects.filter(year=2023).order_by("indicator__code")
    assert answer.status_code == 302
    assert [(row.numerator, row.forecast, row.no_data) for row in rows] == [
        (22, 55, ""),
        (None, None, "mäts inte i år"),
    ]


def test_a_bad_row_comes_back_as_typed_and_the_good_one_is_saved(
    send: Send, shares: list[Indicator]
) -> None:
    first, second = shares

    answer = send(
        cells(first, numerator="41", denominator="40", comment="Behåll mig")
        | cells(second, numerator="21", denominator="40")
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Antalet kan inte vara större än 40" in page
    assert "Behåll mig" in page
    assert list(Observation.objects.filter(year=2023).values_list("indicator", "numerator")) == [
        (second.pk, 21)
    ]


@pytest.mark.parametrize("typed", ["ca 20", "19 av 34", "71 %", "1,5", "9" * 40, "\x00", "<b>"])
def test_what_is_no_count_is_refused_and_kept(
    send: Send, shares: list[Indicator], typed: str
) -> None:
    answer = send(cells(shares[0], numerator=typed, denominator="34"))

    assert answer.status_code == 422
    assert answer.context["rows"][0]["cells"][0].text == typed
    assert not Observation.objects.filter(year=2023).exists()


def test_untouched_rows_leave_no_trace(
    send: Send, organisation: Organisation, shares: list[Indicator]
) -> None:
    row = make_outcome(shares[0], organisation.intake, of=(20, 40), comment="Ja.")

    send(cells(shares[0], numerator="20", denominator="40", comment="Ja.", version="1"))

    row.refresh_from_db()
    assert (row.version, row.revisions.count()) == (1, 0)


def test_a_wild_value_is_asked_about_with_last_years_beside(
    send: Send, shares: list[Indicator]
) -> None:
    typed = cells(shares[0], numerator="39", denominator="40")

    asked = send(typed)
    confirmed = send(typed | {f"rad{shares[0].pk}-confirmed": "on"})

    assert "VB 2022: 20\u00a0av\u00a040 (50\u00a0%). Är det rätt?" in asked.content.decode()
    assert (asked.status_code, confirmed.status_code) == (422, 302)
    assert Observation.objects.get(year=2023).numerator == 39


def test_a_comment_is_asked_for_only_where_the_target_is_missed(
    by_eva: Client, organisation: Organisation, shares: list[Indicator]
) -> None:
    for indicator, goal in zip(shares, (60, 40), strict=True):
        make_target(indicator, goal, unit=organisation.intake)
        make_outcome(indicator, organisation.intake, of=(20, 40))

    rows = by_eva.get(GRID, where(organisation)).context["rows"]

    assert [bool(row["asked"]) for row in rows] == [True, False]


def test_sexes_are_saved_with_their_row(send: Send, organisation: Organisation) -> None:
    split = make_indicator(organisation.ifo, "IFO-03", measured=COUNT, split_by_sex=True)
    make_outcome(split, organisation.intake, 2022, value=30)

    send(cells(split, value="30", female_value="18", male_value="12", unknown_value=""))

    found = Observation.objects.filter(year=2023)
    assert sorted((row.sex, int(row.value or 0)) for row in found) == [
        ("all", 30),
        ("female", 18),
        ("male", 12),
    ]


def test_parts_keep_an_outcome_from_becoming_less_than_they_are(
    send: Send, organisation: Organisation
) -> None:
    made = make_indicator(organisation.ifo, "IFO-03", measured=COUNT)
    make_outcome(made, organisation.intake, value=34, parts=[("Samtal", 34)])

    answer = send(cells(made, value="30", version="1"))

    assert "tillsammans 34, men utfallet är bara 30" in answer.content.decode()


# One row at a time, as the script sends it ---------------------------------------------------


def test_one_row_is_saved_and_answered_alone(send: Send, shares: list[Indicator]) -> None:
    first, second = shares

    answer = send(cells(first, numerator="22", denominator="40") | {"rad": first.pk})

    assert answer.status_code == 200
    assert "Sparat" in answer.content.decode()
    assert second.code not in answer.content.decode()


def test_whoever_saves_last_sees_both_and_nothing_is_lost(
    send: Send, organisation: Organisation, shares: list[Indicator]
) -> None:
    first = shares[0]
    row = make_outcome(first, organisation.intake, of=(20, 40))
    services.change_outcome(actor=None, observation_id=row.pk, version=1, changes={"numerator": 21})

    typed = cells(first, numerator="22", denominator="40", version="1") | {"rad": first.pk}
    answer = send(typed)

    page = answer.content.decode()
    row.refresh_from_db()
    assert (answer.status_code, row.numerator) == (409, 21)
    assert "du skrev 22, sparat är 21" in page
    assert send(typed | {f"rad{first.pk}-version": "2"}).status_code == 200


def test_two_who_enter_the_same_row_first_meet(
    send: Send, organisation: Organisation, shares: list[Indicator]
) -> None:
    make_outcome(shares[0], organisation.intake, of=(20, 40))

    answer = send(cells(shares[0], numerator="22", denominator="40") | {"rad": shares[0].pk})

    assert answer.status_code == 409


def test_a_row_that_is_not_in_the_grid_does_not_exist(
    send: Send, organisation: Organisation
) -> None:
    foreign = make_indicator(organisation.elderly, "ALD-01")

    assert send({"rad": foreign.pk}).status_code == 404


def test_another_units_grid_does_not_exist(by_eva: Client, organisation: Organisation) -> None:
    there = f"{GRID}?enhet={organisation.home_care.pk}&ar=2023&period=VB"

    assert by_eva.post(there, {}).status_code == 404


# Closed periods ----------------------------------------------------------------------------


def test_a_period_that_is_closed_above_takes_nothing(
    send: Send, organisation: Organisation, shares: list[Indicator], karin: User
) -> None:
    services.lock_period(actor=karin, unit=organisation.ifo, year=2023, period="VB")

    answer = send(cells(shares[0], numerator="22", denominator="40"))

    assert "VB 2023 är låst för Individ- och familjeomsorgen" in answer.content.decode()
    assert not Observation.objects.filter(year=2023).exists()


# What is missing ---------------------------------------------------------------------------


@pytest.fixture
def with_mail(eva: User) -> User:
    eva.email = "eva@example.se"
    eva.save()
    return eva


def test_what_is_missing_is_told_with_whom(
    by_karin: Client, organisation: Organisation, shares: list[Indicator], eva: User
) -> None:
    make_outcome(shares[0], organisation.intake, of=(20, 40))

    page = by_karin.get(f"{reverse('indicators:missing')}?ar=2023&period=VB")
    rows = page.context["rows"]

    assert [(row["unit"], row["who"], row["indicators"]) for row in rows] == [
        ("Mottagningsenheten", f"{eva} (saknar e-postadress)", "IFO-02")
    ]


def test_a_reminder_goes_out_once_a_day_with_numbers_alone(
    by_karin: Client,
    organisation: Organisation,
    shares: list[Indicator],
    with_mail: User,
    at_once: None,
    mailoutbox: list[Any],
    django_capture_on_commit_callbacks: Any,
) -> None:
    url = f"{reverse('indicators:remind')}?ar=2023&period=VB"
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            by_karin.post(url, {"vem": "alla"})

    [letter] = mailoutbox
    assert letter.to == ["eva@example.se"]
    assert letter.subject == "Utfall saknas: VB 2023, Mottagningsenheten"
    assert "2\u00a0utfall saknas för VB 2023" in letter.body
    assert shares[0].name not in letter.body


def test_a_plan_said_again_changes_who_answers(
    organisation: Organisation, indicator: Indicator, karin: User, eva: User
) -> None:
    for responsible in (karin, eva):
        services.plan_collection(
            actor=karin,
            indicator=indicator,
            unit=organisation.intake,
            periods=["VB"],
            responsible=responsible,
        )

    assert CollectionPlan.objects.get().responsible == eva
