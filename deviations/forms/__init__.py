from deviations.forms.answers import AnswersForm
from deviations.forms.attachments import RemoveAttachmentForm, UploadForm
from deviations.forms.editing import CaseForm, ComplaintPartForm
from deviations.forms.filters import CaseFilterForm
from deviations.forms.identity import IdentityForm, OpenIdentityForm
from deviations.forms.notes import NoteForm
from deviations.forms.process import (
    AssessForm,
    CloseForm,
    EffectForm,
    GrantForm,
    HandOverForm,
    ImmediateForm,
    InformForm,
    InstructForm,
    JoinForm,
    ReadyForm,
    ReceiveForm,
    RevokeForm,
    SuspectForm,
    UnlockForm,
)
from deviations.forms.reporting import ComplaintForm, ReportForm
from deviations.forms.steps import (
    AnnulForm,
    AssignForm,
    CaseStepForm,
    DecisionForm,
    FeedbackForm,
    LinkMeasureForm,
    MeasureForm,
)

__all__ = [
    "AnnulForm",
    "AnswersForm",
    "AssessForm",
    "AssignForm",
    "CaseFilterForm",
    "CaseForm",
    "CaseStepForm",
    "CloseForm",
    "ComplaintForm",
    "ComplaintPartForm",
    "DecisionForm",
    "EffectForm",
    "FeedbackForm",
    "GrantForm",
    "HandOverForm",
    "IdentityForm",
    "ImmediateForm",
    "InformForm",
    "InstructForm",
    "JoinForm",
    "LinkMeasureForm",
    "MeasureForm",
    "NoteForm",
    "OpenIdentityForm",
    "ReadyForm",
    "ReceiveForm",
    "RemoveAttachmentForm",
    "ReportForm",
    "RevokeForm",
    "SuspectForm",
    "UnlockForm",
    "UploadForm",
]
