import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.richtext import clean, is_empty, plain, sealed, too_long, with_heading_level


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '<img src="file:///etc/passwd">',
        '<a href="javascript:alert(1)">',
        '<link rel="attachment" href="file:///etc/passwd">',
        "<style>@import url(http://127.0.0.1/)</style>",
        '<p style="background:url(http://127.0.0.1/)">',
        '<svg><image href="file:///etc/passwd"/></svg>',
        '<p onclick="x()">',
    ],
)
def test_nothing_active_is_left(attack: str) -> None:
    cleaned = clean(attack)
    for trace in ("script", "file:", "javascript", "style", "http:", "svg", "onclick", "img"):
        assert trace not in cleaned


def test_our_own_tags_and_links_stay() -> None:
    text = '<h3>Rubrik</h3><p>Ett <strong>starkt</strong> <a href="https://ivo.se">ord</a></p>'
    assert clean(text) == text


def test_control_characters_are_taken_away() -> None:
    assert clean("<p>a\x00b\x0bc</p>") == "<p>abc</p>"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_the_plain_words_stand_one_line_per_block() -> None:
    assert plain("<p>Ett &amp; två</p><ul><li>tre</li></ul>") == "Ett & två\ntre"


def test_a_paragraph_with_only_spaces_is_empty() -> None:
    assert is_empty("<p>&nbsp; </p>")


def test_headings_follow_the_sections_level() -> None:
    assert with_heading_level("<h3>Rubrik</h3>", 4) == "<h4>Rubrik</h4>"


@pytest.mark.parametrize("level", [2, 3, 4, 5, 6, 7])
def test_a_heading_survives_the_way_out_at_every_level(level: int) -> None:
    heading = with_heading_level("<h3>Rubrik</h3>", level)

    assert sealed(heading) == heading


def test_a_footnote_survives_the_way_out() -> None:
    text = '<p>Ord<span class="footnote">not</span></p>'
    assert sealed(text) == text


def test_no_other_class_survives_the_way_out() -> None:
    assert "cover" not in sealed('<span class="cover">x</span>')


def test_a_whole_document_pasted_as_one_paragraph_is_refused_in_words() -> None:
    assert "Dela upp" in too_long("<p>" + "ord " * 2001 + "</p>")


def test_an_ordinary_text_is_not_too_long() -> None:
    assert too_long("<p>" + "ord " * 300 + "</p>") == ""
