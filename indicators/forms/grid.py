"""One row of the grid: an outcome whose place is given, without what is seldom filled in."""

from collections.abc import Mapping, Sequence
from typing import Any

from indicators.forms.outcomes import OutcomeForm, parts_of, shown
from indicators.models import Indicator, Observation, ReportingPeriod
from lib.versions import Difference, differing
from organisation.models import Unit

# Typed on the outcome's own page.
ELSEWHERE = ("reported_share", "source", "not_measured")


class GridRowForm(OutcomeForm):
    """`version` is empty for an outcome that is not entered yet."""

    def __init__(
        self,
        data: Any = None,
        *,
        indicator: Indicator,
        unit: Unit,
        year: int,
        period: str,
        existing: Observation | None = None,
        by_sex: Mapping[str, Observation] | None = None,
        history: Sequence[Observation] = (),
        breaks: frozenset[int] = frozenset(),
    ) -> None:
        self._place = unit, year, ReportingPeriod(period)
        self.__dict__["broken_years"] = breaks
        super().__init__(
            data,
            indicator=indicator,
            existing=existing,
            by_sex=by_sex,
            history=history,
            prefix=f"rad{indicator.pk}",
        )
        for name in ELSEWHERE:
            self.fields.pop(name, None)
        self._shorten()

    def _settle_place(self, units: Any) -> None:
        for name in ("unit", "year", "period"):
            del self.fields[name]
        self.fields["version"].required = False

    def _shorten(self) -> None:
        """Without the help that a cell has no room for."""
        for field in self.fields.values():
            field.help_text = ""

    @property
    def has_parts(self) -> bool:
        """They stay as they are, and are changed on the outcome's own page."""
        return False

    def _read_parts(self) -> list[tuple[str, int]]:
        return parts_of(self.existing) if self.existing else []

    @property
    def place(self) -> tuple[Unit, int, ReportingPeriod]:
        return self._place

    @property
    def read_version(self) -> int | None:
        version: int | None = self.cleaned_data.get("version")
        return version

    def compared_with(self, saved: Observation) -> list[Difference]:
        return differing(
            (str(self.fields[name].label), shown(self.cleaned_data[name]), shown(stored))
            for name, stored in ((name, getattr(saved, name)) for name in self.content_names)
        )
