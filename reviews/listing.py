"""The list of reviews, its rows ready to print."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from lib.listing import address
from lib.numbers import NOT_SET, part_of
from organisation.access import line_of
from organisation.models import Unit, UnitClosure, User
from reviews.forms import ReviewFilterForm
from reviews.forms.filters import CLOSED, OPEN
from reviews.models import Review
from reviews.querysets import READERS

PAGE_SIZE = 100
ANSWERED = Count("recommendations", filter=~Q(recommendations__response=""), distinct=True)
STILL_OPEN = Q(closed_on__isnull=True)


@dataclass(frozen=True)
class ReviewRow:
    url: str
    code: str
    title: str
    kind: str
    unit: str
    by: str
    reported: str
    standing: str
    tone: str
    recommendations: str
    responsible: str


class ReviewListing:
    """Those this person may know of, narrowed as the address says; the newest first."""

    def __init__(self, user: User, query: QueryDict) -> None:
        self.query = query
        self.today = timezone.localdate()
        reach = line_of(user, *READERS)
        seen = Review.objects.visible_to(user)
        years = sorted(
            {day.year for day in seen.values_list("started_on", flat=True)}, reverse=True
        )
        shown = query.copy()
        shown.setdefault("status", OPEN)
        self.form = ReviewFilterForm(
            shown,
            unit=Unit.objects.filter(pk__in=reach).values_list("pk", "name"),
            year=[(year, str(year)) for year in years],
        )
        self.form.is_valid()
        self.wanted = self.form.cleaned_data
        self.rows = self._narrowed(seen)

    def _narrowed(self, rows: QuerySet[Review]) -> QuerySet[Review]:
        wanted = self.wanted
        if wanted.get("unit"):
            below = UnitClosure.objects.filter(ancestor_id=wanted["unit"]).values("descendant_id")
            made_of = Review.units.through.objects.filter(unit_id__in=below).values("review_id")
            rows = rows.filter(Q(unit_id__in=below) | Q(pk__in=made_of))
        if wanted.get("kind"):
            rows = rows.filter(kind=wanted["kind"])
        if wanted.get("year"):
            rows = rows.filter(
                Q(started_on__year=wanted["year"]) | Q(reported_on__year=wanted["year"])
            )
        if wanted.get("q"):
            # Not icontains: SQLite folds no å, ä and ö.
            words = re.escape(wanted["q"])
            rows = rows.filter(Q(title__iregex=words) | Q(theme__iregex=words))
        status = wanted.get("status") or OPEN
        if status == OPEN:
            return rows.filter(STILL_OPEN)
        return rows.exclude(STILL_OPEN) if status == CLOSED else rows

    @property
    def filtered(self) -> bool:
        return any(value for name, value in self.wanted.items() if name != "status")

    def _ordered(self) -> QuerySet[Any]:
        counted = self.rows.select_related("unit", "responsible").annotate(
            asked=Count("recommendations", distinct=True), answered_count=ANSWERED
        )
        return counted.order_by(F("reported_on").desc(nulls_first=True), "-started_on", "-pk")

    def everything(self) -> list[Any]:
        return list(self._ordered())

    def page(self) -> "Page[Any]":
        return Paginator(self._ordered(), PAGE_SIZE).get_page(self.query.get("sida"))

    def address(self, **changes: str) -> str:
        return address(self.query, **changes)

    def row(self, review: Any) -> ReviewRow:
        standing, tone = standing_of(review, self.today)
        asked = part_of(review.answered_count, review.asked) if review.asked else NOT_SET
        return ReviewRow(
            url=reverse("reviews:detail", args=[review.code]),
            code=review.code,
            title=review.title,
            kind=review.get_kind_display(),
            unit=review.unit.name,
            by=review.performed_by or review.ordered_by or NOT_SET,
            reported=review.reported_on.isoformat() if review.reported_on else NOT_SET,
            standing=standing,
            tone=tone,
            recommendations=asked,
            responsible=str(review.responsible or NOT_SET),
        )


def standing_of(review: Review, today: date) -> tuple[str, str]:
    """What is the next thing to happen, in a word, and its tone."""
    if review.closed_on:
        return "Avslutad", "muted"
    if review.answer_due_on and not review.answered_on:
        late = review.answer_due_on < today
        return ("Svar försenat", "late") if late else ("Ska besvaras", "waiting")
    if review.reported_on:
        return "Rapporterad", "active"
    return "Pågår", "new"
