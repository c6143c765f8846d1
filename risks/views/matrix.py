"""The risk matrix on a day, the risks behind each of its numbers, and what has moved."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from lib.listing import address
from lib.numbers import NOT_SET
from organisation.access import line_of
from organisation.groups import unit_ids_below
from organisation.models import Unit, User
from organisation.scales import Axis, Scale, risk_scale
from organisation.views import person, role_required
from risks.forms.matrix import MatrixForm
from risks.matrix import (
    Matrix,
    Movement,
    key_of,
    matrices,
    movement,
    movements,
    year_end_before,
)
from risks.models import Risk
from risks.pages import Level, moved
from risks.querysets import READERS
from risks.statistics import Judged, judged_on


@dataclass(frozen=True)
class Line:
    """A risk behind a number."""

    url: str
    code: str
    title: str
    unit: str
    level: Level | None
    moved: str
    decision: str
    responsible: str


@dataclass(frozen=True)
class Worded:
    """A matrix with the words of its steps."""

    matrix: Matrix
    rows: tuple[tuple[str, Any], ...]
    columns: tuple[str, ...]


class Shown:
    """What this person may see of the risks of the day, as the address narrows it."""

    def __init__(self, user: User, query: QueryDict) -> None:
        self.query = query
        reach = line_of(user, *READERS)
        units = Unit.objects.filter(pk__in=reach).values_list("pk", "name")
        self.form = MatrixForm(query, unit=list(units))
        self.form.is_valid()
        wanted = self.form.cleaned_data
        self.day: date = wanted.get("dag") or timezone.localdate()
        risks = Risk.objects.visible_to(user)
        if wanted.get("unit"):
            risks = risks.within(unit_ids_below(wanted["unit"]))
        start = year_end_before(self.day)
        self.open = list(risks.open_on(self.day).select_related("unit", "responsible"))
        self.closed = list(
            risks.filter(closed_on__gt=start, closed_on__lte=self.day).select_related(
                "unit", "responsible"
            )
        )
        ids = [risk.pk for risk in (*self.open, *self.closed)]
        self.now, self.before = judged_on(ids, self.day), judged_on(ids, start)

    @property
    def matrices(self) -> list[Worded]:
        judged = [(risk, self.now[risk.pk]) for risk in self.open if risk.pk in self.now]
        units = {one.scale: risk.unit_id for risk, one in judged}
        return [
            _worded(matrix, units[matrix.scale], self.day)
            for matrix in matrices(one for _, one in judged)
        ]

    @property
    def unjudged(self) -> int:
        return sum(risk.pk not in self.now for risk in self.open)

    @property
    def movements(self) -> list[tuple[Movement, int, str]]:
        open_ids = [risk.pk for risk in self.open]
        found = movements(open_ids, len(self.closed), self.now, self.before)
        return [
            (one, count, address(self.query, ruta="", rorelse=one.value))
            for one, count in found.items()
        ]

    def behind(self) -> tuple[str, list[Line]]:
        """The heading and the risks of the number that has been chosen."""
        key, way = self.query.get("ruta", ""), self.query.get("rorelse", "")
        if key == "none":
            return "Inte bedömda", self._lines(r for r in self.open if r.pk not in self.now)
        if key:
            chosen = [r for r in self.open if r.pk in self.now and key_of(self.now[r.pk]) == key]
            return "Risker i rutan", self._lines(chosen)
        if way == Movement.CLOSED:
            return str(Movement.CLOSED.label), self._lines(self.closed)
        if way in Movement.values:
            moving = [r for r in self.open if self._movement(r) == way]
            return str(Movement(way).label), self._lines(moving)
        return "", []

    def _movement(self, risk: Risk) -> Movement | None:
        return movement(self.now.get(risk.pk), self.before.get(risk.pk))

    def _lines(self, risks: Any) -> list[Line]:
        return [_line(risk, self.now.get(risk.pk), self.before.get(risk.pk)) for risk in risks]


def _line(risk: Risk, now: Judged | None, before: Judged | None) -> Line:
    level = now.level if now else None
    return Line(
        url=reverse("risks:detail", args=[risk.code]),
        code=risk.code,
        title=risk.title,
        unit=risk.unit.name,
        level=Level.of(level, now.zone if now else None),
        moved=moved(level, before.level if before else None),
        decision=risk.get_decision_display(),
        responsible=str(risk.responsible or NOT_SET),
    )


def _worded(matrix: Matrix, unit_id: int, day: date) -> Worded:
    held = risk_scale(unit_id, day)
    scale: Scale = held if held.key == matrix.scale.key else matrix.scale
    rows = tuple((scale.step(Axis.PROBABILITY, row[0].probability), row) for row in matrix.rows)
    steps = range(1, scale.steps + 1)
    columns = tuple(scale.step(Axis.CONSEQUENCE, step) for step in steps)
    return Worded(matrix, rows, columns)


@require_GET
@role_required(*READERS)
def matrix(request: HttpRequest) -> HttpResponse:
    shown = Shown(person(request), request.GET)
    heading, lines = shown.behind()
    context = {
        "filter_form": shown.form,
        "day": shown.day,
        "matrices": shown.matrices,
        "count": len(shown.open),
        "unjudged": shown.unjudged,
        "unjudged_url": address(request.GET, ruta="none", rorelse=""),
        "square_url": address(request.GET, rorelse="", ruta=""),
        "movements": shown.movements,
        "since": year_end_before(shown.day),
        "heading": heading,
        "lines": lines,
    }
    return render(request, "risks/matrix.html", context)
