"""From the registers into print: an outcome, a control below its threshold, and its measures."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import faults
from tests.browser.test_journey import download, text_of
from tests.golden.reading import flowing, table
from tests.product import Product

pytestmark = pytest.mark.browser

CODE, INDICATOR = "IFO-90", "Barn som har fått träffa sin handläggare"
DECIDED_THEN, DECIDED_LATER = "Fasta tider för svåra samtal", "Ny rutin för påminnelser"
IN_PERIOD = "2023-12-20"


def enter_outcome(page: Page, product: Product) -> None:
    """37 of 40 in 2023, of an indicator that is new to the register."""
    page.goto(f"{product.url}/indikatorer/ny/")
    page.get_by_label("Kod", exact=True).fill(CODE)
    page.get_by_label("Namn", exact=True).fill(INDICATOR)
    page.get_by_label("Verksamhet", exact=True).select_option(label="Individ- och familjeomsorgen")
    page.get_by_label("Verksamhetsområde").select_option(label="Övergripande")
    page.get_by_label("Mäts i").select_option(label="andel (%)")
    page.get_by_label("Följs från år").fill("2023")
    page.get_by_role("button", name="Spara").click()
    page.get_by_role("link", name="Lämna utfall").first.click()
    page.get_by_label("År", exact=True).select_option("2023")
    page.get_by_label("Period", exact=True).select_option("VB")
    page.get_by_label("Antal (n)", exact=True).fill("37")
    page.get_by_label("Av hur många (N)", exact=True).fill("40")
    page.get_by_role("button", name="Spara utfall").click()
    expect(page.get_by_text("Utfallet är sparat.")).to_be_visible()
    assert faults(page) == []


def record_result(page: Page, product: Product) -> None:
    """Below the threshold of K2, 90 %: the page goes on to the measure."""
    page.goto(f"{product.url}/egenkontroller/K2/resultat/")
    page.get_by_label("Genomförd den").fill(IN_PERIOD)
    page.get_by_label("Antal som uppfyller kravet (n)").fill("612")
    page.get_by_label("Av hur många granskade (N)").fill("890")
    page.get_by_role("button", name="Spara resultatet").click()
    page.wait_for_url("**/egenkontroller/K2/atgard/")
    expect(page.get_by_text("kräver åtgärd")).to_be_visible()
    assert faults(page) == []


def add_measure(page: Page, product: Product, title: str) -> None:
    page.goto(f"{product.url}/egenkontroller/K2/atgard/")
    page.get_by_label("Åtgärd", exact=True).fill(title)
    page.get_by_label("Ansvarig").select_option(label="Karin Åbrink")
    page.get_by_role("button", name="Skapa åtgärden").click()
    page.wait_for_url("**/egenkontroller/K2/")


def follow_up_in_period(page: Page, title: str) -> None:
    """The register learns afterwards that it was decided then."""
    page.get_by_role("link", name=title, exact=True).click()
    page.get_by_role("link", name="Följ upp").click()
    page.get_by_label("Datum").fill(IN_PERIOD)
    page.get_by_label("Ej påbörjad").check()
    page.get_by_role("button", name="Spara uppföljning").click()
    expect(page.get_by_text("Uppföljningen är sparad.")).to_be_visible()


def test_what_is_entered_in_the_registers_is_printed_in_the_report_of_its_year(
    enter: Callable[[str], Page], product: Product, tmp_path: Path
) -> None:
    page = enter("karin")
    enter_outcome(page, product)
    record_result(page, product)
    add_measure(page, product, DECIDED_LATER)
    add_measure(page, product, DECIDED_THEN)
    follow_up_in_period(page, DECIDED_THEN)

    page.goto(f"{product.url}/rapporter/")
    page.get_by_role("link", name=re.compile("Kvalitetsberättelse 2023")).first.click()
    text = text_of(download(page, tmp_path), "-raw")

    indicators = flowing(table(text, "Indikatorer, övergripande"))
    controls = flowing(table(text, "Egenkontroller som lett till åtgärder"))
    assert f"{INDICATOR} 37 av 40 (93 %)" in indicators
    assert "612 av 890, 69 % mål minst 90 %" in controls
    assert f"{DECIDED_THEN} Ej påbörjad" in controls
    # It came into the register long after the period: the report is of how things stood then.
    assert DECIDED_LATER not in text
