"""Entering an outcome: the form, what it refuses, and what it asks about once more."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from indicators import services
from indicators.models import Indicator, Observation, ObservationRevision
from organisation.models import User
from tests.factories.indicators import make_indicator, make_outcome
from tests.factories.organisation import Organisation

COUNT, DAYS = Indicator.Measured.COUNT, Indicator.Measured.DAYS
NEXT_YEAR = timezone.localdate().year + 1
BLANK = ("numerator", "denominator", "reported_share", "source", "no_data", "not_measured")


def record_url(indicator: Indicator) -> str:
    return reverse("indicators:record", args=[indicator.code])


def sent(organisation: Organisation, **given: object) -> dict[str, Any]:
    """A form filled in at the intake unit for the whole of 2023."""
    place = {"unit": organisation.intake.pk, "year": 2023, "period": "VB"}
    return {**place, **dict.fromkeys(BLANK, ""), "comment": "Behåll mig", **given}


def record(
    client: Client, organisation: Organisation, indicator: Indicator, **given: object
) -> Any:
    return client.post(record_url(indicator), sent(organisation, **given))


def edit(client: Client, row: Observation, **given: object) -> Any:
    blank = dict.fromkeys((*BLANK, "value"), "")
    typed = {**blank, "version": row.version, "comment": row.comment, **given}
    return client.post(reverse("indicators:outcome", args=[row.indicator.code, row.pk]), typed)


def errors(answer: HttpResponse) -> dict[str, str]:
    form = answer.context["form"]  # type: ignore[attr-defined]  # of the test client
    return {name: " ".join(map(str, found)) for name, found in form.errors.items()}


# What is taken -----------------------------------------------------------------------------


def test_n_of_whole_is_saved_as_counts(
    by_eva: Client, organisation: Organisation, indicator: Indicator, eva: User
) -> None:
    answer = record(by_eva, organisation, indicator, numerator="982", denominator="1 384")

    row = Observation.objects.get()
    assert answer.status_code == 302
    assert (row.numerator, row.denominator, row.value) == (982, 1384, None)
    assert (row.unit, row.year, row.period, row.comment) == (
        organisation.intake,
        2023,
        "VB",
        "Behåll mig",
    )


def test_a_share_reported_elsewhere_is_saved_with_its_source(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    record(by_eva, organisation, indicator, reported_share="84,7", source="VB 2023, s. 9")

    row = Observation.objects.get()
    assert (row.reported_share, row.source, row.numerator) == (
        Decimal("84.70"),
        "VB 2023, s. 9",
        None,
    )


def test_days_take_a_decimal_comma(by_eva: Client, organisation: Organisation) -> None:
    days = make_indicator(organisation.ifo, measured=DAYS)

    record(by_eva, organisation, days, value="111,5")

    assert Observation.objects.get().value == Decimal("111.50")


def test_why_there_is_no_outcome_is_an_answer_too(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    record(by_eva, organisation, indicator, no_data="mäts inte i år")

    assert Observation.objects.get().no_data == "mäts inte i år"


def test_a_count_is_saved_with_its_parts(by_eva: Client, organisation: Organisation) -> None:
    visits = make_indicator(organisation.ifo, measured=COUNT)
    parts = {"part_1_name": "Samtal", "part_1_count": "16"}
    parts |= {"part_7_name": "Besök", "part_7_count": "18"}

    record(by_eva, organisation, visits, value="34", **parts)

    row = Observation.objects.get()
    assert row.value == 34
    assert [(part.name, part.count) for part in row.parts.all()] == [("Samtal", 16), ("Besök", 18)]


def test_the_fields_follow_what_is_measured(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    days = make_indicator(organisation.ifo, "IFO-02", measured=DAYS)

    of_share = set(by_eva.get(record_url(indicator)).context["form"].fields)
    of_days = set(by_eva.get(record_url(days)).context["form"].fields)

    assert {"numerator", "denominator", "reported_share", "part_1_name"} <= of_share
    assert "value" in of_days
    assert not {"numerator", "reported_share", "part_1_name"} & of_days


def test_only_the_own_units_can_be_chosen(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    units = by_eva.get(record_url(indicator)).context["form"].fields["unit"].queryset

    assert list(units) == [organisation.intake]


def test_last_year_and_the_period_before_stand_beside_the_form(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.intake, 2022, "DA2", of=(1, 2), comment="Som väntat.")
    make_outcome(indicator, organisation.intake, 2023, "DA1", of=(3, 4))

    page = by_eva.get(record_url(indicator), {"ar": "2023", "period": "DA2"})

    assert [(row["label"], row["outcome"]) for row in page.context["beside"]] == [
        ("DÅ2 2022", "1\u00a0av\u00a02 (50\u00a0%)"),
        ("DÅ1 2023", "3\u00a0av\u00a04 (75\u00a0%)"),
    ]


def test_the_form_opens_on_the_period_that_is_missing(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    year = timezone.localdate().year - 1
    make_outcome(indicator, organisation.intake, year - 1, of=(1, 2))

    initial = by_eva.get(record_url(indicator)).context["form"].initial

    assert (initial["year"], initial["period"]) == (year, "VB")


def test_older_holes_are_not_what_the_form_begins_with(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    this_year = NEXT_YEAR - 1
    make_outcome(indicator, organisation.intake, this_year - 2, of=(1, 2))
    make_outcome(indicator, organisation.intake, this_year, "DA1", of=(1, 2))

    initial = by_eva.get(record_url(indicator)).context["form"].initial

    assert (initial["year"], initial["period"]) == (this_year, "VB")


def test_the_way_to_a_period_that_has_its_outcome_leads_to_the_change(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    row = make_outcome(indicator, organisation.intake, of=(1, 2))

    answer = by_eva.get(record_url(indicator), {"ar": "2023", "period": "VB"})

    assert answer["Location"] == reverse("indicators:outcome", args=["IFO-01", row.pk])


# What is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"numerator": "35", "denominator": "34"}, "numerator", "kan inte vara större än 34"),
        ({"numerator": "0", "denominator": "0"}, "denominator", "Andelen av noll"),
        ({"numerator": "19 av 34", "denominator": ""}, "numerator", "19 här och 34 i fältet"),
        ({"numerator": "71 %", "denominator": "34"}, "numerator", "Skriv antalet, inte andelen"),
        ({"numerator": "1,5", "denominator": "34"}, "numerator", "helt tal"),
        ({"numerator": "-1", "denominator": "34"}, "numerator", "inte vara negativt"),
        ({"numerator": "ca 20", "denominator": "34"}, "numerator", "exakt tal"),
        ({"numerator": "9" * 40, "denominator": "34"}, "numerator", "för stort"),
        ({"numerator": "19"}, "denominator", "Ange även av hur många"),
        ({"denominator": "34"}, "numerator", "Ange antalet av 34"),
        ({}, "numerator", "eller längre ned varför det saknas"),
        ({"reported_share": "84,7"}, "source", "Ange var andelen är redovisad"),
        ({"reported_share": "101", "source": "VB"}, "reported_share", "mellan 0 och 100"),
        ({"source": "VB"}, "source", "Källan hör till en redovisad andel"),
        (
            {"numerator": "1", "denominator": "2", "no_data": "Nej"},
            "no_data",
            "Det finns redan ett utfall i fältet ”Antal (n)”",
        ),
        ({"numerator": "1", "denominator": "2", "period": "XX"}, "period", "giltigt alternativ"),
        ({"numerator": "1", "denominator": "2", "year": "1999"}, "year", "giltigt alternativ"),
        ({"numerator": "1", "denominator": "2", "unit": "0"}, "unit", "giltigt alternativ"),
        (
            {"numerator": "3", "denominator": "9", "part_1_name": "Del", "part_1_count": "4"},
            "part_1_count",
            "tillsammans 4, men utfallet är bara 3",
        ),
        (
            {"numerator": "3", "denominator": "9", "part_1_name": "Del"},
            "part_1_count",
            "Ange antalet",
        ),
        (
            {"numerator": "3", "denominator": "9", "part_2_count": "1"},
            "part_2_name",
            "Skriv vad antalet gäller",
        ),
    ],
)
def test_what_cannot_be_taken_is_said_at_the_field(
    by_eva: Client,
    organisation: Organisation,
    indicator: Indicator,
    given: dict[str, str],
    field: str,
    message: str,
) -> None:
    answer = record(by_eva, organisation, indicator, **given)

    assert answer.status_code == 422
    assert message in errors(answer)[field]
    assert "Behåll mig" in answer.content.decode()
    assert Observation.objects.count() == 0


def test_a_period_to_come_is_refused(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    year = timezone.localdate().year
    december = {"year": year, "period": "M12", "numerator": "1", "denominator": "2"}
    if timezone.localdate() >= date(year, 12, 31):
        pytest.skip("no period of the year is to come")

    answer = record(by_eva, organisation, indicator, **december)

    assert "Perioden är inte slut än" in errors(answer)["period"]


def test_a_year_to_come_cannot_be_chosen(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    answer = record(by_eva, organisation, indicator, year=NEXT_YEAR, numerator="1", denominator="2")

    assert list(errors(answer)) == ["year"]


def test_a_unit_that_was_not_there_has_no_outcome(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    answer = record(
        by_karin,
        organisation,
        indicator,
        unit=organisation.closed.pk,
        numerator="1",
        denominator="2",
    )

    assert errors(answer) == {"unit": "Familjeenheten fanns inte under VB 2023."}


def test_a_period_twice_shows_the_way_to_the_one_that_exists(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    row = make_outcome(indicator, organisation.intake, of=(1, 2))

    answer = record(by_eva, organisation, indicator, numerator="3", denominator="4")

    page = answer.content.decode()
    there = reverse("indicators:outcome", args=["IFO-01", row.pk])
    assert answer.status_code == 422
    assert "Det finns redan ett utfall för VB 2023" in errors(answer)["period"]
    assert f'href="{there}"' in page
    assert "Behåll mig" in page
    row.refresh_from_db()
    assert row.numerator == 1


# What is asked about once more -------------------------------------------------------------


@pytest.fixture
def visits(organisation: Organisation) -> Indicator:
    return make_indicator(organisation.ifo, "IFO-02", "Besök", measured=COUNT)


def test_a_lower_figure_than_earlier_in_the_year_is_asked_about(
    by_eva: Client, organisation: Organisation, visits: Indicator
) -> None:
    make_outcome(visits, organisation.intake, 2023, "DA2", value=1193)

    answer = record(by_eva, organisation, visits, value="1100")

    assert answer.status_code == 422
    assert "1\u202f100 är lägre än 1\u202f193 för DÅ2 2023" in errors(answer)["confirmed"]
    assert "Ja, det stämmer" in answer.content.decode()


def test_what_is_confirmed_is_saved(
    by_eva: Client, organisation: Organisation, visits: Indicator
) -> None:
    make_outcome(visits, organisation.intake, 2023, "DA2", value=1193)

    answer = record(by_eva, organisation, visits, value="1100", confirmed="on")

    assert (answer.status_code, Observation.objects.count()) == (302, 2)


def test_a_higher_figure_than_later_in_the_year_is_asked_about(
    by_eva: Client, organisation: Organisation, visits: Indicator
) -> None:
    make_outcome(visits, organisation.intake, 2023, "VB", value=100)

    answer = record(by_eva, organisation, visits, period="DA1", value="101")

    assert "101 är högre än 100 för VB 2023" in errors(answer)["confirmed"]


@pytest.mark.parametrize(
    ("year", "period"), [(2022, "VB"), (2023, "Q1"), (2023, "M01"), (2023, "DA2")]
)
def test_only_the_same_year_from_january_on_is_compared(
    by_eva: Client, organisation: Organisation, visits: Indicator, year: int, period: str
) -> None:
    value = {2022: 30}.get(year, 10 if period == "DA2" else 1000)
    make_outcome(visits, organisation.intake, year, period, value=value)

    assert record(by_eva, organisation, visits, value="20").status_code == 302


def test_what_is_counted_for_each_period_by_itself_may_fall(
    by_eva: Client, organisation: Organisation
) -> None:
    made = make_indicator(organisation.ifo, measured=COUNT, is_cumulative=False)
    make_outcome(made, organisation.intake, 2023, "DA2", value=1193)

    assert record(by_eva, organisation, made, value="1").status_code == 302


# Sexes -------------------------------------------------------------------------------------


def by_sex(**given: str) -> dict[str, str]:
    names = (f"{sex}_{name}" for sex in ("female", "male", "unknown") for name in BLANK[:2])
    return {**dict.fromkeys(names, ""), **given}


@pytest.fixture
def split(organisation: Organisation) -> Indicator:
    return make_indicator(organisation.ifo, "IFO-03", split_by_sex=True)


def test_the_sexes_are_saved_when_they_make_the_whole(
    by_eva: Client, organisation: Organisation, split: Indicator
) -> None:
    told = by_sex(
        female_numerator="13",
        female_denominator="16",
        male_numerator="16",
        male_denominator="18",
        unknown_numerator="0",
        unknown_denominator="0",
    )

    answer = record(by_eva, organisation, split, numerator="29", denominator="34", **told)

    assert answer.status_code == 302
    rows = Observation.objects.values_list("sex", "numerator", "denominator")
    assert sorted(rows) == [("all", 29, 34), ("female", 13, 16), ("male", 16, 18)]


def test_sexes_that_do_not_make_the_whole_are_refused(
    by_eva: Client, organisation: Organisation, split: Indicator
) -> None:
    """The complement typed for the girls: 3 of 16 where 13 was meant."""
    told = by_sex(
        female_numerator="3", female_denominator="16", male_numerator="16", male_denominator="18"
    )

    answer = record(by_eva, organisation, split, numerator="29", denominator="34", **told)

    assert "Summan efter kön är 19, men totalt 29" in errors(answer)["female_numerator"]


# Changing ----------------------------------------------------------------------------------


@pytest.fixture
def row(organisation: Organisation, indicator: Indicator) -> Observation:
    return make_outcome(indicator, organisation.intake, of=(1, 2), comment="Först")


def test_a_change_keeps_what_stood_before(by_eva: Client, row: Observation, eva: User) -> None:
    answer = edit(by_eva, row, numerator="2", denominator="2")

    row.refresh_from_db()
    kept = ObservationRevision.objects.get()
    assert answer.status_code == 302
    assert (row.numerator, kept.numerator, kept.replaced_by) == (2, 1, eva)


def test_saving_what_is_unchanged_leaves_no_trace(by_eva: Client, row: Observation) -> None:
    edit(by_eva, row, numerator="1", denominator="2")

    row.refresh_from_db()
    assert (row.version, ObservationRevision.objects.count()) == (1, 0)


def test_the_loser_keeps_the_figures_and_sees_the_other_s(
    by_eva: Client, row: Observation, karin: User
) -> None:
    services.change_outcome(
        actor=karin, observation_id=row.pk, version=1, changes={"comment": "Karins"}
    )

    answer = edit(by_eva, row, numerator="1", denominator="2", comment="Evas")

    page = answer.content.decode()
    row.refresh_from_db()
    assert (answer.status_code, row.comment) == (409, "Karins")
    assert "<dd>Evas</dd>" in page
    assert "<dd>Karins</dd>" in page
    assert "Sparad av Karin Ek" in page


def test_saving_once_more_after_comparing_is_a_choice(
    by_eva: Client, row: Observation, karin: User
) -> None:
    services.change_outcome(
        actor=karin, observation_id=row.pk, version=1, changes={"comment": "Karins"}
    )
    form = edit(by_eva, row, numerator="1", denominator="2", comment="Evas").context["form"]
    version = form["version"].value()

    edit(by_eva, row, version=version, numerator="1", denominator="2", comment="Evas")

    row.refresh_from_db()
    assert row.comment == "Evas"


def test_what_is_typed_is_shown_as_text(by_eva: Client, row: Observation) -> None:
    typed = "<script>x</script> {{ 7*7 }} \x07"
    edit(by_eva, row, numerator="1", denominator="2", comment=typed)

    page = by_eva.get(reverse("indicators:detail", args=["IFO-01"])).content.decode()

    assert "&lt;script&gt;x&lt;/script&gt; {{ 7*7 }}" in page


def test_removing_is_asked_about_first(by_eva: Client, row: Observation) -> None:
    url = reverse("indicators:outcome_remove", args=["IFO-01", row.pk])

    by_eva.get(url)
    assert Observation.objects.count() == 1

    assert by_eva.post(url, {"csrfmiddlewaretoken": "x"}).status_code == 302
    assert Observation.objects.count() == 0


def test_another_unit_s_outcome_does_not_exist(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    other = make_outcome(indicator, organisation.youth, of=(1, 2))

    assert edit(by_eva, other).status_code == 404


def test_an_outcome_is_found_under_its_own_indicator_alone(
    by_eva: Client, organisation: Organisation, row: Observation
) -> None:
    make_indicator(organisation.ifo, "IFO-02")

    url = reverse("indicators:outcome", args=["IFO-02", row.pk])
    assert by_eva.get(url).status_code == 404


def test_who_reads_and_does_not_enter_is_refused(
    client: Client, indicator: Indicator, dag: User
) -> None:
    client.force_login(dag)

    assert client.get(record_url(indicator)).status_code == 403
