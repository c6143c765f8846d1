from qualityreport.models.batches import Batch
from qualityreport.models.decisions import (
    Attestation,
    AttestStep,
    BoardDecision,
    ReportRules,
)
from qualityreport.models.improvements import Improvement
from qualityreport.models.reports import Report, ReportKind, Section, SectionStatus, StandingText
from qualityreport.models.statements import Statement
from qualityreport.models.versions import ReportFile, ReportVersion, VersionState
from qualityreport.models.writing import Acknowledgement, Comment, Contribution

__all__ = [
    "Acknowledgement",
    "AttestStep",
    "Attestation",
    "Batch",
    "BoardDecision",
    "Comment",
    "Contribution",
    "Improvement",
    "Report",
    "ReportFile",
    "ReportKind",
    "ReportRules",
    "ReportVersion",
    "Section",
    "SectionStatus",
    "StandingText",
    "Statement",
    "VersionState",
]
