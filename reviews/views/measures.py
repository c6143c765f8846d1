"""The measures of a review, a recommendation or a provider's follow-up."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from measures.models import Measure
from measures.owner_views import About, added, unlinked
from measures.owners import Owner
from organisation.views import person
from reviews import services
from reviews.models import ProviderFollowUp, Recommendation, Review
from reviews.pages import page_of_provider, page_of_review
from reviews.views.providers import ROOT as PROVIDERS
from reviews.views.reviews import ROOT as REVIEWS
from reviews.views.scope import (
    follow_up_to_change,
    recommendation_to_change,
    review_to_change,
)


@require_http_methods(["GET", "POST"])
def of_review(request: HttpRequest, code: str) -> HttpResponse:
    review = review_to_change(person(request), code)
    return _added(request, review, _about_review(review))


@require_http_methods(["GET", "POST"])
def unlink_review(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    review = review_to_change(person(request), code)
    return _unlinked(request, review, _about_review(review), pk)


@require_http_methods(["GET", "POST"])
def of_recommendation(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    row = recommendation_to_change(person(request), code, pk)
    return _added(request, row, _about_recommendation(row))


@require_http_methods(["GET", "POST"])
def unlink_recommendation(
    request: HttpRequest, code: str, recommendation: int, pk: int
) -> HttpResponse:
    row = recommendation_to_change(person(request), code, recommendation)
    return _unlinked(request, row, _about_recommendation(row), pk)


@require_http_methods(["GET", "POST"])
def of_follow_up(request: HttpRequest, provider: int, pk: int) -> HttpResponse:
    row = follow_up_to_change(person(request), provider, pk)
    return _added(request, row, _about_follow_up(row))


@require_http_methods(["GET", "POST"])
def unlink_follow_up(request: HttpRequest, provider: int, follow_up: int, pk: int) -> HttpResponse:
    row = follow_up_to_change(person(request), provider, follow_up)
    return _unlinked(request, row, _about_follow_up(row), pk)


def _added(request: HttpRequest, owner: Owner, about: About) -> HttpResponse:
    return added(request, owner, about, add=services.add_measure, link=services.link_measure)


def _unlinked(request: HttpRequest, owner: Owner, about: About, pk: int) -> HttpResponse:
    measure: Measure | None = owner.measures.filter(pk=pk).first()
    if measure is None:
        raise Http404
    return unlinked(request, owner, about, measure, unlink=services.unlink_measure)


def _about_review(review: Review) -> About:
    return About(row=review, unit=review.unit, short=review.code, **_register_of(review))


def _about_recommendation(row: Recommendation) -> About:
    """What nobody else is asked to do falls on the unit that answers for the review."""
    review = row.review
    return About(row=row, unit=row.unit or review.unit, short=review.code, **_register_of(review))


def _register_of(review: Review) -> dict[str, str]:
    return {
        "register": REVIEWS[0],
        "register_url": REVIEWS[1],
        "back_url": page_of_review(review),
    }


def _about_follow_up(row: ProviderFollowUp) -> About:
    provider = row.contract.provider
    return About(
        row=row,
        unit=provider.unit,
        short=provider.name,
        register=PROVIDERS[0],
        register_url=PROVIDERS[1],
        back_url=page_of_provider(provider.pk),
    )
