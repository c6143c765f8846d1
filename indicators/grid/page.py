"""What the grid shows: one unit, one period, and every outcome that is to be entered for it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.core.paginator import Paginator

from indicators.due import due
from indicators.forms.grid import GridRowForm
from indicators.grid.rows import Place, Row, is_elsewhere, texts_of
from indicators.locks import lock_of, sentence
from indicators.models import Indicator, Observation, ReportingPeriod, Target
from indicators.statistics import breaks_of, goal_of_year, outcome_of
from organisation.models import Unit, User

# A page is sent whole where there is no JavaScript, and a server takes a thousand fields.
PAGE_SIZE = 60


class GridPage:
    """The number of questions does not depend on the number of rows."""

    def __init__(
        self,
        user: User,
        unit: Unit,
        year: int,
        period: str,
        *,
        number: str = "",
        only: str = "",
    ) -> None:
        """number: of the page. only: the id of one indicator, where its row alone is asked for."""
        self.user, self.unit, self.year, self.period = user, unit, year, ReportingPeriod(period)
        known = set(Indicator.objects.visible_to(user).values_list("pk", flat=True))
        every = [one for one in due([unit.pk], year, period) if one.indicator.pk in known]
        self.count, self.entered = len(every), sum(one.is_entered for one in every)
        self.page = Paginator(every, PAGE_SIZE).get_page(number)
        wanted = [one for one in every if str(one.indicator.pk) == only] if only else self.page
        self.indicators = {one.indicator.pk: one.indicator for one in wanted}
        pks = list(self.indicators)
        lock = lock_of(unit.pk, year, period)
        self.locked = sentence(lock) if lock else ""
        self.history, self.by_sex = self._observations(pks)
        self.breaks = breaks_of(pks)
        self.targets = self._targets(pks)

    def _observations(
        self, pks: Sequence[int]
    ) -> tuple[Mapping[int, list[Observation]], Mapping[int, dict[str, Observation]]]:
        rows = Observation.objects.visible_to(self.user).filter(
            indicator_id__in=pks, unit=self.unit, year__in=(self.year - 1, self.year)
        )
        history: dict[int, list[Observation]] = defaultdict(list)
        by_sex: dict[int, dict[str, Observation]] = defaultdict(dict)
        for row in rows.prefetch_related("parts"):
            if row.sex == Observation.Sex.ALL:
                row.indicator = self.indicators[row.indicator_id]
                history[row.indicator_id].append(row)
            elif (row.year, row.period) == (self.year, self.period):
                by_sex[row.indicator_id][row.sex] = row
        return history, by_sex

    def _targets(self, pks: Sequence[int]) -> Mapping[int, list[Target]]:
        found: dict[int, list[Target]] = defaultdict(list)
        targets = Target.objects.filter(indicator_id__in=pks, unit=self.unit, year=self.year)
        for row in targets:
            found[row.indicator_id].append(row)
        return found

    def rows(self) -> list[Row]:
        return [self.row(pk) for pk in self.indicators]

    def row(self, pk: int) -> Row:
        return Row(self.indicators[pk], self.place(pk))

    def place(self, pk: int) -> Place:
        rows, end = self.history[pk], self.period.last_day(self.year)
        told = {(row.year, row.period): row for row in rows}
        breaks = frozenset(year for year, _ in self.breaks.get(pk, ()))
        last_year = told.get((self.year - 1, self.period))
        earlier = [row for row in rows if _end(row) < end and row is not last_year]
        return Place(
            existing=told.get((self.year, self.period)),
            by_sex=self.by_sex[pk],
            last_year=outcome_of(last_year) if last_year else None,
            earlier=outcome_of(max(earlier, key=_end)) if earlier else None,
            goal=goal_of_year(self.targets[pk], self.year),
            is_new_definition=self.year in breaks,
            locked=bool(self.locked),
        )

    def sent(self, data: Mapping[str, str]) -> Iterator[GridRowForm]:
        """A form for each row that says something else than what is stored."""
        for pk, indicator in self.indicators.items():
            existing = self.place(pk).existing
            if (existing and is_elsewhere(existing)) or not self._is_changed(pk, data):
                continue
            yield self.form(pk, indicator, data)

    def _is_changed(self, pk: int, data: Mapping[str, str]) -> bool:
        place = self.place(pk)
        stored = texts_of(self.indicators[pk], place.existing, place.by_sex)
        return any(
            _plain(data.get(f"rad{pk}-{name}", text)) != _plain(text)
            for name, text in stored.items()
            if name != "version"
        )

    def form(self, pk: int, indicator: Indicator, data: Mapping[str, str]) -> GridRowForm:
        return GridRowForm(
            data,
            indicator=indicator,
            unit=self.unit,
            year=self.year,
            period=self.period,
            existing=self.place(pk).existing,
            by_sex=self.by_sex[pk],
            history=self.history[pk],
            breaks=frozenset(year for year, _ in self.breaks.get(pk, ())),
        )


def _end(row: Observation) -> date:
    return ReportingPeriod(row.period).last_day(row.year)


def _plain(text: str) -> str:
    return str(text).replace("\r\n", "\n").strip()
