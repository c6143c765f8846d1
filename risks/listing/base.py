"""What the lists of risks and of controls have in common.

A register of these holds some hundreds of rows, so its pages are numbered.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, Generic, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Length, Lower
from django.http import QueryDict
from django.utils import timezone

from lib.listing import address
from lib.numbers import NOT_SET, part_of
from measures.models import Status
from organisation.access import line_of
from organisation.models import ServiceArea, Unit, UnitClosure, User
from risks.forms.filters import RegisterFilterForm
from risks.querysets import READERS

PAGE_SIZE = 100
Found = TypeVar("Found")
Row = TypeVar("Row")
Sorts = Mapping[str, tuple[Any, ...]]
# R2 before R10.
BY_CODE = (Length("code"), Lower("code"))
IN_REGISTER = ("service_area__order", "order", *BY_CODE)


class Listing(Generic[Found, Row]):
    """The rows this person may know of, narrowed and sorted as the address says."""

    sorts: Sorts
    first_sort: str
    falling: frozenset[str] = frozenset()  # the highest first, unless somebody turns it
    form_class: type[RegisterFilterForm]

    def __init__(self, user: User, query: QueryDict) -> None:
        self.user = user
        self.query = query
        self.today = timezone.localdate()
        self.units = dict(Unit.objects.values_list("pk", "name"))
        self.areas = dict(ServiceArea.objects.values_list("pk", "name"))
        reach = line_of(user, *READERS)
        own_areas = ServiceArea.objects.filter(unit_id__in=reach)
        shown = query.copy()
        shown.setdefault("status", "open")
        self.form = self.form_class(
            shown,
            unit=[(pk, name) for pk, name in self.units.items() if pk in reach],
            area=own_areas.values_list("pk", "name"),
        )
        self.form.is_valid()
        self.wanted = self.form.cleaned_data
        sort = query.get("sort", "")
        self.sort = sort if sort in self.sorts else self.first_sort
        self.descending = query.get("order", self._order_of(self.sort)) == "desc"
        self.rows_found = self._narrowed()

    def _order_of(self, sort: str) -> str:
        return "desc" if sort in self.falling else "asc"

    def _narrowed(self) -> QuerySet[Any]:
        raise NotImplementedError

    def row(self, found: Found) -> Row:
        raise NotImplementedError

    def read(self, rows: Any) -> list[Found]:
        """With a constant number of queries, whatever the number of rows."""
        raise NotImplementedError

    def _common(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """What both lists can be narrowed by."""
        wanted = self.wanted
        if wanted.get("unit"):
            below = UnitClosure.objects.filter(ancestor_id=wanted["unit"]).values("descendant_id")
            rows = rows.filter(unit_id__in=below)
        if wanted.get("area"):
            rows = rows.filter(service_area_id=wanted["area"])
        if wanted.get("mine"):
            rows = rows.filter(responsible=self.user)
        if wanted.get("q"):
            # Not icontains: SQLite folds no å, ä and ö.
            words = re.escape(wanted["q"])
            rows = rows.filter(Q(title__iregex=words) | Q(code__iregex=words))
        status = wanted.get("status") or "open"
        still_open = Q(closed_on__isnull=True) | Q(closed_on__gt=self.today)
        return {"open": rows.filter(still_open), "closed": rows.exclude(still_open)}.get(
            status, rows
        )

    @property
    def filtered(self) -> bool:
        return any(value for name, value in self.wanted.items() if name != "status")

    def _ordered(self) -> QuerySet[Any]:
        wanted = (F(one) if isinstance(one, str) else one for one in self.sorts[self.sort])
        turned = (
            one.desc(nulls_last=True) if self.descending else one.asc(nulls_last=True)
            for one in wanted
        )
        return self.rows_found.order_by(*turned, *IN_REGISTER)

    def everything(self) -> list[Found]:
        return self.read(self._ordered())

    def page(self) -> "Page[Any]":
        return Paginator(self._ordered(), PAGE_SIZE).get_page(self.query.get("sida"))

    def address(self, **changes: str) -> str:
        return address(self.query, **changes)


def names_of(user_ids: Collection[int | None]) -> dict[int | None, str]:
    people = User.objects.filter(pk__in={pk for pk in user_ids if pk})
    return {person.pk: str(person) for person in people}


def count_measures(through: Any, owner: str, ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """Owner id → how many of its measures are open, and how many there are."""
    pairs = through.objects.filter(**{f"{owner}__in": ids}).values_list(owner, "measure__status")
    counted: dict[int, tuple[int, int]] = {}
    for owner_id, status in pairs:
        still_open, every = counted.get(owner_id, (0, 0))
        is_open = status in (Status.NOT_STARTED, Status.ONGOING)
        counted[owner_id] = (still_open + is_open, every + 1)
    return counted


def of_all(counted: tuple[int, int] | None) -> str:
    """ "1 av 3", or "–" where there is none."""
    return part_of(*counted) if counted else NOT_SET
