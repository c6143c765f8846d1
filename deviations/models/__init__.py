from deviations.models.cases import Deviation, DeviationReport, NumberSeries
from deviations.models.choices import Channel, Consequence, Kind, Severity, Sex, Status
from deviations.models.classification import Cause, DeviationType
from deviations.models.complaints import Complaint
from deviations.models.investigation import (
    Assessment,
    Feedback,
    Information,
    InvestigationNote,
    IvoNotification,
)

__all__ = [
    "Assessment",
    "Cause",
    "Channel",
    "Complaint",
    "Consequence",
    "Deviation",
    "DeviationReport",
    "DeviationType",
    "Feedback",
    "Information",
    "InvestigationNote",
    "IvoNotification",
    "Kind",
    "NumberSeries",
    "Severity",
    "Sex",
    "Status",
]
