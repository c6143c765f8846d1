"""Risks and controls as they stood on a day. One query each, whatever their number."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lib.numbers import percent
from lib.periods import Period
from measures import statistics as measures
from measures.statistics import MeasureState
from organisation.scales import Scale, Zone
from risks.models import Control, ControlResult, Risk, RiskAssessment, RiskComment

NO_AREA = ""


@dataclass(frozen=True)
class Judged:
    """A risk's level as judged last on or before the day."""

    on: date
    probability: int
    consequence: int
    level: int
    zone: Zone
    scale: Scale
    comment: str


@dataclass(frozen=True)
class RiskState:
    pk: int
    code: str
    title: str
    consequence: str
    unit: str
    area: str
    judged: Judged | None
    before: Judged | None  # as it was judged at the end of the year before
    is_open: bool
    closed_because: str
    measures: tuple[MeasureState, ...]
    controls: tuple[str, ...]  # the titles of those that watch it
    decision: str
    has_owner: bool
    year_comment: str  # of the report's year


@dataclass(frozen=True)
class ControlState:
    """A control with its newest result in the period; without one, `carried_out_on` is None.

    A result stands with the threshold that it was judged by.
    """

    pk: int
    code: str
    title: str
    unit: str
    area: str
    unit_level: str
    measured: str
    threshold: Decimal | None
    better: str
    risks: tuple[str, ...]  # codes
    carried_out_on: date | None
    numerator: int | None
    denominator: int | None
    count: int | None
    reported_share: Decimal | None
    source: str
    comment: str
    verdict: str
    motive: str
    measures: tuple[MeasureState, ...]

    def percent(self, decimals: int = 0) -> Decimal | None:
        """From whole numbers; None where the share was only reported, or there is none."""
        if self.numerator is None or self.denominator is None:
            return None
        return percent(self.numerator, self.denominator, decimals)


def risks(units: Collection[int], period: Period) -> tuple[RiskState, ...]:
    """Those that were open some time in the period, in the register's own order."""
    found = list(
        Risk.objects.within(units)
        .filter(opened_on__lte=period.end)
        .exclude(closed_on__lt=period.start)
        .select_related("unit", "service_area")
    )
    ids = [risk.pk for risk in found]
    now = judged_on(ids, period.end)
    before = judged_on(ids, period.start - date.resolution)
    said = _comments_of(ids, period.year)
    links = Risk.measures.through.objects.filter(risk_id__in=ids)
    owned = measures.by_owner(links, "risk_id", period.end)
    controls = _titles_of_controls(ids, period.end)
    return tuple(
        _risk_state(
            risk,
            period.end,
            judged=now.get(risk.pk),
            before=before.get(risk.pk),
            measures=tuple(owned[risk.pk]),
            controls=tuple(controls[risk.pk]),
            year_comment=said.get(risk.pk, ""),
        )
        for risk in found
    )


def _risk_state(risk: Risk, on: date, **found: Any) -> RiskState:
    """found: what was read of all risks at once."""
    return RiskState(
        pk=risk.pk,
        code=risk.code,
        title=risk.title,
        consequence=risk.consequence,
        unit=risk.unit.name,
        area=risk.service_area.name if risk.service_area else NO_AREA,
        is_open=risk.is_open_on(on),
        closed_because="" if risk.is_open_on(on) else risk.closed_because,
        decision=risk.decision,
        has_owner=risk.responsible_id is not None,
        **found,
    )


def _comments_of(risk_ids: Collection[int], year: int) -> dict[int, str]:
    """Risk id → the newest comment of the year."""
    rows = RiskComment.objects.filter(risk_id__in=risk_ids, year=year).order_by("pk")
    return dict(rows.values_list("risk_id", "text"))


def judged_on(risk_ids: Collection[int], on: date) -> dict[int, Judged]:
    """Risk id → its newest residual assessment on or before the day."""
    rows = RiskAssessment.objects.filter(
        risk_id__in=risk_ids, kind=RiskAssessment.Kind.RESIDUAL, assessed_on__lte=on
    )
    return {
        row.risk_id: Judged(
            on=row.assessed_on,
            probability=row.probability,
            consequence=row.consequence,
            level=row.level,
            zone=row.zone,
            scale=row.scale,
            comment=row.comment,
        )
        for row in rows.order_by("assessed_on", "pk")
    }


def _titles_of_controls(risk_ids: Collection[int], on: date) -> Mapping[int, list[str]]:
    """Those that held on the day, in the register's order. Sorted before they are linked: SQLite
    takes seconds to sort the links of 5,000 risks by another table."""
    held = dict(Control.objects.open_on(on).order_by("order", "code").values_list("pk", "title"))
    links: dict[int, list[int]] = defaultdict(list)
    pairs = Control.risks.through.objects.filter(risk_id__in=risk_ids)
    for control_id, risk_id in pairs.values_list("control_id", "risk_id"):
        links[control_id].append(risk_id)
    titles: dict[int, list[str]] = defaultdict(list)
    for control_id, title in held.items():
        for risk_id in links[control_id]:
            titles[risk_id].append(title)
    return titles


def controls(units: Collection[int], period: Period) -> tuple[ControlState, ...]:
    """Those that held some time in the period, with the newest result of the period."""
    found = list(
        Control.objects.within(units)
        .filter(opened_on__lte=period.end)
        .exclude(closed_on__lt=period.start)
        .select_related("unit", "service_area")
        .prefetch_related("risks")
    )
    ids = [control.pk for control in found]
    results = newest_results(ids, period)
    links = Control.measures.through.objects.filter(control_id__in=ids)
    owned = measures.by_owner(links, "control_id", period.end)
    return tuple(
        _control_state(control, results.get(control.pk), owned[control.pk]) for control in found
    )


def newest_results(
    control_ids: Collection[int], period: Period | None = None
) -> dict[int, ControlResult]:
    """Control id → its newest result, of the period; what has been corrected does not count."""
    rows = ControlResult.objects.filter(control_id__in=control_ids, replaced_by__isnull=True)
    if period:
        rows = rows.filter(carried_out_on__range=(period.start, period.end))
    return {row.control_id: row for row in rows.order_by("carried_out_on", "pk")}


def _control_state(
    control: Control, result: ControlResult | None, owned: Iterable[MeasureState]
) -> ControlState:
    return ControlState(
        pk=control.pk,
        code=control.code,
        title=control.title,
        unit=control.unit.name,
        unit_level=control.unit.level,
        area=control.service_area.name if control.service_area else NO_AREA,
        measured=control.measured,
        threshold=result.threshold if result else control.threshold,
        better=result.better if result else control.better,
        risks=tuple(risk.code for risk in control.risks.all()),
        carried_out_on=result.carried_out_on if result else None,
        numerator=result.numerator if result else None,
        denominator=result.denominator if result else None,
        count=result.count if result else None,
        reported_share=result.reported_share if result else None,
        source=result.source if result else "",
        comment=result.comment if result else "",
        verdict=result.verdict if result else "",
        motive=result.motive if result else "",
        measures=tuple(owned),
    )


State = RiskState | ControlState


def measures_of(states: Iterable[State]) -> tuple[MeasureState, ...]:
    """Each measure once, however many risks and controls share it."""
    return tuple({measure.pk: measure for s in states for measure in s.measures}.values())
