"""Reviews as other registers know them: what a measure answers to, what a risk was born from."""

from django.urls import reverse

from measures.models import Measure
from measures.origins import Origin
from organisation.births import Birth
from organisation.models import User
from reviews.models import Provider, ProviderFollowUp, Recommendation, Review


def origins(user: User, measure: Measure) -> list[Origin]:
    """As far as this person may know."""
    seen = Review.objects.visible_to(user)
    recommended = Recommendation.objects.filter(review__in=seen, measures=measure)
    providers = Provider.objects.visible_to(user)
    followed = ProviderFollowUp.objects.filter(contract__provider__in=providers, measures=measure)
    return [
        *(_review(row, str(row)) for row in seen.filter(measures=measure)),
        *(_review(row.review, str(row)) for row in recommended.select_related("review")),
        *(_follow_up(row) for row in followed.select_related("contract__provider")),
    ]


def _review(review: Review, title: str) -> Origin:
    return Origin("Granskning", title, reverse("reviews:detail", args=[review.code]))


def _follow_up(row: ProviderFollowUp) -> Origin:
    url = reverse("providers:detail", args=[row.contract.provider_id])
    return Origin("Utföraruppföljning", str(row), url)


def birth(user: User, code: str) -> Birth | None:
    review = Review.objects.visible_to(user).filter(code__iexact=code).first()
    if review is None:
        return None
    url = reverse("reviews:detail", args=[review.code])
    return Birth("review", review.code, f"Granskning {review}"[:120], url)
