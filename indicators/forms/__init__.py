from indicators.forms.definitions import ComparisonForm, IndicatorForm, TargetForm
from indicators.forms.filters import IndicatorFilterForm, SurveyFilterForm
from indicators.forms.outcomes import OutcomeForm
from indicators.forms.questions import QuestionForm
from indicators.forms.survey_groups import SurveyGroupsForm
from indicators.forms.surveys import SurveyForm

__all__ = [
    "ComparisonForm",
    "IndicatorFilterForm",
    "IndicatorForm",
    "OutcomeForm",
    "QuestionForm",
    "SurveyFilterForm",
    "SurveyForm",
    "SurveyGroupsForm",
    "TargetForm",
]
