"""Without a mouse: everything is reached by Tab, written, chosen by arrows and sent by Enter."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.product import PASSWORD, Product

pytestmark = pytest.mark.browser
FOCUSED = """() => {
    const here = document.activeElement;
    if (here === document.body) return "";
    return [here.labels?.[0]?.textContent ?? here.textContent, here.value ?? ""].join(" ");
}"""
MOST_TABS = 60


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus is called so. Focus must be seen wherever it is."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if words in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"Tab never reaches ”{words}”.")


def test_one_can_sign_in_and_report_by_keyboard_alone(page: Page, product: Product) -> None:
    page.goto(f"{product.url}/logga-in/")
    tab_to(page, "Användarnamn")
    page.keyboard.type("mona")
    tab_to(page, "Lösenord")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{product.url}/")

    tab_to(page, "Rapportera")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rapportera/")
    tab_to(page, "Vad hände?")
    page.keyboard.type("Ett samtal glömdes bort.")
    tab_to(page, "Var hände det?")
    page.keyboard.type("Barnenheten")
    tab_to(page, "Ja")
    page.keyboard.press("Space")
    tab_to(page, "Skicka rapporten")
    page.keyboard.press("Enter")
    page.wait_for_url("**/klart/")


UNMARKED = """() => {
    const here = document.activeElement, look = getComputedStyle(here);
    // A date field's own button is drawn, and marked, by the browser.
    const marked = look.outlineStyle !== "none" || look.boxShadow !== "none";
    return !marked && here.matches(":focus-visible") ? here.outerHTML.slice(0, 120) : "";
}"""


def test_the_focus_is_always_seen(enter: Callable[[str], Page], product: Product) -> None:
    page = enter("mona")
    page.goto(f"{product.url}/avvikelser/rapportera/")
    unmarked = set()
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        unmarked.add(page.evaluate(UNMARKED))
    assert unmarked == {""}


def test_a_refused_form_moves_the_focus_to_the_summary_of_what_is_wrong(
    enter: Callable[[str], Page], product: Product
) -> None:
    page = enter("mona")
    page.goto(f"{product.url}/avvikelser/rapportera/")
    tab_to(page, "Skicka rapporten")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-error-summary]")
    assert page.evaluate("document.activeElement.matches('[data-error-summary]')")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "description"
