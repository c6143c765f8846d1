"""What people do with a case: one function per act, one transaction, one event in the log."""

from deviations.services.complaints import (
    answer_complaint,
    confirm_receipt,
    deviation_from_complaint,
    mark_appeal,
)
from deviations.services.drafts import discard_draft, purge_drafts, save_draft
from deviations.services.editing import update_deviation
from deviations.services.intake import register_complaint, report_deviation
from deviations.services.rows import IllegalStep, StaleVersion
from deviations.services.steps import (
    add_measure,
    annul_deviation,
    assign_investigator,
    close_deviation,
    decide,
    give_feedback,
    link_measure,
)

__all__ = [
    "IllegalStep",
    "StaleVersion",
    "add_measure",
    "annul_deviation",
    "answer_complaint",
    "assign_investigator",
    "close_deviation",
    "confirm_receipt",
    "decide",
    "deviation_from_complaint",
    "discard_draft",
    "give_feedback",
    "link_measure",
    "mark_appeal",
    "purge_drafts",
    "register_complaint",
    "report_deviation",
    "save_draft",
    "update_deviation",
]
