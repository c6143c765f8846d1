"""Åtgärder: one object shared by every register, so that it has one status wherever it is shown."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from audit.append_only import History
from measures.querysets import MeasureQuerySet
from organisation.models import Process, Unit


class Status(models.TextChoices):
    NOT_STARTED = "not_started", "Ej påbörjad"
    ONGOING = "ongoing", "Pågående"
    DONE = "done", "Klar"
    DISCONTINUED = "discontinued", "Avvecklad"


class Effect(models.TextChoices):
    YES = "yes", "Önskad effekt"
    NO = "no", "Inte önskad effekt"
    TOO_EARLY = "too_early", "För tidigt att bedöma"


class Measure(models.Model):
    class Kind(models.TextChoices):
        ROUTINE = "routine", "Rutin eller arbetssätt"
        TRAINING = "training", "Utbildning"
        STAFFING = "staffing", "Bemanning"
        SYSTEM = "system", "Verksamhetssystem"
        COOPERATION = "cooperation", "Samverkan"
        CONTROL = "control", "Kontroll"
        INDIVIDUAL = "individual", "För den enskilde"

    title = models.CharField("åtgärd", max_length=200)
    description = models.TextField("beskrivning", blank=True)
    kind = models.CharField("typ", max_length=20, choices=Kind)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="measures", verbose_name="enhet"
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name="ansvarig",
    )
    # What it does for a process as a whole; a register above keeps its own links.
    processes = models.ManyToManyField(
        Process, blank=True, related_name="measures", verbose_name="processer"
    )
    due_on = models.DateField("ska vara klar", null=True, blank=True)
    status = models.CharField("status", max_length=20, choices=Status, default=Status.NOT_STARTED)
    effect = models.CharField("effekt", max_length=20, choices=Effect, blank=True)
    effect_text = models.TextField("vad har hänt?", blank=True)
    follow_up_on = models.DateField("följs upp", null=True, blank=True)
    continues_next_year = models.BooleanField("kvarstår nästa år", default=False, editable=False)
    # What it was born from, for those who may not open it: "ärende", "risk", …
    origin = models.CharField("ursprung", max_length=40, blank=True, editable=False)
    created_at = models.DateTimeField("skapad", default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = "åtgärd"
        verbose_name_plural = "åtgärder"
        ordering: ClassVar[list[str]] = ["due_on", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "status", "due_on"], name="measure_open_per_unit")
        ]

    def __str__(self) -> str:
        return self.title

    def is_overdue(self, today: date) -> bool:
        is_open = self.status in (Status.NOT_STARTED, Status.ONGOING)
        return is_open and self.due_on is not None and self.due_on < today


class FollowUp(History):
    """What was known about a measure on a day. Never changed: it is the history of its status.

    Reports read the latest row on or before their as-of date, not the measure's status of today.
    """

    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, related_name="follow_ups", verbose_name="åtgärd"
    )
    followed_up_on = models.DateField("datum")
    status = models.CharField("status", max_length=20, choices=Status)
    effect = models.CharField("effekt", max_length=20, choices=Effect, blank=True)
    text = models.TextField("vad har hänt?", blank=True)
    continues_next_year = models.BooleanField("kvarstår nästa år", default=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    recorded_at = models.DateTimeField("noterad", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "uppföljning"
        verbose_name_plural = "uppföljningar"
        ordering: ClassVar[list[str]] = ["-followed_up_on", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["measure", "followed_up_on"], name="follow_up_as_of")
        ]

    def __str__(self) -> str:
        return f"{self.followed_up_on}: {self.get_status_display()}"
