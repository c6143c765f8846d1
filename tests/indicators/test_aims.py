"""Targets settled before their time, changes in the right word, and what is asked about."""

from decimal import Decimal

import pytest

from indicators.aims import settled
from indicators.changes import change_text
from indicators.models import Indicator, Target
from indicators.plausible import Measure, wild
from indicators.statistics import Goal, Outcome
from indicators.verdict import Verdict, verdict

SHARE, COUNT, DAYS = Indicator.Measured.SHARE, Indicator.Measured.COUNT, Indicator.Measured.DAYS


def followed(measured: str = COUNT, direction: str = "higher") -> Indicator:
    return Indicator(measured=measured, direction=direction, is_cumulative=True)


def outcome(
    year: int, value: float | None = None, period: str = "VB", of: tuple[int, int] | None = None
) -> Outcome:
    return Outcome(
        year=year,
        period=period,
        numerator=of[0] if of else None,
        denominator=of[1] if of else None,
        value=None if value is None else Decimal(str(value)),
        reported_share=None,
        source="",
        no_data="",
        not_measured=None,
        comment="",
        parts=(),
    )


def target(year: int, value: float, kind: str = Target.Kind.MILESTONE) -> Target:
    return Target(year=year, value=Decimal(str(value)), kind=kind)


def said(indicator: Indicator, targets: list[Target], outcomes: list[Outcome]) -> list[str]:
    return [one.sentence for one in settled(indicator, targets, outcomes)]


def test_a_count_that_has_passed_its_ceiling_cannot_come_back() -> None:
    told = said(followed(direction="lower"), [target(2026, 10)], [outcome(2026, 12, "DA1")])

    assert told == ["Målet 10 för 2026 kan inte längre nås: utfallet är redan 12 (DÅ1 2026)."]


def test_a_count_under_its_ceiling_is_not_settled() -> None:
    assert said(followed(direction="lower"), [target(2026, 10)], [outcome(2026, 10, "DA1")]) == []


def test_a_target_for_a_far_year_is_reached_since_the_first_of_the_years_that_hold() -> None:
    years = [outcome(2021, 900), outcome(2022, 700), outcome(2023, 850), outcome(2024, 860)]

    told = said(followed(), [target(2030, 840, Target.Kind.LONG_TERM)], years)

    assert told == [
        "Målvärdet 840 för 2030 är redan uppnått sedan 2023. Sätt ett nytt om det ska leda vidare."
    ]


def test_a_far_target_that_ran_out_unreached_is_pointed_out() -> None:
    told = said(followed(), [target(2023, 840, Target.Kind.LONG_TERM)], [outcome(2023, 700)])

    assert told == ["Målvärdet 840 för 2023 nåddes inte, och inget nytt är satt."]


@pytest.mark.parametrize(
    ("measured", "before", "now", "words"),
    [
        (SHARE, outcome(2022, of=(17, 100)), outcome(2023, of=(9, 100)), "−8\xa0procentenheter"),
        (SHARE, outcome(2022, of=(17, 100)), outcome(2023, of=(18, 100)), "+1\xa0procentenhet"),
        (COUNT, outcome(2022, 1137), outcome(2023, 1931), "+794 (70\xa0%)"),
        (COUNT, outcome(2022, 2), outcome(2023, 3), "+1"),
        (DAYS, outcome(2022, 115), outcome(2023, 111), "−4\xa0dagar"),
        (DAYS, outcome(2022, 115), outcome(2023, 115), "oförändrat"),
        (COUNT, None, outcome(2023, 3), ""),
    ],
)
def test_a_change_is_told_in_the_word_of_what_is_measured(
    measured: str, before: Outcome | None, now: Outcome, words: str
) -> None:
    told = change_text(followed(measured), before, now)

    assert told.replace("\u202f", "") == words


def test_nothing_is_compared_across_a_new_definition() -> None:
    now, before = outcome(2023, 20), outcome(2022, 10)

    assert change_text(followed(), before, now, {2023}) == "definitionen ändrad"
    assert change_text(followed(), before, now, {2022}) == "+10 (100\xa0%)"


@pytest.mark.parametrize(
    ("now", "expected"),
    [(16, Verdict.PARTLY), (15, Verdict.NOT_MET), (9, Verdict.NOT_MET), (20, Verdict.MET)],
)
def test_more_than_half_of_the_way_is_reached_in_part(now: int, expected: Verdict) -> None:
    goal = Goal(2023, Decimal(20), "")

    assert verdict(followed(), outcome(2023, now), goal, outcome(2022, 10)) == expected


@pytest.mark.parametrize(
    ("measured", "typed", "before", "asked"),
    [
        (SHARE, Measure(75, 100), outcome(2022, of=(50, 100)), True),
        (SHARE, Measure(74, 100), outcome(2022, of=(50, 100)), False),
        (SHARE, Measure(4, 4), outcome(2022, of=(1, 4)), False),
        (SHARE, Measure(50, 301), outcome(2022, of=(17, 100)), True),
        (COUNT, Measure(value=Decimal(41)), outcome(2022, 20), True),
        (COUNT, Measure(value=Decimal(40)), outcome(2022, 20), False),
        (COUNT, Measure(value=Decimal(9)), outcome(2022, 2), False),
        (DAYS, Measure(value=Decimal(1110)), outcome(2022, 111), True),
        (DAYS, Measure(value=Decimal(100)), None, False),
    ],
)
def test_what_a_mistyped_figure_would_give_is_asked_about(
    measured: str, typed: Measure, before: Outcome | None, asked: bool
) -> None:
    assert bool(list(wild(followed(measured), typed, before))) is asked
