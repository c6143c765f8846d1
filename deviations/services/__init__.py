"""What people do with a case: one function per act, one transaction, one event in the log."""

from deviations.services.deciding import decide
from deviations.services.editing import update_deviation
from deviations.services.finishing import (
    add_measure,
    close_deviation,
    follow_up_effect,
    link_measure,
)
from deviations.services.informing import add_immediate_measure, give_feedback, inform
from deviations.services.intake import register_complaint, report_deviation
from deviations.services.leaving import annul_deviation, hand_over, join_reports
from deviations.services.reading import grant_reading, revoke_reading
from deviations.services.receiving import initial_assessment, receive
from deviations.services.rows import IllegalStep, Incomplete, StaleVersion
from deviations.services.slips import instruct_manager, open_slip
from deviations.services.steps import (
    assign_investigator,
    investigation_ready,
    unlock_investigation,
)
from deviations.services.suspicion import suspect_misconduct

__all__ = [
    "IllegalStep",
    "Incomplete",
    "StaleVersion",
    "add_immediate_measure",
    "add_measure",
    "annul_deviation",
    "assign_investigator",
    "close_deviation",
    "decide",
    "follow_up_effect",
    "give_feedback",
    "grant_reading",
    "hand_over",
    "inform",
    "initial_assessment",
    "instruct_manager",
    "investigation_ready",
    "join_reports",
    "link_measure",
    "open_slip",
    "receive",
    "register_complaint",
    "report_deviation",
    "revoke_reading",
    "suspect_misconduct",
    "unlock_investigation",
    "update_deviation",
]
