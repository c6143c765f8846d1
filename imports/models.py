from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from imports.querysets import ImportBatchQuerySet


class ImportBatch(models.Model):
    """One file on its way into a register. What it said is forgotten when the file is: counts,
    name and hash remain."""

    class State(models.TextChoices):
        RECEIVED = "received", "Kontrolleras"
        CHECKED = "checked", "Väntar på bekräftelse"
        SAVED = "saved", "Införd"
        UNDONE = "undone", "Ångrad"
        DISCARDED = "discarded", "Kastad"

    importer = models.CharField("register", max_length=40)
    state = models.CharField("läge", max_length=10, choices=State, default=State.RECEIVED)
    file_name = models.CharField("fil", max_length=120)
    sha256 = models.CharField("kontrollsumma", max_length=64)
    size = models.PositiveIntegerField("storlek")
    # In the private store until it is confirmed, thrown away, or a day old.
    stored_as = models.CharField(max_length=200, blank=True, editable=False)
    rows = models.PositiveIntegerField("rader", default=0)
    new = models.PositiveIntegerField("nya", default=0)
    changed = models.PositiveIntegerField("ändrade", default=0)
    known = models.PositiveIntegerField("fanns redan", default=0)
    problems = models.PositiveIntegerField("fel", default=0)
    # Of the dry run: {"sheet", "headings", "preview", "ignored", "examples", "problems"}
    findings = models.JSONField("kontrollen", default=dict, blank=True)
    # The ids of what was made, so that it can be undone.
    made = models.JSONField("införda rader", default=list, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    uploaded_by_name = models.CharField("namn", max_length=120)
    uploaded_at = models.DateTimeField("uppladdad", default=timezone.now, editable=False)
    saved_at = models.DateTimeField("införd", null=True, editable=False)
    undone_at = models.DateTimeField("ångrad", null=True, editable=False)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = "import"
        verbose_name_plural = "importer"
        ordering: ClassVar[list[str]] = ["-uploaded_at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["importer", "sha256"], name="import_batch_file"),
            models.Index(fields=["uploaded_by", "-uploaded_at"], name="import_batch_own"),
        ]

    def __str__(self) -> str:
        return f"Import {self.pk}"

    @property
    def may_be_confirmed(self) -> bool:
        writes = self.new or self.changed
        return self.state == self.State.CHECKED and not self.problems and bool(writes)

    @property
    def is_waiting(self) -> bool:
        return self.state in (self.State.RECEIVED, self.State.CHECKED)
