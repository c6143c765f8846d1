"""Årshjulet: the plan backwards from the board's meeting, by the municipality's own rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format

from lib.workdays import is_working_day
from qualityreport.attests import rules_of
from qualityreport.models import Report, ReportRules, VersionState
from qualityreport.querysets import DELIVERED

# Field of the rules → what is to be ready by then, in the order of time.
STEPS = (
    ("days_to_figures", "Uppgifterna i registren klara"),
    ("days_to_contributions", "Enheternas underlag inne"),
    ("days_to_analysis", "Analysen och alla avsnitt klara"),
    ("days_to_attest", "Attesterad"),
    ("days_to_preparation", "Beredning"),
    ("days_to_summons", "Kallelsen går ut"),
)
NEAR = timedelta(days=14)


@dataclass(frozen=True)
class Due:
    key: str
    title: str
    on: date
    is_done: bool = False

    @property
    def words(self) -> str:
        return date_format(self.on, "j F Y")

    @property
    def is_late(self) -> bool:
        return not self.is_done and self.on < timezone.localdate()


def dates(report: Report, rules: ReportRules | None = None) -> list[Due]:
    """Nothing before a meeting is decided. A day that falls on a holiday is the working day
    before it."""
    if report.meeting_on is None:
        return []
    rules = rules or rules_of(report)
    done = _done(report)
    found = [
        Due(key, title, _working_day(report.meeting_on, getattr(rules, key)), key in done)
        for key, title in STEPS
    ]
    return [*found, Due("meeting", "Sammanträde", report.meeting_on, "meeting" in done)]


def due_of(report: Report, key: str) -> date | None:
    return next((due.on for due in dates(report) if due.key == key), None)


def _working_day(meeting: date, days: int) -> date:
    on = meeting - timedelta(days=days)
    while not is_working_day(on):
        on -= timedelta(days=1)
    return on


def _done(report: Report) -> set[str]:
    """What can be seen to be done; a date alone does nothing."""
    states = {version.state for version in report.versions.all()}
    done = set()
    if states & set(DELIVERED):
        done |= {"days_to_figures", "days_to_contributions", "days_to_analysis", "days_to_attest"}
    if states & {VersionState.SENT, VersionState.DECIDED, VersionState.PUBLISHED}:
        done |= {"days_to_preparation", "days_to_summons"}
    if states & {VersionState.DECIDED, VersionState.PUBLISHED}:
        done.add("meeting")
    asked = [row.status for row in report.contributions.all()]
    if asked and set(asked) == {"submitted"}:
        done.add("days_to_contributions")
    return done


def coming(report: Report, rules: ReportRules | None = None) -> Due | None:
    """The next step that is late or near."""
    limit = timezone.localdate() + NEAR
    return next((due for due in dates(report, rules) if not due.is_done and due.on <= limit), None)
