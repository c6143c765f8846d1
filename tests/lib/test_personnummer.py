import pytest

from lib.personnummer import holds_personnummer


@pytest.mark.parametrize(
    "text",
    [
        "Född 20150312-2380.",
        "150312-2380",
        "150312+2380",
        "201503122380",
        "20150372 2380",  # a samordningsnummer
        "1212121212",
    ],
)
def test_a_personnummer_is_found_however_it_is_written(text: str) -> None:
    assert holds_personnummer(text)


@pytest.mark.parametrize(
    "text", ["", "ring 0701234567", "dnr 2026/1234", "123456", "9912345678", "1212121213"]
)
def test_other_numbers_are_left_in_peace(text: str) -> None:
    assert not holds_personnummer(text)
