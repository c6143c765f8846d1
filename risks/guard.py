"""The database's own lock on what was judged and said of risks, and on results of controls."""

from audit.append_only import lock

ASSESSMENTS = lock("risks_riskassessment")
RESULTS = lock("risks_controlresult")
COMMENTS = lock("risks_riskcomment")
