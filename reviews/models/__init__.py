from reviews.models.providers import (
    ActionPlan,
    Contract,
    Provider,
    ProviderFollowUp,
    Requirement,
    RequirementResult,
)
from reviews.models.reviews import Finding, Recommendation, Review

__all__ = [
    "ActionPlan",
    "Contract",
    "Finding",
    "Provider",
    "ProviderFollowUp",
    "Recommendation",
    "Requirement",
    "RequirementResult",
    "Review",
]
