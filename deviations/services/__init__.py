"""What people do with a case: one function per act, one transaction, one event in the log."""

from deviations.services.editing import update_deviation
from deviations.services.intake import register_complaint, report_deviation
from deviations.services.ivo import (
    drop_suspicion,
    notify_ivo,
    record_completion,
    record_extension,
    record_ivo_decision,
    record_receipt,
    record_request,
    suspect_serious,
)
from deviations.services.packages import record_package_download, request_package
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
    "drop_suspicion",
    "give_feedback",
    "link_measure",
    "notify_ivo",
    "record_completion",
    "record_extension",
    "record_ivo_decision",
    "record_package_download",
    "record_receipt",
    "record_request",
    "register_complaint",
    "report_deviation",
    "request_package",
    "suspect_serious",
    "update_deviation",
]
