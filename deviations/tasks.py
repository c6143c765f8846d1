from celery import shared_task

from deviations import clocks
from deviations.services import drafts, reminders


@shared_task(name="deviations.tasks.remind")  # type: ignore[untyped-decorator]
def remind() -> None:
    clocks.refresh_all()
    reminders.remind()


@shared_task(name="deviations.tasks.purge_old_drafts")  # type: ignore[untyped-decorator]
def purge_old_drafts() -> None:
    drafts.purge_drafts()
