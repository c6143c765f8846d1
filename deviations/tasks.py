from celery import shared_task

from deviations.services.drafts import purge_drafts


@shared_task(name="deviations.tasks.purge_old_drafts")  # type: ignore[untyped-decorator]
def purge_old_drafts() -> None:
    purge_drafts()
