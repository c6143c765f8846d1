"""Runs a job row under a lease. See docs/architecture.md for the states.

claim: queued -> running with a fresh token. The heartbeat renews the lease. The effect and `done`
are one transaction whose first statement asks for the token. A worker that dies leaves an expired
lease, which the sweeper turns back into queued, up to MAX_ATTEMPTS times.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from jobs.doorbell import ring
from jobs.models import Job
from jobs.querysets import MAX_ATTEMPTS
from jobs.registry import handler_of

log = logging.getLogger(__name__)

UNEXPECTED = (
    "Ett oväntat fel inträffade och arbetet stannade. Försök igen. Om felet kommer tillbaka, "
    "kontakta systemadministratören och uppge referensen {reference}."
)
GIVEN_UP = (
    f"Arbetet avbröts {MAX_ATTEMPTS} gånger innan det blev klart och görs inte om av sig självt. "
    "Kontakta systemadministratören och uppge referensen {reference}."
)


class LeaseLost(Exception):
    """The row is no longer ours: cancelled, or taken over after a missed heartbeat."""


class JobFailed(Exception):
    """The handler's own failure, in words for a person. It is not tried again."""


def lease_seconds() -> float:
    return float(getattr(settings, "JOBS_LEASE_SECONDS", 60))


def _lease_end() -> datetime:
    return timezone.now() + timedelta(seconds=lease_seconds())


@dataclass(frozen=True)
class Work:
    """What a handler holds of its job."""

    job_id: int
    subject_id: int
    kind: str
    token: str
    _lost: threading.Event = field(default_factory=threading.Event)

    def progress(self, step: str, percent: int) -> None:
        """Tell the person who waits, and renew the lease. Not to be used inside `effect`."""
        shown = {"step": step[:200], "progress": max(0, min(100, percent))}
        held = Job.objects.held(self.job_id, self.token)
        if self._lost.is_set() or not held.update(lease_until=_lease_end(), **shown):
            raise LeaseLost(self.job_id)

    @contextmanager
    def effect(self) -> Iterator[None]:
        """The transaction in which the work takes effect and the job is done: both or neither.

        The token is asked for first: on PostgreSQL that locks the row, so that nobody can take the
        job over while the effect is written.
        """
        with transaction.atomic():
            if not self._finish(Job.State.DONE, progress=100, step=""):
                raise LeaseLost(self.job_id)
            yield

    def beat(self) -> None:
        if not Job.objects.held(self.job_id, self.token).update(lease_until=_lease_end()):
            self._lost.set()

    @property
    def lost(self) -> bool:
        return self._lost.is_set()

    def fail(self, message: str) -> None:
        self._finish(Job.State.FAILED, error=message)

    def close(self) -> None:
        """Done, for a handler that had nothing to write in `effect`."""
        self._finish(Job.State.DONE, progress=100, step="")

    def _finish(self, state: Job.State, **fields: object) -> int:
        held = Job.objects.held(self.job_id, self.token)
        return held.update(state=state, finished_at=timezone.now(), **fields)


def run(job_id: int) -> None:
    """Answer the doorbell. A job that is not waiting is somebody else's, or finished."""
    work = _claimed(job_id)
    if work is None:
        log.info("job %s: not waiting", job_id)
        return
    with _heartbeat(work):
        _perform(work)


def _claimed(job_id: int) -> Work | None:
    token = uuid4().hex
    now, lease_end = timezone.now(), _lease_end()
    if not Job.objects.claim(job_id, token=token, now=now, lease_until=lease_end):
        return None
    job = Job.objects.get(pk=job_id)
    return Work(job_id=job.pk, subject_id=job.subject_id, kind=job.kind, token=token)


def _perform(work: Work) -> None:
    try:
        handler_of(work.kind)(work)
        work.close()
    except LeaseLost:
        log.warning("job %s: lease lost, work abandoned", work.job_id)
    except JobFailed as failure:
        work.fail(str(failure))
    except (OperationalError, InterfaceError):
        # The database went away, which is nobody's mistake: the lease runs out and it is redone.
        # Celery closes the broken connection after the task.
        log.exception("job %s: database unreachable", work.job_id)
    except Exception:
        reference = work.token[:8]
        log.exception("job %s failed, reference %s", work.job_id, reference)
        work.fail(UNEXPECTED.format(reference=reference))


@contextmanager
def _heartbeat(work: Work) -> Iterator[None]:
    stop = threading.Event()
    thread = threading.Thread(target=_beat_until, args=(stop, work), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _beat_until(stop: threading.Event, work: Work) -> None:
    """On a database connection of its own, which belongs to this thread and ends with it."""
    try:
        while not stop.wait(lease_seconds() / 3) and not work.lost:
            _beat(work)
    finally:
        connection.close()


def _beat(work: Work) -> None:
    try:
        work.beat()
    except DatabaseError as error:
        log.warning("job %s: no heartbeat: %s", work.job_id, error)
        connection.close_if_unusable_or_obsolete()


def sweep() -> None:
    """Bring back what dead workers left, and ring for what waits."""
    now = timezone.now()
    _give_up(now)
    resumed = {"state": Job.State.QUEUED, "token": "", "step": "Återupptas efter ett avbrott"}
    Job.objects.expired(now).update(**resumed)
    for job_id in Job.objects.to_ring(now).values_list("pk", flat=True):
        if not ring(job_id):
            break
        Job.objects.to_ring(now).filter(pk=job_id).update(lease_until=_lease_end())


def _give_up(now: datetime) -> None:
    for job in Job.objects.expired(now).filter(attempt__gte=MAX_ATTEMPTS):
        log.error("job %s: given up, reference %s", job.pk, job.token[:8])
        error = GIVEN_UP.format(reference=job.token[:8])
        Job.objects.expired(now).filter(pk=job.pk, token=job.token).update(
            state=Job.State.FAILED, error=error, finished_at=now
        )
