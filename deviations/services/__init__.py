"""What people do with a case: one function per act, one transaction, one event in the log."""

from deviations.services.attachments import attach_file, remove_attachment
from deviations.services.complaints import (
    answer_complaint,
    confirm_receipt,
    deviation_from_complaint,
    mark_appeal,
)
from deviations.services.deciding import decide
from deviations.services.diary import set_diary_number
from deviations.services.drafts import discard_draft, purge_drafts, save_draft
from deviations.services.editing import update_deviation
from deviations.services.finishing import (
    add_measure,
    close_deviation,
    follow_up_effect,
    link_measure,
)
from deviations.services.identity import keep_identity, open_identity
from deviations.services.informing import add_immediate_measure, give_feedback, inform
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
from deviations.services.leaving import annul_deviation, hand_over, join_reports
from deviations.services.notes import (
    add_note,
    change_note,
    correct_note,
    remove_draft_note,
    sign_note,
)
from deviations.services.packages import record_package_download, request_package
from deviations.services.reading import grant_reading, revoke_reading
from deviations.services.receiving import initial_assessment, receive
from deviations.services.retention import purge_cases, remove_export, request_export
from deviations.services.rows import IllegalStep, Incomplete, StaleVersion
from deviations.services.saved import remove_filter, rename_filter, save_filter
from deviations.services.slips import instruct_manager, open_slip
from deviations.services.steps import assign_investigator, investigation_ready, unlock_investigation
from deviations.services.suspicion import suspect_misconduct
from deviations.services.totals import add_total, change_total, remove_total, seal_year

__all__ = [
    "IllegalStep",
    "Incomplete",
    "StaleVersion",
    "add_immediate_measure",
    "add_measure",
    "add_note",
    "add_total",
    "annul_deviation",
    "answer_complaint",
    "assign_investigator",
    "attach_file",
    "change_note",
    "change_total",
    "close_deviation",
    "confirm_receipt",
    "correct_note",
    "decide",
    "deviation_from_complaint",
    "discard_draft",
    "drop_suspicion",
    "follow_up_effect",
    "give_feedback",
    "grant_reading",
    "hand_over",
    "inform",
    "initial_assessment",
    "instruct_manager",
    "investigation_ready",
    "join_reports",
    "keep_identity",
    "link_measure",
    "mark_appeal",
    "notify_ivo",
    "open_identity",
    "open_slip",
    "purge_cases",
    "purge_drafts",
    "receive",
    "record_completion",
    "record_extension",
    "record_ivo_decision",
    "record_package_download",
    "record_receipt",
    "record_request",
    "register_complaint",
    "remove_attachment",
    "remove_draft_note",
    "remove_export",
    "remove_filter",
    "remove_total",
    "rename_filter",
    "report_deviation",
    "request_export",
    "request_package",
    "revoke_reading",
    "save_draft",
    "save_filter",
    "seal_year",
    "set_diary_number",
    "sign_note",
    "suspect_misconduct",
    "suspect_serious",
    "unlock_investigation",
    "update_deviation",
]
