"""Reviews and providers, where the report prints them."""

from collections.abc import Iterator

from django.utils.formats import date_format

from qualityreport import tallies
from qualityreport.checks.finding import Remark
from qualityreport.collect import Collection
from reviews.statistics import ReviewState, ServiceYear

EXTERNAL, OWN = ("reviews.external", "reviews.all"), ("reviews.own", "reviews.all")


def printed(collection: Collection) -> list[ReviewState]:
    places = {True: EXTERNAL, False: OWN}
    if not collection.prints(*EXTERNAL, *OWN):
        return []
    found = tallies.reviews(collection.scope)
    return [row for row in found if collection.prints(*places[row.is_external])]


def services(collection: Collection) -> list[ServiceYear]:
    if not collection.prints("providers.followed_up"):
        return []
    return list(tallies.services(collection.scope))


def review_without_result(collection: Collection) -> Iterator[Remark]:
    for review in printed(collection):
        if review.reported_on and not review.result:
            yield Remark(
                f"{review.code} {review.title}",
                "Rapporten har kommit, men resultatet är inte sammanfattat.",
                "Skriv resultatet i korthet på granskningens sida.",
            )


def review_not_answered(collection: Collection) -> Iterator[Remark]:
    end = collection.scope.period.end
    for review in printed(collection):
        due = review.answer_due_on
        if due and due <= end and not review.answer:
            yield Remark(
                f"{review.code} {review.title}",
                f"Svaret skulle ha lämnats senast {date_format(due, 'j F Y')}.",
                "Registrera svaret på granskningens sida, eller skriv i avsnittet varför det "
                "dröjer.",
            )


def recommendation_not_answered(collection: Collection) -> Iterator[Remark]:
    for review in printed(collection):
        for one in review.recommendations:
            if not one.response:
                yield Remark(
                    f"{review.code}, rekommendation {one.number}",
                    "Ingen har svarat på rekommendationen.",
                    "Svara på granskningens sida om den åtgärdas eller inte, och varför.",
                )


def provider_not_followed_up(collection: Collection) -> Iterator[Remark]:
    """Nobody has said whether they were followed up."""
    for one in services(collection):
        for name in one.pending:
            yield Remark(
                f"{name}, {one.service}",
                f"Ingen uppföljning är registrerad för {collection.scope.period.year}.",
                "Registrera uppföljningen på utförarens sida, eller varför den inte gjordes.",
            )


def provider_plan_overdue(collection: Collection) -> Iterator[Remark]:
    end = collection.scope.period.end
    for one in services(collection):
        for demand in one.demands:
            if demand.due_on < end and not demand.verified_on:
                yield Remark(
                    f"{demand.provider}, {one.service}",
                    f"Skulle vara rättat {date_format(demand.due_on, 'j F Y')}: {demand.demand}",
                    "Kontrollera hos utföraren och registrera dagen, eller sätt en ny tid.",
                )
