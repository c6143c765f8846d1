from celery import shared_task
from django.utils import timezone

from risks.services import file_reviews


@shared_task(name="risks.tasks.erase_references")  # type: ignore[untyped-decorator]
def erase_references() -> None:
    file_reviews.erase_old(today=timezone.localdate())
