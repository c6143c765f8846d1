from qualityreport.models.reports import Report, ReportKind, Section, SectionStatus, StandingText
from qualityreport.models.versions import ReportFile, ReportVersion, VersionState

__all__ = [
    "Report",
    "ReportFile",
    "ReportKind",
    "ReportVersion",
    "Section",
    "SectionStatus",
    "StandingText",
    "VersionState",
]
