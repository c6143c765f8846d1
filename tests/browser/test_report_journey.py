"""A report from draft to published, by those who write, attest and register it."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checks import faults
from tests.browser.conftest import another
from tests.browser.test_journey import BUILD_TIME
from tests.product import PASSWORD, Product

pytestmark = pytest.mark.browser
REPORT = "Kvalitetsplan 2023"


def open_report(page: Page, product: Product) -> None:
    page.goto(f"{product.url}/rapporter/")
    page.get_by_role("link", name=REPORT).click()


def attest(page: Page, step: str) -> None:
    """From the start page, with the password once more."""
    page.get_by_role("link", name=re.compile(f"Attestera {REPORT}")).first.click()
    page.get_by_role("link", name="Attestera", exact=True).click()
    assert faults(page) == []
    expect(page.get_by_label("Attesterar som")).to_contain_text(step)
    page.get_by_label("Jag har läst rapporten").check()
    page.get_by_label("Ditt lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Attestera").click()
    expect(page.get_by_text("Versionen är attesterad av dig.")).to_be_visible()


def send_to_attest(page: Page, product: Product) -> None:
    open_report(page, product)
    page.get_by_role("button", name="Skapa rapport").click()
    page.get_by_role("link", name="Hämta PDF").wait_for(timeout=BUILD_TIME)
    while page.get_by_role("button", name="Kvittera").count():
        page.get_by_role("button", name="Kvittera").first.click()
        expect(page.get_by_text("Kvitterat.")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Skicka för attest").click()
    page.get_by_role("dialog").get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("Versionen är skickad för attest.")).to_be_visible()


def test_a_report_is_written_attested_decided_on_and_published(
    enter: Callable[[str], Page], product: Product, tmp_path: Path
) -> None:
    send_to_attest(enter("karin"), product)
    attest(enter("dag"), "Verksamhetschef")
    signed = enter("disa")
    attest(signed, "Socialdirektör")
    # The page fetches itself anew when the files are made: nobody leaves it before that.
    expect(signed.get_by_role("link", name="Hämta PDF")).to_be_visible(timeout=BUILD_TIME)

    page = enter("nils")
    page.get_by_role("link", name="Nämndens handlingar").first.click()
    expect(page.get_by_role("link", name="PDF", exact=True)).to_be_visible(timeout=BUILD_TIME)
    assert faults(page) == []
    today = f"{date.today():%Y-%m-%d}"
    page.get_by_role("link", name="Expediera med kallelsen").click()
    page.get_by_label("Nämndens sammanträde").fill(today)
    page.get_by_label("Diarienummer").fill("SN 2023/0041")
    page.get_by_role("button", name="Expediera").click()
    expect(page.get_by_text("Rapporten är expedierad.")).to_be_visible()

    with page.expect_download() as fetched:
        page.get_by_role("link", name="Hämta paketet").click()
    package = tmp_path / "paket.zip"
    fetched.value.save_as(package)
    assert zipfile.ZipFile(package).namelist() == [
        f"{today} Kvalitetsplan 2023 Individ- och familjeomsorgen.pdf",
        "kontrollsummor.txt",
    ]

    page.get_by_role("link", name="Registrera nämndens beslut").click()
    page.get_by_label("Paragraf").fill("31")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Beslutet är registrerat.")).to_be_visible()
    expect(page.get_by_role("link", name="Beslutsblad")).to_be_visible(timeout=BUILD_TIME)
    page.get_by_role("link", name="Publicera").click()
    page.get_by_label("Handlingen är granskad").check()
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_text("Rapporten är publicerad.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("§ 31")
    assert faults(page) == []

    rut = enter("rut")
    open_report(rut, product)
    rut.get_by_role("link", name=re.compile("Version")).first.click()
    expect(rut.get_by_role("link", name="Hämta PDF")).to_be_visible()


def test_two_people_in_one_section_see_each_others_text(
    enter: Callable[[str], Page], browser: Browser, product: Product
) -> None:
    page = enter("karin")
    page.goto(f"{product.url}/rapporter/")
    page.get_by_role("link", name="Kvalitetsberättelse 2021", exact=True).click()
    page.get_by_role("link", name="Inledning", exact=True).first.click()
    text = page.get_by_role("textbox", name="Text")
    expect(text.locator(".chip").first).to_have_text("2021")
    text.click()
    text.press("Control+End")
    text.press_sequentially(" Karins tillägg.")
    expect(page.locator("[data-saved]")).to_contain_text("Sparat", timeout=10_000)
    assert faults(page) == []

    with another(browser, product, "karin") as other:
        other.goto(page.url)
        expect(other.get_by_role("textbox", name="Text")).to_contain_text("Karins tillägg.")
        other.get_by_role("textbox", name="Text").press("Control+End")
        other.get_by_role("textbox", name="Text").press_sequentially(" Från en annan dator.")
        expect(other.locator("[data-saved]")).to_contain_text("Sparat", timeout=10_000)

    text.press_sequentially(" Mer.")
    others = page.locator("[data-others]")
    expect(others).to_contain_text("Från en annan dator.", timeout=20_000)
    expect(text).to_contain_text("Mer.")
    assert faults(page) == []
    page.get_by_role("button", name="Jag har fört ihop texterna").click()
    expect(page.locator("[data-saved]")).to_contain_text("Sparat", timeout=10_000)
