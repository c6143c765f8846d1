"""One case from the report on a phone to the effect of the measure, by the five people of it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.checks import PHONE, faults
from tests.browser.conftest import another
from tests.browser.test_journey import text_of
from tests.product import Product

pytestmark = pytest.mark.browser
STORY = "Två syskon fick vänta i sex dagar på ett hembesök som skulle ha gjorts samma dag."
VIEW = "Barnen säger att de satt vid fönstret och väntade."
TOLD = "Tack för att du berättade. Vi har ändrat hur besöken bevakas."
MEASURE = "Två personer bevakar varje planerat hembesök"
PACKAGE_TIME = 60_000  # milliseconds, on a machine that does much else


@pytest.fixture
def people(browser: Browser, product: Product) -> Iterator[dict[str, Page]]:
    """Each at a computer of her own, the reporter with a phone."""
    names = ("mona", "eva", "sara", "ulla", "dag")
    with ExitStack() as stack:
        pages = {name: stack.enter_context(another(browser, product, name)) for name in names}
        pages["mona"].set_viewport_size({"width": PHONE, "height": 740})
        yield pages


def today() -> str:
    return timezone.localdate().isoformat()


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def confirm(page: Page, name: str) -> None:
    page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()


@contextmanager
def taking(page: Page, title: str, button: str, said: str) -> Iterator[Locator]:
    """A step on the case's page: unfolded, filled in, sent and answered."""
    summary = page.locator("summary").get_by_text(title, exact=True)
    step = page.locator("details.disclosure").filter(has=summary).last
    if step.get_attribute("open") is None:
        summary.click()
    yield step
    step.get_by_role("button", name=button, exact=True).click()
    if page.get_by_role("dialog").is_visible():
        confirm(page, button)
    expect(page.get_by_role("main")).to_contain_text(said)


def report_with_a_draft_between(page: Page, product: Product) -> str:
    page.goto(f"{product.url}/avvikelser/rapportera/")
    page.get_by_label("Vad hände?").fill(STORY)
    press(page, "Spara utkast")
    page.goto(f"{product.url}/avvikelser/mina/")
    page.get_by_role("link", name=f"Fortsätt skriva: {STORY[:20]}").click()
    expect(page.get_by_label("Vad hände?")).to_have_value(STORY)
    page.get_by_label("Var hände det?").select_option(label="Barnenheten")
    page.get_by_label("Nej", exact=True).check()
    press(page, "Skicka rapporten")
    page.wait_for_url("**/klart/")
    assert faults(page) == []
    return page.locator(".page-head__over").inner_text()


def suspect(page: Page, product: Product, number: str) -> str:
    """By the manager, who is left with a slip; the number of the lex Sarah report."""
    page.goto(f"{product.url}/avvikelser/{number}/")
    title, button = "Misstänkt missförhållande", "Gör till lex Sarah-rapport"
    with taking(page, title, button, "Det här behöver göras nu") as step:
        step.get_by_label("Varför misstänker du").fill("Barnen var utan skydd i sex dagar.")
    answer = page.request.get(f"{product.url}/avvikelser/{number}/")
    assert answer.status == 404
    expect(page.get_by_role("main")).not_to_contain_text(STORY)
    return page.locator(".page-head__over").inner_text().split(" ")[0]


def receive_and_assign(page: Page, product: Product, number: str) -> None:
    page.goto(f"{product.url}/avvikelser/{number}/")
    with taking(page, "Ta emot ärendet", "Ta emot", "Ärendet är mottaget."):
        pass
    with taking(
        page, "Gör den initiala bedömningen", "Utred ärendet", "Ärendet ska utredas."
    ) as step:
        step.get_by_label("Varför ska ärendet utredas?").fill("Skyddet kan ha brustit.")
    with taking(page, "Utse utredare", "Utse", "Utredaren är utsedd.") as step:
        step.get_by_label("Utredare").select_option(label="Ulla Sjöhed")
        step.get_by_label("Ingen jävssituation").check()


def investigate(page: Page, product: Product, number: str) -> None:
    """A signed note, the answers that must be given, and a proposal."""
    page.goto(f"{product.url}/avvikelser/{number}/utredning/anteckning/")
    page.get_by_label("Källa").fill("Samtal med enhetschefen")
    page.get_by_label("Uppgift 1", exact=True).fill("Besöket låg i en lista som ingen läste.")
    page.get_by_label("Faktauppgift").first.check()
    press(page, "Spara utkastet")
    page.get_by_role("button", name="Signera", exact=True).click()
    confirm(page, "Signera")
    expect(page.get_by_text("Anteckningen är signerad")).to_be_visible()
    page.get_by_label("Konsekvens för barnet").fill("Barnen var rädda och sov dåligt.")
    page.get_by_label("Vad säger barnet eller den enskilde?").fill(VIEW)
    before = page.get_by_role("group", name="Har något liknande hänt tidigare?")
    before.get_by_label("Nej", exact=True).check()
    page.get_by_role("group", name="Kan hända igen").get_by_label("Ja", exact=True).check()
    press(page, "Spara svaren")
    page.goto(f"{product.url}/avvikelser/{number}/")
    with taking(page, "Utredningen är klar", "Lås utredningen", "klar och låst.") as step:
        step.get_by_label("Föreslagen grad").select_option(label="Allvarligt missförhållande")
        step.get_by_label("Motivering till förslaget").fill("Skyddet uteblev i sex dagar.")


def decide(page: Page, product: Product, number: str) -> None:
    page.goto(f"{product.url}/avvikelser/{number}/")
    with taking(page, "Fatta beslut", "Besluta", "Beslutet är fattat.") as step:
        step.get_by_label("Grad").select_option(label="Allvarligt missförhållande")
        step.get_by_label("Motivering").fill("Bristen har hotat barnens säkerhet.")
        step.get_by_label("Beslutsdatum").fill(today())


def notify_ivo(page: Page, product: Product, number: str, folder: Path) -> str:
    """The text of the PDF that a worker made for the notification."""
    page.goto(f"{product.url}/avvikelser/{number}/ivo/")
    title = "Notera att anmälan är skickad"
    with taking(page, title, "Notera anmälan", "Anmälan är noterad.") as step:
        step.get_by_label("Anmälan skickades").fill(today())
        step.get_by_label("Ja").check()
    page.get_by_label("Avidentifierad").check()
    press(page, "Skapa PDF")
    link = page.get_by_role("link", name="Hämta PDF")
    link.wait_for(timeout=PACKAGE_TIME)
    with page.expect_download() as fetched:
        link.click()
    fetched.value.save_as(folder / "package.pdf")
    return text_of(folder / "package.pdf")


def follow_up_and_close(page: Page, product: Product, number: str) -> None:
    case = f"{product.url}/avvikelser/{number}/"
    page.goto(case)
    with taking(page, "Informera eller höra någon", "Spara", "Det är noterat.") as step:
        step.get_by_label("Vem?").select_option(label="Vårdnadshavare")
        step.get_by_label("Datum").fill(today())
        step.get_by_label("Hur?").fill("Möte")
    with taking(page, "Lämna återkoppling", "Lämna", "Återkopplingen är lämnad.") as step:
        step.get_by_label("Återkoppling till den som rapporterade").fill(TOLD)
    page.goto(f"{case}atgard/")
    page.get_by_label("Åtgärd", exact=True).fill(MEASURE)
    press(page, "Skapa åtgärden")
    page.get_by_role("link", name=MEASURE).first.click()
    page.get_by_role("link", name="Följ upp").click()
    page.get_by_label("Klar", exact=True).check()
    page.get_by_label("Önskad effekt", exact=True).check()
    page.get_by_label("Vad som har hänt").fill("Två namn står vid varje besök.")
    press(page, "Spara uppföljning")
    expect(page.get_by_text("Uppföljningen är sparad.")).to_be_visible()
    page.goto(case)
    with taking(page, "Följ upp effekten", "Spara uppföljningen", "Effekten är uppföljd.") as step:
        step.get_by_label("Vad har åtgärderna lett till?").fill("Inget besök har uteblivit.")
    with taking(page, "Avsluta ärendet", "Avsluta", "Ärendet är avslutat."):
        pass


def test_a_case_goes_from_the_report_to_the_effect_of_its_measure(
    people: dict[str, Page], product: Product, tmp_path: Path
) -> None:
    mona, eva, sara, ulla, dag = people.values()
    number = suspect(eva, product, report_with_a_draft_between(mona, product))
    receive_and_assign(sara, product, number)
    investigate(ulla, product, number)
    assert faults(ulla) == []
    decide(dag, product, number)

    package = notify_ivo(sara, product, number, tmp_path)
    assert number in package
    assert VIEW.split()[-1] in package
    assert "Mona" not in package

    follow_up_and_close(sara, product, number)
    assert faults(sara) == []
    mona.goto(f"{product.url}/avvikelser/mina/")
    expect(mona.get_by_role("main")).to_contain_text(TOLD)
    eva.goto(f"{product.url}/avvikelser/{number}/lapp/")
    expect(eva.get_by_role("main")).to_contain_text("Allvarligt missförhållande")
    expect(eva.get_by_role("main")).to_contain_text(MEASURE)
