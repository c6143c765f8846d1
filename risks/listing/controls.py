"""The list of controls, its rows ready to print."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from lib.numbers import NOT_SET
from risks.forms.filters import NEVER, ControlFilterForm
from risks.listing.base import BY_CODE, Listing, count_measures, names_of, of_all
from risks.models import Control, ControlResult, Risk, Verdict
from risks.pages import VERDICT_LABELS, VERDICT_TONES, outcome, threshold
from risks.schedule import next_due
from risks.statistics import newest_results


@dataclass(frozen=True)
class FoundControl:
    """One control with its newest result."""

    control: Control
    result: ControlResult | None
    due: date | None
    responsible: str
    risks: tuple[str, ...]
    measures: tuple[int, int] | None


@dataclass(frozen=True)
class ControlRow:
    """One control, as text."""

    url: str
    code: str
    title: str
    unit: str
    area: str
    risks: str
    frequency: str
    threshold: str
    responsible: str
    last: str
    outcome: str
    verdict: str
    tone: str
    measures: str
    due: str
    is_late: bool


class ControlListing(Listing[FoundControl, ControlRow]):
    sorts = {
        "code": BY_CODE,
        "title": ("title",),
        "area": ("service_area__order", "order"),
        "last": ("last_on",),
    }
    first_sort = "area"
    form_class = ControlFilterForm

    def _narrowed(self) -> QuerySet[Any]:
        visible: QuerySet[Any] = Control.objects.visible_to(self.user).with_last()
        controls = self._common(visible)
        verdict = self.wanted.get("outcome")
        if verdict == NEVER:
            controls = controls.filter(last_on__isnull=True)
        elif verdict:
            controls = controls.filter(last_verdict=verdict)
        if self.wanted.get("due"):
            controls = controls.filter(pk__in=self._due(controls))
        return controls

    def _due(self, controls: QuerySet[Any]) -> list[int]:
        return [control.pk for control in controls if next_due(control) <= self.today]

    def read(self, rows: Any) -> list[FoundControl]:
        known = Prefetch("risks", Risk.objects.visible_to(self.user).order_by(*BY_CODE))
        controls = list(rows.prefetch_related(known))
        ids = [control.pk for control in controls]
        people = names_of([control.responsible_id for control in controls])
        results = newest_results(ids)
        measures = count_measures(Control.measures.through, "control_id", ids)
        return [
            FoundControl(
                control=control,
                result=results.get(control.pk),
                due=self._next(control),
                responsible=people.get(control.responsible_id, ""),
                risks=tuple(risk.code for risk in control.risks.all()),
                measures=measures.get(control.pk),
            )
            for control in controls
        ]

    def _next(self, control: Any) -> date | None:
        if control.closed_on and control.closed_on <= self.today:
            return None
        return next_due(control)

    def row(self, found: FoundControl) -> ControlRow:
        control, result, due = found.control, found.result, found.due
        return ControlRow(
            url=reverse("controls:detail", args=[control.code]),
            code=control.code,
            title=control.title,
            unit=self.units[control.unit_id],
            area=self.areas.get(control.service_area_id or 0, NOT_SET),
            risks=", ".join(found.risks) or NOT_SET,
            frequency=control.get_frequency_display(),
            threshold=threshold(control) or NOT_SET,
            responsible=found.responsible or NOT_SET,
            last=result.carried_out_on.isoformat() if result else NOT_SET,
            outcome=outcome(result, control) if result else "",
            verdict=VERDICT_LABELS[result.verdict] if result else "Inte genomförd",
            tone=VERDICT_TONES[Verdict(result.verdict)] if result else "new",
            measures=of_all(found.measures),
            due=due.isoformat() if due else "Upphörd",
            is_late=due is not None and due < self.today,
        )
