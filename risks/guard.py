"""The database's own lock on assessments of risks and on the results of controls."""

from audit.append_only import lock

ASSESSMENTS = lock("risks_riskassessment")
RESULTS = lock("risks_controlresult")
