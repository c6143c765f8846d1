"""The list of risks, its rows ready to print."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from risks.forms.filters import NOT_JUDGED, RiskFilterForm
from risks.listing.base import BY_CODE, Listing, count_measures, names_of, of_all
from risks.models import Decision, Risk
from risks.pages import Level, moved

COLUMNS = (
    *("pk", "code", "title", "unit_id", "service_area_id", "level", "zone", "level_before"),
    *("decision", "responsible_id", "review_on", "closed_on"),
)
DECISION_LABELS = dict(Decision.choices)


@dataclass(frozen=True)
class FoundRisk:
    """One risk, as plain values."""

    pk: int
    code: str
    title: str
    unit_id: int
    service_area_id: int | None
    level: int | None
    zone: str | None
    level_before: int | None
    decision: str
    responsible_id: int | None
    review_on: date | None
    closed_on: date | None
    responsible: str
    measures: tuple[int, int] | None


@dataclass(frozen=True)
class RiskRow:
    """One risk, as text."""

    url: str
    code: str
    title: str
    unit: str
    area: str
    level: Level | None
    moved: str
    decision: str
    responsible: str
    measures: str
    review: str
    is_late: bool
    is_closed: bool


class RiskListing(Listing[FoundRisk, RiskRow]):
    sorts = {
        "level": ("level",),
        "code": BY_CODE,
        "area": ("service_area__order", "order"),
        "review": ("review_on",),
    }
    first_sort = "level"
    falling = frozenset(("level",))
    form_class = RiskFilterForm

    def _narrowed(self) -> QuerySet[Any]:
        last_year = date(self.today.year - 1, 12, 31)
        visible = Risk.objects.visible_to(self.user)
        risks: QuerySet[Any] = visible.with_level(on=self.today, before=last_year)
        zone = self.wanted.get("zone")
        if zone == NOT_JUDGED:
            risks = risks.filter(zone__isnull=True)
        elif zone:
            risks = risks.filter(zone=zone)
        return self._common(risks)

    def read(self, rows: Any) -> list[FoundRisk]:
        found: list[dict[str, Any]] = list(rows.values(*COLUMNS))
        people = names_of([row["responsible_id"] for row in found])
        measures = count_measures(Risk.measures.through, "risk_id", [row["pk"] for row in found])
        return [
            FoundRisk(
                **row,
                responsible=people.get(row["responsible_id"], ""),
                measures=measures.get(row["pk"]),
            )
            for row in found
        ]

    def row(self, found: FoundRisk) -> RiskRow:
        is_open = found.closed_on is None
        late = is_open and found.review_on is not None and found.review_on < self.today
        return RiskRow(
            url=reverse("risks:detail", args=[found.code]),
            code=found.code,
            title=found.title,
            unit=self.units[found.unit_id],
            area=self.areas.get(found.service_area_id or 0, "–"),
            level=Level.of(found.level, found.zone),
            moved=moved(found.level, found.level_before),
            decision=DECISION_LABELS[found.decision] if is_open else "Avslutad",
            responsible=found.responsible or "–",
            measures=of_all(found.measures),
            review=found.review_on.isoformat() if found.review_on and is_open else "–",
            is_late=late,
            is_closed=not is_open,
        )
