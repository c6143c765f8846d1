"""What a series says of itself. The figures are worked out by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.kolada.reading import Peers
from indicators.models import Indicator, ReportingPeriod
from indicators.series import Finding, Kind, Severity, findings
from indicators.statistics import Outcome

SHARE, COUNT, DAYS = Indicator.Measured.SHARE, Indicator.Measured.COUNT, Indicator.Measured.DAYS
HIGHER, LOWER = Indicator.Direction.HIGHER, Indicator.Direction.LOWER
RULE = 5  # the smallest base that the municipality tells of


@dataclass(frozen=True)
class Followed:
    measured: str = SHARE
    direction: str = HIGHER
    decimals: int = 0
    is_cumulative: bool = True


def outcome(
    year: int,
    *,
    of: tuple[int, int] | None = None,
    value: float | None = None,
    share: float | None = None,
    period: str = "VB",
) -> Outcome:
    numerator, denominator = of or (None, None)
    return Outcome(
        year=year,
        period=period,
        numerator=numerator,
        denominator=denominator,
        value=None if value is None else Decimal(str(value)),
        reported_share=None if share is None else Decimal(str(share)),
        source="",
        no_data="",
        not_measured=None,
        comment="",
        parts=(),
    )


def years(*values: float | None, first: int = 2016) -> list[Outcome]:
    return [
        outcome(year, value=value) for year, value in enumerate(values, first) if value is not None
    ]


def shares(*parts: int, of: int = 100, first: int = 2020) -> list[Outcome]:
    return [outcome(year, of=(part, of)) for year, part in enumerate(parts, first)]


def found(kind: Kind, told: Sequence[Finding]) -> Finding | None:
    return next((one for one in told if one.kind == kind), None)


def said(kind: Kind, told: Sequence[Finding]) -> tuple[str, str] | None:
    """With ordinary blanks."""
    one = found(kind, told)
    if one is None:
        return None
    return one.sentence.replace("\u00a0", " ").replace("\u202f", " "), one.severity


# Since the year before


def test_a_share_changes_by_percentage_points() -> None:
    assert said(Kind.CHANGE, findings(Followed(), shares(17, 9), RULE)) == (
        "Utfallet 2021 är 8 procentenheter lägre än 2020 (9 % mot 17 %), vilket är en försämring.",
        Severity.WORSE,
    )


def test_a_count_changes_by_its_number_and_in_percent() -> None:
    told = findings(Followed(COUNT), years(1137, 1931), RULE)
    assert said(Kind.CHANGE, told) == (
        "Utfallet 2017 är 794 högre än 2016 (1 931 mot 1 137), en ökning med 70 %, vilket är en "
        "förbättring.",
        Severity.GOOD,
    )


def test_fewer_days_are_better_where_lower_is_better() -> None:
    told = findings(Followed(DAYS, LOWER), years(115, 111), RULE)
    assert said(Kind.CHANGE, told) == (
        "Utfallet 2017 är 4 dagar lägre än 2016 (111 dagar mot 115 dagar), vilket är en "
        "förbättring.",
        Severity.GOOD,
    )


def test_what_is_shown_alike_is_said_to_be_much_the_same() -> None:
    rows = [outcome(2024, of=(44, 49)), outcome(2025, of=(47, 52))]
    assert said(Kind.CHANGE, findings(Followed(), rows, RULE)) == (
        "Utfallet 2025 är i stort sett detsamma som 2024 (90 % mot 90 %).",
        Severity.NOTE,
    )


def test_without_a_direction_nothing_is_judged() -> None:
    told = findings(Followed(direction=Indicator.Direction.NEITHER), shares(10, 20), RULE)
    one = found(Kind.CHANGE, told)
    assert one and (one.severity, "vilket" in one.sentence) == (Severity.NOTE, False)


def test_of_a_small_base_it_is_said_and_nothing_judged() -> None:
    told = findings(Followed(), shares(6, 9, of=12), RULE)
    assert said(Kind.CHANGE, told) == (
        "Utfallet 2021 är 25 procentenheter högre än 2020 (75 % mot 50 %), men underlaget är "
        "litet (12) och enstaka fall kan avgöra.",
        Severity.NOTE,
    )


def test_an_interim_outcome_is_held_against_the_same_part_of_the_year_before() -> None:
    rows = [
        outcome(2022, value=500, period="DA2"),
        outcome(2022, value=800),
        outcome(2023, value=650, period="DA2"),
    ]
    one = said(Kind.CHANGE, findings(Followed(COUNT), rows, RULE))
    assert one and one[0].startswith("Utfallet DÅ2 2023 är 150 högre än DÅ2 2022 (650 mot 500)")


def test_where_last_year_had_no_such_part_the_whole_years_are_held_together() -> None:
    rows = [*years(500, 800, first=2021), outcome(2023, value=650, period="DA2")]
    one = said(Kind.CHANGE, findings(Followed(COUNT), rows, RULE))
    assert one and one[0].startswith("Utfallet 2022 är 300 högre än 2021 (800 mot 500)")


@pytest.mark.parametrize(
    "rows",
    [
        shares(1, 3, of=4),
        years(3, 7),
        [outcome(2020, share=84.7), outcome(2021, share=87.1)],
        [outcome(2019, of=(50, 100)), outcome(2021, of=(60, 100))],
        [],
    ],
    ids=["base under the rule", "few cases", "reported elsewhere", "a year is missing", "empty"],
)
def test_nothing_is_said_of_too_little(rows: list[Outcome]) -> None:
    followed = Followed(SHARE if rows and rows[0].value is None else COUNT)
    assert findings(followed, rows, RULE) == ()


# Over the years


def test_four_years_in_one_direction_are_a_trend() -> None:
    """The slopes are 4, 4.5, 3.67, 5, 3.5 and 2 a year: their middle is 3.83."""
    told = findings(Followed(), shares(60, 64, 69, 71), RULE)
    assert said(Kind.TREND, told) == (
        "Utfallet har stigit 2020–2023, med ungefär 3,8 procentenheter om året, vilket är en "
        "förbättring.",
        Severity.GOOD,
    )


def test_one_year_against_the_others_hides_a_trend_of_four_and_not_of_seven() -> None:
    short = findings(Followed(DAYS, LOWER), years(100, 104, 103, 110), RULE)
    long = findings(Followed(DAYS, LOWER), years(100, 104, 103, 110, 112, 118, 120), RULE)
    assert said(Kind.TREND, short) == (
        "Utfallet har ingen tydlig riktning 2016–2019: det går både upp och ner.",
        Severity.NOTE,
    )
    one = found(Kind.TREND, long)
    assert one and (one.severity, "har stigit 2016–2022" in one.sentence) == (Severity.WORSE, True)


def test_three_years_are_no_trend() -> None:
    assert found(Kind.TREND, findings(Followed(), shares(60, 64, 69), RULE)) is None


def test_a_new_definition_begins_a_new_series() -> None:
    rows = shares(60, 64, 69, 71, 75)
    told = findings(Followed(), rows, RULE, breaks=[2022])
    at_the_break = findings(Followed(), rows[:3], RULE, breaks=[2022])
    assert found(Kind.TREND, told) is None
    assert found(Kind.CHANGE, told) is not None
    assert found(Kind.CHANGE, at_the_break) is None


def test_what_never_varied_is_said_to_be_the_same() -> None:
    told = findings(Followed(COUNT), years(*[12] * 9), RULE)
    assert [one.kind for one in told] == [Kind.CHANGE, Kind.TREND]
    assert said(Kind.TREND, told) == ("Utfallet har varit detsamma 2016–2024.", Severity.NOTE)


# Against the own history


def test_an_outcome_outside_what_is_usual_is_pointed_out() -> None:
    """Mean 101, moving ranges 4, 3, 5, 6, 1, mean 3.8: 101 ± 2.66 × 3.8 is 90.9 to 111.1."""
    before = (100, 104, 101, 96, 102, 103)
    usual = said(Kind.DEVIATION, findings(Followed(DAYS, LOWER), years(*before, 111), RULE))
    odd = said(Kind.DEVIATION, findings(Followed(DAYS, LOWER), years(*before, 112), RULE))
    span = "det som varit vanligt 2016–2021 (mellan"
    limits = "91 dagar och 111 dagar)"
    assert usual == (f"Utfallet 2022 (111 dagar) ligger inom {span} {limits}.", Severity.NOTE)
    assert odd == (
        f"Utfallet 2022 (112 dagar) är högre än {span} {limits}, så något har troligen ändrats, "
        "vilket är en försämring.",
        Severity.WORSE,
    )


def test_six_outcomes_have_no_history_of_six() -> None:
    told = findings(Followed(DAYS), years(100, 104, 101, 96, 102, 140), RULE)
    assert found(Kind.DEVIATION, told) is None


def test_months_are_one_history() -> None:
    rows = [
        outcome(2023, value=value, period=f"M{month:02d}")
        for month, value in enumerate((20, 22, 21, 19, 20, 21, 40), start=1)
    ]
    one = said(Kind.DEVIATION, findings(Followed(COUNT), rows, RULE))
    assert one and one[0].startswith("Utfallet juli 2023 (40) är högre än det som varit vanligt")


def test_the_limits_of_a_share_stay_within_0_and_100_percent() -> None:
    rows = shares(95, 80, 99, 85, 97, 82, 96)
    one = said(Kind.DEVIATION, findings(Followed(), rows, RULE))
    assert one and "och 100 %" in one[0]


# Among the municipalities


def peers(own: float, *, count: int = 20) -> Peers:
    """10, 20, 30, …: of twenty the quarter ends at 57.5 and begins at 152.5."""
    values = tuple(Decimal(10 * number) for number in range(1, count + 1))
    return Peers(2023, "Huddinge", Decimal(str(own)), values)


@pytest.mark.parametrize(
    ("own", "where", "severity"),
    [
        (160, "till den fjärdedel av kommunerna som har högst värde", Severity.WORSE),
        (50, "till den fjärdedel av kommunerna som har lägst värde", Severity.GOOD),
        (100, "i mitten bland kommunerna", Severity.NOTE),
    ],
)
def test_the_municipality_has_its_place_among_the_others(
    own: int, where: str, severity: Severity
) -> None:
    one = said(Kind.QUARTILE, findings(Followed(DAYS, LOWER), [], RULE, peers=peers(own)))
    assert one and where in one[0]
    assert one[1] == severity
    beside = f"({own} dagar, mittersta värdet 105 dagar, 20 kommuner, källa: Kolada)"
    assert beside in one[0]


def test_nineteen_municipalities_are_no_distribution() -> None:
    assert findings(Followed(DAYS), [], RULE, peers=peers(160, count=19)) == ()


def test_municipalities_that_are_all_alike_have_no_quarters() -> None:
    alike = Peers(2023, "Huddinge", Decimal(3), (Decimal(3),) * 290)
    assert findings(Followed(DAYS), [], RULE, peers=alike) == ()


# Whatever the series is like

AMOUNTS = st.decimals(0, 999_999_999_999, places=2)
OUTCOMES = st.lists(
    st.builds(
        outcome,
        st.integers(1990, 2100),
        of=st.none() | st.integers(1, 9999).flatmap(
            lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
        ),
        value=AMOUNTS,
        share=st.none() | st.decimals(0, 100, places=2),
        period=st.sampled_from(ReportingPeriod.values),
    ),
    max_size=14,
)  # fmt: skip
CONSTANT = st.builds(
    lambda value, count: years(*[value] * count),
    st.sampled_from((0, 1, 7, 0.01)),
    st.integers(0, 9),
)
FOLLOWED = st.builds(
    Followed,
    st.sampled_from(Indicator.Measured.values),
    st.sampled_from(Indicator.Direction.values),
    st.integers(0, 2),
)


@settings(max_examples=150, deadline=None)
@given(
    followed=FOLLOWED,
    rows=OUTCOMES | CONSTANT,
    breaks=st.sets(st.integers(1990, 2100), max_size=2),
    values=st.lists(AMOUNTS, max_size=30),
    base=st.integers(0, 50),
)
def test_no_series_breaks_it_and_every_finding_is_one_sentence(
    followed: Followed, rows: list[Outcome], breaks: set[int], values: list[Decimal], base: int
) -> None:
    others = Peers(2023, "Huddinge", values[0], tuple(values)) if values else None
    in_time = sorted(rows, key=lambda row: (row.year, ReportingPeriod(row.period).last_month))
    told = findings(followed, in_time, base, breaks=breaks, peers=others)
    assert len({one.kind for one in told}) == len(told)
    assert all(one.sentence.endswith(".") and ". " not in one.sentence for one in told)
    assert all("nan" not in one.sentence.lower().split() for one in told)
