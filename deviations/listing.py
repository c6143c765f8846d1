"""The list of cases: narrowed, sorted, one page at a time, its rows ready to print.

No join to the unit and no loop in the template: both were measured to cost more than the rest of
the page together.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from django.db.models import Func, IntegerField
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from deviations import sorting
from deviations.forms.filters import WEEK, Due, Filters, filters
from deviations.models import Clock, Deviation, Kind, Severity, Status
from deviations.places import Places
from deviations.querysets import DeviationQuerySet, Scope, scope_of
from deviations.search import search
from deviations.sorting import DEFAULT, ORDERS, SORTS, Day, Values
from lib.composed import Composed
from lib.listing import address
from lib.numbers import format_integer
from organisation.models import User

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

T = TypeVar("T")

PAGE_SIZE = 50
COUNTED_UP_TO = 1000  # when searching: counting every match costs more than the page

COLUMNS = (
    "pk",
    "number",
    "title",
    "unit_id",
    "kind",
    "received_on",
    "decided_on",
    "status",
    "severity",
    "due_on",
    "due_for",
    "restricted",
    "series",
    "year",
    "sequence",
)
STATUS_TONES = {
    Status.RECEIVED: "new",
    Status.ASSESSMENT: "active",
    Status.INVESTIGATION: "active",
    Status.INVESTIGATED: "active",
    Status.DECIDED: "waiting",
    Status.MEASURES: "waiting",
    Status.FOLLOWED_UP: "waiting",
    Status.CLOSED: "done",
    Status.ANNULLED: "muted",
}
GRADE_TONES = {
    Severity.NONE: "low",
    Severity.RISK: "middle",
    Severity.MISCONDUCT: "middle",
    Severity.SERIOUS_RISK: "high",
    Severity.SERIOUS: "high",
    Severity.OUTSIDE: "muted",
}
KIND_LABELS = dict(Kind.choices)
STATUS_LABELS = dict(Status.choices)
SEVERITY_LABELS = dict(Severity.choices)
CLOCK_LABELS = dict(Clock.choices)

HOW_MANY = Func(template="COUNT(*)", output_field=IntegerField())
ANY_NUMBER = "AV-0000-0000"
STATUS_CELLS = {
    str(status): format_html('<span class="status status--{}">{}</span>', tone, status.label)
    for status, tone in STATUS_TONES.items()
}
GRADE_CELLS = {
    str(grade): format_html('<span class="grade grade--{}">{}</span>', tone, grade.label)
    for grade, tone in GRADE_TONES.items()
}
OVERDUE = '<span class="status status--late">Försenad</span>'


class Found(NamedTuple):
    """One case, as plain values."""

    pk: int
    number: str
    title: str
    unit_id: int
    kind: str
    received_on: Day
    decided_on: Day | None
    status: str
    severity: str
    due_on: Day | None
    due_for: str
    restricted: bool
    series: str
    year: int
    sequence: int


class Listing:
    """The cases this person may know of, narrowed and sorted as the address says."""

    def __init__(self, user: User, query: QueryDict) -> None:
        self.user = user
        self.query = query
        self.places = Places.load()
        self.filters = filters(query, self.places.choices(user))
        self.wanted = self.filters.wanted
        sort = query.get("sort", "")
        self.sort = sort if sort in SORTS else DEFAULT
        order = query.get("order", "")
        self.descending = order == "desc" if order in ORDERS else SORTS[self.sort].falling
        investigator = user.pk if self.wanted.get("mine") else None
        narrowing = Narrowing(
            self.sort, self.descending, scope_of(user), self.filters, self.places, investigator
        )
        self.cases = self._kept(_narrowed)(narrowing)

    @property
    def searching(self) -> bool:
        return bool(self.wanted.get("q"))

    def _kept(self, compose: "_lru_cache_wrapper[T]") -> Callable[..., T]:
        """What people search for is not kept."""
        return compose.__wrapped__ if self.query.get("q") else compose

    def count(self) -> int:
        if self.searching:
            return self.cases.order_by()[: COUNTED_UP_TO + 1].count()
        rows = _count(self.cases).ask()
        return rows[0][0] if rows else 0

    def everything(self) -> Iterator[Found]:
        rows: Iterator[Any] = self.cases.iterator(chunk_size=2000)
        return map(Found._make, rows)

    def page(self) -> "Page":
        before, after = self._edge("before"), self._edge("after")
        backwards = before is not None
        start = before if backwards else after
        beyond = Beyond(self.sort, start, self.descending, backwards) if start else None
        asked = self._kept(_first)(self.cases, beyond, PAGE_SIZE + 1)
        found = [Found._make(row) for row in asked.ask()]
        more, shown = len(found) > PAGE_SIZE, found[:PAGE_SIZE]
        if backwards:
            shown.reverse()
        has_newer = more if backwards else start is not None
        has_older = backwards or more
        return Page(shown, has_newer and bool(shown), has_older and bool(shown))

    def _edge(self, name: str) -> Values | None:
        """The row that the page lies beyond; anything else starts from the top."""
        written = self.query.get(name, "")
        return sorting.read(self.sort, written, self.places, falling=self.descending)

    def edge_of(self, found: Found) -> str:
        return sorting.written(self.sort, found)

    def address(self, **changes: str) -> str:
        return address(self.query, **changes)

    def lines(self, found: Iterable[Found]) -> SafeString:
        """The rows of the table."""
        before, after = _around_number()
        today = self.filters.today.isoformat()
        lines = (_line(case, f"{before}{case.number}{after}", self.places, today) for case in found)
        return mark_safe("\n".join(lines))  # noqa: S308 -- _line escapes what people have written


@dataclass(frozen=True)
class Page:
    found: list[Found]
    has_newer: bool
    has_older: bool


@cache
def _around_number() -> tuple[str, str]:
    """A case's address, without its number."""
    before, _, after = reverse("deviations:detail", args=[ANY_NUMBER]).partition(ANY_NUMBER)
    return before, after


class Beyond(NamedTuple):
    sort: str
    values: Values
    falling: bool
    backwards: bool


class Narrowing(NamedTuple):
    sort: str
    falling: bool
    scope: Scope
    filters: Filters
    places: Places
    investigator: int | None


@lru_cache(maxsize=256)
def _narrowed(narrowing: Narrowing) -> DeviationQuerySet:
    """The rows of a list in its order: composed once for what decides them, all of it named."""
    sort, falling, scope, filters, places, investigator = narrowing
    wanted = filters.wanted
    unit, year = wanted.get("unit"), wanted.get("year")
    conditions = {
        "kind": wanted.get("kind"),
        "severity": wanted.get("severity"),
        "causes": wanted.get("cause"),
        "received_on__gte": wanted.get("received_from"),
        "received_on__lte": wanted.get("received_to"),
        "investigator_id": investigator,
        "unit_id__in": places.below(unit) if unit else None,
        "received_on__range": (date(year, 1, 1), date(year, 12, 31)) if year else None,
    }
    cases = Deviation.objects.in_scope(scope)
    cases = cases.filter(**{field: value for field, value in conditions.items() if value})
    cases = _of_status(cases, wanted.get("status", ""))
    cases = _of_deadline(cases, wanted.get("due", ""), filters.today)
    cases = search(cases, wanted["q"]) if wanted.get("q") else cases
    sortable = cases.alias(**sorting.computed(sort, falling=falling))
    ordered = sortable.order_by(*sorting.ordering(sort, falling=falling))
    return cast(DeviationQuerySet, ordered.values_list(*COLUMNS))


@lru_cache(maxsize=256)
def _first(cases: DeviationQuerySet, beyond: Beyond | None, wanted: int) -> Composed:
    """So many of them, from the top or beyond a row, towards the end or towards the top."""
    if beyond is None:
        return Composed(lambda: cases[:wanted])
    sort, values, falling, backwards = beyond
    ordered = cases.reverse() if backwards else cases
    further = sorting.beyond(sort, values, falling=falling, backwards=backwards)
    return Composed(lambda: ordered.filter(further)[:wanted])


@lru_cache(maxsize=256)
def _count(cases: DeviationQuerySet) -> Composed:
    return Composed(lambda: cases.order_by().values_list(HOW_MANY))


def total_text(count: int, searching: bool) -> str:
    if searching and count > COUNTED_UP_TO:
        return f"{format_integer(COUNTED_UP_TO)}+"
    return format_integer(count)


def _of_status(cases: DeviationQuerySet, status: str) -> DeviationQuerySet:
    if status == "open":
        return cases.open()
    return cases.filter(status=status) if status else cases


def _of_deadline(cases: DeviationQuerySet, due: str, today: date) -> DeviationQuerySet:
    match due:
        case Due.OVERDUE:
            return cases.filter(due_on__lt=today)
        case Due.WEEK:
            return cases.filter(due_on__range=(today, today + timedelta(days=WEEK)))
        case Due.ANY:
            return cases.filter(due_on__isnull=False)
        case _:
            return cases


def _line(case: Found, url: str, places: Places, today: str) -> str:
    return f"""<tr>
    <th scope="row" class="nowrap"><a href="{url}">{case.number}</a></th>
    <td data-label="Rubrik">{escape(case.title)}</td>
    <td data-label="Enhet">{escape(places.name(case.unit_id))}</td>
    <td data-label="Typ">{KIND_LABELS[case.kind]}</td>
    <td data-label="Inkom" class="nowrap">{case.received_on}</td>
    <td data-label="Beslutat" class="nowrap">{case.decided_on or "–"}</td>
    <td data-label="Status">{STATUS_CELLS[case.status]}</td>
    <td data-label="Grad">{GRADE_CELLS.get(case.severity, "–")}</td>
    <td data-label="Nästa frist" class="nowrap">{_deadline(case, today)}</td>
  </tr>"""


def _deadline(case: Found, today: str) -> str:
    """Days compare as text: SQLite's driver gives them so."""
    if not case.due_on:
        return "–"
    day, what = str(case.due_on), CLOCK_LABELS.get(case.due_for, "")
    if day < today:
        return f'{OVERDUE}<span class="sub">{day}</span><span class="sub">{what}</span>'
    return f'{day}<span class="sub">{what}</span>'
