"""What is shown of what was fetched, always with its origin and date."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone

from indicators.kolada.areas import MUNICIPALITIES, is_municipality
from indicators.kolada.shapes import NATION
from indicators.models import Indicator, KoladaValue, KoladaWatch

TOTAL, WOMEN, MEN = "T", "K", "M"
ORIGIN = "Kolada"


@dataclass(frozen=True)
class Published:
    """A value of one area and year."""

    kpi: str
    area: str
    area_title: str
    year: int
    value: Decimal | None
    status: str
    women: Decimal | None
    men: Decimal | None
    fetched_at: datetime
    earlier: tuple[Decimal | None, ...]

    @property
    def attribution(self) -> str:
        return attribution(self.kpi, self.fetched_at)


def attribution(kpi: str, fetched_at: datetime) -> str:
    """ "Kolada, N31807, hämtat 2026-03-02": "Källa:" stands before it."""
    return f"{ORIGIN}, {kpi}, hämtat {timezone.localdate(fetched_at):%Y-%m-%d}"


def standing() -> Q:
    return Q(withdrawn_at__isnull=True)


def published(indicator: Indicator) -> list[Published]:
    """Of the areas that the indicator follows by name, the newest year first."""
    watches = indicator.watches.select_related("kpi")
    places = {(watch.kpi_id, watch.area): watch for watch in watches}
    rows: dict[tuple[int, str, int], dict[str, KoladaValue]] = {}
    found = KoladaValue.objects.filter(
        standing(),
        kpi_id__in={kpi for kpi, _ in places},
        area__in={area for _, area in places},
    )
    for row in found.order_by("-year", "area") if places else ():
        if (row.kpi_id, row.area) in places:
            rows.setdefault((row.kpi_id, row.area, row.year), {})[row.gender] = row
    return [
        _published(places[kpi, area], year, by_gender)
        for (kpi, area, year), by_gender in rows.items()
        if TOTAL in by_gender
    ]


def _published(watch: KoladaWatch, year: int, rows: Mapping[str, KoladaValue]) -> Published:
    total = rows[TOTAL]
    women, men = (rows[sex].value if sex in rows else None for sex in (WOMEN, MEN))
    return Published(
        kpi=watch.kpi.code,
        area=watch.area,
        area_title=watch.area_title,
        year=year,
        value=total.value,
        status=total.status,
        women=women,
        men=men,
        fetched_at=total.fetched_at,
        earlier=tuple(_number(one["value"]) for one in total.earlier),
    )


def _number(told: str | None) -> Decimal | None:
    return None if told is None else Decimal(told)


@dataclass(frozen=True)
class OfTheNation:
    value: Decimal
    attribution: str


def of_the_nation(indicator_ids: Collection[int], year: int) -> Mapping[int, OfTheNation]:
    """The nation's value in the year, for the indicators that follow it."""
    found = KoladaValue.objects.filter(
        standing(),
        kpi__watches__indicator_id__in=list(indicator_ids),
        kpi__watches__area=NATION,
        area=NATION,
        year=year,
        gender=TOTAL,
        value__isnull=False,
    ).values_list("kpi__watches__indicator_id", "value", "kpi__code", "fetched_at")
    return {
        pk: OfTheNation(value, attribution(code, fetched_at))
        for pk, value, code, fetched_at in found
        if value is not None
    }


@dataclass(frozen=True)
class Peers:
    """A municipality's value, and those of all the municipalities that have one, it included."""

    year: int
    who: str
    own: Decimal
    values: tuple[Decimal, ...]


def peers_of(indicator_ids: Collection[int], years: Collection[int]) -> Mapping[int, Peers]:
    """For the indicators that follow a municipality, in the newest of the years that it has."""
    watches = KoladaWatch.objects.filter(indicator_id__in=list(indicator_ids), is_unit=False)
    # The first that was followed counts: it is met last, and stays.
    own = [row for row in watches.order_by("-pk") if is_municipality(row.area)]
    by_year: dict[tuple[int, int], dict[str, Decimal]] = {}
    for kpi, year, area, value in _of_municipalities({row.kpi_id for row in own}, years):
        by_year.setdefault((kpi, year), {})[area] = value
    found: dict[int, Peers] = {}
    for (kpi, year), values in sorted(by_year.items()):
        told = tuple(values.values())
        for row in own:
            if row.kpi_id == kpi and row.area in values:
                found[row.indicator_id] = Peers(year, row.area_title, values[row.area], told)
    return found


def _of_municipalities(
    kpis: Collection[int], years: Collection[int]
) -> list[tuple[int, int, str, Decimal]]:
    if not kpis:
        return []
    found = KoladaValue.objects.filter(
        standing() & MUNICIPALITIES,
        kpi_id__in=kpis,
        year__in=years,
        gender=TOTAL,
        value__isnull=False,
    )
    return list(found.values_list("kpi_id", "year", "area", "value"))  # type: ignore[arg-type]
