from risks.models.controls import Control, ControlResult, Frequency, Method, Verdict
from risks.models.risks import Decision, Risk, RiskAssessment

__all__ = [
    "Control",
    "ControlResult",
    "Decision",
    "Frequency",
    "Method",
    "Risk",
    "RiskAssessment",
    "Verdict",
]
