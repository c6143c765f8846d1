import logging
from typing import Any

from celery import current_app

log = logging.getLogger(__name__)

# Seconds. Somebody waits for the page; if the broker does not answer, the sweeper rings later.
PATIENCE = 1


def ring(job_id: int) -> bool:
    """Tell a worker that there is work. False if the broker could not be reached."""
    return hand_over("jobs.tasks.run", job_id)


def hand_over(task: str, *arguments: Any) -> bool:
    """Give a worker something small to do that may be lost. False if the broker is away."""
    try:
        with _connection() as connection:
            call = current_app.signature(task, args=arguments)
            call.apply_async(connection=connection, retry=False)
    except Exception as error:
        # Each transport fails in its own way, and none of them is the user's error.
        log.warning("doorbell of %s %s: %s", task, arguments[0], error)
        return False
    return True


def _connection() -> Any:
    options = dict(current_app.conf.broker_transport_options)
    limits = {"max_retries": 0, "socket_connect_timeout": PATIENCE, "socket_timeout": PATIENCE}
    return current_app.connection_for_write(
        connect_timeout=PATIENCE, transport_options=options | limits
    )
