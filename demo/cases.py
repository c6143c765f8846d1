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
from deviations.services.complaints import NOT_ASKED_FOR
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
# The registrator has not come to the newest; other deviations are not entered one by one.
NOT_IN_DIARY_YET = plan.TODAY - timedelta(days=9)
DIARY = {"LS": 200, "SK": 1203}
# From then on each second complaint comes by the open page.
OPEN_PAGE_SINCE = plan.TODAY.year - 1
# What one event is told by, however many cases tell of it.
SAME_EVENT = (
    *("occurred_on", "discovered_at", "type", "affected_count", "sex", "age_band"),
    *("immediate_measures", "immediate_measures_at"),
)
PUBLIC_CHANNELS = (Channel.FORM, Channel.PHONE, Channel.LETTER, Channel.MEETING)

# Addresses for examples, and numbers that are kept free for stories.
CONTACTS: Mapping[str, str] = {
    Channel.FORM: "synpunkt@example.se",
    Channel.PHONE: "070-174 06 05",
    Channel.LETTER: "brevvan@example.se",
}


@dataclass(frozen=True)
class Case:
    draft: Draft
    row: Deviation

    def handler(self, register: Register) -> str:
        return str(register.people[responsible(self.draft)])


def load_cases(drafts: list[Draft], register: Register, rng: Random) -> list[Case]:
    numbered = _numbered(drafts)
    rows: dict[Draft, Deviation] = {}
    # What a case points to must be there first.
    for pointing in (False, True):
        group = [draft for draft in numbered if _points(draft) == pointing]
        made = Deviation.objects.bulk_create(
            _deviation(draft, numbered[draft], rows, register, rng) for draft in group
        )
        rows |= dict(zip(group, made, strict=True))
    cases = [Case(draft, rows[draft]) for draft in numbered]
    _load_causes(cases, register)
    _load_reports(cases, rows, register, rng)
    _load_complaints(cases, register, rng)
    return cases


def _points(draft: Draft) -> bool:
    return draft.origin is not None or draft.same_as is not None


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
        annulled_because=draft.annulled_because or "",
        duplicate_of=rows[draft.same_as] if draft.same_as else None,
        title=draft.title,
        description=draft.text,
        severity=draft.severity or "",
        restricted=draft.is_lex_sarah or draft.became_lex_sarah,
        investigator=register.people.get(draft.investigator),
        created_at=draft.received_at,
        channel=rng.choice(PUBLIC_CHANNELS if draft.complaint else CHANNELS),
    )
    if draft.complaint and row.year >= OPEN_PAGE_SINCE and row.sequence % 2:
        row.channel = Channel.FORM
    _close(row, rng)
    _tell_of_the_event(row, draft, register, rng)
    _tell_of_the_person(row, draft, rng)
    if draft.received_on < NOT_IN_DIARY_YET and row.series in DIARY:
        row.diary_number = f"SN {row.year}/{DIARY[row.series] + 7 * row.sequence:04d}"
    told = draft.same_as or (draft.origin if draft.was_suspected else None)
    for field in SAME_EVENT if told else ():
        setattr(row, field, getattr(rows[told], field))  # type: ignore[index]
    return row


def _close(row: Deviation, rng: Random) -> None:
    if row.status != Status.CLOSED or row.decided_on is None:
        return
    wait = rng.randint(60, 110) if row.is_lex_sarah and row.severity != Severity.OUTSIDE else 0
    if row.severity == Severity.NONE:  # no effect of any measure to wait for
        wait //= 10
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
    if draft.decided_on or draft.status == Status.INVESTIGATED:
        _answer(row, draft)


def _answer(row: Deviation, draft: Draft) -> None:
    """What an investigation must have answered before it is ready; each third had happened."""
    if not draft.is_lex_sarah:
        return
    row.consequence_text = words.CONSEQUENCES[draft.severity or Severity.MISCONDUCT]
    row.happened_before = row.sequence % 3 == 0
    if row.happened_before:
        row.happened_before_text = words.AGAIN[row.sequence % len(words.AGAIN)]
    row.could_recur = draft.severity != Severity.NONE


def _load_causes(cases: Iterable[Case], register: Register) -> None:
    link = Deviation.causes.through
    link.objects.bulk_create(
        link(deviation_id=case.row.pk, cause_id=register.causes[name].pk)
        for case in cases
        for name in case.draft.causes
    )


def _load_reports(
    cases: Iterable[Case], rows: Mapping[Draft, Deviation], register: Register, rng: Random
) -> None:
    """Most events are reported once, some by two or three. A returned report is not counted
    again, and what the public says is written down by an employee.

    A second report of an event stands with the first case, and a lex Sarah report that came from
    an avvikelse has that one's reporters.
    """
    reporters = {
        case.draft: _reporters(case.draft, rng) for case in cases if not case.draft.is_returned
    }
    DeviationReport.objects.bulk_create(
        _report(case, told, register.people[username], rows, index)
        for case in cases
        if not case.draft.is_returned
        for told in [case.draft.origin if case.draft.was_suspected else case.draft]
        if told
        for index, username in enumerate(reporters[told])
    )


def _reporters(draft: Draft, rng: Random) -> list[str]:
    unit = "barn-mottagning" if draft.unit == "mottagningsteamet" else draft.unit
    here = people.at_unit(unit, Role.STAFF, Role.MANAGER) or ["karin"]
    several = draft.is_lex_sarah and rng.random() < 0.18
    if not several:
        return [rng.choice(here)]
    return rng.sample(here, k=min(len(here), 2 + (rng.random() < 0.3)))


def _report(
    case: Case, told: Draft, reporter: User, rows: Mapping[Draft, Deviation], index: int
) -> DeviationReport:
    is_outside = case.draft.complaint is not None
    return DeviationReport(
        deviation=rows[case.draft.same_as or case.draft],
        reporter=None if _is_public(case.row, case.draft) else reporter,
        reporter_name="" if is_outside else str(reporter),
        reporter_title="" if is_outside else reporter.title,
        text=told.text,
        reported_at=told.received_at + timedelta(hours=3 * index),
        number_given=rows[told].number,
    )


def _is_public(row: Deviation, draft: Draft) -> bool:
    since = row.year >= OPEN_PAGE_SINCE
    return draft.complaint is not None and row.channel == Channel.FORM and since


def _load_complaints(cases: Iterable[Case], register: Register, rng: Random) -> None:
    Complaint.objects.bulk_create(
        _complaint(case, case.draft.complaint, register, rng.random() < 0.75)
        for case in cases
        if case.draft.complaint
    )


def _complaint(
    case: Case, story: ComplaintStory, register: Register, wants_answer: bool
) -> Complaint:
    row = case.row
    by = register.people[responsible(case.draft)]
    part = Complaint(
        deviation=row,
        topic=story.topic,
        is_appeal=story.is_appeal,
        is_public=_is_public(row, case.draft),
        wants_answer=wants_answer,
        contact=CONTACTS.get(row.channel, "Träffas på enheten") if wants_answer else "",
    )
    confirmed = plan.working_day(row.received_on + timedelta(days=1))
    if wants_answer and confirmed < plan.TODAY - timedelta(days=3):
        part.confirmed_on = min(confirmed, row.decided_on or confirmed)
    if row.decided_on:
        part.answer = story.answer if wants_answer else NOT_ASKED_FOR
        part.answered_on = row.decided_on if wants_answer else None
        part.answered_by_name, part.outcome = str(by), story.outcome
    return part


def responsible(draft: Draft) -> str:
    """The manager of the place; where it has none of its own, the lex Sarah-ansvarig."""
    return (people.at_unit(draft.unit, Role.MANAGER) or ["sara"])[0]
