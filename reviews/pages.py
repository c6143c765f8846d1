"""What the pages of reviews and providers show, put into words before the template."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from lib.numbers import format_integer
from measures.owners import LinkedMeasure, in_words
from organisation.models import User
from reviews.models import (
    ActionPlan,
    Contract,
    Finding,
    Provider,
    ProviderFollowUp,
    Recommendation,
    RequirementResult,
    Review,
)

FINDING_TONES = {"strength": "done", "deficit": "late", "idea": "active"}
RESULT_TONES = {"meets": "done", "action": "late", "not_examined": "muted"}


@dataclass(frozen=True)
class Fact:
    label: str
    value: str


def day(value: date | None) -> str:
    return date_format(value, "j F Y") if value else ""


def review_facts(review: Review) -> list[Fact]:
    told = [
        ("Slag", review.get_kind_display()),
        ("Tema", review.theme),
        ("Ansvarig", str(review.responsible or "Ingen utsedd")),
        ("Verksamhet", review.unit.name),
        ("Granskade", ", ".join(unit.name for unit in review.units.all())),
        ("Beställd av", review.ordered_by),
        ("Utförd av", review.performed_by),
        ("Diarienummer", review.diary_number),
        ("Granskad tid", _span(review.period_from, review.period_to)),
        ("Granskade ärenden", _number(review.sample_size)),
        ("Urval", review.sample),
        ("Påbörjad", day(review.started_on)),
        ("Rapporten kom", day(review.reported_on)),
        ("Svar senast", day(review.answer_due_on)),
        ("Besvarad", day(review.answered_on)),
        ("Redovisad för nämnden", day(review.to_board_on)),
        ("Avslutad", day(review.closed_on)),
    ]
    return [Fact(label, value) for label, value in told if value]


def _number(value: int | None) -> str:
    return "" if value is None else format_integer(value)


def _span(first: date | None, last: date | None) -> str:
    """ "1 mars 2023 – 31 maj 2023", or one of them."""
    return " – ".join(filter(None, (day(first), day(last))))


@dataclass(frozen=True)
class FindingRow:
    pk: int
    kind: str
    tone: str
    text: str
    area: str


def findings(review: Review) -> list[FindingRow]:
    """Strengths first, then what is lacking, then ideas."""
    order = {kind: place for place, kind in enumerate(Finding.Kind.values)}
    rows = sorted(
        review.findings.select_related("quality_area"), key=lambda row: (order[row.kind], row.order)
    )
    return [
        FindingRow(
            row.pk,
            row.get_kind_display(),
            FINDING_TONES[row.kind],
            row.text,
            str(row.quality_area or ""),
        )
        for row in rows
    ]


@dataclass(frozen=True)
class RecommendationRow:
    pk: int
    number: int
    text: str
    whom: str
    response: str
    tone: str
    answer: str
    answered: str
    measures: list[LinkedMeasure]
    may_change: bool


def recommendations(review: Review, user: User, editable: Iterable[int]) -> list[RecommendationRow]:
    """`editable` are the ids of those that this person may answer."""
    rows = list(review.recommendations.select_related("unit").prefetch_related("measures"))
    every = [measure for row in rows for measure in row.measures.all()]
    told = {one.pk: one for one in in_words(every, user)}
    mine = set(editable)
    return [_recommendation(row, told, row.pk in mine) for row in rows]


def _recommendation(
    row: Recommendation, told: dict[int, LinkedMeasure], may_change: bool
) -> RecommendationRow:
    whom = row.get_level_display()
    return RecommendationRow(
        pk=row.pk,
        number=row.number,
        text=row.text,
        whom=f"{whom}: {row.unit.name}" if row.unit else whom,
        response=row.get_response_display() if row.response else "Obesvarad",
        tone="done" if row.response else "waiting",
        answer=row.answer,
        answered=day(row.answered_on),
        measures=[told[measure.pk] for measure in row.measures.all()],
        may_change=may_change,
    )


# Providers -----------------------------------------------------------------------------------


def provider_facts(provider: Provider) -> list[Fact]:
    told = [
        ("Driftsform", provider.get_regime_display()),
        ("Följs upp av", provider.unit.name),
        ("Organisationsnummer", provider.organisation_number),
        ("Kontakt", provider.contact),
    ]
    return [Fact(label, value) for label, value in told if value]


@dataclass(frozen=True)
class ResultRow:
    requirement: str
    result: str
    tone: str
    comment: str


@dataclass(frozen=True)
class PlanRow:
    pk: int
    demand: str
    standing: str
    tone: str
    comment: str


@dataclass(frozen=True)
class FollowUpRow:
    pk: int
    year: int
    standing: str
    tone: str
    comment: str
    focus: str
    responsible: str
    results: list[ResultRow]
    plans: list[PlanRow]
    measures: list[LinkedMeasure]
    needs_plan: bool


@dataclass(frozen=True)
class ContractRow:
    pk: int
    title: str
    span: str
    ended: bool
    follow_ups: list[FollowUpRow]
    due_year: int | None  # the year that nothing is registered of yet


def contracts(provider: Provider, user: User) -> list[ContractRow]:
    """The newest follow-up first under each."""
    this_year = timezone.localdate().year
    rows = list(
        provider.contracts.prefetch_related(
            "follow_ups__results__requirement",
            "follow_ups__plans",
            "follow_ups__measures",
            "follow_ups__responsible",
        )
    )
    every = [one for row in rows for up in row.follow_ups.all() for one in up.measures.all()]
    told = {one.pk: one for one in in_words(every, user)}
    return [_contract(row, told, this_year) for row in rows]


def _contract(row: Contract, told: dict[int, LinkedMeasure], this_year: int) -> ContractRow:
    follow_ups = [_follow_up(one, told) for one in row.follow_ups.all()]
    is_known = any(one.year == this_year for one in follow_ups)
    return ContractRow(
        pk=row.pk,
        title=str(row),
        span="; ".join(_contract_days(row)),
        ended=row.ends_on is not None and row.ends_on < timezone.localdate(),
        follow_ups=follow_ups,
        due_year=this_year if row.is_in_force(this_year) and not is_known else None,
    )


def _contract_days(row: Contract) -> Iterator[str]:
    until = f"till och med {day(row.ends_on)}" if row.ends_on else "tills vidare"
    yield f"Gäller från {day(row.starts_on)} {until}"
    if row.revised_on:
        yield f"reviderat {day(row.revised_on)}"
    if row.terminated_on:
        yield f"uppsagt {day(row.terminated_on)}"


def _follow_up(row: ProviderFollowUp, told: dict[int, LinkedMeasure]) -> FollowUpRow:
    results = [
        ResultRow(
            str(one.requirement), one.get_result_display(), RESULT_TONES[one.result], one.comment
        )
        for one in sorted(row.results.all(), key=lambda one: (one.requirement.order, one.pk))
    ]
    lacking = any(one.result == RequirementResult.Result.ACTION for one in row.results.all())
    standing, tone = _standing(row, lacking)
    plans = [_plan(one) for one in row.plans.all()]
    return FollowUpRow(
        pk=row.pk,
        year=row.year,
        standing=standing,
        tone=tone,
        comment=row.comment,
        focus=row.next_focus,
        responsible=str(row.responsible or ""),
        results=results,
        plans=plans,
        measures=[told[measure.pk] for measure in row.measures.all()],
        needs_plan=lacking and not plans,
    )


def _standing(row: ProviderFollowUp, lacking: bool) -> tuple[str, str]:
    if not row.was_carried_out:
        why = row.reason or row.get_not_because_display()
        return f"Inte uppföljd: {why[:1].lower()}{why[1:]}", "muted"
    on = day(row.carried_out_on)
    if lacking:
        return f"Uppföljd {on}: åtgärd krävs", "late"
    return f"Uppföljd {on}", "done"


def _plan(row: ActionPlan) -> PlanRow:
    if row.verified_on:
        standing, tone = f"Kontrollerad {day(row.verified_on)}", "done"
    elif row.due_on < timezone.localdate():
        standing, tone = f"Försenad, senast {day(row.due_on)}", "late"
    elif row.received_on:
        standing, tone = f"Planen kom {day(row.received_on)}, ska kontrolleras", "active"
    else:
        standing, tone = f"Senast {day(row.due_on)}", "waiting"
    return PlanRow(row.pk, row.demand, standing, tone, row.comment)


def page_of_review(review: Review) -> str:
    return reverse("reviews:detail", args=[review.code])


def page_of_provider(pk: int) -> str:
    return reverse("providers:detail", args=[pk])
