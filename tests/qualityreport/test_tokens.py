import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualityreport.tokens import Token, leftovers, substitute, tokens


def named(token: Token) -> str:
    return f"<{token.name}>"


def test_a_token_has_a_name() -> None:
    [token] = tokens("Det kom {{ lexsarah.inkomna }} rapporter.")
    assert token.name == "lexsarah.inkomna"


def test_a_token_may_name_year_and_unit() -> None:
    [token] = tokens("{{ lexsarah.utredda år=2022 enhet=barn-unga }}")
    assert token.modifiers == (("år", "2022"), ("enhet", "barn-unga"))


def test_a_year_may_be_counted_from_the_reports_own() -> None:
    [token] = tokens("{{ klagomal.antal år=-1 }}")
    assert token.modifiers == (("år", "-1"),)


@pytest.mark.parametrize("space", [" ", "\u00a0", "&nbsp;", "  "])
def test_the_spaces_that_editors_make_do_not_break_a_token(space: str) -> None:
    text = f"{{{{{space}lexsarah.utredda{space}år=2022{space}}}}}"
    assert substitute(text, named) == "<lexsarah.utredda>"


@pytest.mark.parametrize(
    "text",
    ["{{ 7*7 }}", "{{ lexsarah }}", "{{ request.user|safe }}", "{% load x %}", "{{ a.b c }}"],
)
def test_what_is_no_token_is_left_as_it_stands(text: str) -> None:
    assert substitute(text, named) == text


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{{ lexsarah.", "utredda }}"])
def test_what_stands_between_braces_and_is_no_token_is_reported(text: str) -> None:
    assert leftovers(text)


def test_a_text_without_braces_has_no_leftovers() -> None:
    assert leftovers("{en} måsvinge } { är ingen siffra") == []


@given(st.text(alphabet="{}abå.= -019|%<>&;nbsp", max_size=80))
def test_no_input_crashes_the_grammar(text: str) -> None:
    assert isinstance(substitute(text, named), str)


@given(st.text(max_size=200))
def test_no_token_survives_the_substitution(text: str) -> None:
    assert list(tokens(substitute(text, lambda token: "1"))) == []


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ("0", "inga rapporter"),
        ("1", "1 rapport"),
        ("12", "12 rapporter"),
        ("färre än fem", "färre än fem rapporter"),
    ],
)
def test_a_count_is_said_as_the_sentence_wants_it(counted: str, said: str) -> None:
    [token] = tokens("{{ lexsarah.utredda noll=inga en=rapport flera=rapporter år=2022 }}")
    assert token.wording.say(counted) == said
    assert token.asked == (("år", "2022"),)


@pytest.mark.parametrize("text", ["20,6 %", "–", "för få svar"])
def test_what_is_no_whole_number_is_never_said_as_none(text: str) -> None:
    [token] = tokens("{{ indikator.IFO-07.utfall noll=inga }}")
    assert token.wording.say(text) == text
