"""What people do with a case: one function per act, one transaction, one event in the log."""

from deviations.services.editing import update_deviation
from deviations.services.intake import register_complaint, report_deviation
from deviations.services.rows import IllegalStep, StaleVersion
from deviations.services.saved import remove_filter, rename_filter, save_filter
from deviations.services.steps import (
    add_measure,
    annul_deviation,
    assign_investigator,
    close_deviation,
    decide,
    give_feedback,
    link_measure,
)
from deviations.services.totals import add_total, change_total, remove_total, seal_year

__all__ = [
    "IllegalStep",
    "StaleVersion",
    "add_measure",
    "add_total",
    "annul_deviation",
    "assign_investigator",
    "change_total",
    "close_deviation",
    "decide",
    "give_feedback",
    "link_measure",
    "register_complaint",
    "remove_filter",
    "remove_total",
    "rename_filter",
    "report_deviation",
    "save_filter",
    "seal_year",
    "update_deviation",
]
