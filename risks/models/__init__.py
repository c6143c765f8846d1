from risks.models.controls import (
    Control,
    ControlResult,
    Frequency,
    Method,
    Verdict,
)
from risks.models.file_reviews import (
    FileReview,
    FileReviewAnswer,
    FileReviewCase,
    FileReviewQuestion,
)
from risks.models.risks import Decision, Risk, RiskAssessment, RiskComment
from risks.models.year_wheel import CalendarAddress, SkippedOccasion

__all__ = [
    "CalendarAddress",
    "Control",
    "ControlResult",
    "Decision",
    "FileReview",
    "FileReviewAnswer",
    "FileReviewCase",
    "FileReviewQuestion",
    "Frequency",
    "Method",
    "Risk",
    "RiskAssessment",
    "RiskComment",
    "SkippedOccasion",
    "Verdict",
]
