"""Which of the checks' remarks somebody has read and stands by.

A group is acknowledged once, and asked about again only when what it says has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from qualityreport.checks import Finding, FindingGroup, Severity, grouped
from qualityreport.models import Acknowledgement, Report


@dataclass(frozen=True)
class Judged:
    """A group of findings, and who has acknowledged it. `lapsed`: it said something else then."""

    group: FindingGroup
    by: str = ""
    motive: str = ""
    lapsed: bool = False

    @property
    def needs_answer(self) -> bool:
        return self.group.severity == Severity.WARNS and not self.by


def fingerprint(findings: Iterable[Finding]) -> str:
    said = sorted([found.section_key, found.place, found.message] for found in findings)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def judged(report: Report, findings: Sequence[Finding]) -> list[Judged]:
    known = {row.check_name: row for row in report.acknowledgements.all()}
    return [_judged(group, known.get(group.name)) for group in grouped(findings)]


def _judged(group: FindingGroup, row: Acknowledgement | None) -> Judged:
    if row is None:
        return Judged(group)
    if row.fingerprint != fingerprint(group.findings):
        return Judged(group, lapsed=True)
    on = date_format(timezone.localtime(row.at), "j F Y")
    return Judged(group, by=f"{row.by_name} {on}", motive=row.motive)


def unanswered(report: Report, findings: Iterable[Mapping[str, Any]]) -> list[FindingGroup]:
    """`findings` as they stand in a snapshot."""
    every = judged(report, [Finding(**finding) for finding in findings])
    return [judged.group for judged in every if judged.needs_answer]
