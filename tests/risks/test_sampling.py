"""The sample: random, and drawn again by anybody with the list and the seed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from risks import sampling
from risks.sampling import Listed, UnreadableList, digest, draw, read_list, read_twice

LISTED = [Listed(f"2026-{number:04d}") for number in range(200)]


def test_the_same_list_and_seed_give_the_same_sample_whatever_the_order() -> None:
    assert draw(LISTED, 20, "abc") == draw(LISTED[::-1], 20, "abc")


def test_another_seed_gives_another_sample() -> None:
    assert draw(LISTED, 20, "abc") != draw(LISTED, 20, "abd")


def test_a_sample_is_part_of_the_list_and_has_its_size() -> None:
    drawn = draw(LISTED, 20, "abc")

    assert len(set(drawn)) == 20
    assert set(drawn) < set(LISTED)


def test_a_larger_sample_holds_the_smaller() -> None:
    assert draw(LISTED, 30, "abc")[:20] == draw(LISTED, 20, "abc")


def test_every_file_is_drawn_about_as_often() -> None:
    """Each of 200 is expected 100 times in 1,000 samples of 20."""
    times = dict.fromkeys(LISTED, 0)
    for seed in range(1_000):
        for one in draw(LISTED, 20, str(seed)):
            times[one] += 1

    assert 60 < min(times.values()) <= max(times.values()) < 145


def test_those_read_twice_are_drawn_from_the_sample() -> None:
    drawn = draw(LISTED, 20, "abc")
    twice = read_twice(drawn, 5, "abc")

    assert len(twice) == 5
    assert twice != {one.reference for one in drawn[:5]}


def test_two_seeds_are_never_the_same() -> None:
    assert len({sampling.new_seed() for _ in range(100)}) == 100


def test_a_list_is_read_with_and_without_sex() -> None:
    text = "2026-0101\n\n  2026-0102 ; Flicka\n2026-0103\tman\n"

    assert read_list(text) == [
        Listed("2026-0101"),
        Listed("2026-0102", "female"),
        Listed("2026-0103", "male"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-0101\n2026-0102\n2026-0101", "Rad 3: 2026-0101 står redan på rad 1."),
        ("20100102-2384", "Rad 1: ser ut som ett personnummer."),
        ("2026-0101; hen", "Rad 1: ”hen” är inget kön."),
        ("x" * 61, "Rad 1: beteckningen är längre än 60 tecken."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_row(text: str, words: str) -> None:
    with pytest.raises(UnreadableList) as refused:
        read_list(text)

    assert words in str(refused.value)


def test_every_fault_of_a_list_is_told_at_once() -> None:
    with pytest.raises(UnreadableList) as refused:
        read_list("a\na\nb\nb")

    assert len(refused.value.faults) == 2


def test_the_digest_is_of_the_list_and_not_of_its_order() -> None:
    assert digest(["b", "a"]) == digest(["a", "b"]) != digest(["a", "c"])


@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        found = read_list(text)
    except UnreadableList:
        return
    assert all(one.reference for one in found)
