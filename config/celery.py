"""Celery is the doorbell of the job rows (jobs/), in both modes."""

import os
from typing import Any

from celery import Celery
from celery.signals import setup_logging, task_postrun, worker_ready
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("kvalitet")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect  # type: ignore[untyped-decorator]
def our_logging(**_: Any) -> None:
    """Being here, it keeps Celery from raising the level of our own loggers: the sealer's and the
    reminders' lines would be lost."""


@worker_ready.connect  # type: ignore[untyped-decorator]
@task_postrun.connect  # type: ignore[untyped-decorator]
def heartbeat(**_: Any) -> None:
    """Beat, broker and worker do their part: /readyz reads the file's age."""
    settings.WORKER_HEARTBEAT.touch()
