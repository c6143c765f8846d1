from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from imports import services

KEPT = timedelta(hours=24)


@shared_task(name="imports.tasks.expire")  # type: ignore[untyped-decorator]
def expire() -> None:
    services.expire(before=timezone.now() - KEPT)
