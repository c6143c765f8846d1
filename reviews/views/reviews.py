"""Granskningar: the list, a review's page, its form; what it found and recommends."""

from collections.abc import Iterator
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from audit import services as audit
from lib.listing import numbered
from lib.spreadsheet import Column, Value, download
from measures.owners import linked_measures
from organisation.access import access_of
from organisation.screens import Screen, answered, confirmed
from organisation.views import person, role_required
from reviews import pages, services
from reviews.forms import FindingForm, RecommendationForm, ReviewForm
from reviews.listing import ReviewListing
from reviews.models import Finding, Recommendation, Review
from reviews.querysets import EDITORS, READERS
from reviews.views.scope import (
    answerable,
    finding_to_change,
    may_change,
    recommendation_to_change,
    review_of,
    review_to_change,
)

COLUMNS = (
    *(Column("Kod", 8), Column("Granskning", 60), Column("Slag", 24), Column("Verksamhet", 30)),
    *(Column("Utförd av", 30), Column("Påbörjad", 12), Column("Rapporten kom", 12)),
    *(Column("Läge", 16), Column("Rekommendationer", 12), Column("Besvarade", 12)),
    *(Column("Svar senast", 12), Column("Ansvarig", 26)),
)
ROOT = ("Granskningar", "/granskningar/")


@require_GET
@role_required(*READERS)
def review_list(request: HttpRequest) -> HttpResponse:
    listing = ReviewListing(person(request), request.GET)
    page = listing.page()
    context = {
        "rows": [listing.row(review) for review in page.object_list],
        "filter_form": listing.form,
        "filtered": listing.filtered,
        **numbered(page, request.GET),
        "export_query": listing.address(),
        "may_add": access_of(request.user).has(*EDITORS),
    }
    return render(request, "reviews/list.html", context)


@require_GET
@role_required(*READERS)
def export(request: HttpRequest) -> HttpResponse:
    listing = ReviewListing(person(request), request.GET)
    rows = list(_cells(listing))
    audit.record_export(actor=person(request), model=Review, count=len(rows))
    return download("Granskningar", COLUMNS, rows)


def _cells(listing: ReviewListing) -> Iterator[tuple[Value, ...]]:
    for review in listing.everything():
        row = listing.row(review)
        yield (
            *(row.code, row.title, row.kind, row.unit, row.by, review.started_on),
            *(review.reported_on, row.standing, review.asked, review.answered_count),
            *(review.answer_due_on, row.responsible),
        )


@require_GET
def detail(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    review = review_of(user, code)
    mine = answerable(user, review).values_list("pk", flat=True)
    context = {
        "review": review,
        "facts": pages.review_facts(review),
        "findings": pages.findings(review),
        "recommendations": pages.recommendations(review, user, mine),
        "measures": linked_measures(review, user),
        "may_change": may_change(user, review),
    }
    return render(request, "reviews/detail.html", context)


@require_http_methods(["GET", "POST"])
@role_required(*EDITORS)
def create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    initial = {"code": services.suggested_code()}
    form = ReviewForm(request.POST or None, editor=user, initial=initial)
    screen = Screen(title="Lägg till granskning", over="", back_url=ROOT[1], crumbs=(ROOT,))
    return answered(
        request,
        form,
        screen,
        save=lambda: services.create_review(actor=user, **form.values),
        message="Granskningen är tillagd.",
        page_of=pages.page_of_review,
    )


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    review = review_to_change(user, code)
    form = ReviewForm(request.POST or None, instance=review, editor=user)
    return answered(
        request,
        form,
        _screen(review, "Ändra granskningen", remove_url=reverse("reviews:remove", args=[code])),
        save=lambda: services.update_review(
            actor=user,
            pk=review.pk,
            version=form.cleaned_data["version"],
            changes=form.changes,
        ),
        message="Granskningen är sparad.",
    )


@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    review = review_to_change(user, code)
    return confirmed(
        request,
        _screen(review, "Ta bort granskningen?"),
        remove=partial(services.remove, actor=user, row=review),
        message="Granskningen är borttagen.",
        then=ROOT[1],
    )


def _screen(review: Review, title: str, lead: str = "", remove_url: str = "") -> Screen:
    page = pages.page_of_review(review)
    return Screen(
        title=title,
        over=str(review),
        back_url=page,
        crumbs=(ROOT, (review.code, page)),
        lead=lead,
        remove_url=remove_url,
    )


@require_http_methods(["GET", "POST"])
def add_finding(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    review = review_to_change(user, code)
    form = FindingForm(request.POST or None, instance=Finding(review=review))
    return answered(
        request,
        form,
        _screen(review, "Lägg till iakttagelse"),
        save=lambda: services.add_finding(actor=user, review=review, **form.values),
        message="Iakttagelsen är tillagd.",
    )


@require_http_methods(["GET", "POST"])
def finding(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    row = finding_to_change(user, code, pk)
    form = FindingForm(request.POST or None, instance=row)
    gone = reverse("reviews:finding_remove", args=[row.review.code, pk])
    return answered(
        request,
        form,
        _screen(row.review, "Ändra iakttagelsen", remove_url=gone),
        save=lambda: services.update_finding(
            actor=user, pk=pk, version=form.cleaned_data["version"], changes=form.changes
        ),
        message="Iakttagelsen är sparad.",
    )


@require_http_methods(["GET", "POST"])
def remove_finding(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    row = finding_to_change(user, code, pk)
    return confirmed(
        request,
        _screen(row.review, "Ta bort iakttagelsen?"),
        remove=partial(services.remove, actor=user, row=row),
        message="Iakttagelsen är borttagen.",
    )


@require_http_methods(["GET", "POST"])
def add_recommendation(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    review = review_to_change(user, code)
    blank = Recommendation(review=review)
    form = RecommendationForm(request.POST or None, instance=blank, editor=user, keeps=True)
    return answered(
        request,
        form,
        _screen(review, "Lägg till rekommendation"),
        save=lambda: services.add_recommendation(actor=user, review=review, **form.values),
        message="Rekommendationen är tillagd.",
    )


@require_http_methods(["GET", "POST"])
def recommendation(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    row = recommendation_to_change(user, code, pk)
    kept_by_me = may_change(user, row.review)
    form = RecommendationForm(request.POST or None, instance=row, editor=user, keeps=kept_by_me)
    gone = reverse("reviews:recommendation_remove", args=[row.review.code, pk])
    return answered(
        request,
        form,
        _screen(
            row.review,
            f"Rekommendation {row.number}",
            lead="" if kept_by_me else row.text,
            remove_url=gone if kept_by_me else "",
        ),
        save=lambda: services.update_recommendation(
            actor=user, pk=pk, version=form.cleaned_data["version"], changes=form.changes
        ),
        message="Rekommendationen är sparad.",
    )


@require_http_methods(["GET", "POST"])
def remove_recommendation(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    review_to_change(user, code)
    row = recommendation_to_change(user, code, pk)
    return confirmed(
        request,
        _screen(row.review, f"Ta bort rekommendation {row.number}?"),
        remove=partial(services.remove, actor=user, row=row),
        message="Rekommendationen är borttagen.",
    )
