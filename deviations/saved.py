"""Saved narrowings of the list: a name of one's own for an address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from deviations.forms.filters import CaseFilterForm, filters
from deviations.models import SavedFilter
from deviations.places import Places
from deviations.sorting import ORDERS, SORTS
from lib.composed import Composed, given
from organisation.models import User

LONGEST = 500


@dataclass(frozen=True)
class Saved:
    pk: int
    name: str
    url: str
    current: bool = False


@Composed
def _own() -> QuerySet[SavedFilter, Any]:
    return SavedFilter.objects.filter(owner_id=given(0)).values_list("pk", "name", "query")


def saved_by(user: User, present: QueryDict | None = None) -> Sequence[Saved]:
    """The person's own, each as an address of the list; `present` is what the list shows now."""
    rows = _own.ask(user.pk)
    now = known(present) if rows and present else ""
    address = reverse("deviations:list") if rows else ""
    return [
        Saved(pk, name, f"{address}?{query}", current=query == now)
        for pk, name, query in ((pk, name, known(QueryDict(query))) for pk, name, query in rows)
    ]


def known(query: QueryDict, dropped: Sequence[str] = ()) -> str:
    """What the list understands of an address, in one order and without its page."""
    names = [name for name in CaseFilterForm.base_fields if name not in dropped]
    kept = [(name, query[name]) for name in names if query.get(name)]
    if query.get("sort") in SORTS:
        kept.append(("sort", query["sort"]))
        kept += [("order", query["order"])] if query.get("order") in ORDERS else []
    return urlencode(kept)


def proper(user: User, text: str) -> str:
    """Of an address, what can be narrowed by now and by this person."""
    query = QueryDict(text)
    wanted = filters(query, Places.load().choices(user)).wanted
    unread = [name for name in CaseFilterForm.base_fields if not wanted.get(name)]
    return known(query, unread)
