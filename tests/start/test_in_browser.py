"""What only a browser can tell: focus, dialogs, narrow screens, life without JavaScript."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from organisation.models import User

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def sign_in(context: BrowserContext, live_server: LiveServer, user: User) -> None:
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
    )


@pytest.fixture
def style(page: Page, live_server: LiveServer, eva: User) -> Page:
    sign_in(page.context, live_server, eva)
    page.goto(f"{live_server.url}/stil/")
    return page


@pytest.fixture
def plain(browser: Browser, live_server: LiveServer, eva: User) -> Iterator[Page]:
    """The style page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server, eva)
    page = context.new_page()
    page.goto(f"{live_server.url}/stil/")
    yield page
    context.close()


def violations(page: Page) -> str:
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    return str(result.generate_report()) if result.violations_count else ""


@pytest.mark.parametrize("width", [1280, 360])
def test_every_component_is_accessible(style: Page, width: int) -> None:
    style.set_viewport_size({"width": width, "height": 900})
    assert violations(style) == ""


def test_an_open_dialog_is_accessible(style: Page) -> None:
    style.get_by_role("button", name="Ta bort utkast").click()
    style.wait_for_selector("dialog[open]")
    assert violations(style) == ""


def test_nothing_is_wider_than_a_screen_of_320_pixels(style: Page) -> None:
    style.set_viewport_size({"width": 320, "height": 640})
    assert style.evaluate("document.documentElement.scrollWidth") == 320


def test_the_first_tab_reaches_the_skip_link(style: Page) -> None:
    style.keyboard.press("Tab")
    assert style.evaluate("document.activeElement.textContent") == "Hoppa till innehållet"


def test_escape_closes_a_menu_and_returns_to_its_button(style: Page) -> None:
    style.locator(".menu--user > summary").click()
    style.keyboard.press("Escape")
    assert style.locator(".menu--user[open]").count() == 0
    assert style.evaluate("document.activeElement.matches('.menu--user > summary')")


def test_a_question_answered_with_no_changes_nothing(style: Page) -> None:
    before = style.url
    style.get_by_role("button", name="Ta bort utkast").click()
    style.get_by_role("dialog").get_by_role("button", name="Avbryt").click()
    assert (style.locator("dialog").count(), style.url) == (0, before)


def test_a_wrong_sign_in_moves_the_focus_to_what_was_wrong(
    page: Page, live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/logga-in/")
    page.get_by_label("Användarnamn").fill("eva")
    page.get_by_label("Lösenord").fill("fel")
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_selector("[data-error-summary]")
    assert page.evaluate("document.activeElement.matches('[data-error-summary]')")
    assert page.title() == "Fel: Logga in – Kvalitet"


def test_one_can_sign_out_without_javascript(plain: Page) -> None:
    plain.locator(".menu--user > summary").click()
    plain.get_by_role("button", name="Logga ut").click()
    assert plain.title() == "Logga in – Kvalitet"


def test_a_step_can_be_opened_without_javascript(plain: Page) -> None:
    plain.get_by_text("Återsänd för komplettering").click()
    assert plain.get_by_label("Skäl").is_visible()
