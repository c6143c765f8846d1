"""Outcomes entered where they stand: by keyboard, with a block from Excel, saved row by row."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.checks import faults
from tests.product import Product

pytestmark = pytest.mark.browser

PASTE = """([selector, text]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const how = { clipboardData: data, bubbles: true, cancelable: true };
    document.querySelector(selector).dispatchEvent(new ClipboardEvent("paste", how));
}"""


def of_the_section(page: Page, product: Product) -> None:
    page.goto(f"{product.url}/indikatorer/inmatning/")
    page.get_by_label("Enhet", exact=True).select_option(label="Barn- och ungdomssektionen")
    page.get_by_label("År", exact=True).select_option("2025")
    page.get_by_label("Period", exact=True).select_option("VB")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("heading", name="Lämna utfall, VB 2025")).to_be_visible()


def shares(page: Page) -> list[Locator]:
    """Neighbouring rows that take both n and N."""
    rows = page.locator("[data-row]").all()
    return [row for row in rows if row.locator(".grid-cell").count() >= 3]


def numbers(row: Locator) -> tuple[int, int]:
    part, whole = (row.locator(".grid-cell").nth(at).input_value() for at in (0, 1))
    return int(part), int(whole)


def paste(page: Page, row: Locator, text: str) -> None:
    cell = row.locator(".grid-cell").first.get_attribute("id")
    page.evaluate(PASTE, [f"#{cell}", text])


def test_of_a_pasted_block_the_good_row_is_saved_and_the_bad_one_keeps_what_was_typed(
    enter: Callable[[str], Page], product: Product
) -> None:
    page = enter("karin")
    of_the_section(page, product)
    good, bad = shares(page)[:2]
    keys = [row.get_attribute("id") for row in (good, bad)]
    (part, whole), (_, most) = numbers(good), numbers(bad)

    paste(page, good, f"{part - 1}\t{whole}\n")
    expect(page.locator(f"#{keys[0]}")).to_contain_text("Sparat")
    paste(page, bad, f"{most + 5}\t{most}\n")
    refused = page.locator(f"#{keys[1]}")
    expect(refused).to_contain_text("Inte sparat")

    assert refused.locator(".grid-cell").first.input_value() == str(most + 5)
    assert refused.locator(".field__error").count() == 1
    assert faults(page) == []

    page.reload()
    assert numbers(page.locator(f"#{keys[0]}")) == (part - 1, whole)
    assert numbers(page.locator(f"#{keys[1]}"))[0] <= most


def test_one_goes_from_row_to_row_by_the_keyboard_and_a_row_that_is_left_is_saved(
    enter: Callable[[str], Page], product: Product
) -> None:
    page = enter("karin")
    of_the_section(page, product)
    row = shares(page)[0]
    key = row.get_attribute("id")
    _, whole = numbers(row)
    cell = row.locator(".grid-cell").nth(1)
    cell.focus()
    cell.fill(str(whole + 1))

    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.matches('.grid-cell')")
    page.keyboard.press("Tab")
    expect(page.locator(f"#{key}")).to_contain_text("Sparat")
    page.reload()
    assert numbers(page.locator(f"#{key}"))[1] == whole + 1
