"""The measures as rows, with their history; the cases, risks and controls they answer link here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time

from django.utils import timezone

from demo.cases import Case
from demo.register import Register
from demo.stories.measures import AFTER_CASES, MEASURES, MeasureStory
from deviations.models import Deviation, Severity, Status
from deviations.readiness import VERDICTS
from measures.models import FollowUp, Measure
from measures.models import Status as Progress
from measures.services import effect_check_on

WITHOUT_MEASURE = (None, Severity.NONE, Severity.OUTSIDE)

Made = Mapping[MeasureStory, Measure]


def load_measures(register: Register) -> Made:
    made = Measure.objects.bulk_create(_measure(story, register) for story in MEASURES)
    measures = dict(zip(MEASURES, made, strict=True))
    FollowUp.objects.bulk_create(
        row for story, measure in measures.items() for row in _follow_ups(story, measure, register)
    )
    return measures


def _measure(story: MeasureStory, register: Register) -> Measure:
    measure = Measure(
        title=story.title,
        kind=story.kind,
        unit=register.units[story.unit],
        responsible=register.people[story.responsible],
        due_on=story.due_on,
        origin=_origin(story),
        created_at=_morning(story.decided_on),
    )
    if story.steps:
        newest = _follow_ups(story, measure, register)[-1]
        measure.status, measure.effect = newest.status, newest.effect
        measure.effect_text = newest.text
        measure.continues_next_year = newest.continues_next_year
        measure.follow_up_on = effect_check_on(newest)
    return measure


def _origin(story: MeasureStory) -> str:
    if story.risks:
        return "risk"
    return "egenkontroll" if story.controls else "ärende"


def _follow_ups(story: MeasureStory, measure: Measure, register: Register) -> list[FollowUp]:
    return [
        FollowUp(
            measure=measure,
            followed_up_on=step.on,
            status=Progress(step.status),
            effect=step.effect,
            text=step.text,
            continues_next_year=step.continues,
            author=register.people[story.responsible],
            recorded_at=_morning(step.on),
        )
        for step in story.steps
    ]


def link_to_cases(cases: Iterable[Case], measures: Made) -> Mapping[int, list[Measure]]:
    """One measure answers many cases, and some cases need two; by the case's id."""
    pools: dict[tuple[int, str], list[Measure]] = defaultdict(list)
    for story in AFTER_CASES:
        pools[story.year, story.section].append(measures[story])
    answers = {case.row.pk: list(_answers(case, pools, index)) for index, case in enumerate(cases)}
    link = Deviation.measures.through
    link.objects.bulk_create(
        link(deviation_id=pk, measure_id=measure.pk)
        for pk, found in answers.items()
        for measure in found
    )
    return answers


def _answers(
    case: Case, pools: Mapping[tuple[int, str], list[Measure]], index: int
) -> Iterator[Measure]:
    draft = case.draft
    if draft.decided_on is None or draft.severity in WITHOUT_MEASURE:
        return
    pool = pools.get((draft.decided_on.year, draft.section), [])
    if draft.status == Status.DECIDED:  # nothing is planned yet
        return
    if draft.status == Status.FOLLOWED_UP:
        pool = [measure for measure in pool if measure.effect in VERDICTS]
    if not pool:
        return
    yield pool[index % len(pool)]
    if index % 3 == 0 and len(pool) > 1:
        yield pool[(index + 1) % len(pool)]


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9, 40)))
