"""Every page in every role: accessible, narrow enough, valid, within the content policy."""

import os
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.checks import faults
from tests.browser.crawl import Crawl
from tests.product import ROOT, Product

pytestmark = pytest.mark.browser
# Installed by bin/setup where there is npm.
VALIDATOR = Path(
    os.environ.get("VNU_JAR", ROOT / ".venv/vnu/node_modules/vnu-jar/build/dist/vnu.jar")
)
LOGINS = ("mona", "eva", "karin", "sara", "ulla", "dag", "nils", "rut", "admin")


@pytest.mark.parametrize("username", LOGINS)
def test_every_page_is_accessible_at_every_width(
    crawl: Crawl, product: Product, enter: Callable[[str], Page], username: str
) -> None:
    page, wrong, titles = enter(username), {}, Counter[str]()
    for seen in crawl.pages(username):
        if crawl.looks_new(seen):
            page.goto(product.url + seen.path)
            titles[page.title()] += 1
            if found := faults(page):
                wrong[seen.path] = found
    assert wrong == {}
    assert {title for title, times in titles.items() if times > 1} == set()


@pytest.mark.parametrize("path", ["/logga-in/", "/synpunkter/", "/finns-inte/"])
def test_a_stranger_s_pages_are_accessible(page: Page, product: Product, path: str) -> None:
    page.goto(product.url + path)
    assert faults(page) == []


@pytest.mark.parametrize("path", ["/avvikelser/", "/finns-inte/"])
def test_a_refusal_is_accessible(product: Product, enter: Callable[[str], Page], path: str) -> None:
    page = enter("nils")
    page.goto(product.url + path)
    assert faults(page) == []


@pytest.mark.parametrize("path", ["/avvikelser/rapportera/", "/avvikelser/rapportera/synpunkt/"])
def test_a_refused_form_is_accessible(
    product: Product, enter: Callable[[str], Page], path: str
) -> None:
    page = enter("mona")
    page.goto(product.url + path)
    page.locator("form[data-guard] button.button--primary, form[data-guard] [type=submit]").click()
    page.wait_for_selector("[data-error-summary]")
    assert faults(page) == []


@pytest.mark.skipif(not VALIDATOR.exists(), reason=f"NOT VALIDATED: {VALIDATOR} is missing (npm)")
def test_every_page_is_valid_html(crawl: Crawl, tmp_path: Path) -> None:
    """As the server sends it, before the browser mends it."""
    for username in LOGINS:
        for number, seen in enumerate(crawl.pages(username)):
            if not seen.path.startswith("/admin/"):
                name = f"{number:02} {username} {seen.path.strip('/').replace('/', ' ')}"
                (tmp_path / f"{name}.html").write_text(seen.html)
    command = ["/usr/bin/java", "-jar", str(VALIDATOR), "--errors-only", "--format", "gnu"]
    files = map(str, tmp_path.glob("*.html"))
    run = subprocess.run([*command, *files], capture_output=True, text=True)
    assert run.stderr == ""
