"""The running product seen by its people (tests/product.py starts it with the demonstration)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.crawl import Crawl
from tests.product import PASSWORD, Product

Entering = Callable[..., Page]


def sign_in(page: Page, product: Product, username: str) -> None:
    page.goto(f"{product.url}/logga-in/")
    page.get_by_label("Användarnamn").fill(username)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_url(f"{product.url}/")


@pytest.fixture(scope="session")
def crawl(browser: Browser, product: Product) -> Crawl:
    return Crawl(browser, product)


@pytest.fixture
def enter(page: Page, product: Product) -> Callable[[str], Page]:
    """Signs a person in on the page; whoever was there signs out."""

    def entered(username: str) -> Page:
        page.context.clear_cookies()
        sign_in(page, product, username)
        return page

    return entered


@contextmanager
def another(browser: Browser, product: Product, username: str) -> Iterator[Page]:
    """A second person at a computer of her own."""
    context: BrowserContext = browser.new_context(locale="sv-SE")
    page = context.new_page()
    sign_in(page, product, username)
    yield page
    context.close()
