"""The published outcomes and targets, read from plain rows and computed here by plain Python."""

from decimal import Decimal

import pytest

from indicators.models import Comparison, Indicator, Observation, Target

pytestmark = pytest.mark.django_db

Key = tuple[str, str, int, str]  # code, unit, year, period

COUNTS_2023 = {
    ("IFO-01", 2022, "VB"): 470,
    ("IFO-01", 2023, "DA2"): 1193,
    ("IFO-01", 2023, "VB"): 1894,
    ("IFO-02", 2022, "VB"): 143,
    ("IFO-02", 2023, "DA2"): 120,
    ("IFO-02", 2023, "VB"): 162,
    ("IFO-03", 2022, "VB"): 1137,
    ("IFO-03", 2023, "VB"): 1931,
    ("IFO-13", 2023, "DA2"): 10,
    ("IFO-13", 2023, "VB"): 34,
    ("IFO-14", 2023, "DA2"): 15,
    ("IFO-14", 2023, "VB"): 20,
    ("IFO-28", 2022, "VB"): 6,
    ("IFO-28", 2023, "VB"): 9,
}
# n of N; the percentage as printed, or None where none was
SHARES_2023 = {
    "IFO-04": (285, 1384, None),  # printed as 20, which is 20.59 cut off
    "IFO-05": (37, 40, None),
    "IFO-06": (14, 14, None),
    "IFO-08": (9, 26, None),
    "IFO-09": (24, 26, None),
    "IFO-10": (91, 166, None),
    "IFO-11": (35, 46, None),
    "IFO-12": (308, 517, 60),
    "IFO-15": (2, 4, 50),
    "IFO-16": (4, 6, None),
    "IFO-17": (26, 33, None),
    "IFO-18": (99, 108, None),
}
# Shares of which n and N were never published; they have a source instead.
REPORTED = {
    ("IFO-07", "barn", 2023, "VB"): 23,
    ("IFO-15", "vuxna", 2023, "DA2"): 100,
    ("IFO-04", "barnenheten", 2020, "DA2"): 16,
    ("IFO-04", "barnenheten", 2021, "DA2"): 21,
    ("IFO-04", "ungdomsenheten", 2020, "VB"): 33,
    ("IFO-04", "ungdomsenheten", 2021, "VB"): 33,
    ("IFO-04", "valdsenheten", 2020, "DA1"): 50,
    ("IFO-04", "valdsenheten", 2021, "DA2"): 77,
    ("IFO-23", "oppenvard-barn", 2021, "DA2"): 48,
    ("IFO-23", "oppenvard-unga", 2021, "DA2"): 72,
    ("IFO-23", "valdsenheten", 2021, "DA2"): 43,
    ("IFO-27", "ifo", 2022, "VB"): 17,
    ("IFO-27", "ifo", 2023, "VB"): 9,
}


@pytest.fixture(scope="module")
def outcomes(demo: None) -> dict[Key, Observation]:
    rows = Observation.objects.filter(sex="all").select_related("indicator", "unit")
    return {(row.indicator.code, row.unit.slug, row.year, row.period): row for row in rows}


@pytest.fixture(scope="module")
def of_2023(outcomes: dict[Key, Observation]) -> dict[str, Observation]:
    """Code → the whole year's outcome; each has one."""
    found = [key for key in outcomes if key[2:] == (2023, "VB")]
    assert len({code for code, *_ in found}) == len(found)
    return {key[0]: outcomes[key] for key in found}


def half_up(part: int, whole: int) -> int:
    return (200 * part + whole) // (2 * whole)


def test_2023_has_twenty_one_indicators_and_two_of_the_staff(
    of_2023: dict[str, Observation],
) -> None:
    numbers = (*range(1, 22), 27, 28)

    assert sorted(of_2023) == [f"IFO-{number:02d}" for number in numbers]


def test_2021_has_eleven_outcomes(outcomes: dict[Key, Observation]) -> None:
    newest = {(code, unit) for code, unit, year, _ in outcomes if year == 2021}

    assert len(newest) == 11


def test_the_counts(outcomes: dict[Key, Observation]) -> None:
    values = {(code, year, period): row.value for (code, _, year, period), row in outcomes.items()}

    assert {key: values[key] for key in COUNTS_2023} == COUNTS_2023


def test_the_reach_of_early_support_grew_by_seventy_percent() -> None:
    before, after = COUNTS_2023["IFO-03", 2022, "VB"], COUNTS_2023["IFO-03", 2023, "VB"]

    assert half_up(after - before, before) == 70


@pytest.mark.parametrize("code", SHARES_2023)
def test_a_share_is_kept_as_whole_numbers(code: str, of_2023: dict[str, Observation]) -> None:
    part, whole, printed = SHARES_2023[code]
    row = of_2023[code]

    assert (row.numerator, row.denominator) == (part, whole)
    assert (row.value, row.reported_share) == (None, None)
    assert printed in (None, half_up(part, whole))


def test_the_share_within_ninety_days_rounds_to_twenty_one() -> None:
    assert half_up(*SHARES_2023["IFO-04"][:2]) == 21


def test_shares_without_numbers_are_reported_with_their_source(
    outcomes: dict[Key, Observation],
) -> None:
    reported = {
        key: row
        for key, row in outcomes.items()
        if row.reported_share is not None and key[2] <= 2023
    }

    assert {key: row.reported_share for key, row in reported.items()} == REPORTED
    assert [key for key, row in reported.items() if not row.source] == []


def test_seven_who_broke_off_are_told_beside_the_fourteen(of_2023: dict[str, Observation]) -> None:
    assert of_2023["IFO-06"].not_measured == 7


@pytest.mark.parametrize(("code", "parts"), [("IFO-13", [16, 18]), ("IFO-14", [10, 10])])
def test_the_parts_of_a_count_add_up(
    code: str, parts: list[int], of_2023: dict[str, Observation]
) -> None:
    row = of_2023[code]

    assert [part.count for part in row.parts.all()] == parts
    assert sum(parts) == row.value


def test_the_measuring_had_not_begun_at_the_second_interim(
    outcomes: dict[Key, Observation],
) -> None:
    row = outcomes["IFO-07", "barn", 2023, "DA2"]

    assert (row.numerator, row.value, row.reported_share) == (None, None, None)
    assert row.no_data


def test_the_targets_as_published(demo: None) -> None:
    published = {
        ("IFO-01", "milestone", 2023): 760,
        ("IFO-01", "long_term", 2030): 840,
        ("IFO-02", "milestone", 2023): 200,
        ("IFO-02", "long_term", 2030): 220,
        ("IFO-04", "annual", 2023): 50,
    }
    values = {
        (target.indicator.code, target.kind, target.year): target.value
        for target in Target.objects.select_related("indicator")
    }

    assert {key: values[key] for key in published} == published


def test_three_units_had_seventy_five_percent_as_the_target_of_2021(demo: None) -> None:
    targets = Target.objects.filter(indicator__code="IFO-23").values_list("year", "value")

    assert list(targets) == [(2021, Decimal(75))] * 3


def test_a_target_printed_as_zero_was_never_set(demo: None) -> None:
    new = ("IFO-13", "IFO-14", "IFO-15")

    assert not Target.objects.filter(indicator__code__in=new).exists()
    assert not Target.objects.filter(value=0).exists()


REACHED = {"IFO-11", "IFO-16"}
MISSED = {"IFO-02", "IFO-04", "IFO-07", "IFO-08", "IFO-10", "IFO-18"}


def test_targets_are_reached_and_missed_as_published(of_2023: dict[str, Observation]) -> None:
    targets = Target.objects.filter(
        year=2023, kind__in=("milestone", "annual"), value__isnull=False
    ).select_related("indicator")
    aimed = {target.indicator.code: target.value for target in targets}

    def reached(code: str) -> bool:
        row, target = of_2023[code], aimed[code]
        assert target is not None
        if row.numerator is not None and row.denominator:
            return 100 * row.numerator >= target * row.denominator
        return (row.value or row.reported_share or 0) >= target

    assert {code for code in REACHED | MISSED if reached(code)} == REACHED


def test_what_others_had(demo: None) -> None:
    found = {
        (row.indicator.code, row.year): (row.value, row.text)
        for row in Comparison.objects.select_related("indicator")
    }

    assert found["IFO-18", 2023] == (Decimal(86), "")
    assert found["IFO-22", 2021] == (Decimal("4.2"), "")
    assert "fjärdedel" in found["IFO-20", 2023][1]
    assert "fjärdedel" in found["IFO-20", 2021][1]
    assert "mittenspannet" in found["IFO-21", 2023][1]
    assert "riket och i länet" in found["IFO-26", 2021][1]


def test_the_days_of_three_years_and_the_index(outcomes: dict[Key, Observation]) -> None:
    days = [outcomes["IFO-20", "barn", year, "VB"].value for year in (2019, 2020, 2021)]

    assert days == [119, 115, 111]
    assert outcomes["IFO-22", "barn", 2021, "VB"].value == Decimal("4.2")


@pytest.mark.parametrize("code", ["IFO-10", "IFO-11", "IFO-13", "IFO-14", "IFO-15", "IFO-23"])
def test_what_was_new_has_no_outcome_before_its_first_year(
    code: str, outcomes: dict[Key, Observation]
) -> None:
    first_year = Indicator.objects.get(code=code).first_year
    years = [year for found, _, year, _ in outcomes if found == code]

    assert min(years) == first_year


def test_every_outcome_of_the_reported_years_has_a_comment(
    outcomes: dict[Key, Observation],
) -> None:
    newest: dict[tuple[str, str, int], Observation] = {}
    for (code, unit, year, period), row in sorted(outcomes.items()):
        if year in (2021, 2023) and period in ("DA2", "VB"):
            newest[code, unit, year] = row

    assert [key for key, row in newest.items() if not row.comment] == []


def test_a_comment_holds_no_digits(outcomes: dict[Key, Observation]) -> None:
    """The figures stand beside it; typed ones would grow old."""
    assert [key for key, row in outcomes.items() if any(map(str.isdigit, row.comment))] == []


def test_the_sexes_add_up_to_the_whole(outcomes: dict[Key, Observation]) -> None:
    sums: dict[Key, list[int]] = {}
    split = Observation.objects.exclude(sex="all").select_related("indicator", "unit")
    for row in split:
        key = (row.indicator.code, row.unit.slug, row.year, row.period)
        sums.setdefault(key, [0, 0])
        sums[key][0] += row.numerator or 0
        sums[key][1] += row.denominator or 0

    assert sums
    assert sums == {key: [outcomes[key].numerator, outcomes[key].denominator] for key in sums}


def test_the_running_year_lacks_some_outcomes(outcomes: dict[Key, Observation]) -> None:
    followed = {code for code, _, year, _ in outcomes if year == 2025}
    told = {code for code, _, year, period in outcomes if (year, period) == (2026, "DA2")}

    assert 0 < len(followed - told) < len(followed)
