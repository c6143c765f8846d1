from deviations.models.cases import Deviation, DeviationReport, NumberSeries
from deviations.models.choices import (
    AnnulledBecause,
    Channel,
    Clock,
    Consequence,
    Kind,
    Severity,
    Sex,
    Status,
)
from deviations.models.classification import Cause, DeviationType
from deviations.models.complaints import Complaint
from deviations.models.confidential import Attachment, IdentityOpening, ManagerSlip, PersonIdentity
from deviations.models.history import PublishedTotal
from deviations.models.investigation import (
    Assessment,
    Feedback,
    ImmediateMeasure,
    Information,
    InvestigationNote,
)
from deviations.models.ivo import CasePackage, IvoEvent, IvoNotification, TransferField
from deviations.models.personal import ReportDraft, SavedFilter
from deviations.models.retention import ArchiveExport, CaseStub, PurgeProtocol
from deviations.models.rules import ClockRule, LexSarahPolicy, Reminder, RetentionRule

__all__ = [
    "AnnulledBecause",
    "ArchiveExport",
    "Assessment",
    "Attachment",
    "CasePackage",
    "CaseStub",
    "Cause",
    "Channel",
    "Clock",
    "ClockRule",
    "Complaint",
    "Consequence",
    "Deviation",
    "DeviationReport",
    "DeviationType",
    "Feedback",
    "IdentityOpening",
    "ImmediateMeasure",
    "Information",
    "InvestigationNote",
    "IvoEvent",
    "IvoNotification",
    "Kind",
    "LexSarahPolicy",
    "ManagerSlip",
    "NumberSeries",
    "PersonIdentity",
    "PublishedTotal",
    "PurgeProtocol",
    "Reminder",
    "ReportDraft",
    "RetentionRule",
    "SavedFilter",
    "Severity",
    "Sex",
    "Status",
    "TransferField",
]
