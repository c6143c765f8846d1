from celery import shared_task

from jobs import engine


@shared_task(name="jobs.tasks.run")  # type: ignore[untyped-decorator]
def run(job_id: int) -> None:
    engine.run(job_id)


@shared_task(name="jobs.tasks.sweep")  # type: ignore[untyped-decorator]
def sweep() -> None:
    engine.sweep()
