"""Reviews and providers as rows, each table in one statement."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.utils import timezone

from demo.register import Register
from demo.stories.providers import (
    DEMANDS,
    FOCUS,
    PROVIDERS,
    PUT_RIGHT,
    SERVICE,
    ProviderStory,
    Year,
)
from demo.stories.reviews import REVIEWS, ReviewStory
from reviews.models import (
    ActionPlan,
    Contract,
    Finding,
    Provider,
    ProviderFollowUp,
    Recommendation,
    Requirement,
    RequirementResult,
    Review,
)

Result = RequirementResult.Result
REVISED = date(2023, 5, 1)  # every contract that held then


def load_reviews(register: Register) -> None:
    made = Review.objects.bulk_create(_review(story, register) for story in REVIEWS)
    pairs = list(zip(REVIEWS, made, strict=True))
    made_of = Review.units.through
    made_of.objects.bulk_create(
        made_of(review_id=review.pk, unit_id=register.units[slug].pk)
        for story, review in pairs
        for slug in story.units
    )
    Finding.objects.bulk_create(
        Finding(
            review=review,
            kind=kind,
            quality_area=register.quality_areas[area],
            text=text,
            order=order,
        )
        for story, review in pairs
        for order, (kind, area, text) in enumerate(story.findings)
    )
    Recommendation.objects.bulk_create(
        Recommendation(
            review=review,
            number=number,
            text=asked.text,
            level=asked.level,
            response=asked.response,
            answer=asked.answer,
            answered_on=asked.answered_on,
        )
        for story, review in pairs
        for number, asked in enumerate(story.asked, start=1)
    )


def _review(story: ReviewStory, register: Register) -> Review:
    return Review(
        code=story.code,
        kind=story.kind,
        title=story.title,
        theme=story.theme,
        unit=register.units[story.unit],
        ordered_by=story.ordered_by,
        performed_by=story.performed_by,
        started_on=story.started_on,
        reported_on=story.reported_on,
        result=story.result,
        equality=story.equality,
        answer_due_on=story.answer_due_on,
        answered_on=story.answered_on,
        answer=story.answer,
        to_board_on=story.to_board_on,
        closed_on=story.closed_on,
        responsible=register.people[story.responsible],
    )


def load_providers(register: Register) -> None:
    unit = register.units["familjeratten"]
    providers = Provider.objects.bulk_create(
        Provider(name=story.name, regime=story.regime, unit=unit) for story in PROVIDERS
    )
    pairs = list(zip(PROVIDERS, providers, strict=True))
    contracts = Contract.objects.bulk_create(_contract(*pair) for pair in pairs)
    demands = Requirement.objects.bulk_create(
        Requirement(unit=unit, area=area, text=text, valid_from=date(2019, 1, 1), order=order)
        for order, (area, text) in enumerate(DEMANDS)
    )
    told = [
        (year, known, contract)
        for story, contract in zip(PROVIDERS, contracts, strict=True)
        for year, known in story.years.items()
    ]
    follow_ups = ProviderFollowUp.objects.bulk_create(
        _follow_up(year, known, contract, register) for year, known, contract in told
    )
    known_pairs = [
        (known, row) for (_, known, _), row in zip(told, follow_ups, strict=True) if known.on
    ]
    RequirementResult.objects.bulk_create(
        RequirementResult(
            follow_up=row,
            requirement=demand,
            result=Result.ACTION if demand.area in known.lacking else Result.MEETS,
        )
        for known, row in known_pairs
        for demand in demands
    )
    ActionPlan.objects.bulk_create(
        plan for known, row in known_pairs for plan in _plans(known, row)
    )


def _contract(story: ProviderStory, provider: Provider) -> Contract:
    holds = story.ends_on is None or story.ends_on > REVISED
    return Contract(
        provider=provider,
        form=Contract.Form.OTHER if story.regime == Provider.Regime.OWN else Contract.Form.CHOICE,
        service=SERVICE,
        starts_on=story.starts_on,
        ends_on=story.ends_on,
        terminated_on=story.terminated_on,
        revised_on=REVISED if holds else None,
    )


def _follow_up(year: int, known: Year, contract: Contract, register: Register) -> ProviderFollowUp:
    return ProviderFollowUp(
        contract=contract,
        year=year,
        carried_out_on=known.on,
        not_because=known.reason,
        reason=known.text,
        next_focus=FOCUS if year == 2021 and known.on else "",
        responsible=register.people["karin"],
    )


def _plans(known: Year, row: ProviderFollowUp) -> Iterator[ActionPlan]:
    for area in known.lacking:
        if known.on and known.due_on:
            yield ActionPlan(
                follow_up=row,
                demand=PUT_RIGHT[area],
                due_on=known.due_on,
                received_on=known.verified_on,
                verified_on=known.verified_on,
                created_at=timezone.make_aware(datetime.combine(known.on, time(15, 0))),
            )
