from deviations.forms.editing import CaseForm, ComplaintPartForm
from deviations.forms.filters import CaseFilterForm
from deviations.forms.ivo import (
    CompletionForm,
    DropForm,
    ExtensionForm,
    IvoDecisionForm,
    NotifyForm,
    PackageForm,
    ReceiptForm,
    RequestForm,
    SuspectForm,
)
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
    "CompletionForm",
    "DecisionForm",
    "DropForm",
    "ExtensionForm",
    "FeedbackForm",
    "IvoDecisionForm",
    "LinkMeasureForm",
    "MeasureForm",
    "NotifyForm",
    "PackageForm",
    "ReceiptForm",
    "ReportForm",
    "RequestForm",
    "SuspectForm",
]
