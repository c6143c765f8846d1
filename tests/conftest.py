from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from celery import current_app
from django.core.cache import caches
from playwright.sync_api import Browser, Page, sync_playwright

from tests.product import Product, start_product

pytest_plugins = ["tests.people", "tests.permissions.built", "tests.audit_door"]

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first and in one place: one worker starts the product, and all end together."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    caches["throttle"].clear()
    caches["default"].clear()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh profile. A script error or a breach of the content policy fails the test."""
    complaints: list[str] = []
    context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on(
        "console",
        lambda message: (
            complaints.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    yield tab
    context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The whole product as `make run` starts it, with the demo municipality."""
    folder: Path = tmp_path_factory.mktemp("product")
    with start_product(folder) as running:
        yield running


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is handed to a worker is done in the same process."""
    import_module("organisation.tasks")
    monkeypatch.setitem(current_app.conf, "task_always_eager", True)
