"""A report kind is an outline: nested titles with a block or a narrative prompt. No code."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualityreport.models import ReportKind
from qualityreport.outlines import kvalitetsberattelse, kvalitetsplan, lex_sarah
from qualityreport.outlines.node import Node


@dataclass(frozen=True)
class Outline:
    kind: str
    title: str
    nodes: tuple[Node, ...]


OUTLINES: Mapping[str, Outline] = {
    "hel": Outline(
        ReportKind.QUALITY_REPORT,
        "Hel: risker, egenkontroller och indikatorer per område",
        kvalitetsberattelse.WHOLE,
    ),
    "kort": Outline(
        ReportKind.QUALITY_REPORT,
        "Kort: fokus per kvalitetsområde, statistik och bedömning",
        kvalitetsberattelse.SHORT,
    ),
    "lexsarah": Outline(
        ReportKind.LEX_SARAH,
        "Årsberättelse lex Sarah: från rapport till lärande",
        lex_sarah.YEAR,
    ),
    "plan": Outline(
        ReportKind.PLAN,
        "Kvalitetsplan: risk, egenkontroll och åtgärd process för process",
        kvalitetsplan.PLAN,
    ),
}
DEFAULT_OUTLINE: Mapping[str, str] = {
    ReportKind.QUALITY_REPORT: "hel",
    ReportKind.LEX_SARAH: "lexsarah",
    ReportKind.PLAN: "plan",
}


def outlines_of(kind: str) -> list[str]:
    return [key for key, outline in OUTLINES.items() if outline.kind == kind]


__all__ = ["DEFAULT_OUTLINE", "OUTLINES", "Node", "Outline", "outlines_of"]
