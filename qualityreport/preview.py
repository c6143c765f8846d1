"""The report in the browser while it is written: the print's own templates, today's figures."""

from dataclasses import dataclass
from typing import Any

from lib.pdf.exhibits import for_print
from qualityreport.collect import Collection, printed_sections
from qualityreport.figures import FIGURES, resolve
from qualityreport.models import Report, Section
from qualityreport.scope import Scope
from qualityreport.text import Figures, compose
from qualityreport.tokens import Token


def sections(collection: Collection) -> list[dict[str, Any]]:
    """One heading level lower than in print: the page has a heading of its own."""
    ready: list[dict[str, Any]] = for_print(
        {"sections": printed_sections(collection)}, heading_shift=1
    )["sections"]
    return ready


@dataclass(frozen=True)
class FigureRow:
    token: str
    title: str
    value: str


def figures(report: Report) -> list[FigureRow]:
    """Every live figure with its value for this report, to pick from while writing."""
    scope = Scope.of(report)
    return [
        FigureRow(f"{{{{ {figure.name} }}}}", figure.title, _value(figure.name, scope))
        for figure in FIGURES.values()
    ]


def _value(name: str, scope: Scope) -> str:
    return resolve(Token(name, (), name), scope).text


def section(found: Section) -> dict[str, Any]:
    composed = compose(found.body, figures=Figures(Scope.of(found.report)), heading_level=3)
    return {"html": composed.html, "faults": composed.faults}


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
