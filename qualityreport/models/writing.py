"""Around the text while it is written: comments, underlag, and what was acknowledged."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from organisation.models import Unit
from qualityreport.models.reports import Report, Section
from qualityreport.querysets import CommentQuerySet, ContributionQuerySet


class Comment(models.Model):
    """Said of a section to those who write it; never printed, and gone when the drafts are."""

    section = models.ForeignKey(
        Section, on_delete=models.CASCADE, related_name="comments", verbose_name="avsnitt"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="skriven av",
    )
    author_name = models.CharField("namn", max_length=120)
    mentions = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", verbose_name="till"
    )
    body = models.TextField("kommentar")
    created_at = models.DateTimeField("skriven", default=timezone.now, editable=False)
    resolved_at = models.DateTimeField("löst", null=True, blank=True)
    resolved_by = models.CharField("löst av", max_length=120, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = "kommentar"
        verbose_name_plural = "kommentarer"
        ordering: ClassVar[list[str]] = ["created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.author_name} om {self.section}"


class Acknowledgement(models.Model):
    """Somebody has read what a check says and stands by the text.

    It holds as long as the check says the same: `fingerprint` is the hash of its findings.
    """

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="acknowledgements", verbose_name="rapport"
    )
    check_name = models.CharField("kontroll", max_length=60)
    fingerprint = models.CharField("avser", max_length=64)
    motive = models.CharField("motiv", max_length=300, blank=True)
    by_name = models.CharField("av", max_length=120)
    at = models.DateTimeField("den", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "kvitterad kontroll"
        verbose_name_plural = "kvitterade kontroller"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "check_name"], name="acknowledged_once")
        ]

    def __str__(self) -> str:
        return f"{self.check_name}: {self.by_name}"


class Contribution(models.Model):
    """Underlag: what a unit sends in for a report, asked for by the coordinator."""

    class Status(models.TextChoices):
        ASKED = "asked", "Saknas"
        SUBMITTED = "submitted", "Inlämnat"
        RETURNED = "returned", "Komplettera"

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="contributions", verbose_name="rapport"
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="contributions", verbose_name="enhet"
    )
    due_on = models.DateField("senast")
    status = models.CharField("läge", max_length=10, choices=Status, default=Status.ASKED)
    comment = models.TextField("enhetens bedömning av året", blank=True)
    events = models.TextField("särskilda händelser", blank=True)
    risks = models.TextField("risker och förbättringar inför nästa år", blank=True)
    question = models.TextField("samordnarens fråga", blank=True)
    reminded_at = models.DateTimeField("påmind", null=True, blank=True)
    submitted_at = models.DateTimeField("inlämnat", null=True, blank=True)
    submitted_by = models.CharField("inlämnat av", max_length=120, blank=True)
    drawn_at = models.DateTimeField("hämtat till rapporten", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = "underlag"
        verbose_name_plural = "underlag"
        ordering: ClassVar[list[str]] = ["unit__name", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["report", "unit"],
                name="contribution_once",
                violation_error_message="Enheten är redan ombedd.",
            ),
            models.CheckConstraint(
                condition=~Q(status="returned") | ~Q(question=""),
                name="contribution_returned_with_question",
                violation_error_message="Skriv vad som ska kompletteras.",
            ),
        ]

    def __str__(self) -> str:
        return f"Underlag från {self.unit}"
