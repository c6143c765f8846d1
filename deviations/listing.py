"""The list of cases: narrowed, sorted, one page at a time, its rows ready to print.

No join to the unit and no loop in the template: both were measured to cost more than the rest of
the page together.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from deviations.forms.filters import FilterForm
from deviations.models import Deviation, Kind, Severity, Status
from deviations.places import Places
from deviations.querysets import DeviationQuerySet
from deviations.search import search
from lib.numbers import format_integer
from organisation.models import User

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

ANY_NUMBER = "AV-0000-0000"
LINE = """<tr>
    <th scope="row" class="nowrap"><a href="{}">{}</a></th>
    <td data-label="Rubrik">{}</td>
    <td data-label="Enhet">{}</td>
    <td data-label="Typ">{}</td>
    <td data-label="Inkom" class="nowrap">{}</td>
    <td data-label="Beslutat" class="nowrap">{}</td>
    <td data-label="Status">{}</td>
    <td data-label="Grad">{}</td>
  </tr>"""
STATUS_CELLS = {
    str(status): format_html('<span class="status status--{}">{}</span>', tone, status.label)
    for status, tone in STATUS_TONES.items()
}
GRADE_CELLS = {
    str(grade): format_html('<span class="grade grade--{}">{}</span>', tone, grade.label)
    for grade, tone in GRADE_TONES.items()
}


@dataclass(frozen=True)
class Found:
    """One case, as plain values."""

    pk: int
    number: str
    title: str
    unit_id: int
    kind: str
    received_on: date
    decided_on: date | None
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
        self.form = FilterForm(query, units=self.places.choices(user))
        self.form.is_valid()
        self.wanted = self.form.cleaned_data
        sort = query.get("sort", "")
        self.sort = sort if sort in SORTS else "received"
        self.descending = query.get("order", "desc") != "asc"
        self.cases = self._narrowed(Deviation.objects.visible_to(user))

    @property
    def searching(self) -> bool:
        return bool(self.wanted.get("q"))

    def _narrowed(self, cases: DeviationQuerySet) -> DeviationQuerySet:
        wanted = self.wanted
        equal = {
            "kind": wanted.get("kind"),
            "severity": wanted.get("severity"),
            "causes": wanted.get("cause"),
            "received_on__gte": wanted.get("received_from"),
            "received_on__lte": wanted.get("received_to"),
            "investigator": self.user if wanted.get("mine") else None,
        }
        cases = cases.filter(**{field: value for field, value in equal.items() if value})
        if wanted.get("unit"):
            cases = cases.filter(unit_id__in=self.places.below(wanted["unit"]))
        if wanted.get("year"):
            year = wanted["year"]
            cases = cases.filter(received_on__range=(date(year, 1, 1), date(year, 12, 31)))
        cases = _of_status(cases, wanted.get("status", ""))
        return search(cases, wanted["q"]) if self.searching else cases

    def count(self) -> int:
        counted = self.cases.order_by()
        return counted[: COUNTED_UP_TO + 1].count() if self.searching else counted.count()

    def everything(self) -> Iterator[Found]:
        rows = self._ordered(self.descending).values_list(*COLUMNS)
        return (Found(*row) for row in rows.iterator(chunk_size=2000))

    def page(self) -> "Page":
        """Keyset paging: the thousandth page costs what the first does."""
        before, after = self._cursor("before"), self._cursor("after")
        backwards = before is not None
        descending = self.descending != backwards
        cases = self._ordered(descending)
        start = before if backwards else after
        if start:
            cases = cases.filter(_beyond(SORTS[self.sort], start, descending))
        found = [Found(*row) for row in cases.values_list(*COLUMNS)[: PAGE_SIZE + 1]]
        more, shown = len(found) > PAGE_SIZE, found[:PAGE_SIZE]
        if backwards:
            shown.reverse()
        has_newer = more if backwards else start is not None
        has_older = backwards or more
        return Page(shown, has_newer and bool(shown), has_older and bool(shown))

    def _ordered(self, descending: bool) -> DeviationQuerySet:
        sign = "-" if descending else ""
        return self.cases.order_by(*(f"{sign}{field}" for field in SORTS[self.sort]))

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
        """This list's address with something changed; an empty value leaves the name out."""
        query = self.query.copy()
        for name in ("before", "after", *changes):
            query.pop(name, None)
        for name, value in changes.items():
            if value:
                query[name] = value
        return f"?{query.urlencode()}"

    def lines(self, found: Iterable[Found]) -> SafeString:
        """The rows of the table."""
        url = reverse("deviations:detail", args=[ANY_NUMBER])
        lines = (LINE.format(*_cells(case, url, self.places)) for case in found)
        return mark_safe("\n".join(lines))  # noqa: S308 -- _cells escapes what people have written


@dataclass(frozen=True)
class Page:
    found: list[Found]
    has_newer: bool
    has_older: bool


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


def _cells(case: Found, url: str, places: Places) -> tuple[str, ...]:
    return (
        url.replace(ANY_NUMBER, case.number),
        case.number,
        escape(case.title),
        escape(places.name(case.unit_id)),
        KIND_LABELS[case.kind],
        case.received_on.isoformat(),
        case.decided_on.isoformat() if case.decided_on else "–",
        STATUS_CELLS[case.status],
        GRADE_CELLS.get(case.severity, "–"),
    )
