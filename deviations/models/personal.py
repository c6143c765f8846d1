"""What belongs to one person: a report not yet sent, and a view of the list."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from deviations.querysets import ReportDraftQuerySet, SavedFilterQuerySet


class ReportDraft(models.Model):
    """What somebody has begun to write. Nobody else sees it; sending it removes it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="av"
    )
    # The token of the form, which becomes the report's.
    token = models.UUIDField(unique=True)
    answers = models.JSONField("svar", default=dict)
    saved_at = models.DateTimeField("sparat", default=timezone.now)

    objects = ReportDraftQuerySet.as_manager()

    class Meta:
        verbose_name = "utkast"
        verbose_name_plural = "utkast"
        ordering: ClassVar[list[str]] = ["-saved_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.owner_id} {self.saved_at:%Y-%m-%d}"


class SavedFilter(models.Model):
    """A narrowing of the list under a name of one's own."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="av"
    )
    name = models.CharField("namn", max_length=60)
    query = models.CharField("urval", max_length=500)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = "sparat urval"
        verbose_name_plural = "sparade urval"
        ordering: ClassVar[list[str]] = ["name", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="saved_filter_once",
                violation_error_message="Du har redan ett urval med det namnet.",
            )
        ]

    def __str__(self) -> str:
        return self.name
