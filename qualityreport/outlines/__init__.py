"""A report kind is an outline: nested titles with a block or a narrative prompt. No code."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualityreport.models import ReportKind
from qualityreport.outlines import kvalitetsberattelse
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
}
DEFAULT_OUTLINE: Mapping[str, str] = {ReportKind.QUALITY_REPORT: "hel"}

__all__ = ["DEFAULT_OUTLINE", "OUTLINES", "Node", "Outline"]
