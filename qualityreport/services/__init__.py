"""What a person does with a report: each action one function, one transaction, one audit entry."""

from qualityreport.services.acknowledging import acknowledge
from qualityreport.services.attests import attest, send_to_attest, take_back, withdraw
from qualityreport.services.batches import order_many
from qualityreport.services.builds import BuildStopped, job_of, record_download, request_build
from qualityreport.services.comments import comment_on, resolve
from qualityreport.services.contributions import (
    ask_for_contributions,
    draw_in,
    remind,
    return_contribution,
    write_contribution,
)
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
from qualityreport.services.improvements import (
    answer_improvement,
    change_improvement,
    name_improvement,
    remove_improvement,
)
from qualityreport.services.reports import create_report, set_meeting
from qualityreport.services.sections import StaleSection, assign_section, save_section
from qualityreport.services.standing import (
    StaleStandingText,
    create_standing_text,
    save_standing_text,
)
from qualityreport.services.statements import remove_statement, write_statement

__all__ = [
    "BuildStopped",
    "StaleSection",
    "StaleStandingText",
    "acknowledge",
    "add_measure",
    "answer_improvement",
    "ask_for_contributions",
    "assign_section",
    "attest",
    "change_improvement",
    "comment_on",
    "create_report",
    "create_standing_text",
    "decide",
    "drafts_of",
    "draw_in",
    "job_of",
    "link_measure",
    "name_improvement",
    "order_many",
    "publish",
    "purge_drafts",
    "record_download",
    "remind",
    "remove_improvement",
    "remove_statement",
    "request_build",
    "resolve",
    "return_contribution",
    "save_section",
    "save_standing_text",
    "send_to_attest",
    "send_to_board",
    "set_meeting",
    "take_back",
    "unlink_measure",
    "withdraw",
    "write_contribution",
    "write_statement",
]
