from django.db import models
from django.db.models import Q
from django.utils import timezone

from jobs.progress import time_left
from jobs.querysets import JobQuerySet


class Job(models.Model):
    """Long work as a row. The row is the truth; Celery only rings."""

    class State(models.TextChoices):
        QUEUED = "queued", "Väntar"
        RUNNING = "running", "Pågår"
        DONE = "done", "Klart"
        FAILED = "failed", "Misslyckades"
        CANCELLED = "cancelled", "Avbrutet"

    kind = models.CharField("slag", max_length=60)
    subject_id = models.BigIntegerField("gäller id")
    state = models.CharField(
        "läge", max_length=10, choices=State.choices, default=State.QUEUED, editable=False
    )
    attempt = models.PositiveSmallIntegerField("försök", default=0)
    # Fencing: whoever holds another token than the row's has lost the work.
    token = models.CharField("nyckel", max_length=32, blank=True)
    # Running: the worker must renew before this. Queued: the sweeper rings again after this.
    lease_until = models.DateTimeField("lånad till", default=timezone.now)
    progress = models.PositiveSmallIntegerField("andel klart", default=0)
    step = models.CharField("steg", max_length=200, blank=True)
    error = models.TextField("fel", blank=True)
    actor_id = models.BigIntegerField("beställarens id", null=True)
    actor_name = models.CharField("beställare", max_length=200, blank=True)
    created_at = models.DateTimeField("beställt", default=timezone.now, editable=False)
    started_at = models.DateTimeField("påbörjat", null=True)
    finished_at = models.DateTimeField("avslutat", null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = "arbete"
        verbose_name_plural = "arbeten"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_id"],
                name="jobs_job_one_per_subject",
                violation_error_message="Arbetet är redan beställt.",
            ),
            models.CheckConstraint(
                condition=Q(progress__lte=100),
                name="jobs_job_progress_percent",
                violation_error_message="Andelen klart är 0–100 procent.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["lease_until"],
                condition=Q(state__in=("queued", "running")),
                name="jobs_job_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}: {self.get_state_display()}"

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.RUNNING)

    @property
    def time_left(self) -> str:
        return time_left(self.started_at, self.progress) if self.is_open else ""

    @property
    def can_be_retried(self) -> bool:
        return self.state in (self.State.FAILED, self.State.CANCELLED)
