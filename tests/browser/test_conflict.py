"""Two people with the same case before them: nobody's text is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checks import faults
from tests.browser.conftest import another
from tests.browser.test_journey import report
from tests.product import Product

pytestmark = pytest.mark.browser
FIELD = "Omedelbara åtgärder"


def test_who_saves_last_keeps_the_text_and_sees_both(
    enter: Callable[[str], Page], browser: Browser, product: Product
) -> None:
    number = report(enter("mona"), product, "En tid bokades dubbelt.")
    form = f"{product.url}/avvikelser/{number}/andra/"
    page = enter("eva")
    page.goto(form)
    page.get_by_label(FIELD).fill("Evas text: vi ringde familjen.")

    with another(browser, product, "sara") as sara:
        sara.goto(form)
        sara.get_by_label(FIELD).fill("Saras text: ny tid gavs.")
        sara.get_by_role("button", name="Spara").click()
        expect(sara.get_by_text("Ärendet är sparat.")).to_be_visible()

    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_label(FIELD)).to_have_value("Evas text: vi ringde familjen.")
    compared = page.locator(".compare")
    expect(compared).to_contain_text("Evas text")
    expect(compared).to_contain_text("Saras text")
    assert faults(page) == []

    page.get_by_role("button", name="Spara min text över den andra").click()
    expect(page.get_by_text("Ärendet är sparat.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Evas text")
