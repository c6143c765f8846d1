from risks.forms.controls import ControlForm
from risks.forms.processes import ProcessForm
from risks.forms.results import ResultForm
from risks.forms.risks import AssessForm, CloseForm, CommentForm, RiskForm

__all__ = [
    "AssessForm",
    "CloseForm",
    "CommentForm",
    "ControlForm",
    "ProcessForm",
    "ResultForm",
    "RiskForm",
]
