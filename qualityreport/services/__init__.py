"""What a person does with a report: each action one function, one transaction, one audit entry."""

from qualityreport.services.acknowledging import acknowledge
from qualityreport.services.attests import attest, send_to_attest, take_back, withdraw
from qualityreport.services.builds import BuildStopped, job_of, record_download, request_build
from qualityreport.services.comments import comment_on, resolve
from qualityreport.services.decisions import (
    add_measure,
    decide,
    drafts_of,
    link_measure,
    publish,
    purge_drafts,
    send_to_board,
    unlink_measure,
)
from qualityreport.services.reports import create_report
from qualityreport.services.sections import StaleSection, assign_section, save_section
from qualityreport.services.standing import (
    StaleStandingText,
    create_standing_text,
    save_standing_text,
)

__all__ = [
    "BuildStopped",
    "StaleSection",
    "StaleStandingText",
    "acknowledge",
    "add_measure",
    "assign_section",
    "attest",
    "comment_on",
    "create_report",
    "create_standing_text",
    "decide",
    "drafts_of",
    "job_of",
    "link_measure",
    "publish",
    "purge_drafts",
    "record_download",
    "request_build",
    "resolve",
    "save_section",
    "save_standing_text",
    "send_to_attest",
    "send_to_board",
    "take_back",
    "unlink_measure",
    "withdraw",
]
