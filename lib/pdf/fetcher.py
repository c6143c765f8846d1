"""The closed door: own assets by name, small pictures inside the document, nothing else."""

import re

from weasyprint.urls import URLFetcher, URLFetcherResponse

from lib.pdf.assets import asset
from lib.pdf.glyphs import printable

MAX_DATA_URI = 2_000_000
PICTURE = re.compile(r"data:image/(png|jpeg|svg\+xml)[;,]", re.IGNORECASE)


class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Refuses by raising: a document that asks for anything else is not made at all."""

    def __init__(self) -> None:
        super().__init__(
            timeout=1,
            allowed_protocols=("data", "asset"),
            allow_redirects=False,
            fail_on_errors=True,
        )
        self.refused = ""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith("asset:"):
            return self._asset(url)
        if len(url) <= MAX_DATA_URI and PICTURE.match(url):
            return self._picture(url, headers)
        raise self._refusal(url)

    def _asset(self, url: str) -> URLFetcherResponse:
        try:
            media_type, body = asset(url.removeprefix("asset:"))
        except KeyError:
            raise self._refusal(url) from None
        return URLFetcherResponse(url, body, {"Content-Type": media_type})

    def _picture(self, url: str, headers: dict[str, str] | None) -> URLFetcherResponse:
        response = super().fetch(url, headers)
        if response.content_type != "image/svg+xml":
            return response
        drawing = printable(response.read().decode("utf-8", "replace"))
        return URLFetcherResponse("data:image/svg+xml,", drawing.encode(), dict(response.headers))

    def _refusal(self, url: str) -> ValueError:
        self.refused = self.refused or url[:80]
        return ValueError("blocked")
