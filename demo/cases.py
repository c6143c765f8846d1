"""The drafts as rows: numbered in the order they came in, written in a few statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from demo import people, plan
from demo.drafts import Draft
from demo.organisation import PROCESS_OF_UNIT
from demo.register import Register
from demo.stories import investigation as words
from demo.stories.complaints import ComplaintStory
from deviations.models import (
    AnnulledBecause,
    Channel,
    Complaint,
    Consequence,
    Deviation,
    DeviationReport,
    NumberSeries,
    Severity,
    Status,
)
from deviations.models.choices import SERIES
from deviations.numbers import case_number
from organisation.models import Role, User

NONE, MINOR, MODERATE = Consequence.NONE, Consequence.MINOR, Consequence.MODERATE
SIGNIFICANT, GREAT = Consequence.SIGNIFICANT, Consequence.SERIOUS

# grade → what happened to the person, and what could have
CONSEQUENCES: Mapping[Severity | None, tuple[Consequence, Consequence]] = {
    Severity.NONE: (NONE, MINOR),
    Severity.RISK: (NONE, SIGNIFICANT),
    Severity.MISCONDUCT: (MODERATE, SIGNIFICANT),
    Severity.SERIOUS_RISK: (MINOR, GREAT),
    Severity.SERIOUS: (SIGNIFICANT, GREAT),
    Severity.OUTSIDE: (NONE, NONE),
    None: (MINOR, MODERATE),
}
CHANNELS = (Channel.FORM, Channel.FORM, Channel.FORM, Channel.PHONE, Channel.MEETING)
PUBLIC_CHANNELS = (Channel.FORM, Channel.PHONE, Channel.LETTER, Channel.MEETING)


@dataclass(frozen=True)
class Case:
    draft: Draft
    row: Deviation


def load_cases(drafts: list[Draft], register: Register, rng: Random) -> list[Case]:
    numbered = _numbered(drafts)
    # What a case arose from must be there first.
    born = [draft for draft in numbered if draft.origin]
    first = [draft for draft in numbered if not draft.origin]
    rows: dict[Draft, Deviation] = {}
    for group in (first, born):
        made = Deviation.objects.bulk_create(
            _deviation(draft, numbered[draft], rows, register, rng) for draft in group
        )
        rows |= dict(zip(group, made, strict=True))
    cases = [Case(draft, rows[draft]) for draft in numbered]
    _load_causes(cases, register)
    _load_reports(cases, register, rng)
    _load_complaints(cases, rng)
    return cases


def _numbered(drafts: Iterable[Draft]) -> dict[Draft, tuple[str, int, int]]:
    """draft → (series, year, sequence), and the series left where the next report goes on"""
    last: dict[tuple[str, int], int] = defaultdict(int)
    numbers = {}
    for draft in sorted(drafts, key=lambda draft: draft.received_at):
        key = (SERIES[draft.kind], draft.received_on.year)
        last[key] += 1
        numbers[draft] = (*key, last[key])
    NumberSeries.objects.bulk_create(
        NumberSeries(series=series, year=year, last=count) for (series, year), count in last.items()
    )
    return numbers


def _deviation(
    draft: Draft,
    number: tuple[str, int, int],
    rows: Mapping[Draft, Deviation],
    register: Register,
    rng: Random,
) -> Deviation:
    series, year, sequence = number
    row = Deviation(
        kind=draft.kind,
        series=series,
        year=year,
        sequence=sequence,
        number=case_number(series, year, sequence),
        origin=rows[draft.origin] if draft.origin else None,
        status=draft.status,
        unit=register.units[draft.unit],
        reporting_unit=register.units[draft.unit],
        process=register.processes.get(PROCESS_OF_UNIT.get(draft.unit, "")),
        received_at=draft.received_at,
        received_on=draft.received_on,
        decided_on=draft.decided_on,
        annulled_on=draft.annulled_on,
        annulled_because=AnnulledBecause.MISTAKE if draft.annulled_on else "",
        title=draft.title,
        description=draft.text,
        severity=draft.severity or "",
        restricted=draft.is_lex_sarah,
        investigator=register.people.get(draft.investigator),
        created_at=draft.received_at,
        channel=rng.choice(PUBLIC_CHANNELS if draft.complaint else CHANNELS),
    )
    _close(row, rng)
    _tell_of_the_event(row, draft, register, rng)
    _tell_of_the_person(row, draft, rng)
    return row


def _close(row: Deviation, rng: Random) -> None:
    if row.status != Status.CLOSED or row.decided_on is None:
        return
    wait = rng.randint(60, 110) if row.is_lex_sarah and row.severity != Severity.OUTSIDE else 0
    row.closed_on = plan.working_day(row.decided_on + timedelta(days=wait))


def _tell_of_the_event(row: Deviation, draft: Draft, register: Register, rng: Random) -> None:
    if draft.story is None:
        return
    row.type = register.types[draft.story.type]
    row.discovered_at = draft.received_at - timedelta(hours=rng.randint(1, 30))
    lasted = draft.days if "{n}" in draft.story.text else rng.randint(0, 5)
    row.occurred_on = row.discovered_at.date() - timedelta(days=lasted)
    row.could_recur = draft.severity != Severity.NONE if draft.decided_on else None
    if draft.story.immediate:
        row.immediate_measures = draft.story.immediate
        row.immediate_measures_at = draft.received_at + timedelta(hours=rng.randint(1, 22))
    if draft.is_lex_sarah and draft.investigator:
        row.diary_number = f"SN {row.year}/{200 + 7 * row.sequence:04d}"


def _tell_of_the_person(row: Deviation, draft: Draft, rng: Random) -> None:
    if draft.somebody is None:
        return
    row.affected_count = draft.somebody.count
    row.sex, row.age_band = draft.somebody.sex, draft.somebody.age_band
    row.is_safe_now = draft.status != Status.RECEIVED or rng.random() < 0.7
    row.consequence_actual, row.consequence_possible = CONSEQUENCES[draft.severity]
    if draft.decided_on and rng.random() < 0.6:
        row.own_view = rng.choice(words.HEARD)
    elif draft.investigator:
        row.own_view_missing_reason = rng.choice(words.NOT_HEARD)


def _load_causes(cases: Iterable[Case], register: Register) -> None:
    link = Deviation.causes.through
    link.objects.bulk_create(
        link(deviation_id=case.row.pk, cause_id=register.causes[name].pk)
        for case in cases
        for name in case.draft.causes
    )


def _load_reports(cases: Iterable[Case], register: Register, rng: Random) -> None:
    """Most events are reported once, some by two or three. A returned report is not counted
    again, and what the public says is written down by an employee."""
    DeviationReport.objects.bulk_create(
        _report(case, register.people[username], index)
        for case in cases
        if not case.draft.origin
        for index, username in enumerate(_reporters(case.draft, rng))
    )


def _reporters(draft: Draft, rng: Random) -> list[str]:
    unit = "barn-mottagning" if draft.unit == "mottagningsteamet" else draft.unit
    here = people.at_unit(unit, Role.STAFF, Role.MANAGER) or ["karin"]
    several = draft.is_lex_sarah and rng.random() < 0.18
    if not several:
        return [rng.choice(here)]
    return rng.sample(here, k=min(len(here), 2 + (rng.random() < 0.3)))


def _report(case: Case, reporter: User, index: int) -> DeviationReport:
    is_public = case.draft.complaint is not None
    return DeviationReport(
        deviation=case.row,
        reporter=reporter,
        reporter_name="" if is_public else str(reporter),
        reporter_title="" if is_public else reporter.title,
        text=case.draft.text,
        reported_at=case.draft.received_at + timedelta(hours=3 * index),
        number_given=case.row.number,
    )


def _load_complaints(cases: Iterable[Case], rng: Random) -> None:
    Complaint.objects.bulk_create(
        _complaint(case.row, case.draft.complaint, rng.random() < 0.75)
        for case in cases
        if case.draft.complaint
    )


def _complaint(row: Deviation, story: ComplaintStory, wants_answer: bool) -> Complaint:
    answered_on = row.decided_on
    return Complaint(
        deviation=row,
        topic=story.topic,
        is_appeal=story.is_appeal,
        wants_answer=wants_answer,
        contact="Meddelande i e-tjänsten" if wants_answer else "",
        answer=story.answer if answered_on else "",
        answered_on=answered_on,
        outcome=story.outcome if answered_on else "",
    )
