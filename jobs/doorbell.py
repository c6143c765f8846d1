import logging
from typing import Any

from celery import current_app

log = logging.getLogger(__name__)

# Seconds. Somebody waits for the page; if the broker does not answer, the sweeper rings later.
PATIENCE = 1


def ring(job_id: int) -> bool:
    """Tell a worker that there is work. False if the broker could not be reached."""
    try:
        with _connection() as connection:
            current_app.send_task("jobs.tasks.run", [job_id], connection=connection, retry=False)
    except Exception as error:
        # Each transport fails in its own way, and none of them is the user's error.
        log.warning("doorbell of job %s: %s", job_id, error)
        return False
    return True


def _connection() -> Any:
    options = dict(current_app.conf.broker_transport_options)
    limits = {"max_retries": 0, "socket_connect_timeout": PATIENCE, "socket_timeout": PATIENCE}
    return current_app.connection_for_write(
        connect_timeout=PATIENCE, transport_options=options | limits
    )
