"""What people do with risks and controls: one function per action, one transaction, one event."""

from risks.services.controls import (
    AlreadyRecorded,
    correct_result,
    create_control,
    record_result,
    update_control,
)
from risks.services.links import add_measure, link_measure, unlink_measure
from risks.services.risks import assess_risk, close_risk, create_risk, update_risk
from risks.services.rows import CodeTaken, IllegalStep, suggested_code

__all__ = [
    "AlreadyRecorded",
    "CodeTaken",
    "IllegalStep",
    "add_measure",
    "assess_risk",
    "close_risk",
    "correct_result",
    "create_control",
    "create_risk",
    "link_measure",
    "record_result",
    "suggested_code",
    "unlink_measure",
    "update_control",
    "update_risk",
]
