from functools import partial

from django.db import transaction
from django.utils import timezone

from audit.actors import Actor, identity
from audit.models import Event
from audit.services import record
from jobs.doorbell import ring
from jobs.models import Job


def submit(*, kind: str, subject_id: int, actor: Actor) -> Job:
    """The job for this subject, made if there is none: a second click starts nothing."""
    actor_id, actor_name = identity(actor)
    with transaction.atomic():
        job, created = Job.objects.get_or_create(
            kind=kind,
            subject_id=subject_id,
            defaults={"actor_id": actor_id, "actor_name": actor_name},
        )
        if created:
            _record_and_ring(job, actor)
    return job


def retry(*, job: Job, actor: Actor) -> None:
    """Begin anew after a failure or a cancellation; anything else is left as it is."""
    actor_id, actor_name = identity(actor)
    with transaction.atomic():
        renewed = (
            Job.objects.retriable()
            .filter(pk=job.pk)
            .update(
                state=Job.State.QUEUED,
                attempt=0,
                token="",
                lease_until=timezone.now(),
                progress=0,
                step="",
                error="",
                actor_id=actor_id,
                actor_name=actor_name,
                started_at=None,
                finished_at=None,
            )
        )
        if renewed:
            _record_and_ring(job, actor)
    job.refresh_from_db()


def cancel(*, job: Job, actor: Actor) -> None:
    """Stop a job that is open. One that runs notices at its next progress or heartbeat."""
    with transaction.atomic():
        stopped = (
            Job.objects.open()
            .filter(pk=job.pk)
            .update(state=Job.State.CANCELLED, token="", finished_at=timezone.now())
        )
        if stopped:
            detail = {"state": Job.State.CANCELLED.value}
            record(actor=actor, action=Event.Action.CHANGE, obj=job, detail=detail)
    job.refresh_from_db()


def _record_and_ring(job: Job, actor: Actor) -> None:
    detail = {"kind": job.kind, "subject_id": job.subject_id}
    record(actor=actor, action=Event.Action.BUILD, obj=job, detail=detail)
    transaction.on_commit(partial(ring, job.pk))


def forget(*, kind: str, subject_id: int) -> None:
    """The work is to be done anew, or never: whoever is at it notices that its row is gone."""
    Job.objects.filter(kind=kind, subject_id=subject_id).delete()
