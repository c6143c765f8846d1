import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib import richtext
from qualityreport import checks
from qualityreport.collect import collect
from qualityreport.models import Report
from qualityreport.scope import Scope
from qualityreport.text import Composed, compose
from tests.factories.reports import write

pytestmark = pytest.mark.usefixtures("cases")


def html(body: str, scope: Scope) -> str:
    return result(body, scope).html


def result(body: str, scope: Scope) -> Composed:
    return compose(body, scope=scope, heading_level=3)


def test_a_live_figure_becomes_its_number(scope: Scope) -> None:
    text = "<p>Vi utredde {{ lexsarah.utredda }} rapporter.</p>"
    assert html(text, scope) == "<p>Vi utredde 4 rapporter.</p>"


def test_a_footnote_is_placed_after_its_word(scope: Scope) -> None:
    text = "<p>Rapporter ((fotnot: Enligt 27 kap. SoL.)) utreddes.</p>"
    expected = '<p>Rapporter<span class="footnote">Enligt 27 kap. SoL.</span> utreddes.</p>'
    assert html(text, scope) == expected


def test_a_figure_may_stand_in_a_footnote(scope: Scope) -> None:
    text = "<p>Ord((fotnot: {{ lexsarah.utredda }} st))</p>"
    assert html(text, scope) == '<p>Ord<span class="footnote">4 st</span></p>'


def test_a_line_break_in_a_footnotes_source_is_a_space(scope: Scope) -> None:
    assert "två rader" in html("<p>Ord((fotnot: På två\n  rader.))</p>", scope)


def test_a_footnote_may_end_with_a_parenthesis(scope: Scope) -> None:
    text = "<p>Ord((fotnot: Lagen (27 kap. 2 §))) och mer.</p>"
    expected = '<p>Ord<span class="footnote">Lagen (27 kap. 2 §)</span> och mer.</p>'
    assert html(text, scope) == expected


@pytest.mark.parametrize(
    "pasted",
    [
        " " * 100_000,
        "((fotnot:" * 10_000,
        "((fotnot:" + " " * 100_000,
        "((fotnot: x" + " " * 100_000,
        "{{" * 50_000,
        "{{ lexsarah.utredda" + " " * 100_000,
    ],
    ids=["spaces", "notes", "spaces in a note", "a note and spaces", "braces", "half a figure"],
)
def test_what_is_pasted_by_mistake_holds_nobody_up(pasted: str, scope: Scope) -> None:
    started = time.process_time()
    result(f"<p>Ord {pasted}", scope)
    assert time.process_time() - started < 2


def test_a_footnote_without_end_is_a_fault(scope: Scope) -> None:
    assert result("<p>Ord ((fotnot: glömd</p><p>Nästa))</p>", scope).faults


def test_an_unknown_figure_prints_nothing_and_is_a_fault(scope: Scope) -> None:
    found = result("<p>Vi har {{ lexsarah.okand }} här.</p>", scope)
    assert (found.html, len(found.faults)) == ("<p>Vi har  här.</p>", 1)


@pytest.mark.parametrize("text", ["<p>{{ 7*7 }}</p>", "<p>{{ settings.SECRET_KEY|safe }}</p>"])
def test_no_template_runs_on_what_people_write(text: str, scope: Scope) -> None:
    found = result(text, scope)
    assert (found.html, bool(found.faults)) == (text, True)


def test_a_token_split_by_markup_is_a_fault(scope: Scope) -> None:
    assert result("<p>{{ lexsarah.<strong>utredda</strong> }}</p>", scope).faults


def test_what_is_written_as_markup_in_a_token_stays_harmless(scope: Scope) -> None:
    found = result("<p>{{ <script>alert(1)</script> }}</p>", scope)
    assert "script" not in found.html


def test_headings_stand_below_the_sections_own(scope: Scope) -> None:
    assert html("<h3>Mellanrubrik</h3>", scope) == "<h3>Mellanrubrik</h3>"


def test_the_same_token_is_counted_once(scope: Scope, django_assert_num_queries: object) -> None:
    compose("<p>{{ lexsarah.utredda }}</p>", scope=scope, heading_level=3)
    with django_assert_num_queries(0):  # type: ignore[operator]
        compose("<p>{{ lexsarah.utredda }}</p>" * 3, scope=scope, heading_level=3)


ALLOWED = richtext.TAGS | {"span", "h2", "h4", "h5", "h6"}
PIECES = st.sampled_from(
    [
        *("{{", "}}", "{%", "%}", " lexsarah.utredda ", " indikator.X.utfall ", " år=-1"),
        "noll=inga",
        *(
            "((fotnot:",
            "((eget tal: 1; källa: x))",
            "((se: ",
            "))",
            "<p>",
            "</p>",
            "<script>",
            "</",
        ),
        *(
            '<a href="javascript:x">',
            '<img src="http://x" onerror=x>',
            "<svg><style>@import",
            "&lt;",
        ),
        *(
            "{{ request.user }}",
            "{% include 'x' %}",
            "ord ",
            "\u00a0",
            "\x00",
            "<span class=footnote>",
        ),
    ]
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150
)
@given(body=st.lists(PIECES, max_size=25).map("".join))
def test_no_text_whatever_crashes_survives_the_sanitiser_or_runs(scope: Scope, body: str) -> None:
    made = compose(body, scope=scope, heading_level=3)
    tags = set(re.findall(r"<\s*/?\s*([a-z0-9]+)", made.html, re.I))
    assert tags <= ALLOWED
    assert not re.search(r"\son\w+\s*=|javascript:|src\s*=", re.sub(r">[^<]*<", "><", made.html))
    assert "Karin" not in made.html  # what {{ request.user }} would have said


def test_a_reference_is_printed_with_the_number_of_what_it_points_at(
    report: Report, cases: None
) -> None:
    write(report, "syfte", "<p>Se ((se: lex-sarah-avstamning)).</p>")
    collected = next(one for one in collect(report).walk() if one.section.key == "syfte")
    assert collected.text.html == '<p>Se <a href="#tabell-2">tabell 2</a>.</p>'


def test_a_reference_to_nothing_is_a_fault(report: Report) -> None:
    write(report, "syfte", "<p>Se ((se: ingen_tabell)).</p>")
    faults = [f.message for f in checks.run(collect(report)) if f.check == "unresolved_token"]
    assert faults == ["”ingen_tabell” är ingen tabell eller figur i rapporten."]
