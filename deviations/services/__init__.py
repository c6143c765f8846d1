"""What people do with a case: one function per act, one transaction, one event in the log."""

from deviations.services.diary import set_diary_number
from deviations.services.editing import update_deviation
from deviations.services.intake import register_complaint, report_deviation
from deviations.services.retention import purge_cases, remove_export, request_export
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
    "assign_investigator",
    "close_deviation",
    "decide",
    "give_feedback",
    "link_measure",
    "purge_cases",
    "register_complaint",
    "remove_export",
    "report_deviation",
    "request_export",
    "set_diary_number",
    "update_deviation",
]
