"""What a figure or a block is counted over: the report's own unit, period and protection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from deviations.statistics import Period
from organisation.groups import Group, sections_of, whole
from organisation.models import Unit
from organisation.policies import SmallNumbers, small_numbers
from qualityreport.models import Report


@dataclass(frozen=True)
class Scope:
    unit: Unit
    period: Period
    policy: SmallNumbers

    @classmethod
    def of(cls, report: Report) -> Scope:
        period = Period.of(report.year, report.as_of)
        policy = small_numbers(report.unit_id, report.audience, report.as_of)
        return cls(report.unit, period, policy)

    @cached_property
    def whole(self) -> Group:
        return whole(self.unit)

    @cached_property
    def groups(self) -> Sequence[Group]:
        return sections_of(self.unit, self.period.end)

    @property
    def units(self) -> frozenset[int]:
        return self.whole.unit_ids

    def year(self, year: int) -> Scope:
        return replace(self, period=self.period.years_back(self.period.year - year))

    def within(self, unit: Unit) -> Scope:
        return replace(self, unit=unit)

    def shows(self, count: int) -> bool:
        return self.policy.shows_count(count, self.unit.level)
