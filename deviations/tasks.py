from celery import shared_task

from deviations import clocks
from deviations.services import reminders


@shared_task(name="deviations.tasks.remind")  # type: ignore[untyped-decorator]
def remind() -> None:
    clocks.refresh_all()
    reminders.remind()
