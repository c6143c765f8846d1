"""The peer of the report bench: WeasyPrint as its documentation uses it, in a fresh process.

python -m bench.plain_weasyprint <html> <pdf>. Only the three assets of the document are given a
fetcher, because their addresses mean nothing outside the product.
"""

import sys
from pathlib import Path

from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from lib.pdf.assets import asset


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith("asset:"):
            media_type, body = asset(url.removeprefix("asset:"))
            return URLFetcherResponse(url, body, {"Content-Type": media_type})
        return super().fetch(url, headers)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    page = HTML(string=source.read_text(), base_url="asset:", url_fetcher=AssetFetcher())
    page.write_pdf(target, pdf_variant="pdf/a-3a")
