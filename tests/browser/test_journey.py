"""The main journey: a deviation is reported, seen by those who should, and counted in the PDF."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.browser.checks import faults
from tests.browser.conftest import sign_in
from tests.product import Product

pytestmark = pytest.mark.browser
YEAR = timezone.localdate().year
STORY = "Ett brev lades i fel kuvert och kom till en granne."
BUILD_TIME = 180_000  # milliseconds, on a machine that does much else


def report(page: Page, product: Product, story: str) -> str:
    """Through the form; the number of the case."""
    page.goto(f"{product.url}/avvikelser/rapportera/")
    page.get_by_label("Vad hände?").fill(story)
    page.get_by_label("Var hände det?").select_option(label="Barnenheten")
    page.get_by_label("Ja", exact=True).check()
    page.get_by_label("Intern avvikelse", exact=True).check()
    page.get_by_role("button", name="Skicka rapporten").click()
    page.wait_for_url("**/klart/")
    return page.locator(".page-head__over").inner_text()


def internal_cases(page: Page, product: Product) -> int:
    """Those that stand: what was annulled is not counted in a report."""
    listed = f"{product.url}/avvikelser/?kind=internal&year={YEAR}"
    counts = []
    for address in (listed, f"{listed}&status=annulled"):
        page.goto(address)
        counts.append(int(page.locator(".table-tools strong").inner_text()))
    return counts[0] - counts[1]


def new_report(page: Page, product: Product, as_of: str) -> None:
    page.goto(f"{product.url}/rapporter/ny/")
    page.get_by_label("År", exact=True).fill(str(YEAR))
    page.get_by_label("Avser läget den").fill(as_of)
    page.get_by_label("Verksamhet").select_option(label="Individ- och familjeomsorgen")
    page.get_by_role("button", name="Skapa rapporten").click()
    page.wait_for_url(re.compile(r"/rapporter/\d+/$"))


def download(page: Page, folder: Path) -> Path:
    """Builds the report whose page it is, and fetches the file when it is ready."""
    page.get_by_role("button", name="Skapa rapport").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    link = page.get_by_role("link", name="Hämta PDF")
    link.wait_for(timeout=BUILD_TIME)
    assert faults(page) == []
    with page.expect_download() as fetched:
        link.click()
    pdf = folder / "report.pdf"
    fetched.value.save_as(pdf)
    return pdf


def text_of(pdf: Path, order: str = "-layout") -> str:
    """By lines as they stand on the page; with "-raw" cell by cell, as the tables are written."""
    command = ["/usr/bin/pdftotext", order, str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def internal_in(text: str) -> int:
    """The figure of the running year in the table of two years."""
    row = re.search(r"^ *Interna avvikelser +(\d+)", text, re.MULTILINE)
    assert row, text
    return int(row[1])


def test_a_reported_deviation_is_seen_and_counted_in_the_report(
    enter: Callable[[str], Page], product: Product, tmp_path: Path
) -> None:
    page = enter("sara")  # who sees also the avvikelse that became a lex Sarah report
    before = internal_cases(page, product)

    number = report(enter("mona"), product, STORY)
    assert faults(page) == []
    page.get_by_role("main").get_by_role("link", name="Mina rapporter").click()
    expect(page.get_by_text(STORY)).to_be_visible()

    enter("eva").goto(f"{product.url}/avvikelser/")
    page.get_by_role("link", name=number).click()
    expect(page.get_by_role("main")).to_contain_text(STORY)

    assert internal_cases(enter("sara"), product) == before + 1
    enter("karin")
    new_report(page, product, f"{YEAR}-12-31")
    assert internal_in(text_of(download(page, tmp_path))) == before + 1


def test_a_lex_sarah_report_is_never_seen_by_the_manager(
    enter: Callable[[str], Page], product: Product
) -> None:
    page = enter("mona")
    page.goto(f"{product.url}/avvikelser/rapportera/")
    page.get_by_label("Vad hände?").fill("Ett barn lämnades utan tillsyn.")
    page.get_by_label("Var hände det?").select_option(label="Barnenheten")
    page.get_by_label("Nej", exact=True).check()
    page.get_by_label("Lex Sarah", exact=True).check()
    page.get_by_role("button", name="Skicka rapporten").click()
    number = page.locator(".page-head__over").inner_text()

    answer = enter("eva").goto(f"{product.url}/avvikelser/{number}/")
    assert answer is not None
    assert answer.status == 404
    page.goto(product.url)
    page.get_by_role("link", name=f"Läs lappen om {number}").click()
    expect(page.get_by_role("main")).to_contain_text("Det här behöver göras nu")
    expect(page.get_by_role("main")).not_to_contain_text("utan tillsyn")
    assert faults(page) == []


def test_everything_works_without_javascript(browser: Browser, product: Product) -> None:
    context = browser.new_context(java_script_enabled=False, locale="sv-SE")
    page = context.new_page()
    sign_in(page, product, "mona")
    number = report(page, product, "Utan skript: en nyckel låg kvar i låset.")
    page.goto(f"{product.url}/avvikelser/mina/")
    expect(page.get_by_role("heading", name=number)).to_be_visible()

    context.clear_cookies()
    sign_in(page, product, "karin")
    page.goto(f"{product.url}/avvikelser/")
    page.get_by_label("Sök").fill("nyckel låset")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("link", name=number)).to_be_visible()

    new_report(page, product, f"{YEAR}-08-31")
    page.get_by_role("button", name="Skapa rapport").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("link", name="Hämta PDF").wait_for(timeout=BUILD_TIME)
    context.close()
