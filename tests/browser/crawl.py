"""All pages that a person can reach by links: one of each URL pattern, and of each kind of case."""

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Browser

from tests.product import PASSWORD, Product

KIND_OF_CASE = re.compile(r"/([A-Z]{2,4})-\d{4}-\d+/")


class Parts(HTMLParser):
    """Where the page leads, and what it is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.elements: set[tuple[str, str | None]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.add((tag, found.get("class")))
        address = found.get("href") if tag == "a" else None
        if address and not address.startswith("#"):
            self.links.append(address)


@dataclass(frozen=True)
class Seen:
    path: str
    html: str
    parts: Parts


@dataclass
class Crawl:
    """The pages of each person, found once and remembered."""

    browser: Browser
    product: Product
    known: dict[str, list[Seen]] = field(default_factory=dict)
    looked_at: dict[str, set[tuple[str, str | None]]] = field(default_factory=dict)

    def looks_new(self, seen: Seen) -> bool:
        """Whether the page has any element that its kind has not shown to somebody before; the
        start page always, for the navigation above it."""
        before = self.looked_at.setdefault(kind_of(seen.path), set())
        new = not seen.parts.elements <= before
        before |= seen.parts.elements
        return new or seen.path == "/"

    def pages(self, username: str) -> list[Seen]:
        if username not in self.known:
            self.known[username] = self._walk(username)
        return self.known[username]

    def _walk(self, username: str) -> list[Seen]:
        context = self.browser.new_context()
        address = f"{self.product.url}/logga-in/"
        html = context.request.get(address).text()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
        assert token
        form = {"csrfmiddlewaretoken": token[1], "username": username, "password": PASSWORD}
        context.request.post(address, form=form, headers={"Referer": address})
        seen: list[Seen] = []
        met: Counter[str] = Counter()
        waiting = deque(["/", "/stil/"])
        while waiting:
            path = waiting.popleft()
            kind = kind_of(path)
            if met[kind] or not kind:
                continue
            met[kind] += 1
            answer = context.request.get(self.product.url + path)
            assert answer.ok, f"{username}: {path} answers {answer.status}"
            if "text/html" in answer.headers["content-type"]:
                html = answer.text()
                parts = Parts(html)
                seen.append(Seen(path, html, parts))
                waiting += (urlsplit(urljoin(path, link)).path for link in parts.links)
        context.close()
        return seen


def kind_of(path: str) -> str:
    """The name of the URL pattern and the series of the case; nothing for what is not ours."""
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    if match.namespace == "admin" and not match.view_name.endswith((":index", "_changelist")):
        return ""  # Django's own forms, for one administrator
    series = KIND_OF_CASE.search(path)
    return f"{match.view_name} {series[1] if series else ''}"
