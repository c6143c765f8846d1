"""Small jobs that leave traces in the log: each start, with its process, and each effect."""

import os
import signal
import time
from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from jobs.engine import Work

STEPS = 10
SHORT, LONG = 1.5, 3.5  # seconds; LONG is well over a lease


class ProbeConfig(AppConfig):
    name = "tests.faults"
    label = "probe"

    def ready(self) -> None:
        from jobs.registry import register

        register("steady", steady)
        register("silent", silent)
        register("deadly", deadly)


def steady(work: "Work") -> None:
    """Tells its progress all the time."""
    leave("started", work)
    for step in range(STEPS):
        work.progress("Arbetar", step * 100 // STEPS)
        time.sleep(SHORT / STEPS)
    take_effect(work)


def silent(work: "Work") -> None:
    """Works longer than a lease without a word; only the heartbeat holds it."""
    leave("started", work)
    time.sleep(LONG)
    take_effect(work)


def deadly(work: "Work") -> None:
    """Takes its worker with it each time."""
    leave("started", work)
    os.kill(os.getpid(), signal.SIGKILL)


def take_effect(work: "Work") -> None:
    with work.effect():
        leave("effect", work)


def leave(trace: str, work: "Work") -> None:
    from audit.services import record

    record(
        actor=None,
        action="create",
        object_type=trace,
        object_id=work.subject_id,
        detail={"pid": os.getpid()},
    )
