"""Granskningar: what was found, what was recommended, and what was answered."""

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from lib.versions import locked
from organisation.models import User
from reviews.models import Finding, Recommendation, Review
from reviews.services.rows import change, insert

NUMBERED = re.compile(r"G([0-9]{1,6})", re.IGNORECASE)


def suggested_code() -> str:
    """The number after the highest, whoever may see it."""
    codes = Review.objects.filter(code__istartswith="G").values_list("code", flat=True)
    numbers = (int(found[1]) for found in map(NUMBERED.fullmatch, codes) if found)
    return f"G{max(numbers, default=0) + 1}"


def code_is_taken(code: str) -> bool:
    """By any review, whoever may see it."""
    return Review.objects.filter(code__iexact=code).exists()


@transaction.atomic
def create_review(*, actor: User | None, **fields: Any) -> Review:
    return insert(actor, Review, fields)


@transaction.atomic
def update_review(
    *, actor: User | None, pk: int, version: int, changes: Mapping[str, Any]
) -> Review:
    return change(actor, Review, pk, version, changes)


@transaction.atomic
def add_finding(*, actor: User | None, review: Review, **fields: Any) -> Finding:
    return insert(actor, Finding, {"review": review, "order": _next(review, "findings"), **fields})


@transaction.atomic
def update_finding(
    *, actor: User | None, pk: int, version: int, changes: Mapping[str, Any]
) -> Finding:
    return change(actor, Finding, pk, version, changes)


@transaction.atomic
def add_recommendation(*, actor: User | None, review: Review, **fields: Any) -> Recommendation:
    """Numbered within its review, after the last. The review is held: two people who add at once
    get two numbers."""
    review = locked(Review, review.pk)
    last = review.recommendations.aggregate(last=Max("number"))["last"] or 0
    return insert(actor, Recommendation, {"review": review, "number": last + 1, **fields})


@transaction.atomic
def update_recommendation(
    *, actor: User | None, pk: int, version: int, changes: Mapping[str, Any]
) -> Recommendation:
    return change(actor, Recommendation, pk, version, changes)


def _next(review: Review, rows: str) -> int:
    last: int | None = getattr(review, rows).aggregate(last=Max("order"))["last"]
    return 0 if last is None else last + 1
