"""What the reader holds: nothing lost, every reference right, one structure for the ear too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from lib.pdf import Rendered
from lib.pdf.exhibits import for_print
from tests.lib.conftest import output
from tests.lib.sample_document import FOOTNOTES, sample_document, sample_html

# After the cover and the contents.
FIRST = 2


def squeezed(text: str) -> str:
    """Without white space and hyphens, so that line breaks do not matter."""
    return re.sub(r"[\s\-‐\d]", "", text)


def page_of(words: str, pages: list[str]) -> int:
    return next(number for number, text in enumerate(pages, 1) if squeezed(words) in squeezed(text))


def calls() -> list[tuple[str, str]]:
    """The words before each footnote, and the footnote."""
    return re.findall(r'([^<>]{12,25})<span class="footnote">(.*?)</span>', sample_html())


def test_the_number_of_pages_is_told(rendered: Rendered, opened: pikepdf.Pdf) -> None:
    assert rendered.pages == len(opened.pages) >= 12


def test_no_footnote_is_lost(pages: list[str]) -> None:
    text = squeezed("".join(pages[FIRST:]))

    assert [text.count(squeezed(note)) for note in FOOTNOTES] == [1] * len(FOOTNOTES)


@pytest.mark.parametrize(("before", "note"), calls())
def test_a_footnote_stands_on_the_page_of_its_call_or_the_next(
    before: str, note: str, pages: list[str]
) -> None:
    assert page_of(note, pages[FIRST:]) - page_of(before, pages[FIRST:]) in (0, 1)


def contents_lines() -> list[tuple[str, str]]:
    ready = for_print(sample_document())
    return [(item["number"], item["title"]) for item in ready["contents"]]


@pytest.mark.parametrize(("number", "title"), contents_lines())
def test_the_contents_give_the_right_page(number: str, title: str, pages: list[str]) -> None:
    line = re.search(
        rf"{re.escape(number)}\.?\s+{re.escape(title)}\s+(\d+)\n", "".join(pages[1:FIRST])
    )

    assert line
    assert re.search(rf"{re.escape(number)}\.?\s+{re.escape(title)}", pages[int(line[1]) - 1])


def test_the_last_chapter_is_there(pages: list[str]) -> None:
    assert "Källor och räkneregler" in pages[-1]
    assert "rapporter utan beslut den 31 december" in pages[-1]


def test_every_page_after_the_cover_carries_its_chapter_and_number(pages: list[str]) -> None:
    for number, text in enumerate(pages[2:], 3):
        lines = [line for line in text.splitlines() if line.strip()]
        assert lines[0].startswith("Kvalitetsberättelse 2023")
        assert re.search(
            rf"Ängslunda kommun, Socialnämnden · Utkast, version 1\s+{number}$", lines[-1]
        )


def test_a_long_table_repeats_its_head_on_each_page(pages: list[str]) -> None:
    with_risks = [text for text in pages[2:] if "Otydlig ansvarsfördelning" in text]

    assert len(with_risks) > 1
    assert all(re.search(r"Risk\s+Nivå\s+Åtgärd", text) for text in with_risks)


def test_chapters_contents_and_the_list_of_exhibits_have_a_top_heading(pdf_file: Path) -> None:
    headings = re.findall(r"^\s*H1\b", output("pdfinfo", "-struct", str(pdf_file)), re.MULTILINE)

    assert len(headings) == len(sample_document()["sections"]) + 2


def elements(pdf: pikepdf.Pdf, kind: str) -> Iterator[pikepdf.Dictionary]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == kind:
            yield item


def test_every_figure_says_its_numbers_in_words(opened: pikepdf.Pdf) -> None:
    words = [str(figure.Alt) for figure in elements(opened, "/Figure")]

    assert len(words) == 4
    assert "Barn och unga: Missförhållande 4, Påtaglig risk 5" in "".join(words)


def test_every_header_cell_says_what_it_heads(opened: pikepdf.Pdf) -> None:
    scopes = [str(cell.A.Scope) for cell in elements(opened, "/TH")]

    assert set(scopes) == {"/Row", "/Column"}
    # 27 heads, three of them again after the page break of table 7; 59 rows with a header each.
    assert scopes.count("/Row") == sum(
        len(part["rows"])
        for part in for_print(sample_document())["exhibits"]
        if part["type"] == "table"
    )


def test_the_outline_has_every_heading(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Innehåll",
            *(
                f"{chapter['number']} {chapter['title']}"
                for chapter in sample_document()["sections"]
            ),
            "Tabeller och figurer",
        ]
