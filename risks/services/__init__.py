"""What people do with risks and controls: one function per action, one transaction, one event."""

from risks.services.controls import (
    AlreadyRecorded,
    correct_result,
    create_control,
    record_result,
    update_control,
)
from risks.services.links import add_measure, link_measure, unlink_measure
from risks.services.processes import create_process, update_process
from risks.services.risks import (
    assess_risk,
    close_risk,
    comment_on_year,
    create_risk,
    update_risk,
)
from risks.services.rows import CodeTaken, IllegalStep, suggested_code
from risks.services.wheel import drop_address, renew_address, skip_occasion, take_up_occasion

__all__ = [
    "AlreadyRecorded",
    "CodeTaken",
    "IllegalStep",
    "add_measure",
    "assess_risk",
    "close_risk",
    "comment_on_year",
    "correct_result",
    "create_control",
    "create_process",
    "create_risk",
    "drop_address",
    "link_measure",
    "record_result",
    "renew_address",
    "skip_occasion",
    "suggested_code",
    "take_up_occasion",
    "unlink_measure",
    "update_control",
    "update_process",
    "update_risk",
]
