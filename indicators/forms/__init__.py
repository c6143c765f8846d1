from indicators.forms.definitions import ComparisonForm, IndicatorForm, TargetForm
from indicators.forms.filters import IndicatorFilterForm, SurveyFilterForm
from indicators.forms.outcomes import OutcomeForm
from indicators.forms.surveys import QuestionForm, SurveyForm

__all__ = [
    "ComparisonForm",
    "IndicatorFilterForm",
    "IndicatorForm",
    "OutcomeForm",
    "QuestionForm",
    "SurveyFilterForm",
    "SurveyForm",
    "TargetForm",
]
