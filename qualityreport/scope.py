"""What a figure or a block is counted over: the report's own unit, period and protection."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from django.utils import timezone

from lib.periods import Period
from organisation.groups import Group, sections_of, whole
from organisation.models import Unit
from organisation.policies import SmallNumbers, small_numbers
from qualityreport.models import Report

Counted = TypeVar("Counted")


@dataclass(frozen=True)
class Scope:
    unit: Unit
    period: Period
    policy: SmallNumbers
    # Whose improvement areas and answers are meant; nothing is counted by it.
    report_id: int = 0
    # Shared with the scopes that are narrowed from this one.
    memory: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, report: Report) -> Scope:
        period = Period.of(report.year, report.as_of)
        policy = small_numbers(report.unit_id, report.audience, report.as_of)
        return cls(report.unit, period, policy, report.pk)

    def counted(self, count: Callable[..., Counted], *arguments: Hashable) -> Counted:
        """Each figure is counted once per report: no table can disagree with another, or a text."""
        key = (count, *arguments)
        if key not in self.memory:
            self.memory[key] = count(*arguments)
        found: Counted = self.memory[key]
        return found

    @property
    def whole(self) -> Group:
        return self.counted(whole, self.unit)

    @property
    def groups(self) -> Sequence[Group]:
        return self.counted(sections_of, self.unit, self.period.end, self.period.start)

    @property
    def units(self) -> frozenset[int]:
        return self.whole.unit_ids

    def year(self, year: int) -> Scope:
        return replace(self, period=self.period.years_back(self.period.year - year))

    def within(self, unit: Unit) -> Scope:
        return replace(self, unit=unit)

    def shows(self, count: int) -> bool:
        return self.policy.shows_count(count, self.unit.level)

    def source(self, register: str, known: str = "läget") -> str:
        """What stands under a table; a report made before its own last day is of that day."""
        return f"{register}, {known} {min(self.period.end, timezone.localdate()):%Y-%m-%d}"
