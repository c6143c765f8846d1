"""Reviews and follow-ups as they stood on a day. As many queries whatever their number."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lib.periods import Period
from measures.statistics import MeasureState, by_owner
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

Result, Reason = RequirementResult.Result, ProviderFollowUp.Reason


@dataclass(frozen=True)
class Found:
    kind: str
    area: str
    text: str


@dataclass(frozen=True)
class Recommended:
    """`response` is "" until it was answered."""

    number: int
    text: str
    level: str
    response: str
    answer: str
    measures: tuple[MeasureState, ...]


@dataclass(frozen=True)
class ReviewState:
    pk: int
    code: str
    title: str
    kind: str
    is_external: bool
    by: str
    sample_size: int | None
    unit_level: str
    reported_on: date | None  # None while it was going on
    result: str
    equality: str
    answer: str  # "" until it was given
    answer_due_on: date | None
    findings: tuple[Found, ...]
    recommendations: tuple[Recommended, ...]
    measures: tuple[MeasureState, ...]

    @property
    def answered(self) -> int:
        return sum(bool(one.response) for one in self.recommendations)

    @property
    def all_measures(self) -> tuple[MeasureState, ...]:
        """Each once, of the review and of its recommendations."""
        every = [*self.measures, *(one for rec in self.recommendations for one in rec.measures)]
        return tuple({measure.pk: measure for measure in every}.values())


def reviews(units: Collection[int], period: Period) -> tuple[ReviewState, ...]:
    """Those that were reported in the period, or were going on at its end."""
    going_on = Q(reported_on__isnull=True) | Q(reported_on__gte=period.start)
    rows = Review.objects.within(units).filter(going_on, started_on__lte=period.end)
    found = list(rows.select_related("unit").order_by("started_on", "pk"))
    ids = [row.pk for row in found]
    findings = _findings(ids)
    recommended = _recommended(ids, period.end)
    links = Review.measures.through.objects.filter(review_id__in=ids)
    owned = by_owner(links, "review_id", period.end)
    return tuple(
        _state(row, period.end, findings[row.pk], recommended[row.pk], owned[row.pk])
        for row in found
    )


def _state(
    row: Review,
    on: date,
    findings: Iterable[Found],
    recommended: Iterable[Recommended],
    measures: Iterable[MeasureState],
) -> ReviewState:
    is_reported = row.reported_on is not None and row.reported_on <= on
    is_answered = row.answered_on is not None and row.answered_on <= on
    return ReviewState(
        pk=row.pk,
        code=row.code,
        title=row.title,
        kind=row.kind,
        is_external=row.is_external,
        by=row.performed_by or row.ordered_by,
        sample_size=row.sample_size,
        unit_level=row.unit.level,
        reported_on=row.reported_on if is_reported else None,
        result=row.result if is_reported else "",
        equality=row.equality if is_reported else "",
        answer=row.answer if is_answered else "",
        answer_due_on=row.answer_due_on,
        findings=tuple(findings) if is_reported else (),
        recommendations=tuple(recommended) if is_reported else (),
        measures=tuple(measures),
    )


def _findings(review_ids: Collection[int]) -> Mapping[int, list[Found]]:
    found: dict[int, list[Found]] = defaultdict(list)
    rows = Finding.objects.filter(review_id__in=review_ids).select_related("quality_area")
    for row in rows:
        area = row.quality_area.name if row.quality_area else ""
        found[row.review_id].append(Found(row.kind, area, row.text))
    return found


def _recommended(review_ids: Collection[int], on: date) -> Mapping[int, list[Recommended]]:
    rows = list(Recommendation.objects.filter(review_id__in=review_ids))
    ids = [row.pk for row in rows]
    links = Recommendation.measures.through.objects.filter(recommendation_id__in=ids)
    owned = by_owner(links, "recommendation_id", on)
    found: dict[int, list[Recommended]] = defaultdict(list)
    for row in rows:
        known = row.answered_on is not None and row.answered_on <= on
        found[row.review_id].append(
            Recommended(
                number=row.number,
                text=row.text,
                level=row.get_level_display(),
                response=row.get_response_display() if known else "",
                answer=row.answer if known else "",
                measures=tuple(owned[row.pk]),
            )
        )
    return found


@dataclass(frozen=True)
class Demand:
    """What a provider has to put right, as known on the day."""

    provider: str
    demand: str
    due_on: date
    received_on: date | None
    verified_on: date | None


@dataclass(frozen=True)
class ServiceYear:
    """The providers of a service in a year. It closes, whatever has been registered:

    providers = followed up + not followed up for each reason + not registered yet, and
    followed up = meets + needs measures + not judged. Nothing of it is typed.
    """

    service: str
    providers: int
    own: int
    new: int
    terminated: int
    meets: int
    needs: int
    several: int  # of those that need measures: in more than one respect
    not_judged: int
    reasons: Mapping[str, int]
    pending: tuple[str, ...]  # the names of those that nobody has registered anything of
    areas: Sequence[tuple[str, int]]  # what was lacking, and with how many
    focus: tuple[str, ...]
    demands: tuple[Demand, ...]
    measures: tuple[MeasureState, ...]

    @property
    def private(self) -> int:
        return self.providers - self.own

    @property
    def followed_up(self) -> int:
        return self.meets + self.needs + self.not_judged

    @property
    def not_followed_up(self) -> int:
        return sum(self.reasons.values())


def services(units: Collection[int], period: Period) -> tuple[ServiceYear, ...]:
    """Each service that somebody had a contract for, in the order of their names."""
    rows = Contract.objects.within(units).filter(starts_on__lte=period.end)
    ever = list(rows.select_related("provider").order_by("starts_on", "pk"))
    contracts = [one for one in ever if one.is_in_force(period.year)]
    ids = [contract.pk for contract in contracts]
    known = _follow_ups(ids, period)
    demands = _demands(ids, period)
    links = ProviderFollowUp.measures.through.objects.filter(
        providerfollowup__contract_id__in=ids, providerfollowup__year=period.year
    )
    owned = by_owner(links, "providerfollowup_id", period.end)
    by_service: dict[str, list[Contract]] = defaultdict(list)
    names: dict[str, str] = {}
    for contract in contracts:
        key = contract.service.casefold()
        by_service[key].append(contract)
        names[key] = contract.service
    return tuple(
        _service(names[key], by_service[key], known, demands, owned, period, _began(ever, key))
        for key in sorted(by_service)
    )


@dataclass(frozen=True)
class _Known:
    """A follow-up as far as it had come on the day."""

    pk: int
    reason: str
    focus: str
    results: tuple[tuple[str, str], ...]  # area, result

    @property
    def lacking(self) -> list[str]:
        return [area for area, result in self.results if result == Result.ACTION]

    @property
    def is_judged(self) -> bool:
        return any(result in (Result.MEETS, Result.ACTION) for _, result in self.results)


def _follow_ups(contract_ids: Collection[int], period: Period) -> dict[int, _Known]:
    """Contract → the year's follow-up, of those that were made by the day."""
    rows = ProviderFollowUp.objects.filter(contract_id__in=contract_ids, year=period.year)
    made = rows.exclude(carried_out_on__gt=period.end)
    results: dict[int, list[tuple[str, str]]] = defaultdict(list)
    found = RequirementResult.objects.filter(follow_up__in=made.order_by())
    for follow_up, area, result in found.values_list("follow_up_id", "requirement__area", "result"):
        results[follow_up].append((area, result))
    return {
        row.contract_id: _Known(row.pk, row.not_because, row.next_focus, tuple(results[row.pk]))
        for row in made
    }


def _demands(contract_ids: Collection[int], period: Period) -> Mapping[int, list[Demand]]:
    rows = ActionPlan.objects.filter(
        follow_up__contract_id__in=contract_ids,
        follow_up__year=period.year,
        created_at__date__lte=period.end,
    ).select_related("follow_up__contract__provider")
    found: dict[int, list[Demand]] = defaultdict(list)
    for row in rows:
        contract = row.follow_up.contract
        found[contract.pk].append(
            Demand(
                provider=contract.provider.name,
                demand=row.demand,
                due_on=row.due_on,
                received_on=_by(row.received_on, period.end),
                verified_on=_by(row.verified_on, period.end),
            )
        )
    return found


def _by(day: date | None, end: date) -> date | None:
    return day if day and day <= end else None


def _service(
    name: str,
    contracts: Sequence[Contract],
    known: Mapping[int, _Known],
    demands: Mapping[int, list[Demand]],
    owned: Mapping[int, list[MeasureState]],
    period: Period,
    began: Mapping[int, date],
) -> ServiceYear:
    providers = _providers(contracts, known)
    told = [(provider, known.get(contract.pk)) for provider, contract in providers]
    made = [follow_up for _, follow_up in told if follow_up and not follow_up.reason]
    needs = [one for one in made if one.lacking]
    judged = sum(one.is_judged for one in made)
    reasons = Counter(one.reason for _, one in told if one and one.reason)
    ids = [contract.pk for contract in contracts]
    return ServiceYear(
        service=name,
        providers=len(providers),
        own=sum(provider.regime == Provider.Regime.OWN for provider, _ in providers),
        new=sum(began[provider.pk].year == period.year for provider, _ in providers),
        terminated=sum(bool(_ended(one, period)) for one in contracts),
        meets=judged - len(needs),
        needs=len(needs),
        several=sum(len(one.lacking) > 1 for one in needs),
        not_judged=len(made) - judged,
        reasons={reason: reasons[reason] for reason in Reason.values if reasons[reason]},
        pending=tuple(provider.name for provider, one in told if one is None),
        areas=_areas(needs),
        focus=tuple(dict.fromkeys(one.focus for one in made if one.focus)),
        demands=tuple(demand for pk in ids for demand in demands.get(pk, ())),
        measures=_measures(owned, [one for _, one in told if one]),
    )


def _providers(
    contracts: Iterable[Contract], known: Mapping[int, _Known]
) -> list[tuple[Provider, Contract]]:
    """Each once, with the contract that was followed up, else the newest."""
    chosen: dict[int, Contract] = {}
    for contract in contracts:
        before = chosen.get(contract.provider_id)
        if before is None or contract.pk in known or before.pk not in known:
            chosen[contract.provider_id] = contract
    found = [(contract.provider, contract) for contract in chosen.values()]
    return sorted(found, key=lambda pair: (pair[0].name.casefold(), pair[0].pk))


def _began(ever: Iterable[Contract], service: str) -> Mapping[int, date]:
    """Provider → when its first contract for the service began, whether that holds or not."""
    first: dict[int, date] = {}
    for contract in ever:
        if contract.service.casefold() == service:
            first.setdefault(contract.provider_id, contract.starts_on)
    return first


def _ended(contract: Contract, period: Period) -> date | None:
    """Given notice of in the period."""
    day = contract.terminated_on
    return day if day and period.start <= day <= period.end else None


def _areas(needs: Iterable[_Known]) -> Sequence[tuple[str, int]]:
    lacking = Counter(area for one in needs for area in set(one.lacking))
    labels = dict(Requirement.Area.choices)
    return [(labels[area], lacking[area]) for area in Requirement.Area.values if lacking[area]]


def _measures(
    owned: Mapping[int, list[MeasureState]], follow_ups: Iterable[_Known]
) -> tuple[MeasureState, ...]:
    every = (measure for one in follow_ups for measure in owned.get(one.pk, ()))
    return tuple({measure.pk: measure for measure in every}.values())
