from deviations.forms.editing import CaseForm, ComplaintPartForm
from deviations.forms.filters import CaseFilterForm
from deviations.forms.reporting import ComplaintForm, ReportForm
from deviations.forms.steps import (
    AnnulForm,
    AssignForm,
    DecisionForm,
    FeedbackForm,
    LinkMeasureForm,
    MeasureForm,
)

__all__ = [
    "AnnulForm",
    "AssignForm",
    "CaseFilterForm",
    "CaseForm",
    "ComplaintForm",
    "ComplaintPartForm",
    "DecisionForm",
    "FeedbackForm",
    "LinkMeasureForm",
    "MeasureForm",
    "ReportForm",
]
