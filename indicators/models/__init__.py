from indicators.models.definitions import Comparison, Indicator, Target
from indicators.models.observations import Observation, ObservationPart, ObservationRevision
from indicators.models.periods import ReportingPeriod
from indicators.models.surveys import AnswerOption, Question, Survey

__all__ = [
    "AnswerOption",
    "Comparison",
    "Indicator",
    "Observation",
    "ObservationPart",
    "ObservationRevision",
    "Question",
    "ReportingPeriod",
    "Survey",
    "Target",
]
