"""The report in the browser while it is written: the print's own templates, today's figures."""

from typing import Any

from django.urls import reverse

from lib.pdf.exhibits import for_print
from organisation.models import User
from qualityreport.collect import Collection, printed_sections
from qualityreport.figures import Choice, choices
from qualityreport.models import Report, Section, StandingText
from qualityreport.scope import Scope
from qualityreport.text import compose


def sections(collection: Collection) -> list[dict[str, Any]]:
    """One heading level lower than in print: the page has a heading of its own."""
    ready: list[dict[str, Any]] = for_print(
        {"sections": printed_sections(collection)}, heading_shift=1
    )["sections"]
    return ready


def figures(report: Report) -> dict[str, list[Choice]]:
    """Every live figure with its value for this report, to pick from while writing."""
    return choices(Scope.of(report))


def section(found: Section) -> dict[str, Any]:
    composed = compose(found.body, scope=Scope.of(found.report), heading_level=3)
    return {"html": composed.html, "faults": composed.faults}


def standing(found: Section, user: User) -> dict[str, Any] | None:
    """The text that is printed before the year's own, and the way to it for who may change it."""
    report = found.report
    text = StandingText.objects.in_force(report.unit_id, report.year).get(found.standing)
    if text is None:
        return None
    composed = compose(text.body, scope=Scope.of(report), heading_level=3)
    may_edit = StandingText.objects.composed_by(user).filter(pk=text.pk).exists()
    return {
        "html": composed.html,
        "faults": composed.faults,
        "first_year": text.first_year,
        "url": reverse("qualityreport:standing_text", args=[text.pk]) if may_edit else "",
    }


def last_year(found: Section) -> str:
    """What the same section said in the report of the year before."""
    report = found.report
    before = Section.objects.filter(
        key=found.key,
        report__kind=report.kind,
        report__unit=report.unit,
        report__year=report.year - 1,
    ).order_by("-report__as_of")
    return before.values_list("body", flat=True).first() or ""
