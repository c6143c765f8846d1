"""The years before the register as a page shows them, and whether the register takes over right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format

from deviations import statistics
from deviations.models import Kind, PublishedTotal
from deviations.querysets import PublishedTotalQuerySet
from deviations.statistics import Totals
from lib.numbers import format_integer
from lib.periods import Period


@dataclass(frozen=True)
class Row:
    pk: int
    unit: str
    kind: str
    figure: str
    count: str
    source: str
    sealed: str


@dataclass(frozen=True)
class Year:
    year: int
    rows: Sequence[Row]
    to_seal: int


@dataclass(frozen=True)
class Balance:
    """What a unit's last published year ended with, and its first counted one begins with."""

    unit: str
    year: int
    ended: int
    begins: int

    @property
    def agrees(self) -> bool:
        return self.ended == self.begins

    @property
    def next_year(self) -> int:
        return self.year + 1


def years(visible: PublishedTotalQuerySet) -> list[Year]:
    totals = visible.select_related("unit", "sealed_by").order_by(
        "-year", "unit__name", "unit", "kind", "figure", "severity"
    )
    found = []
    for year, of_year in groupby(totals, key=lambda total: total.year):
        rows = [row(total) for total in of_year]
        found.append(Year(year, rows, sum(not one.sealed for one in rows)))
    return found


def row(total: PublishedTotal) -> Row:
    grade = f", {total.get_severity_display().lower()}" if total.severity else ""
    return Row(
        pk=total.pk,
        unit=total.unit.name,
        kind=total.get_kind_display(),
        figure=f"{total.get_figure_display()}{grade}",
        count=format_integer(total.count),
        source=total.source,
        sealed=_sealed(total),
    )


def _sealed(total: PublishedTotal) -> str:
    if total.sealed_at is None:
        return ""
    day = date_format(timezone.localtime(total.sealed_at), "j F Y")
    return f"{day}, {total.sealed_by}" if total.sealed_by else day


def balances(visible: PublishedTotalQuerySet) -> list[Balance]:
    """Of each unit whose last sealed year says how many were pending at its end."""
    known = statistics.published_totals()
    pending = visible.filter(
        sealed_at__isnull=False, kind=Kind.LEX_SARAH, figure=PublishedTotal.Figure.OPEN
    ).select_related("unit")
    last = [total for total in pending if _is_last(known, total)]
    begun = {total.year: _begins(known, total.year) for total in last}
    return [
        Balance(
            total.unit.name,
            total.year,
            total.count,
            sum(begun[total.year].get(unit, 0) for unit in known.below[total.unit_id]),
        )
        for total in last
    ]


def _is_last(known: Totals, total: PublishedTotal) -> bool:
    return known.first_counted(known.below[total.unit_id]) == total.year + 1


def _begins(known: Totals, year: int) -> Mapping[int, int]:
    everywhere = frozenset().union(*known.below.values())
    flows = statistics.flows(everywhere, Period.of(year + 1))
    return {unit: flow.carried_over for unit, flow in flows.items()}


def initial(total: PublishedTotal) -> Iterator[tuple[str, object]]:
    for name in ("unit", "year", "kind", "figure", "severity", "count", "source"):
        yield name, getattr(total, name)
