"""Many reports at once: what was ordered together, to be followed on one page."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from organisation.models import Unit
from qualityreport.models.versions import ReportVersion
from qualityreport.querysets import BatchQuerySet


class Batch(models.Model):
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="report_batches", verbose_name="verksamhet"
    )
    title = models.CharField("beställning", max_length=160)
    versions = models.ManyToManyField(
        ReportVersion, related_name="batches", verbose_name="versioner"
    )
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="beställd av",
    )
    ordered_at = models.DateTimeField("beställd", default=timezone.now, editable=False)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = "beställning"
        verbose_name_plural = "beställningar"
        ordering = ["-ordered_at", "-pk"]

    def __str__(self) -> str:
        return self.title
