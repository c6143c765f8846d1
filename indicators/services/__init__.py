from indicators.services.definitions import (
    IsUsed,
    add_comparison,
    change_comparison,
    change_target,
    create_indicator,
    remove_comparison,
    remove_target,
    set_target,
    update_indicator,
)
from indicators.services.outcomes import (
    AlreadyRecorded,
    change_outcome,
    record_outcome,
    remove_outcome,
)
from indicators.services.surveys import (
    add_question,
    change_question,
    create_survey,
    remove_question,
    set_groups,
    update_survey,
)

__all__ = [
    "AlreadyRecorded",
    "IsUsed",
    "add_comparison",
    "add_question",
    "change_comparison",
    "change_outcome",
    "change_question",
    "change_target",
    "create_indicator",
    "create_survey",
    "record_outcome",
    "remove_comparison",
    "remove_outcome",
    "remove_question",
    "remove_target",
    "set_groups",
    "set_target",
    "update_indicator",
    "update_survey",
]
