"""The addresses by which a list is turned, sorted and leafed through."""

from typing import Any, Protocol
from urllib.parse import urlencode

from django.core.paginator import Page
from django.http import QueryDict

PAGES = ("sida", "before", "after")


class Sorted(Protocol):
    """A list as its own address says it: sorted by a column, and which way."""

    sort: str
    descending: bool

    def address(self, **changes: str) -> str: ...


def address(query: QueryDict, **changes: str) -> str:
    """The list's first page with something changed; an empty value leaves the name out."""
    dropped = {*PAGES, *changes}
    kept = [(name, values) for name, values in query.lists() if name not in dropped]
    added = [(name, value) for name, value in changes.items() if value]
    return f"?{urlencode([*kept, *added], doseq=True)}"


def heading(listing: Sorted, name: str, *, falling: bool = False) -> dict[str, str]:
    """Pressing the heading that sorts turns its order; `falling` columns begin with the highest."""
    current = listing.sort == name
    descending = not listing.descending if current else falling
    order = "" if descending == falling else "desc" if descending else "asc"
    state = "descending" if listing.descending else "ascending"
    return {"url": listing.address(sort=name, order=order), "state": state if current else ""}


def numbered(page: "Page[Any]", query: QueryDict) -> dict[str, Any]:
    """What the template needs to leaf through numbered pages."""
    last = page.paginator.num_pages
    return {
        "count": page.paginator.count,
        "newer_url": address(query, sida=str(page.number - 1)) if page.has_previous() else "",
        "older_url": address(query, sida=str(page.number + 1)) if page.has_next() else "",
        "page_text": f"Sida {page.number} av {last}" if last > 1 else "",
    }
