"""Keeps what was read: a revised value remembers what it was, one that is gone is withdrawn."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from indicators.kolada.shapes import KeyFigure, Point
from indicators.models import KoladaKpi, KoladaValue

BATCH = 500
REVISED = ("value", "status", "count", "fetched_at", "withdrawn_at", "earlier")


@dataclass(frozen=True)
class Stored:
    seen: int
    changed: int


def describe(figure: KeyFigure, now: datetime) -> KoladaKpi:
    """As Kolada describes it today: key figures are renamed."""
    fields = {**figure.fields, "fetched_at": now}
    return KoladaKpi.objects.update_or_create(code=figure.code, defaults=fields)[0]


def store(kpi: KoladaKpi, points: Iterable[Point], now: datetime, asked: Q | None = None) -> Stored:
    """`asked` says which values the answer should hold: those of them that it lacks are withdrawn.

    In the caller's transaction, with the key figure's row held.
    """
    told = {point.key: point for point in points}
    years = {year for _, year, _ in told}
    wanted = Q(year__in=years) if asked is None else asked | Q(year__in=years)
    before = {_key(row): row for row in KoladaValue.objects.filter(wanted, kpi=kpi)}
    expected = _expected(kpi, asked)
    revised = [row for key, row in before.items() if _revise(row, told.get(key), now, expected)]
    new = [
        _made(kpi, point, now)
        for key, point in told.items()
        if key not in before and not point.is_deleted
    ]
    KoladaValue.objects.bulk_update(revised, REVISED, batch_size=BATCH)
    KoladaValue.objects.bulk_create(new, batch_size=BATCH)
    return Stored(len(told), len(revised) + len(new))


def _key(row: KoladaValue) -> tuple[str, int, str]:
    return row.area, row.year, row.gender


def _expected(kpi: KoladaKpi, asked: Q | None) -> Collection[int]:
    if asked is None:
        return frozenset()
    return set(KoladaValue.objects.filter(asked, kpi=kpi).values_list("pk", flat=True))


def _made(kpi: KoladaKpi, point: Point, now: datetime) -> KoladaValue:
    return KoladaValue(
        kpi=kpi,
        area=point.area,
        year=point.year,
        gender=point.gender,
        value=point.value,
        status=point.status,
        count=point.count,
        fetched_at=now,
    )


def _revise(
    row: KoladaValue, point: Point | None, now: datetime, expected: Collection[int]
) -> bool:
    """Whether the row became another."""
    if point is None and row.pk not in expected:
        return False
    if point is None or point.is_deleted:
        if row.withdrawn_at:
            return False
        row.withdrawn_at = now
        return True
    same = (row.value, row.status, row.count) == (point.value, point.status, point.count)
    if same and row.withdrawn_at is None:
        return False
    if not same:
        row.earlier = [*row.earlier, _stood(row)]
        row.value, row.status, row.count = point.value, point.status, point.count
    row.fetched_at, row.withdrawn_at = now, None
    return True


def _stood(row: KoladaValue) -> dict[str, str | None]:
    value = None if row.value is None else str(row.value)
    return {"value": value, "status": row.status, "fetched_at": row.fetched_at.isoformat()}
