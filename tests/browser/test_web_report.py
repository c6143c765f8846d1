"""The report as one web page: the accessible original, alone in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from qualityreport.render import web
from tests.browser.checks import faults
from tests.lib.sample_document import sample_document

pytestmark = pytest.mark.browser


def test_the_page_needs_nothing_beside_itself_and_shuts_nobody_out(
    page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "rapport.html"
    file.write_bytes(web(sample_document()).content)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())

    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert faults(page) == []
    assert page.locator("table").count() == 10
