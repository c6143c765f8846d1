"""Live figures beside the editor: found by a word, and put into the text by a button."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import faults
from tests.product import Product

pytestmark = pytest.mark.browser


def test_a_figure_is_found_by_a_word_and_put_into_the_text(
    enter: Callable[[str], Page], product: Product
) -> None:
    page = enter("karin")
    page.goto(f"{product.url}/rapporter/")
    page.get_by_role("link", name="Kvalitetsberättelse 2023").click()
    page.get_by_role("link", name="Syfte", exact=True).click()

    page.get_by_label("Sök siffra").fill("Inkomna lex Sarah-r")
    expect(page.locator(".live-figures > div:visible")).to_have_count(1)
    page.get_by_role("button", name="Infoga Inkomna lex Sarah-rapporter").click()

    chip = page.locator(".tiptap .chip").last
    expect(chip).to_have_text("18")
    expect(chip).to_have_attribute("title", re.compile("Inkomna lex Sarah-rapporter.*registret"))
    expect(page.locator("#id_body")).to_have_value(re.compile(r"\{\{ lexsarah\.inkomna \}\}"))
    assert faults(page) == []


def test_a_search_without_hits_says_so(enter: Callable[[str], Page], product: Product) -> None:
    page = enter("karin")
    page.goto(f"{product.url}/rapporter/")
    page.get_by_role("link", name="Kvalitetsberättelse 2023").click()
    page.get_by_role("link", name="Syfte", exact=True).click()

    page.get_by_label("Sök siffra").fill("enhörning")

    expect(page.get_by_text("Ingen siffra stämmer med sökningen.")).to_be_visible()
