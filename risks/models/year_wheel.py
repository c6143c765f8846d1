"""Årshjulet: an occasion that is called off, and the private address of a person's calendar."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from risks.models.controls import Control


class SkippedOccasion(models.Model):
    """An occasion of the year wheel that will not be carried out, and why."""

    control = models.ForeignKey(
        Control, on_delete=models.PROTECT, related_name="skipped", verbose_name="egenkontroll"
    )
    occasion_on = models.DateField("kontrollen till och med")
    motive = models.CharField("varför", max_length=300)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    recorded_at = models.DateTimeField("noterad", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "inställd kontroll"
        verbose_name_plural = "inställda kontroller"
        ordering: ClassVar[list[str]] = ["-occasion_on"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["control", "occasion_on"],
                name="occasion_skipped_once",
                violation_error_message="Kontrollen är redan inställd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.control}, {self.occasion_on}"


class CalendarAddress(models.Model):
    """The private address of a person's calendar feed. Only its digest is kept."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="calendar_address",
        verbose_name="person",
    )
    digest = models.CharField("kontrollsumma", max_length=64, unique=True)
    created_at = models.DateTimeField("skapad", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "kalenderadress"
        verbose_name_plural = "kalenderadresser"

    def __str__(self) -> str:
        return str(self.user)
