"""The database's own lock on follow-ups."""

from audit.append_only import lock

install, remove = lock("measures_followup")
