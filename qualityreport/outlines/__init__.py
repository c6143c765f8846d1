"""A report kind is an outline: nested titles with a block or a narrative prompt. No code."""

from qualityreport.models import ReportKind
from qualityreport.outlines.kvalitetsberattelse import OUTLINE as QUALITY_REPORT
from qualityreport.outlines.node import Node

OUTLINES: dict[str, tuple[Node, ...]] = {ReportKind.QUALITY_REPORT: QUALITY_REPORT}

__all__ = ["OUTLINES", "Node"]
