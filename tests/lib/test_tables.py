"""What stands around a table, written in Python, says what the eye and the screen reader need."""

import pytest
from django.template import Context, Template

EVIL = '?q="><script>&sort=number'


def drawn(source: str, **values: object) -> str:
    return Template("{% load tables %}" + source).render(Context(values))


@pytest.mark.parametrize(
    ("state", "said", "arrow"),
    [
        ("ascending", ' aria-sort="ascending"', "lucide-arrow-up"),
        ("descending", ' aria-sort="descending"', "lucide-arrow-down"),
        ("", "", "lucide-chevrons-up-down"),
    ],
)
def test_a_heading_tells_its_order(state: str, said: str, arrow: str) -> None:
    html = drawn("{% sort_heading 'Nummer' url state %}", url="?sort=number", state=state)
    assert html.startswith(f'<th scope="col"{said}><a href="?sort=number">Nummer<svg')
    assert 'aria-hidden="true"' in html
    assert html.endswith("</svg></a></th>")


def test_a_heading_of_figures_stands_to_the_right() -> None:
    html = drawn("{% sort_heading 'Antal' '?sort=n' '' numeric=True %}")
    assert html.startswith('<th scope="col" class="num"><a')


def test_addresses_are_escaped() -> None:
    source = "{% sort_heading 'Nummer' url '' %}{% pagination url url '' %}"
    html = drawn(source, url=EVIL)
    assert "<script>" not in html
    assert html.count('href="?q=&quot;&gt;&lt;script&gt;&amp;sort=number"') == 3


def test_pages_lead_both_ways() -> None:
    html = drawn("{% pagination '?a' '?b' '50 ärenden' newer='Till början' %}")
    assert '<nav class="pagination" aria-label="Bläddra i listan">' in html
    assert '<a class="button button--small" href="?a" rel="prev"><svg' in html
    assert "</svg>Till början</a>" in html
    assert '<p class="muted">50 ärenden</p>' in html
    assert '<a class="button button--small" href="?b" rel="next">Äldre<svg' in html


def test_the_first_page_leads_one_way_and_a_whole_list_nowhere() -> None:
    first = drawn("{% pagination '' '?b' '' %}")
    assert "<span></span>" in first and 'rel="prev"' not in first
    assert drawn("{% pagination '' '' '' %}") == ""
