"""What people do in the two registers: one function for each act, with its trace in the log."""

from reviews.services.links import add_measure, link_measure, unlink_measure
from reviews.services.providers import (
    FollowedUp,
    add_contract,
    add_plan,
    add_provider,
    add_requirement,
    follow_up,
    requirements_of,
    update_contract,
    update_plan,
    update_provider,
    update_requirement,
)
from reviews.services.removing import remove
from reviews.services.reviews import (
    add_finding,
    add_recommendation,
    code_is_taken,
    create_review,
    suggested_code,
    update_finding,
    update_recommendation,
    update_review,
)

__all__ = [
    "FollowedUp",
    "add_contract",
    "add_finding",
    "add_measure",
    "add_plan",
    "add_provider",
    "add_recommendation",
    "add_requirement",
    "code_is_taken",
    "create_review",
    "follow_up",
    "link_measure",
    "remove",
    "requirements_of",
    "suggested_code",
    "unlink_measure",
    "update_contract",
    "update_finding",
    "update_plan",
    "update_provider",
    "update_recommendation",
    "update_requirement",
    "update_review",
]
