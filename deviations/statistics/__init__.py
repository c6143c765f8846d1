"""The counted figures of the deviation register. One function, one figure, everywhere.

Counting rules (domain: SOSFS 2011:5 and 2011:9, and the errors of published reports):
received = received in the period; investigated = decided with a grade in the period, whatever
year received; open = received and undecided at its end. Everything is read from dates, so a
period looks the same whatever has happened since.
"""

from deviations.statistics.complaints import (
    Answers,
    Came,
    Complaints,
    answers,
    complaint_topics,
    complaints,
    complaints_received,
)
from deviations.statistics.flow import (
    Reconciliation,
    Reported,
    flows,
    per_type_and_channel,
    received,
    received_per_unit,
    reconciliation,
    reported,
    together,
)
from deviations.statistics.outcome import (
    Causes,
    Documented,
    Ivo,
    Time,
    causes,
    heard,
    informed,
    investigated_per_grade,
    measure_ids,
    notified_to_ivo,
    time_to_decision,
)
from deviations.statistics.published import Published, Totals, published_totals
from deviations.statistics.silence import Silence, silent_units

__all__ = [
    "Answers",
    "Came",
    "Causes",
    "Complaints",
    "Documented",
    "Ivo",
    "Published",
    "Reconciliation",
    "Reported",
    "Silence",
    "Time",
    "Totals",
    "answers",
    "causes",
    "complaint_topics",
    "complaints",
    "complaints_received",
    "flows",
    "heard",
    "informed",
    "investigated_per_grade",
    "measure_ids",
    "notified_to_ivo",
    "per_type_and_channel",
    "published_totals",
    "received",
    "received_per_unit",
    "reconciliation",
    "reported",
    "silent_units",
    "time_to_decision",
    "together",
]
