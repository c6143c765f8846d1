"""Asks Kolada's public API, version 3: few questions, slowly, and never anybody else's server."""

import json
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote, urlencode, urljoin, urlsplit

import urllib3
from django.conf import settings

log = logging.getLogger(__name__)

IDS_AT_ONCE = 25  # and years: with more the API answers an error
PER_PAGE = 5000
TRIES = 4
LONGEST_WAIT = 120.0
LARGEST_ANSWER = 64 * 1024 * 1024
MOST_PAGES = 1000
PASSING = frozenset((429, 502, 503, 504))

SWITCHED_OFF = (
    "Installationen hämtar inte från Kolada. Läs i stället in en fil med svar från Kolada, eller "
    "be systemadministratören att ange KOLADA_URL."
)
SILENT = "Kolada svarar inte just nu. Försök igen om en stund."
REFUSED = "Kolada kunde inte besvara frågan (felkod {status}). Kontakta systemadministratören."
NOT_UNDERSTOOD = (
    "Svaret från Kolada gick inte att läsa. Kontakta systemadministratören om det upprepas."
)


class KoladaError(Exception):
    """Kolada did not give what was asked for, in words for a person."""


class KoladaSilent(KoladaError):
    """Nothing more can be asked for now."""


class Passing(Exception):
    """What may go over by itself: asked again after `wait` seconds, where the answer said so."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


def is_on() -> bool:
    return bool(settings.KOLADA_URL)


def chunks(ids: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (ids[start : start + IDS_AT_ONCE] for start in range(0, len(ids), IDS_AT_ONCE))


@dataclass
class Kolada:
    """One conversation. `tries` and `timeout` are fewer and shorter where a person waits."""

    base: str = field(default_factory=lambda: str(settings.KOLADA_URL).rstrip("/"))
    timeout: float = field(default_factory=lambda: float(settings.KOLADA_TIMEOUT))
    tries: int = TRIES
    _pool: Any = field(init=False)
    _next_at: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        if not self.base:
            raise KoladaError(SWITCHED_OFF)
        proxy = settings.KOLADA_PROXY
        self._pool = urllib3.ProxyManager(proxy) if proxy else urllib3.PoolManager()

    # What can be asked for --------------------------------------------------------------------

    def key_figures(self, codes: Sequence[str]) -> Iterator[Any]:
        for some in chunks(codes):
            yield from self.rows(f"kpi/{_listed(some)}")

    def titled(self, kind: str, title: str, **narrowed: str) -> Iterator[Any]:
        """Rows of "kpi", "municipality" or "ou" with the words in their title."""
        return self.rows(kind, title=title, **narrowed)

    def named(self, kind: str, code: str) -> Iterator[Any]:
        return self.rows(f"{kind}/{_listed([code])}")

    def values(
        self, kpi: str, areas: Sequence[str], years: Sequence[int], *, of_units: bool = False
    ) -> Iterator[Any]:
        """Of the areas, or of every area where none is named."""
        route, place = ("oudata", "ou") if of_units else ("data", "municipality")
        for asked_years in chunks(years):
            for some in chunks(areas) if areas else [()]:
                where = f"/{place}/{_listed(some)}" if some else ""
                yield from self.rows(
                    f"{route}/kpi/{_listed([kpi])}{where}/year/{_listed(asked_years)}"
                )

    # How it is asked --------------------------------------------------------------------------

    def rows(self, path: str, **query: str) -> Iterator[Any]:
        """Of all pages. Raises KoladaError rather than give some of them."""
        url: str | None = f"{self.base}/{path}?{urlencode({**query, 'per_page': PER_PAGE})}"
        first, seen = str(url), set[str]()
        while url:
            if url in seen or len(seen) >= MOST_PAGES:
                raise KoladaError(NOT_UNDERSTOOD)
            seen.add(url)
            page = self._page(url)
            yield from page["values"]
            url = self._next(page.get("next_url"), first, len(seen) + 1)

    def _next(self, told: Any, first: str, number: int) -> str | None:
        """The address that the answer names, on Kolada's own server alone; if it names another,
        the same page of the question that was asked."""
        if not told:
            return None
        url = urljoin(first, str(told))
        if _server(url) == _server(self.base):
            return url
        log.warning("kolada: next_url on another server is not followed")
        return f"{first}&page={number}"

    def _page(self, url: str) -> dict[str, Any]:
        try:
            page = json.loads(self._asked_until_answered(url), parse_float=str)
        except ValueError as error:
            raise KoladaError(NOT_UNDERSTOOD) from error
        if not isinstance(page, dict) or not isinstance(page.get("values"), list):
            raise KoladaError(NOT_UNDERSTOOD)
        return page

    def _asked_until_answered(self, url: str) -> bytes:
        for attempt in range(1, self.tries + 1):
            try:
                return self._asked(url)
            except Passing as fault:
                log.warning("kolada: %s, try %s of %s", fault, attempt, self.tries)
                if attempt < self.tries:
                    time.sleep(wait_after(attempt, fault.wait))
        raise KoladaSilent(SILENT)

    def _asked(self, url: str) -> bytes:
        self._pace()
        deadline = time.monotonic() + self.timeout
        try:
            answer = self._pool.request(
                "GET", url, headers={"Accept": "application/json"},
                timeout=self.timeout, retries=False, redirect=False, preload_content=False,
            )  # fmt: skip
            try:
                return self._read(answer, deadline)
            finally:
                answer.close()
        except urllib3.exceptions.HTTPError as error:
            raise Passing(type(error).__name__) from error

    def _read(self, answer: Any, deadline: float) -> bytes:
        if answer.status in PASSING:
            raise Passing(f"answer {answer.status}", retry_after(answer.headers))
        if answer.status != 200:
            raise KoladaError(REFUSED.format(status=answer.status))
        body = bytearray()
        for part in answer.stream(64 * 1024):
            body += part
            if len(body) > LARGEST_ANSWER:
                raise KoladaError(NOT_UNDERSTOOD)
            # The library's timeout is for each part: an answer by drops would never end.
            if time.monotonic() > deadline:
                raise Passing("slow answer")
        return bytes(body)

    def _pace(self) -> None:
        now = time.monotonic()
        if now < self._next_at:
            time.sleep(self._next_at - now)
        self._next_at = max(now, self._next_at) + float(settings.KOLADA_PAUSE)


def _listed(ids: Sequence[Any]) -> str:
    return ",".join(quote(str(one), safe="") for one in ids)


def _server(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def wait_after(attempt: int, told: float | None) -> float:
    """What the answer asked for, or twice as long each time; never for ever."""
    own = float(settings.KOLADA_BACKOFF) * 2 ** (attempt - 1)
    return min(LONGEST_WAIT, own if told is None else told)


def retry_after(headers: Any) -> float | None:
    """Seconds, or a moment; None where it is neither."""
    told = str(headers.get("Retry-After", "")).strip()
    if told.isdecimal():
        return float(told)
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
