"""The session ends in the middle of a long text: nothing typed is lost, with or without script."""

import contextlib
import os
import re
import sqlite3
from collections.abc import Callable
from urllib.parse import urlsplit

import psycopg2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checks import faults, violations
from tests.browser.conftest import sign_in
from tests.product import PASSWORD, Product

pytestmark = pytest.mark.browser
FORM = "/avvikelser/rapportera/"
STORY = "En lång berättelse som tog en halvtimme att skriva."
END = "UPDATE django_session SET expire_date = '2020-01-01 00:00:00+00:00'"


def expire_sessions(product: Product) -> None:
    """In the product's own database, as when ten hours have gone."""
    given = os.environ.get("DATABASE_URL", "")
    connection = (
        psycopg2.connect(urlsplit(given)._replace(path=f"/{product.queue}").geturl())
        if given.startswith("postgres")
        else sqlite3.connect(product.data_dir / "kvalitet.sqlite3", timeout=20)
    )
    with contextlib.closing(connection), connection:
        connection.cursor().execute(END)


def write(page: Page, product: Product) -> None:
    page.goto(product.url + FORM)
    page.get_by_label("Vad hände?").fill(STORY)
    page.get_by_label("Var hände det?").select_option(label="Barnenheten")
    page.get_by_label("Ja", exact=True).check()


def send(page: Page) -> None:
    page.get_by_role("button", name="Skicka rapporten").click()


def enter_again(page: Page) -> None:
    page.get_by_label("Användarnamn").fill("mona")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()


def expect_sent(page: Page, product: Product) -> None:
    page.wait_for_url("**/klart/")
    page.goto(f"{product.url}/avvikelser/mina/")
    expect(page.locator("article").first).to_contain_text(STORY)


def test_the_page_stays_while_one_signs_in_beside_it(
    enter: Callable[[str], Page], product: Product
) -> None:
    page = enter("mona")
    page.clock.install()
    write(page, product)
    page.clock.fast_forward(3000)
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Sparat \d\d:\d\d"))

    expire_sessions(product)
    page.clock.fast_forward("20:00")
    send(page)
    expect(page.get_by_role("dialog")).to_contain_text("Det du skrev finns kvar på den här sidan")
    assert violations(page) == []

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Logga in (ny flik)").click()
    beside = opened.value
    enter_again(beside)
    expect(beside.get_by_role("heading", name="Du är inloggad")).to_be_visible()
    assert faults(beside) == []
    beside.close()

    page.get_by_role("button", name="skicka nu").click()
    expect_sent(page, product)


@pytest.mark.parametrize("script", [True, False])
def test_the_text_goes_through_the_sign_in(
    browser: Browser, product: Product, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script, locale="sv-SE")
    page = context.new_page()
    sign_in(page, product, "mona")
    write(page, product)
    expire_sessions(product)
    send(page)
    expect(page.get_by_text("Det du skrev är inte skickat men finns kvar")).to_be_visible()
    enter_again(page)
    expect(page.get_by_role("main")).to_contain_text(STORY)
    if script:
        assert faults(page) == []
    page.get_by_role("button", name="Skicka det du skrev").click()
    expect_sent(page, product)
    context.close()
