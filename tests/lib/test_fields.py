"""Numbers as people write and paste them."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from lib.fields import CountField, NumberField


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("982", 982),
        (" 1 384 ", 1384),
        ("1\u00a0384", 1384),
        ("1\u202f384", 1384),
        ("0", 0),
        ("007", 7),
        ("", None),
    ],
)
def test_a_count_is_read_as_people_write_it(written: str, meant: int | None) -> None:
    assert CountField(required=False).clean(written) == meant


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("19 av 34", "Skriv talen i var sitt fält: 19 här och 34 i fältet för hur många."),
        ("19/34", "Skriv talen i var sitt fält: 19 här och 34 i fältet för hur många."),
        ("42 %", "Skriv antalet, inte andelen i procent."),
        ("ca 20", "Skriv ett exakt tal."),
        ("< 5", "Skriv ett exakt tal."),
        ("12,5", "Skriv ett helt tal, utan decimaler."),
        ("-3", "Talet kan inte vara negativt."),
        ("två", "Skriv ett tal med siffror."),
        ("12 34", "Skriv ett tal med siffror."),
        ("٣", "Skriv ett tal med siffror."),
        ("9" * 100_000, "Talet är för stort."),
    ],
)
def test_what_is_no_count_is_told_in_words(written: str, words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        CountField(required=False).clean(written)
    assert refused.value.messages[0].startswith(words)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4,2", "4.2"),
        ("4.2", "4.2"),
        ("1 234,50", "1234.5"),
        ("−3", "-3"),
        ("85,29", "85.29"),
    ],
)
def test_a_number_takes_comma_and_point(written: str, meant: str) -> None:
    assert NumberField().clean(written) == Decimal(meant)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1,234", "Skriv högst två decimaler."),
        ("19 av 34", "Skriv talen i var sitt fält"),
        ("NaN", "Skriv ett tal med siffror."),
        ("1e9", "Skriv ett tal med siffror."),
        ("9" * 100_000, "Skriv ett tal med siffror."),
    ],
)
def test_what_is_no_number_is_told_in_words(written: str, words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        NumberField().clean(written)
    assert refused.value.messages[0].startswith(words)


@pytest.mark.parametrize("written", ["-1", "100,5", "1 000"])
def test_a_share_lies_between_0_and_100(written: str) -> None:
    with pytest.raises(ValidationError, match="mellan 0 och 100"):
        NumberField(share=True).clean(written)


def test_a_stored_number_is_shown_as_it_is_written() -> None:
    assert NumberField().prepare_value(Decimal("85.50")) == "85,5"


def test_what_is_sent_back_as_shown_is_no_change() -> None:
    assert not NumberField().has_changed(Decimal("85.50"), "85,5")
