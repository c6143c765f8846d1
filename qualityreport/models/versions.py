"""What has been frozen: a version is a pure function of its snapshot and never changes."""

from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from qualityreport.models.reports import Report
from qualityreport.querysets import VersionManager, VersionQuerySet


class VersionState(models.TextChoices):
    DRAFT = "draft", "Utkast"
    IN_REVIEW = "in_review", "Granskas"
    ATTESTED = "attested", "Attesterad"
    SENT = "sent", "Expedierad"
    DECIDED = "decided", "Behandlad"
    PUBLISHED = "published", "Publicerad"


class ReportVersion(models.Model):
    """The build's state is on its job row and nowhere else."""

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="versions", verbose_name="rapport"
    )
    number = models.PositiveSmallIntegerField("version")
    state = models.CharField(
        "läge", max_length=12, choices=VersionState, default=VersionState.DRAFT
    )
    reason = models.CharField("skäl till ny version", max_length=200, blank=True)
    sent_on = models.DateField("expedierad", null=True, blank=True)
    published_on = models.DateField("publicerad", null=True, blank=True)
    published_at = models.URLField("publicerad på", max_length=300, blank=True)
    snapshot = models.JSONField("underlag", null=True, encoder=DjangoJSONEncoder, editable=False)
    snapshot_hash = models.CharField("kontrollsumma", max_length=64, blank=True, editable=False)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="beställd av",
    )
    created_at = models.DateTimeField("beställd", default=timezone.now, editable=False)

    objects = VersionManager.from_queryset(VersionQuerySet)()

    class Meta:
        verbose_name = "version"
        verbose_name_plural = "versioner"
        ordering: ClassVar[list[str]] = ["-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "number"], name="version_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.report}, version {self.number}"


class ReportFile(models.Model):
    """A finished file, stored under its own SHA-256: the name is the check."""

    class Format(models.TextChoices):
        PDF = "pdf", "PDF"
        WORD = "docx", "Word"
        WEB = "html", "Webbsida"
        STATEMENT = "statement", "Tjänsteutlåtande"
        DECISION = "decision", "Beslutsblad"

    version = models.ForeignKey(
        ReportVersion, on_delete=models.PROTECT, related_name="files", verbose_name="version"
    )
    format = models.CharField("format", max_length=10, choices=Format)
    # With the attest list; what came before the last signature stays as it was read.
    attested = models.BooleanField("med attestlista", default=False)
    name = models.CharField("filnamn", max_length=160)
    stored_as = models.CharField("lagrad som", max_length=120)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField("storlek")
    pages = models.PositiveSmallIntegerField("sidor")
    created_at = models.DateTimeField("skapad", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "fil"
        verbose_name_plural = "filer"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["version", "format", "attested"], name="one_file_per_format"
            )
        ]

    def __str__(self) -> str:
        return self.name
