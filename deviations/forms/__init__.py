from deviations.forms.answers import AnswersForm
from deviations.forms.attachments import RemoveAttachmentForm, UploadForm
from deviations.forms.editing import CaseForm, ComplaintPartForm
from deviations.forms.filters import CaseFilterForm
from deviations.forms.identity import IdentityForm, OpenIdentityForm
from deviations.forms.notes import NoteForm
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
    "AnswersForm",
    "AssignForm",
    "CaseFilterForm",
    "CaseForm",
    "ComplaintForm",
    "ComplaintPartForm",
    "DecisionForm",
    "FeedbackForm",
    "IdentityForm",
    "LinkMeasureForm",
    "MeasureForm",
    "NoteForm",
    "OpenIdentityForm",
    "RemoveAttachmentForm",
    "ReportForm",
    "UploadForm",
]
