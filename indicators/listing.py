"""The list of indicators: one row per indicator and the topmost unit with an outcome."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from indicators.forms import IndicatorFilterForm
from indicators.models import Indicator, Observation, Target
from indicators.querysets import READERS, IndicatorQuerySet
from indicators.statistics import (
    Goal,
    Outcome,
    breaks_of,
    goal_of_year,
    outcome_of,
    topmost,
)
from indicators.verdict import Verdict, verdict
from indicators.words import (
    TONES,
    exact_note,
    goal_text,
    of_whole,
    period_label,
    written,
)
from lib.listing import address
from lib.numbers import NOT_SET
from organisation.access import access_of, line_of
from organisation.models import ServiceArea, Unit, UnitClosure, User

PAGE_SIZE = 100
SORTS = ("area", "code", "name", "status")
# What needs a look first.
WORST_FIRST = (
    Verdict.NOT_MET,
    Verdict.PARTLY,
    Verdict.UNDECIDED,
    Verdict.NO_TARGET,
    Verdict.MET,
)
ALPHABET = str.maketrans("åäö", "{|}")  # after z, in the order of the alphabet


@dataclass(frozen=True)
class Found:
    """An indicator at a unit, as plain values."""

    indicator: Indicator
    unit: str
    unit_id: int
    outcome: Outcome | None
    goal: Goal | None
    verdict: Verdict

    @property
    def area(self) -> str:
        return self.indicator.service_area.name if self.indicator.service_area else ""

    @property
    def is_missing(self) -> bool:
        return self.outcome is None or self.outcome.number() is None


@dataclass(frozen=True)
class Beside:
    """What an outcome at a unit is judged by."""

    unit_id: int
    targets: list[Target]
    before: Outcome | None


@dataclass(frozen=True)
class Row:
    """An indicator, as text."""

    url: str
    code: str
    name: str
    unit: str
    ended: str
    area: str
    outcome: str
    counts: str
    period: str
    goal: str
    status: str
    tone: str


class Listing:
    def __init__(self, user: User, query: QueryDict) -> None:
        self.user, self.query = user, query
        self.units = dict(Unit.objects.values_list("pk", "name"))
        areas = ServiceArea.objects.filter(unit_id__in=line_of(user, *READERS))
        self.form = IndicatorFilterForm(
            query, unit=self._unit_choices(), area=areas.values_list("pk", "name")
        )
        self.form.is_valid()
        self.wanted: dict[str, Any] = self.form.cleaned_data
        self.sort = query.get("sort", "") if query.get("sort", "") in SORTS else "area"
        self.descending = query.get("order") == "desc"
        self.found = self._ordered(self._narrowed())

    def _unit_choices(self) -> list[tuple[int, str]]:
        reach = access_of(self.user).unit_ids(*READERS)
        return [(pk, name) for pk, name in self.units.items() if pk in reach]

    @property
    def filtered(self) -> bool:
        return any(self.wanted.values())

    def _narrowed(self) -> list[Found]:
        below = self._below(self.wanted.get("unit"))
        indicators = list(self._indicators(Indicator.objects.visible_to(self.user), below))
        newest = self._newest([indicator.pk for indicator in indicators], below)
        targets, before = _targets(indicators), self._before(newest)
        found = [
            self._found(
                indicator,
                outcome,
                Beside(
                    unit_id, targets[indicator.pk, unit_id], before.get((indicator.pk, unit_id))
                ),
            )
            for indicator in indicators
            for unit_id, outcome in _places(indicator, newest)
        ]
        return [row for row in found if row.is_missing] if self.wanted.get("missing") else found

    def _below(self, unit_id: int | None) -> list[int] | None:
        if not unit_id:
            return None
        rows = UnitClosure.objects.filter(ancestor_id=unit_id)
        return list(rows.values_list("descendant_id", flat=True))

    def _indicators(
        self, indicators: IndicatorQuerySet, below: list[int] | None
    ) -> IndicatorQuerySet:
        wanted = self.wanted
        if below is not None:
            reporting = Observation.objects.visible_to(self.user).filter(unit_id__in=below)
            has_outcome = Q(pk__in=reporting.values("indicator_id"))
            indicators = indicators.filter(Q(unit_id__in=below) | has_outcome)
        if wanted.get("area"):
            indicators = indicators.filter(service_area_id=wanted["area"])
        if wanted.get("q"):
            # Not icontains: SQLite folds no å, ä and ö.
            words = re.escape(wanted["q"])
            indicators = indicators.filter(Q(name__iregex=words) | Q(code__iregex=words))
        year = wanted.get("year")
        if year:
            indicators = indicators.filter(first_year__lte=year)
        if year or not wanted.get("ended"):
            # Last year's outcome may still be on its way.
            still = Q(last_year__gte=year or timezone.localdate().year - 1)
            indicators = indicators.filter(Q(last_year=None) | still)
        return indicators.select_related("service_area")

    def _newest(
        self, indicator_ids: list[int], below: list[int] | None
    ) -> Mapping[int, dict[int, Outcome]]:
        """By indicator, the outcomes of the units that speak for themselves."""
        rows = Observation.objects.visible_to(self.user).filter(indicator_id__in=indicator_ids)
        if below is not None:
            rows = rows.filter(unit_id__in=below)
        if year := self.wanted.get("year"):
            rows = rows.filter(year=year)
        places = {
            (row.indicator_id, row.unit_id): outcome_of(row)
            for row in rows.newest().prefetch_related("parts")
        }
        speaking = topmost(places)
        newest: dict[int, dict[int, Outcome]] = defaultdict(dict)
        for (indicator_id, unit_id), outcome in places.items():
            if (indicator_id, unit_id) in speaking:
                newest[indicator_id][unit_id] = outcome
        return newest

    def _before(
        self, newest: Mapping[int, dict[int, Outcome]]
    ) -> Mapping[tuple[int, int], Outcome]:
        """Of each the same period of the year before, where the definition was the same."""
        told = {(pk, unit): one for pk, units in newest.items() for unit, one in units.items()}
        breaks = breaks_of(newest)
        rows = Observation.objects.visible_to(self.user).filter(
            indicator_id__in=list(newest),
            year__in={one.year - 1 for one in told.values()},
            sex=Observation.Sex.ALL,
        )
        found = {}
        for row in rows.prefetch_related("parts"):
            now = told.get((row.indicator_id, row.unit_id))
            new = {year for year, _ in breaks.get(row.indicator_id, ())}
            if now and (row.year + 1, row.period) == (now.year, now.period) and now.year not in new:
                found[row.indicator_id, row.unit_id] = outcome_of(row)
        return found

    def _found(self, indicator: Indicator, outcome: Outcome | None, beside: "Beside") -> Found:
        year = outcome.year if outcome else self.wanted.get("year") or timezone.localdate().year
        goal = goal_of_year(beside.targets, year)
        judged = verdict(indicator, outcome, goal, beside.before)
        unit = self.units[beside.unit_id]
        return Found(indicator, unit, beside.unit_id, outcome, goal, judged)

    def _ordered(self, found: list[Found]) -> list[Found]:
        if self.sort != "area":
            found = sorted(found, key=KEYS[self.sort])
        return found[::-1] if self.descending else found

    def page(self) -> Any:
        return Paginator(self.found, PAGE_SIZE).get_page(self.query.get("sida"))

    def address(self, **changes: str) -> str:
        return address(self.query, **changes)

    def rows(self, found: Iterable[Found]) -> list[Row]:
        return [self._row(one) for one in found]

    def _row(self, found: Found) -> Row:
        indicator, outcome = found.indicator, found.outcome
        ended = indicator.last_year
        shown = written(outcome, indicator.measured, indicator.decimals) if outcome else NOT_SET
        url = reverse("indicators:detail", args=[indicator.code])
        return Row(
            url=f"{url}?enhet={found.unit_id}",
            code=indicator.code,
            name=indicator.name,
            unit=found.unit,
            ended=f"Följdes till och med {ended}" if ended else "",
            area=found.area or "–",
            outcome=shown,
            counts=_counts(found),
            period=period_label(outcome.year, outcome.period) if outcome else "Inget utfall",
            goal=goal_text(found.goal, indicator.measured),
            status=found.verdict.label,
            tone=TONES[found.verdict],
        )


def _counts(found: Found) -> str:
    outcome = found.outcome
    if outcome is None:
        return ""
    exact = exact_note(found.indicator, outcome, found.goal)
    return ", ".join(filter(None, (outcome.no_data, of_whole(outcome), exact)))


def _places(
    indicator: Indicator, newest: Mapping[int, dict[int, Outcome]]
) -> list[tuple[int, Outcome | None]]:
    """Where it has outcomes; else where it belongs."""
    return [*newest.get(indicator.pk, {}).items()] or [(indicator.unit_id, None)]


def _targets(indicators: Iterable[Indicator]) -> Mapping[tuple[int, int], list[Target]]:
    rows: dict[tuple[int, int], list[Target]] = defaultdict(list)
    pks = [indicator.pk for indicator in indicators]
    for target in Target.objects.filter(indicator_id__in=pks).order_by("year"):
        rows[target.indicator_id, target.unit_id].append(target)
    return rows


def alphabetical(text: str) -> str:
    return text.lower().translate(ALPHABET)


KEYS: Mapping[str, Any] = {
    "code": lambda found: alphabetical(found.indicator.code),
    "name": lambda found: alphabetical(found.indicator.name),
    "status": lambda found: WORST_FIRST.index(found.verdict),
}
