"""Which row a page is about: 404 outside what the person may know of, 403 inside it without the
right."""

from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from organisation.access import access_of
from organisation.models import User
from reviews.models import (
    ActionPlan,
    Contract,
    Finding,
    Provider,
    ProviderFollowUp,
    Recommendation,
    Requirement,
    Review,
)
from reviews.querysets import EDITORS

Row = TypeVar("Row", bound=Model)


def review_of(user: User, code: str) -> Review:
    """Whatever the case of the letters."""
    rows = Review.objects.visible_to(user).select_related("unit", "responsible")
    return _only(rows.filter(code__iexact=code))


def review_to_change(user: User, code: str) -> Review:
    review = review_of(user, code)
    if not may_change(user, review):
        raise PermissionDenied
    return review


def may_change(user: User, row: Review | Provider | Requirement) -> bool:
    return type(row).objects.editable_by(user).filter(pk=row.pk).exists()


def finding_to_change(user: User, code: str, pk: int) -> Finding:
    review = review_to_change(user, code)
    return _only(review.findings.filter(pk=pk).select_related("review__unit"))


def recommendation_to_change(user: User, code: str, pk: int) -> Recommendation:
    """By whoever keeps the review, or leads the unit that it is meant for."""
    review = review_of(user, code)
    rows = review.recommendations.select_related("review__unit", "unit")
    found = _only(rows.filter(pk=pk))
    if not answerable(user, review).filter(pk=pk).exists():
        raise PermissionDenied
    return found


def answerable(user: User, review: Review) -> QuerySet[Recommendation]:
    own = access_of(user).unit_ids(*EDITORS)
    every = Q() if review.unit_id in own else Q(unit_id__in=own)
    return review.recommendations.filter(every)


def provider_of(user: User, pk: int) -> Provider:
    return _only(Provider.objects.visible_to(user).select_related("unit").filter(pk=pk))


def provider_to_change(user: User, pk: int) -> Provider:
    provider = provider_of(user, pk)
    if not may_change(user, provider):
        raise PermissionDenied
    return provider


def contract_to_change(user: User, provider_pk: int, pk: int) -> Contract:
    provider = provider_to_change(user, provider_pk)
    return _only(provider.contracts.select_related("provider__unit").filter(pk=pk))


def follow_up_to_change(user: User, provider_pk: int, pk: int) -> ProviderFollowUp:
    provider = provider_to_change(user, provider_pk)
    rows = ProviderFollowUp.objects.filter(contract__provider=provider)
    return _only(rows.select_related("contract__provider__unit").filter(pk=pk))


def plan_to_change(user: User, provider_pk: int, pk: int) -> ActionPlan:
    provider = provider_to_change(user, provider_pk)
    rows = ActionPlan.objects.filter(follow_up__contract__provider=provider)
    return _only(rows.select_related("follow_up__contract__provider__unit").filter(pk=pk))


def requirement_to_change(user: User, pk: int) -> Requirement:
    row = _only(Requirement.objects.visible_to(user).filter(pk=pk))
    if not may_change(user, row):
        raise PermissionDenied
    return row


def _only(rows: QuerySet[Row]) -> Row:
    row = rows.first()
    if row is None:
        raise Http404
    return row
