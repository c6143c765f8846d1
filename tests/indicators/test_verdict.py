from decimal import Decimal

import pytest

from indicators.models import Indicator
from indicators.statistics import Goal, Outcome
from indicators.verdict import Verdict, verdict
from indicators.words import exact_note, goal_text, written

SHARE, COUNT, DAYS = (
    Indicator.Measured.SHARE,
    Indicator.Measured.COUNT,
    Indicator.Measured.DAYS,
)


def outcome(
    of: tuple[int, int] | None = None,
    value: str | None = None,
    *,
    period: str = "VB",
    reported: str | None = None,
    no_data: str = "",
) -> Outcome:
    return Outcome(
        year=2023,
        period=period,
        numerator=of[0] if of else None,
        denominator=of[1] if of else None,
        value=Decimal(value) if value else None,
        reported_share=Decimal(reported) if reported else None,
        source="",
        no_data=no_data,
        not_measured=None,
        comment="",
        parts=(),
    )


def goal(value: str | None, text: str = "") -> Goal:
    return Goal(2023, Decimal(value) if value is not None else None, text)


def followed(measured: str = SHARE, direction: str = "higher") -> Indicator:
    return Indicator(measured=measured, direction=direction, is_cumulative=True)


def test_higher_is_reached_at_the_target() -> None:
    assert verdict(followed(), outcome((50, 100)), goal("50")) == Verdict.MET


def test_what_rounds_up_to_the_target_has_not_reached_it() -> None:
    """1 383 of 1 384 is 100 % in print, and one person short of what the law says."""
    nearly = outcome((1383, 1384))
    assert verdict(followed(), nearly, goal("100")) == Verdict.NOT_MET
    assert exact_note(followed(), nearly, goal("100")) == "exakt 99,93\u00a0%"


def test_lower_is_reached_under_the_target() -> None:
    days = followed(DAYS, "lower")
    assert verdict(days, outcome(value="111"), goal("120")) == Verdict.MET
    assert verdict(days, outcome(value="121"), goal("120")) == Verdict.NOT_MET


@pytest.mark.parametrize(
    ("given", "target"),
    [
        (outcome(no_data="mättes inte"), goal("50")),
        (None, goal("50")),
        (outcome((1, 2)), goal(None, "tas fram av nämnden")),
    ],
)
def test_without_two_numbers_nothing_is_judged(given: Outcome | None, target: Goal) -> None:
    assert verdict(followed(), given, target) == Verdict.UNDECIDED


def test_what_has_no_direction_is_not_judged() -> None:
    assert verdict(followed(direction="neither"), outcome((1, 2)), goal("5")) == Verdict.UNDECIDED


def test_no_target_is_said_and_is_not_zero() -> None:
    assert verdict(followed(), outcome((0, 2)), None) == Verdict.NO_TARGET
    assert goal_text(None, SHARE) == "ej fastställt"


def test_zero_is_judged_against_zero() -> None:
    assert verdict(followed(COUNT, "lower"), outcome(value="0.00"), goal("0")) == Verdict.MET


@pytest.mark.parametrize(
    ("direction", "value", "expected"),
    [
        ("higher", "1193", Verdict.UNDECIDED),
        ("higher", "2000", Verdict.MET),
        ("lower", "1193", Verdict.UNDECIDED),
        ("lower", "2001", Verdict.NOT_MET),
    ],
)
def test_a_count_that_still_grows_is_judged_only_when_it_cannot_change(
    direction: str, value: str, expected: Verdict
) -> None:
    in_august = outcome(value=value, period="DA2")
    assert verdict(followed(COUNT, direction), in_august, goal("2000")) == expected


def test_a_share_in_august_is_judged() -> None:
    assert verdict(followed(), outcome((1, 4), period="DA2"), goal("50")) == Verdict.NOT_MET


def test_a_reported_share_is_written_as_it_was_reported() -> None:
    assert written(outcome(reported="34.60"), SHARE, 0) == "34,6\u00a0%"
    assert written(outcome((9, 26)), SHARE, 0) == "35\u00a0%"
