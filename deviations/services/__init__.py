"""What people do with a case: one function per act, one transaction, one event in the log."""

from deviations.services.attachments import attach_file, remove_attachment
from deviations.services.editing import update_deviation
from deviations.services.identity import keep_identity, open_identity
from deviations.services.intake import register_complaint, report_deviation
from deviations.services.notes import (
    add_note,
    change_note,
    correct_note,
    remove_draft_note,
    sign_note,
)
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
    "add_note",
    "annul_deviation",
    "assign_investigator",
    "attach_file",
    "change_note",
    "close_deviation",
    "correct_note",
    "decide",
    "give_feedback",
    "keep_identity",
    "link_measure",
    "open_identity",
    "register_complaint",
    "remove_attachment",
    "remove_draft_note",
    "report_deviation",
    "sign_note",
    "update_deviation",
]
