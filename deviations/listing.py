"""The list of cases: narrowed, sorted, one page at a time, its rows ready to print.

No join to the unit and no loop in the template: both were measured to cost more than the rest of
the page together.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from django.db.models import Func, IntegerField, Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from deviations.forms.filters import Filters, filters
from deviations.models import Deviation, Kind, Severity, Status
from deviations.places import Places
from deviations.querysets import DeviationQuerySet, Scope, scope_of
from deviations.search import search
from lib.composed import Composed
from lib.listing import address
from lib.numbers import format_integer
from organisation.models import User

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

T = TypeVar("T")

PAGE_SIZE = 50
COUNTED_UP_TO = 1000  # when searching: counting every match costs more than the page

SORTS: Mapping[str, tuple[str, ...]] = {
    "received": ("received_on", "pk"),
    "number": ("series", "year", "sequence"),
}
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


Beyond = tuple[tuple[str, ...], tuple[Any, ...], bool]
Day = date | str  # text as SQLite's driver has it


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
        self.sort = sort if sort in SORTS else "received"
        self.descending = query.get("order", "desc") != "asc"
        investigator = user.pk if self.wanted.get("mine") else None
        narrowing = Narrowing(self.sort, scope_of(user), self.filters, self.places, investigator)
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
        cases = _ordered(self.cases, self.descending)
        rows: Iterator[Any] = cases.iterator(chunk_size=2000)
        return map(Found._make, rows)

    def page(self) -> "Page":
        """Keyset paging: the thousandth page costs what the first does."""
        before, after = self._cursor("before"), self._cursor("after")
        backwards = before is not None
        descending = self.descending != backwards
        start = before if backwards else after
        beyond = (SORTS[self.sort], start, descending) if start else None
        asked = self._kept(_first)(self.cases, descending, beyond, PAGE_SIZE + 1)
        found = [Found._make(row) for row in asked.ask()]
        more, shown = len(found) > PAGE_SIZE, found[:PAGE_SIZE]
        if backwards:
            shown.reverse()
        has_newer = more if backwards else start is not None
        has_older = backwards or more
        return Page(shown, has_newer and bool(shown), has_older and bool(shown))

    def _cursor(self, name: str) -> tuple[Any, ...] | None:
        """The sort values of a row at the page's edge; anything else starts from the top."""
        parts = self.query.get(name, "").split("_")
        try:
            if self.sort == "received":
                day, pk = parts
                return date.fromisoformat(day), _small(pk)
            series, year, sequence = parts
            return (series, _small(year), _small(sequence)) if series.isalpha() else None
        except ValueError:
            return None

    def cursor_of(self, found: Found) -> str:
        return "_".join(str(getattr(found, field)) for field in SORTS[self.sort])

    def address(self, **changes: str) -> str:
        return address(self.query, **changes)

    def lines(self, found: Iterable[Found]) -> SafeString:
        """The rows of the table."""
        before, after = _around_number()
        lines = (_line(case, f"{before}{case.number}{after}", self.places) for case in found)
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


class Narrowing(NamedTuple):
    sort: str
    scope: Scope
    filters: Filters
    places: Places
    investigator: int | None


@lru_cache(maxsize=256)
def _narrowed(narrowing: Narrowing) -> DeviationQuerySet:
    """The rows of a list, newest first: composed once for what decides them, all of it named."""
    sort, scope, filters, places, investigator = narrowing
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
    cases = search(cases, wanted["q"]) if wanted.get("q") else cases
    newest_first = cases.order_by(*(f"-{field}" for field in SORTS[sort]))
    return cast(DeviationQuerySet, newest_first.values_list(*COLUMNS))


@lru_cache(maxsize=256)
def _first(
    cases: DeviationQuerySet, descending: bool, beyond: Beyond | None, wanted: int
) -> Composed:
    """So many of them, from the top or beyond a row."""
    ordered = _ordered(cases, descending)
    found = ordered.filter(_beyond(*beyond)) if beyond else ordered
    return Composed(lambda: found[:wanted])


@lru_cache(maxsize=256)
def _count(cases: DeviationQuerySet) -> Composed:
    return Composed(lambda: cases.order_by().values_list(HOW_MANY))


def _ordered(cases: DeviationQuerySet, descending: bool) -> DeviationQuerySet:
    return cases.all() if descending else cases.reverse()


def total_text(count: int, searching: bool) -> str:
    if searching and count > COUNTED_UP_TO:
        return f"{format_integer(COUNTED_UP_TO)}+"
    return format_integer(count)


def _of_status(cases: DeviationQuerySet, status: str) -> DeviationQuerySet:
    if status == "open":
        return cases.open()
    return cases.filter(status=status) if status else cases


def _beyond(fields: tuple[str, ...], values: tuple[Any, ...], descending: bool) -> Q:
    """What comes after these values in the order. The first field alone bounds the index scan."""
    operator = "lt" if descending else "gt"
    beyond = Q(**{f"{fields[-1]}__{operator}": values[-1]})
    for field, value in reversed(list(zip(fields[:-1], values[:-1], strict=True))):
        beyond = Q(**{f"{field}__{operator}": value}) | (Q(**{field: value}) & beyond)
    return Q(**{f"{fields[0]}__{operator}e": values[0]}) & beyond


def _small(digits: str) -> int:
    """An integer that both databases can hold."""
    number = int(digits)
    if not 0 <= number < 2**31:
        raise ValueError(digits)
    return number


def _line(case: Found, url: str, places: Places) -> str:
    return f"""<tr>
    <th scope="row" class="nowrap"><a href="{url}">{case.number}</a></th>
    <td data-label="Rubrik">{escape(case.title)}</td>
    <td data-label="Enhet">{escape(places.name(case.unit_id))}</td>
    <td data-label="Typ">{KIND_LABELS[case.kind]}</td>
    <td data-label="Inkom" class="nowrap">{case.received_on}</td>
    <td data-label="Beslutat" class="nowrap">{case.decided_on or "–"}</td>
    <td data-label="Status">{STATUS_CELLS[case.status]}</td>
    <td data-label="Grad">{GRADE_CELLS.get(case.severity, "–")}</td>
  </tr>"""
