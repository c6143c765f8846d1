"""The list of measures: narrowed, sorted, one page at a time, its rows ready to print."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from lib.listing import address
from measures.forms import OPEN, MeasureFilterForm
from measures.models import Effect, Measure, Status
from measures.querysets import READERS, MeasureQuerySet
from organisation.access import access_of
from organisation.models import Unit, UnitClosure, User

PAGE_SIZE = 50
NEVER = date(9999, 12, 31)  # a measure without a day comes last
SORTS: Mapping[str, str] = {"due": "due", "title": "title"}
COLUMNS = (
    "pk",
    "title",
    "unit_id",
    "responsible_id",
    "due_on",
    "status",
    "effect",
    "kind",
    "follow_up_on",
    "origin",
)
TONES = {
    Status.NOT_STARTED: "new",
    Status.ONGOING: "active",
    Status.DONE: "done",
    Status.DISCONTINUED: "muted",
}
STATUS_LABELS = dict(Status.choices)
EFFECT_LABELS = dict(Effect.choices)
KIND_LABELS = dict(Measure.Kind.choices)


@dataclass(frozen=True)
class Found:
    """One measure, as plain values."""

    pk: int
    title: str
    unit_id: int
    responsible_id: int | None
    due_on: date | None
    status: str
    effect: str
    kind: str
    follow_up_on: date | None
    origin: str

    def is_late(self, today: date) -> bool:
        is_open = self.status in (Status.NOT_STARTED, Status.ONGOING)
        return is_open and self.due_on is not None and self.due_on < today


@dataclass(frozen=True)
class Row:
    """One measure, as text."""

    url: str
    title: str
    kind: str
    origin: str
    unit: str
    responsible: str
    due: str
    status: str
    tone: str
    effect: str
    is_late: bool


@dataclass(frozen=True)
class Page:
    found: list[Found]
    is_first: bool
    older: int | None  # the last row's key, when there is more


class Listing:
    def __init__(self, user: User, query: QueryDict) -> None:
        self.user = user
        self.query = query
        self.today = timezone.localdate()
        self.units = dict(Unit.objects.values_list("pk", "name"))
        shown = query.copy()
        shown.setdefault("status", OPEN)
        self.form = MeasureFilterForm(shown, unit=self._unit_choices())
        self.form.is_valid()
        self.wanted = self.form.cleaned_data
        self.sort = query.get("sort", "") if query.get("sort", "") in SORTS else "due"
        self.descending = query.get("order") == "desc"
        self.measures = self._narrowed(Measure.objects.visible_to(user))

    def _unit_choices(self) -> list[tuple[int, str]]:
        reach = access_of(self.user).unit_ids(*READERS)
        return [(pk, name) for pk, name in self.units.items() if pk in reach]

    def _narrowed(self, measures: MeasureQuerySet) -> MeasureQuerySet:
        wanted = self.wanted
        if wanted.get("unit"):
            below = UnitClosure.objects.filter(ancestor_id=wanted["unit"]).values("descendant_id")
            measures = measures.filter(unit_id__in=below)
        if wanted.get("mine"):
            measures = measures.filter(responsible=self.user)
        if wanted.get("overdue"):
            measures = measures.overdue(self.today)
        if wanted.get("origin"):
            measures = measures.filter(origin=wanted["origin"])
        if wanted.get("q"):
            # Not icontains: SQLite folds no å, ä and ö.
            measures = measures.filter(title__iregex=re.escape(wanted["q"]))
        if wanted.get("unjudged"):  # they are finished, whatever status the list began with
            return measures.unjudged()
        return _of_status(measures, wanted.get("status") or OPEN)

    @property
    def filtered(self) -> bool:
        return any(value for name, value in self.wanted.items() if name != "status")

    def _ordered(self) -> MeasureQuerySet:
        sign = "-" if self.descending else ""
        measures = self.measures.annotate(due=Coalesce("due_on", Value(NEVER)))
        return measures.order_by(f"{sign}{SORTS[self.sort]}", f"{sign}pk")

    def everything(self) -> list[Found]:
        return [Found(*row) for row in self._ordered().values_list(*COLUMNS)]

    def page(self) -> Page:
        """Keyset paging: from the row that was the last on the page before."""
        measures = self._ordered()
        start = self._start(measures)
        if start is not None:
            measures = measures.filter(self._beyond(start))
        found = [Found(*row) for row in measures.values_list(*COLUMNS)[: PAGE_SIZE + 1]]
        shown = found[:PAGE_SIZE]
        more = shown[-1].pk if len(found) > PAGE_SIZE else None
        return Page(shown, start is None, more)

    def _start(self, measures: MeasureQuerySet) -> tuple[Any, int] | None:
        """The sort values of the row named in the address; anything else starts from the top."""
        after = self.query.get("after", "")
        if not (after.isdecimal() and after.isascii() and len(after) < 10):
            return None
        found = measures.filter(pk=int(after)).values_list(SORTS[self.sort], "pk").first()
        return found if found else None

    def _beyond(self, start: tuple[Any, int]) -> Q:
        field, (value, pk) = SORTS[self.sort], start
        operator = "lt" if self.descending else "gt"
        return Q(**{f"{field}__{operator}": value}) | Q(**{field: value, f"pk__{operator}": pk})

    def address(self, **changes: str) -> str:
        return address(self.query, **changes)

    def people(self, found: Iterable[Found]) -> dict[int | None, str]:
        ids = {row.responsible_id for row in found if row.responsible_id}
        return {user.pk: str(user) for user in User.objects.filter(pk__in=ids)}

    def rows(self, found: list[Found]) -> list[Row]:
        people = self.people(found)
        return [self._row(measure, people) for measure in found]

    def _row(self, measure: Found, people: Mapping[int | None, str]) -> Row:
        is_late = measure.is_late(self.today)
        return Row(
            url=reverse("measures:detail", args=[measure.pk]),
            title=measure.title,
            kind=KIND_LABELS[measure.kind],
            origin=f"Ur {measure.origin}" if measure.origin else "",
            unit=self.units[measure.unit_id],
            responsible=people.get(measure.responsible_id, "–"),
            due=measure.due_on.isoformat() if measure.due_on else "–",
            status="Försenad" if is_late else STATUS_LABELS[measure.status],
            tone="late" if is_late else TONES[Status(measure.status)],
            effect=EFFECT_LABELS.get(measure.effect, "–"),
            is_late=is_late,
        )


def _of_status(measures: MeasureQuerySet, status: str) -> MeasureQuerySet:
    if status == OPEN:
        return measures.open()
    return measures.filter(status=status) if status in Status else measures


def address_of(pk: int) -> str:
    return reverse("measures:detail", args=[pk])
