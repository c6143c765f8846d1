"""The page of one indicator at one unit: rows, chart and history as text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from indicators.aims import Settled, settled
from indicators.changes import change_text
from indicators.kolada.pages import comparison_rows as kolada_rows
from indicators.kolada.reading import peers_of
from indicators.locks import locked_places
from indicators.models import (
    CollectionPlan,
    Comparison,
    Indicator,
    Observation,
    ObservationRevision,
    ReportingPeriod,
    Target,
)
from indicators.querysets import READERS
from indicators.series import Finding, findings
from indicators.statistics import Goal, Outcome, goal_of, goal_of_year, outcome_of
from indicators.verdict import verdict
from indicators.words import (
    NOT_IN_REPORTS,
    TONES,
    as_set,
    exact_note,
    goal_text,
    in_one,
    listed,
    written,
)
from lib.charts import alt_text, data_uri, svg
from lib.numbers import NOT_SET, format_integer
from lib.sentences import REPORTED
from organisation.access import line_of
from organisation.models import SmallNumberPolicy, Unit, User
from organisation.policies import LEVELS, small_numbers

CHARTED = 8  # periods that fit side by side
QUALITIES = dict(Observation.Quality.choices)
PEERS_BACK = 2  # years that Kolada may lag behind before its figures are another time's


@dataclass(frozen=True)
class Row:
    """An outcome, as text. `notes` stand under the figure, each a line."""

    period: str
    numerator: str
    denominator: str
    outcome: str
    change: str
    forecast: str
    notes: tuple[str, ...]
    milestone: str
    long_term: str
    long_term_year: str
    status: str
    tone: str
    comment: str
    edit_url: str
    is_locked: bool


@dataclass(frozen=True)
class Picture:
    title: str
    image: str
    alt: str


class SeriesPage:
    def __init__(self, user: User, indicator: Indicator, wanted: str) -> None:
        self.indicator, self.user = indicator, user
        visible = Observation.objects.visible_to(user).filter(indicator=indicator)
        self.units = _reporting_units(visible, indicator)
        self.unit = next((unit for unit in self.units if str(unit.pk) == wanted), self.units[0])
        rows = visible.filter(unit=self.unit).select_related("indicator")
        self.observations = sorted(rows.prefetch_related("parts"), key=_when)
        self.totals = [row for row in self.observations if row.sex == Observation.Sex.ALL]
        known = indicator.targets.filter(unit_id__in=line_of(user, *READERS))
        self.all_targets = list(known.select_related("unit"))
        self.targets = [one for one in self.all_targets if one.unit_id == self.unit.pk]
        self.by_sex = _by_sex(self.observations)
        editable = Observation.objects.editable_by(user).filter(unit=self.unit)
        self.editable = set(editable.filter(indicator=indicator).values_list("pk", flat=True))
        self.minimum_base = _minimum_base(indicator, self.unit)
        self.breaks = list(indicator.breaks.all())
        self.broken = frozenset(row.from_year for row in self.breaks)
        self.outcomes = {(row.year, row.period): outcome_of(row) for row in self.totals}
        self.lock_by_period = locked_places([self.unit.pk])

    @property
    def goal_heading(self) -> str:
        """As the organisation calls what it aims at in a year."""
        kinds = {target.kind for target in self.targets}
        return "Årsmål" if Target.Kind.ANNUAL in kinds else "Etappmål"

    @property
    def has_long_term(self) -> bool:
        return any(target.kind == Target.Kind.LONG_TERM for target in self.targets)

    @property
    def tabs(self) -> list[dict[str, Any]]:
        url = reverse("indicators:detail", args=[self.indicator.code])
        return [
            {"name": unit.name, "url": f"{url}?enhet={unit.pk}", "current": unit == self.unit}
            for unit in self.units
        ]

    def rows(self) -> list[Row]:
        """Newest first."""
        return [self._row(row) for row in reversed(self.totals)]

    def goal(self, year: int) -> Goal | None:
        return goal_of_year(self.targets, year)

    def _row(self, row: Observation) -> Row:
        indicator, outcome = self.indicator, outcome_of(row)
        goal = self.goal(row.year)
        long_term = goal_of(self.targets, Target.Kind.LONG_TERM, row.year, 9999)
        before = self.outcomes.get((row.year - 1, row.period))
        judged = verdict(indicator, outcome, goal, None if row.year in self.broken else before)
        is_locked = (row.unit_id, row.year, row.period) in self.lock_by_period
        edit_url = reverse("indicators:outcome", args=[indicator.code, row.pk])
        return Row(
            period=outcome.label,
            numerator=format_integer(row.numerator),
            denominator=format_integer(row.denominator),
            outcome=self._amount(outcome),
            change=change_text(indicator, before, outcome, self.broken) or NOT_SET,
            forecast=_forecast(indicator, outcome),
            notes=tuple(self._notes(row, outcome)),
            milestone=goal_text(goal, indicator.measured),
            long_term=goal_text(long_term, indicator.measured),
            long_term_year=str(long_term.year) if long_term else "",
            status=judged.label,
            tone=TONES[judged],
            comment=row.comment,
            edit_url=edit_url if row.pk in self.editable and not is_locked else "",
            is_locked=is_locked,
        )

    def _amount(self, outcome: Outcome) -> str:
        indicator = self.indicator
        return written(outcome, indicator.measured, indicator.decimals)

    @property
    def has_forecasts(self) -> bool:
        return any(row.forecast is not None for row in self.totals)

    def settled(self) -> tuple[Settled, ...]:
        """Targets that are out of reach, or reached before their year."""
        return settled(self.indicator, self.targets, list(self.outcomes.values()), self.broken)

    def _notes(self, row: Observation, outcome: Outcome) -> Iterable[str]:
        if outcome.no_data:
            yield outcome.no_data
        if row.quality:
            yield f"{row.get_quality_display()} uppgift"
        if row.year == self.indicator.first_year:
            yield "följs för första gången"
        if row.year in self.broken:
            yield "ny definition"
        if not _sexes_make_the_whole(row, self.by_sex[row.year, row.period]):
            yield "summan efter kön stämmer inte med totalen"
        if exact := exact_note(self.indicator, outcome, self.goal(row.year)):
            yield exact
        if outcome.reported_share is not None:
            yield f"{REPORTED}: {outcome.source}"
        if outcome.denominator is not None and outcome.denominator < self.minimum_base:
            yield NOT_IN_REPORTS
        for one in self.by_sex[row.year, row.period]:
            counts = in_one(outcome_of(one), self.indicator.measured, self.indicator.decimals)
            yield f"{one.get_sex_display()}: {counts}"
        if outcome.parts:
            yield listed(outcome.parts)
        if outcome.not_measured:
            yield f"bortfall {format_integer(outcome.not_measured)}"

    def chart(self) -> Picture | None:
        """One column says nothing that the table does not."""
        shown = [outcome_of(row) for row in self.totals][-CHARTED:]
        numbers = [outcome.number(self.indicator.decimals) for outcome in shown]
        if sum(number is not None for number in numbers) < 2:
            return None
        goals = [self.goal(outcome.year) for outcome in shown]
        series = [{"name": "Utfall", "values": [_drawn(number) for number in numbers]}]
        if any(goal and goal.value is not None for goal in goals):
            values = [_drawn(goal.value) if goal else None for goal in goals]
            series.append({"name": self.goal_heading, "values": values})
        title = f"{self.indicator.code}, {self.unit}"
        labels = [outcome.label for outcome in shown]
        years = [outcome.year for outcome in shown]
        return picture(
            title,
            self.indicator.get_measured_display(),
            labels,
            series,
            breaks=[years.index(year) for year in _first_after(self.broken, years)],
        )

    # Beside the series ------------------------------------------------------------------------

    def target_rows(self, may_define: bool) -> list[dict[str, str]]:
        return [self._target_row(target, may_define) for target in self.all_targets]

    def _target_row(self, target: Target, may_define: bool) -> dict[str, str]:
        url = reverse("indicators:target", args=[self.indicator.code, target.pk])
        goal = Goal(target.year, target.value, target.text)
        return {
            "name": f"{target.get_kind_display()} {target.year}",
            "unit": target.unit.name,
            "text": goal_text(goal, self.indicator.measured),
            "url": url if may_define else "",
        }

    def comparison_rows(self, may_define: bool) -> list[dict[str, Any]]:
        """Newest first, with what we had the same year; what is typed speaks before Kolada."""
        ours = {
            row.year: self._amount(outcome_of(row)) for row in self.totals if row.period == "VB"
        }
        typed = list(self.indicator.comparisons.all())
        rows = [self._comparison(row, ours, may_define) for row in typed]
        known = [(row.with_whom, row.year) for row in typed]
        rows += kolada_rows(self.indicator, known, ours)
        return sorted(rows, key=lambda row: (-row["year"], row["name"]))

    def _comparison(
        self, row: Comparison, ours: Mapping[int, str], may_define: bool
    ) -> dict[str, Any]:
        url = reverse("indicators:comparison", args=[self.indicator.code, row.pk])
        value = as_set(row.value, self.indicator.measured) if row.value is not None else ""
        return {
            "year": row.year,
            "name": str(row),
            "text": ", ".join(filter(None, (value, row.text))),
            "source": row.source,
            "ours": ours.get(row.year, ""),
            "url": url if may_define else "",
        }

    def findings(self) -> tuple[Finding, ...]:
        """What the series says of itself."""
        outcomes = list(self.outcomes.values())
        newest = outcomes[-1].year if outcomes else timezone.localdate().year
        peers = peers_of([self.indicator.pk], range(newest - PEERS_BACK, newest + 1))
        return findings(
            self.indicator,
            outcomes,
            self.minimum_base,
            breaks=self.broken,
            peers=peers.get(self.indicator.pk),
        )

    def break_rows(self, may_define: bool) -> list[dict[str, str]]:
        return [
            {
                "year": str(row.from_year),
                "what": row.what,
                "who": f"{row.made_by_name}, {timezone.localdate(row.recorded_at):%Y-%m-%d}",
                "url": self._own_url("break_remove", row.pk) if may_define else "",
            }
            for row in self.breaks
        ]

    def plan_rows(self) -> list[dict[str, str]]:
        """Who is to enter what, in the order of the units."""
        rows = self.indicator.plan.select_related("unit", "responsible")
        ordered = sorted(rows, key=lambda row: (row.unit.order, row.unit.name, _last_month(row)))
        return [
            {
                "unit": row.unit.name,
                "period": ReportingPeriod(row.period).in_full,
                "who": str(row.responsible or "Enhetens chef"),
                "url": self._own_url("plan_remove", row.pk),
            }
            for row in ordered
        ]

    def _own_url(self, name: str, pk: int) -> str:
        return reverse(f"indicators:{name}", args=[self.indicator.code, pk])

    def revisions(self) -> list[dict[str, Any]]:
        """What outcomes said before, newest first: who changed them, and when."""
        pks = [row.pk for row in self.observations]
        rows = ObservationRevision.objects.filter(observation_id__in=pks)
        return [self._revision(row) for row in rows.select_related("observation", "replaced_by")]

    def _revision(self, row: ObservationRevision) -> dict[str, Any]:
        of = row.observation
        sex = "" if of.sex == Observation.Sex.ALL else f", {of.get_sex_display().lower()}"
        stood = Outcome(
            year=of.year,
            period=of.period,
            numerator=row.numerator,
            denominator=row.denominator,
            value=row.value,
            reported_share=row.reported_share,
            source=row.source,
            no_data=row.no_data,
            not_measured=row.not_measured,
            comment=row.comment,
            parts=tuple((name, count) for name, count in row.parts),
            forecast=row.forecast,
            quality=row.quality,
        )
        return {
            "label": f"{stood.label}{sex}",
            "said": in_one(stood, self.indicator.measured, self.indicator.decimals),
            "parts": listed(stood.parts),
            "forecast": _forecast(self.indicator, stood),
            "quality": QUALITIES.get(row.quality, ""),
            "comment": row.comment,
            "who": str(row.replaced_by or ""),
            "at": row.replaced_at,
        }


def _reporting_units(visible: Any, indicator: Indicator) -> list[Unit]:
    """Those with outcomes, the topmost first; without any, the indicator's own."""
    with_outcomes = Unit.objects.filter(pk__in=visible.values("unit_id"))
    return sorted(with_outcomes, key=lambda unit: LEVELS.index(Unit.Level(unit.level))) or [
        indicator.unit
    ]


def _when(row: Observation) -> tuple[int, int, str]:
    return row.year, ReportingPeriod(row.period).last_month, row.period


def _by_sex(rows: Sequence[Observation]) -> Mapping[tuple[int, str], list[Observation]]:
    found: dict[tuple[int, str], list[Observation]] = defaultdict(list)
    for row in rows:
        if row.sex != Observation.Sex.ALL:
            found[row.year, row.period].append(row)
    return found


def _minimum_base(indicator: Indicator, unit: Unit) -> int:
    """The municipality's rule for the board, which an indicator can only make stricter."""
    rule = small_numbers(unit.pk, SmallNumberPolicy.Audience.BOARD, timezone.localdate())
    return max(rule.minimum_base, indicator.minimum_base or 0)


def _forecast(indicator: Indicator, outcome: Outcome) -> str:
    if outcome.forecast is None:
        return ""
    return as_set(outcome.forecast, indicator.measured)


def _sexes_make_the_whole(row: Observation, by_sex: Sequence[Observation]) -> bool:
    """Where all are known: days and kronor per person are not added up."""
    names = {"share": ("numerator", "denominator"), "count": ("value",)}
    for name in names.get(row.indicator.measured, ()) if by_sex else ():
        told = [getattr(one, name) for one in by_sex]
        if getattr(row, name) is not None and sum(filter(None, told)) != getattr(row, name):
            return False
    return True


def _first_after(broken: Iterable[int], years: Sequence[int]) -> list[int]:
    """Of each new definition the first year shown that has it, where an older one is shown too."""
    found = (min((year for year in years if year >= one), default=None) for one in broken)
    return sorted({year for year in found if year is not None and year != years[0]})


def _last_month(row: CollectionPlan) -> int:
    return ReportingPeriod(row.period).last_month


def _drawn(number: Any) -> float | None:
    return None if number is None else float(number)


def picture(
    title: str,
    unit: str,
    categories: Sequence[str],
    series: Sequence[Mapping[str, Any]],
    breaks: Sequence[int] = (),
) -> Picture:
    """Drawn as in a report, and said in words."""
    chart: dict[str, Any] = {
        "kind": "grouped",
        "title": title,
        "categories": categories,
        "series": series,
        "unit": unit,
    }
    if breaks:
        chart["breaks"] = list(breaks)
    return Picture(f"{title}, {unit}", data_uri(svg(chart)), alt_text(chart))
