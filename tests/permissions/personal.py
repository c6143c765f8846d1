"""Saved narrowings, which are one's own, and the sums of earlier years."""

from typing import Any

from django.utils import timezone

from deviations import services
from deviations.models import Kind, PublishedTotal
from organisation.models import User
from tests.factories.organisation import Organisation

Names = dict[str, Any]


def saved_filters(people: dict[str, User]) -> dict[str, dict[str, Names]]:
    owners = {"own": "eva", "foreign": "erik", "secret": "sara"}
    saved: dict[str, Names] = {
        about: {
            "pk": services.save_filter(actor=people[who], name="Försenade", query="due=overdue").pk
        }
        for about, who in owners.items()
    }
    saved["unknown"] = {"pk": 999_999}
    return dict.fromkeys(("deviations:filter_edit", "deviations:filter_remove"), saved)


def totals(organisation: Organisation) -> dict[str, dict[str, Names]]:
    """Of a year each, before all cases: one that can be changed, one sealed, and one of others."""
    places = {
        "own": (2013, organisation.children),
        "secret": (2012, organisation.children),
        "foreign": (2011, organisation.home_care),
    }
    rows, years = {}, {}
    for about, (year, unit) in places.items():
        total = PublishedTotal.objects.create(
            unit=unit,
            year=year,
            kind=Kind.LEX_SARAH,
            figure=PublishedTotal.Figure.RECEIVED,
            count=18,
            source="Kvalitetsberättelse",
            sealed_at=timezone.now() if about == "secret" else None,
        )
        rows[about], years[about] = {"pk": total.pk}, {"year": year}
    pages = dict.fromkeys(("deviations:total_edit", "deviations:total_remove"), rows)
    return pages | {"deviations:seal": years}
