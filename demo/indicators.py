"""The indicators as rows: definitions, targets, comparisons and outcomes with their parts."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta

from django.utils import timezone

from demo import plan
from demo.register import Register
from demo.stories.indicators import INDICATORS, IndicatorStory, Outcome
from indicators.models import Comparison, Indicator, Observation, ObservationPart, Target
from indicators.models.periods import ReportingPeriod

Pair = tuple[IndicatorStory, Indicator]

# Outcomes are entered while the follow-up of the period is written.
ENTERED_AFTER = timedelta(days=20)


def load_indicators(register: Register) -> None:
    made = Indicator.objects.bulk_create(
        _indicator(story, order, register) for order, story in enumerate(INDICATORS, 1)
    )
    pairs = list(zip(INDICATORS, made, strict=True))
    Target.objects.bulk_create(_targets(pairs, register))
    Comparison.objects.bulk_create(_comparisons(pairs))
    _load_observations(pairs, register)


def _indicator(story: IndicatorStory, order: int, register: Register) -> Indicator:
    return Indicator(
        code=story.code,
        name=story.name,
        unit=register.units[story.unit],
        service_area=register.areas[story.area],
        quality_area=register.quality_areas[story.quality],
        process=register.processes.get(story.process),
        goal=story.goal,
        measured=story.measured,
        numerator=story.numerator,
        denominator=story.denominator,
        direction=story.direction,
        decimals=story.decimals,
        is_cumulative=story.is_cumulative,
        split_by_sex=story.split_by_sex,
        source=story.source,
        collection=story.collection,
        owner=register.people[story.owner],
        first_year=story.first_year,
        last_year=story.last_year,
        order=order,
    )


def _targets(pairs: Iterable[Pair], register: Register) -> Iterator[Target]:
    for story, indicator in pairs:
        for goal in story.goals:
            yield Target(
                indicator=indicator,
                unit=register.units[goal.unit or story.unit],
                kind=goal.kind,
                year=goal.year,
                value=goal.value,
                text=goal.text,
            )


def _comparisons(pairs: Iterable[Pair]) -> Iterator[Comparison]:
    for story, indicator in pairs:
        for others in story.others:
            yield Comparison(
                indicator=indicator,
                year=others.year,
                value=others.value,
                text=others.text,
                source=others.source or story.source,
            )


def _load_observations(pairs: Sequence[Pair], register: Register) -> None:
    told = [(outcome, *pair) for pair in pairs for outcome in pair[0].outcomes]
    rows = Observation.objects.bulk_create(
        _observation(outcome, story, indicator, register) for outcome, story, indicator in told
    )
    ObservationPart.objects.bulk_create(
        ObservationPart(observation=row, name=name, count=count, order=order)
        for (outcome, _, _), row in zip(told, rows, strict=True)
        for order, (name, count) in enumerate(outcome.parts)
    )


def _observation(
    outcome: Outcome, story: IndicatorStory, indicator: Indicator, register: Register
) -> Observation:
    return Observation(
        indicator=indicator,
        unit=register.units[outcome.unit or story.unit],
        year=outcome.year,
        period=outcome.period,
        sex=outcome.sex,
        numerator=outcome.n,
        denominator=outcome.of,
        value=outcome.value,
        reported_share=outcome.share,
        source=outcome.source,
        no_data=outcome.no_data,
        not_measured=outcome.not_measured,
        comment=outcome.comment,
        updated_at=_entered(outcome),
    )


def _entered(outcome: Outcome) -> datetime:
    day = ReportingPeriod(outcome.period).last_day(outcome.year) + ENTERED_AFTER
    return timezone.make_aware(datetime.combine(plan.working_day(day), time(13, 20)))
