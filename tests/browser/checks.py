"""What every page owes its reader, whatever it shows."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK, PHONE, NARROWEST = 1280, 360, 320
# What axe does not ask for.
FRAME = """() => ({
    language: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    skips: !!document.querySelector(document.querySelector("a[href^='#']")?.getAttribute("href")),
})"""
SOUND = {"language": "sv", "headings": 1, "skips": True}


def faults(page: Page) -> list[str]:
    """Everything that is wrong with the page as it stands, at three widths."""
    found = []
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width} px: {fault}" for fault in violations(page)]
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROWEST:
        found.append(f"{width} px wide on a screen of {NARROWEST} px")
    page.set_viewport_size({"width": DESK, "height": 900})
    frame = page.evaluate(FRAME)
    return found + [f"{name}: {frame[name]}" for name in SOUND if frame[name] != SOUND[name]]


def violations(page: Page) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    result = Axe().run(page, options=options)
    return [
        f"{broken['id']}: {', '.join(node['html'][:120] for node in broken['nodes'][:3])}"
        for broken in result.response["violations"]
    ]
