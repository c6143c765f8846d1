from indicators.models.collection import CollectionPlan, OutcomeReminder, PeriodLock
from indicators.models.definitions import Comparison, DefinitionBreak, Indicator, Target
from indicators.models.kolada import KoladaKpi, KoladaRun, KoladaValue, KoladaWatch
from indicators.models.observations import Observation, ObservationPart, ObservationRevision
from indicators.models.periods import ReportingPeriod
from indicators.models.surveys import AnswerCount, AnswerOption, Question, Survey, SurveyGroup

__all__ = [
    "AnswerCount",
    "AnswerOption",
    "CollectionPlan",
    "Comparison",
    "DefinitionBreak",
    "Indicator",
    "KoladaKpi",
    "KoladaRun",
    "KoladaValue",
    "KoladaWatch",
    "Observation",
    "ObservationPart",
    "ObservationRevision",
    "OutcomeReminder",
    "PeriodLock",
    "Question",
    "ReportingPeriod",
    "Survey",
    "SurveyGroup",
    "Target",
]
