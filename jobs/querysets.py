from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F

if TYPE_CHECKING:
    from jobs.models import Job  # noqa: F401

MAX_ATTEMPTS = 5


class JobQuerySet(models.QuerySet["Job"]):
    """Every change of state is one UPDATE with its condition: it works on both databases, and the
    number of rows tells who won."""

    def open(self) -> "JobQuerySet":
        return self.filter(state__in=("queued", "running"))

    def retriable(self) -> "JobQuerySet":
        return self.filter(state__in=("failed", "cancelled"))

    def held(self, job_id: int, token: str) -> "JobQuerySet":
        return self.filter(pk=job_id, state="running", token=token)

    def expired(self, now: datetime) -> "JobQuerySet":
        return self.filter(state="running", lease_until__lt=now)

    def to_ring(self, now: datetime) -> "JobQuerySet":
        return self.filter(state="queued", lease_until__lte=now).order_by("pk")

    def claim(self, job_id: int, *, token: str, now: datetime, lease_until: datetime) -> bool:
        waiting = self.filter(pk=job_id, state="queued", attempt__lt=MAX_ATTEMPTS)
        return bool(
            waiting.update(
                state="running",
                token=token,
                attempt=F("attempt") + 1,
                lease_until=lease_until,
                started_at=now,
            )
        )
