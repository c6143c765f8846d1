"""The coordinator's pages: definitions, targets and comparisons."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from indicators import services
from indicators.models import Comparison, Indicator, Target
from organisation.models import ServiceArea, User
from tests.factories.indicators import make_indicator, make_outcome, make_target
from tests.factories.organisation import Organisation

CREATE = reverse("indicators:create")
OPTIONAL = (
    *("service_area", "quality_area", "process", "goal", "numerator", "denominator"),
    *("minimum_base", "source", "collection", "owner", "kolada_kpi", "last_year", "order"),
)


def definition(organisation: Organisation, **given: object) -> dict[str, Any]:
    needed = {
        "code": "IFO-07",
        "name": "Avvärjda avhysningar",
        "unit": organisation.ifo.pk,
        "measured": "share",
        "direction": "higher",
        "decimals": "0",
        "is_cumulative": "on",
        "first_year": "2023",
    }
    return {**dict.fromkeys(OPTIONAL, ""), **needed, **given}


def url(name: str, indicator: Indicator, *more: int) -> str:
    return reverse(f"indicators:{name}", args=[indicator.code, *more])


def errors(answer: Any) -> dict[str, str]:
    form = answer.context["form"]
    return {name: " ".join(map(str, found)) for name, found in form.errors.items()}


def test_an_indicator_is_laid_up_and_shown(by_karin: Client, organisation: Organisation) -> None:
    answer = by_karin.post(CREATE, definition(organisation))

    made = Indicator.objects.get()
    assert answer["Location"] == url("detail", made)
    assert (made.code, made.is_cumulative, made.decimals, made.order) == ("IFO-07", True, 0, 0)


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"code": "IFO 07"}, "code", "bokstäver (a–z), siffror och bindestreck"),
        ({"code": "ny"}, "code", "Välj en annan"),
        ({"code": "ifo-01"}, "code", "används redan"),
        ({"code": ""}, "code", "måste fyllas i"),
        ({"name": "x" * 100_000}, "name", "för lång"),
        ({"first_year": "23"}, "first_year", "fyra siffror"),
        ({"last_year": "2022"}, "last_year", "inte ligga före"),
        ({"minimum_base": "99999"}, "minimum_base", "Högst 9999"),
        ({"order": "99999"}, "order", "Högst 9999"),
        ({"measured": "meter"}, "measured", "giltigt alternativ"),
    ],
)
def test_what_cannot_be_taken_is_said_at_the_field(
    by_karin: Client,
    organisation: Organisation,
    indicator: Indicator,
    given: dict[str, str],
    field: str,
    message: str,
) -> None:
    answer = by_karin.post(CREATE, definition(organisation, source="Behåll mig", **given))

    assert answer.status_code == 422
    assert message in errors(answer)[field]
    assert "Behåll mig" in answer.content.decode()


def test_only_the_own_organisation_s_areas_are_offered(
    by_karin: Client, organisation: Organisation
) -> None:
    mine = ServiceArea.objects.create(unit=organisation.ifo, name="Barn")
    ServiceArea.objects.create(unit=organisation.elderly, name="Hemtjänst")

    form = by_karin.get(CREATE).context["form"]

    assert list(form.fields["service_area"].queryset) == [mine]


def test_an_indicator_cannot_be_moved_out_of_ones_reach(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    sent = definition(organisation, version=1, unit=organisation.elderly.pk)

    assert list(errors(by_karin.post(url("edit", indicator), sent))) == ["unit"]


def test_a_new_code_is_a_new_address(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    sent = definition(organisation, version=1, code="IFO-99")

    answer = by_karin.post(url("edit", indicator), sent)

    assert answer["Location"] == "/indikatorer/IFO-99/"


def test_an_indicator_with_outcomes_keeps_its_measure(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    sent = definition(organisation, version=1, measured="days")

    assert (
        "Indikatorn har utfall" in errors(by_karin.post(url("edit", indicator), sent))["measured"]
    )


def test_the_loser_keeps_the_text_and_sees_the_other(
    by_karin: Client, organisation: Organisation, indicator: Indicator, sara: User
) -> None:
    services.update_indicator(
        actor=sara, indicator_id=indicator.pk, version=1, changes={"name": "Saras namn"}
    )

    answer = by_karin.post(
        url("edit", indicator), definition(organisation, version=1, name="Karins namn")
    )

    page = answer.content.decode()
    indicator.refresh_from_db()
    assert (answer.status_code, indicator.name) == (409, "Saras namn")
    assert 'value="Karins namn"' in page
    assert "<dd>Saras namn</dd>" in page
    assert "Sparad av Sara Alm" in page


def test_an_indicator_that_applies_from_above_is_not_the_coordinator_s_to_change(
    by_karin: Client, organisation: Organisation
) -> None:
    above = make_indicator(organisation.board, "KF-01")

    assert by_karin.get(url("detail", above)).status_code == 200
    assert by_karin.get(url("edit", above)).status_code == 403


# Targets -----------------------------------------------------------------------------------


def target(organisation: Organisation, **given: object) -> dict[str, Any]:
    return {
        "unit": organisation.ifo.pk,
        "kind": "milestone",
        "year": "2023",
        "value": "",
        "text": "",
        **given,
    }


def test_a_target_is_a_number(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    by_karin.post(url("target_add", indicator), target(organisation, value="72,5"))

    made = Target.objects.get()
    assert (made.value, made.text, made.unit) == (Decimal("72.50"), "", organisation.ifo)


def test_a_target_of_zero_is_zero_and_no_target_is_none(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    assert by_karin.get(url("detail", indicator)).context["targets"] == []

    by_karin.post(url("target_add", indicator), target(organisation, value="0"))

    (row,) = by_karin.get(url("detail", indicator)).context["targets"]
    assert row["text"] == "0\u00a0%"


def test_a_target_may_be_words(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    by_karin.post(url("target_add", indicator), target(organisation, text="tas fram av nämnden"))

    (row,) = by_karin.get(url("detail", indicator)).context["targets"]
    assert row["text"] == "tas fram av nämnden"


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({}, "value", "som ett tal eller i ord"),
        ({"value": "50", "text": "femtio"}, "value", "inte både och"),
        ({"value": "101"}, "value", "mellan 0 och 100"),
        ({"value": "50 %"}, "value", "utan procenttecken"),
        ({"value": "50", "year": "2022"}, "year", "redan ett sådant mål"),
    ],
)
def test_a_target_that_cannot_be_taken_is_said_at_the_field(
    by_karin: Client,
    organisation: Organisation,
    indicator: Indicator,
    given: dict[str, str],
    field: str,
    message: str,
) -> None:
    make_target(indicator, 40, 2022)

    answer = by_karin.post(url("target_add", indicator), target(organisation, **given))

    assert answer.status_code == 422
    assert message in errors(answer)[field]


def test_a_target_is_changed(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    made = make_target(indicator, 40)

    by_karin.post(url("target", indicator, made.pk), target(organisation, version=1, value="45"))

    made.refresh_from_db()
    assert (made.value, made.version) == (Decimal(45), 2)


def test_a_target_is_removed_when_that_is_confirmed(by_karin: Client, indicator: Indicator) -> None:
    made = make_target(indicator, 40)
    remove = url("target_remove", indicator, made.pk)

    assert "Ta bort etappmål 2023?" in by_karin.get(remove).content.decode()
    by_karin.post(remove, {"csrfmiddlewaretoken": "x"})

    assert Target.objects.count() == 0


def test_a_target_of_another_indicator_is_not_found(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    other = make_target(make_indicator(organisation.ifo, "IFO-02"), 40)

    assert by_karin.get(url("target", indicator, other.pk)).status_code == 404


# Comparisons -------------------------------------------------------------------------------


def comparison(**given: str) -> dict[str, str]:
    blank = dict.fromkeys(("value", "text", "source"), "")
    return {"year": "2023", "with_whom": "Riket", **blank, **given}


def test_a_comparison_has_a_number_or_words_or_both(by_karin: Client, indicator: Indicator) -> None:
    words = "bland de 25 % som har längst tid"
    by_karin.post(url("comparison_add", indicator), comparison(value="78,1", text=words))

    (row,) = by_karin.get(url("detail", indicator)).context["comparisons"]
    assert row["text"] == f"78,1\u00a0%, {words}"


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({}, "value", "Ange ett värde eller en jämförelse i ord"),
        ({"text": "lika", "year": "2022"}, "year", "redan för året"),
        ({"text": "lika", "with_whom": ""}, "with_whom", "måste fyllas i"),
    ],
)
def test_a_comparison_that_cannot_be_taken_is_said_at_the_field(
    by_karin: Client, indicator: Indicator, given: dict[str, str], field: str, message: str
) -> None:
    services.add_comparison(
        actor=None, indicator=indicator, year=2022, with_whom="Riket", text="lika"
    )

    answer = by_karin.post(url("comparison_add", indicator), comparison(**given))

    assert message in errors(answer)[field]


def test_a_comparison_is_changed_and_removed(by_karin: Client, indicator: Indicator) -> None:
    made = services.add_comparison(
        actor=None, indicator=indicator, year=2023, with_whom="Riket", text="lika"
    )
    by_karin.post(
        url("comparison", indicator, made.pk), comparison(text="högre") | {"version": "1"}
    )
    made.refresh_from_db()
    assert made.text == "högre"

    by_karin.post(url("comparison_remove", indicator, made.pk), {"csrfmiddlewaretoken": "x"})
    assert Comparison.objects.count() == 0
