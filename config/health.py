"""/livez: the process answers. /readyz: it can also work. A stranger learns nothing else."""

import logging
import tempfile
import time
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from config.celery import app

logger = logging.getLogger(__name__)
HEARTBEAT_AGE = 60  # seconds; every finished task is a heartbeat, and the sweeper runs each 15 s


class NotReadyError(Exception):
    pass


def database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def migrations() -> None:
    if not all_migrated():
        all_migrated.cache_clear()
        raise NotReadyError("Unapplied migrations.")


@cache
def all_migrated() -> bool:
    """Remembered when true: new migrations come only with new code, in a new process."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def storage() -> None:
    with tempfile.TemporaryFile(dir=default_storage.path(".")) as file:
        file.write(b"ready")


def broker() -> None:
    with app.connection_for_write() as link:
        link.ensure_connection(max_retries=1, timeout=2)


def worker() -> None:
    if time.time() - settings.WORKER_HEARTBEAT.stat().st_mtime > HEARTBEAT_AGE:
        raise NotReadyError("No task has finished for a while.")


NEEDED: tuple[Callable[[], None], ...] = (database, migrations, storage)
# Without these people can still work; reports wait in their queue.
MISSED: tuple[Callable[[], None], ...] = (broker, worker)


def state(check: Callable[[], None], failure: str, level: int) -> str:
    try:
        check()
    except Exception as error:
        logger.log(level, "%s: %s", check.__name__, error)
        return failure
    return "ok"


@login_not_required
@require_safe
def livez(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    checks = {check.__name__: state(check, "down", logging.ERROR) for check in NEEDED}
    checks |= {check.__name__: state(check, "degraded", logging.DEBUG) for check in MISSED}
    worst = next((word for word in ("down", "degraded") if word in checks.values()), "ok")
    return JsonResponse({"status": worst, **checks}, status=503 if worst == "down" else 200)
