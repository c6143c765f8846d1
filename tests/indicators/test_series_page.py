from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from indicators import services
from indicators.models import Indicator, Target
from organisation.models import SmallNumberPolicy, User
from tests.factories.indicators import make_indicator, make_outcome, make_target
from tests.factories.organisation import Organisation


def url(indicator: Indicator, **query: object) -> str:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return f"{reverse('indicators:detail', args=[indicator.code])}?{asked}"


def test_the_page_has_the_outcomes_newest_first(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    for year, period in ((2022, "VB"), (2023, "VB"), (2023, "DA2")):
        make_outcome(indicator, organisation.ifo, year, period, of=(1, 2))

    rows = by_karin.get(url(indicator)).context["rows"]

    assert [row.period for row in rows] == ["VB 2023", "DÅ2 2023", "VB 2022"]


def test_each_outcome_is_held_against_the_target_of_its_own_year(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, 2022, of=(1, 2))
    make_outcome(indicator, organisation.ifo, 2023, of=(1, 2))
    make_target(indicator, 60, 2022)
    make_target(indicator, 40, 2023)
    make_target(indicator, 90, 2030, kind=Target.Kind.LONG_TERM)

    rows = by_karin.get(url(indicator)).context["rows"]

    assert [(row.milestone, row.long_term, row.status) for row in rows] == [
        ("40\u00a0%", "90\u00a0%", "Uppnås"),
        ("60\u00a0%", "90\u00a0%", "Uppnås inte"),
    ]


def test_without_a_target_nothing_is_printed_as_zero(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))

    (row,) = by_karin.get(url(indicator)).context["rows"]

    assert (row.milestone, row.long_term) == ("ej fastställt", "ej fastställt")


def test_a_reported_share_carries_its_source(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(
        indicator, organisation.ifo, reported_share=Decimal("84.7"), source="VB 2023, s. 9"
    )

    (row,) = by_karin.get(url(indicator)).context["rows"]

    assert (row.outcome, row.numerator) == ("84,7\u00a0%", "–")
    assert row.notes == ("enligt tidigare redovisning: VB 2023, s. 9",)


@pytest.mark.parametrize(("whole", "is_small"), [(4, True), (5, False)])
def test_a_small_base_is_marked_and_still_shown(
    by_karin: Client, organisation: Organisation, indicator: Indicator, whole: int, is_small: bool
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, whole))

    (row,) = by_karin.get(url(indicator)).context["rows"]

    assert row.denominator == str(whole)
    assert ("visas inte i rapporter (för få svar)" in row.notes) == is_small


def test_the_municipality_s_own_rule_marks_what_is_small(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    SmallNumberPolicy.objects.create(
        unit=organisation.board, audience="board", minimum_base=20, valid_from=date(2020, 1, 1)
    )
    make_outcome(indicator, organisation.ifo, of=(1, 19))

    (row,) = by_karin.get(url(indicator)).context["rows"]

    assert row.notes == ("visas inte i rapporter (för få svar)",)


def test_the_chart_stands_beside_the_table_and_is_said_in_words(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, 2022, of=(1, 2))
    make_outcome(indicator, organisation.ifo, 2023, no_data="mättes inte")
    make_outcome(indicator, organisation.ifo, 2024, of=(3, 4))
    make_target(indicator, 60, 2024)

    chart = by_karin.get(url(indicator)).context["chart"]

    assert chart.image.startswith("data:image/svg+xml;base64,")
    assert "VB 2024: Utfall 75, Etappmål 60." in chart.alt
    assert "VB 2023: Utfall uppgift visas inte" in chart.alt


def test_one_outcome_is_no_chart(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))

    assert by_karin.get(url(indicator)).context["chart"] is None


def test_units_with_outcomes_are_tabs(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    make_outcome(indicator, organisation.intake, of=(3, 4))

    page = by_karin.get(url(indicator, enhet=organisation.intake.pk)).context

    assert [(tab["name"], tab["current"]) for tab in page["tabs"]] == [
        ("Individ- och familjeomsorgen", False),
        ("Mottagningsenheten", True),
    ]
    assert [row.outcome for row in page["rows"]] == ["75\u00a0%"]


def test_the_sexes_stand_under_the_total(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    girls, boys = {"numerator": 13, "denominator": 16}, {"numerator": 16, "denominator": 18}
    make_outcome(indicator, organisation.ifo, of=(29, 34), by_sex={"female": girls, "male": boys})

    (row,) = by_karin.get(url(indicator)).context["rows"]

    assert row.notes == (
        "Flickor och kvinnor: 13\u00a0av\u00a016 (81\u00a0%)",
        "Pojkar och män: 16\u00a0av\u00a018 (89\u00a0%)",
    )


def test_what_an_outcome_said_before_is_told_with_name(
    by_karin: Client, organisation: Organisation, indicator: Indicator, karin: User
) -> None:
    row = make_outcome(indicator, organisation.ifo, of=(982, 1384))
    services.change_outcome(
        actor=karin, observation_id=row.pk, version=1, changes={"numerator": 990}
    )

    (told,) = by_karin.get(url(indicator)).context["revisions"]

    assert (told["said"], told["who"]) == ("982\u00a0av\u00a01\u202f384 (71\u00a0%)", "Karin Ek")


def test_a_comparison_stands_beside_what_we_had(
    by_karin: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    services.add_comparison(
        actor=None, indicator=indicator, year=2023, with_whom="Riket", value=Decimal("60.5")
    )

    (row,) = by_karin.get(url(indicator)).context["comparisons"]

    assert (row["name"], row["text"], row["ours"]) == ("Riket 2023", "60,5\u00a0%", "50\u00a0%")


def test_a_manager_may_change_the_own_unit_s_outcome_and_not_the_section_s(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.ifo, of=(1, 2))
    make_outcome(indicator, organisation.intake, of=(1, 2))

    above = by_eva.get(url(indicator, enhet=organisation.ifo.pk)).context
    own = by_eva.get(url(indicator, enhet=organisation.intake.pk)).context

    assert [bool(row.edit_url) for row in (*above["rows"], *own["rows"])] == [False, True]


def test_the_neighbour_s_outcomes_are_not_told(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_outcome(indicator, organisation.youth, of=(1, 2))

    assert by_eva.get(url(indicator, enhet=organisation.youth.pk)).context["rows"] == []


def test_the_neighbour_s_targets_are_not_told(
    by_eva: Client, organisation: Organisation, indicator: Indicator
) -> None:
    make_target(indicator, 50, unit=organisation.youth)
    make_target(indicator, 60, unit=organisation.ifo)

    targets = by_eva.get(url(indicator)).context["targets"]

    assert [row["text"] for row in targets] == ["60\u00a0%"]


def test_a_code_is_found_whatever_its_letters(by_karin: Client, indicator: Indicator) -> None:
    assert by_karin.get("/indikatorer/ifo-01/").status_code == 200


@pytest.mark.parametrize("asked", ["x", "9" * 40, "-1", "\x00"])
def test_an_address_written_by_hand_breaks_nothing(
    by_karin: Client, indicator: Indicator, asked: str
) -> None:
    page = reverse("indicators:detail", args=[indicator.code])
    assert by_karin.get(page, {"enhet": asked}).status_code == 200


def test_three_outcomes_cost_as_many_queries_as_one(
    by_karin: Client,
    organisation: Organisation,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    indicator = make_indicator(organisation.ifo, measured=Indicator.Measured.COUNT)
    for year in (2021, 2022, 2023):
        row = make_outcome(indicator, organisation.ifo, year, value=10, parts=[("Del", 1)])
        services.change_outcome(
            actor=None, observation_id=row.pk, version=1, changes={"value": Decimal(9)}
        )
        make_target(indicator, 5, year)
        services.add_comparison(
            actor=None, indicator=indicator, year=year, with_whom="Riket", text="lägre"
        )
        by_karin.get(url(indicator))  # draws the chart once
        with django_assert_num_queries(27):
            by_karin.get(url(indicator))
