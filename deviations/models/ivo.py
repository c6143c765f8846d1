"""IVO (27 kap. 6 § SoL): the notification, what followed, the form, and the file that is sent."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from deviations.models.cases import Deviation
from organisation.querysets import ValidQuerySet


class IvoNotification(models.Model):
    """The notification under 27 kap. 6 § SoL. It may precede the finished investigation."""

    deviation = models.OneToOneField(
        Deviation, on_delete=models.PROTECT, related_name="ivo", verbose_name="ärende"
    )
    suspected_on = models.DateField("allvarligt misstänktes")
    # The suspicion did not hold, and nothing was notified.
    dropped_on = models.DateField("misstanken avskriven", null=True, blank=True)
    notified_on = models.DateField("anmält", null=True, blank=True)
    completion_due_on = models.DateField("ska kompletteras senast", null=True, blank=True)
    completed_on = models.DateField("kompletterat", null=True, blank=True)
    # Granted by IVO: counts instead of the two months.
    extended_to = models.DateField("anstånd till", null=True, blank=True)
    ivo_diary_number = models.CharField("IVO:s diarienummer", max_length=40, blank=True)
    ivo_decision = models.TextField("IVO:s beslut", blank=True)
    ivo_decided_on = models.DateField("IVO:s beslutsdatum", null=True, blank=True)

    class Meta:
        verbose_name = "anmälan till IVO"
        verbose_name_plural = "anmälningar till IVO"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(completed_on__isnull=True) | Q(completed_on__gte=F("notified_on")),
                name="ivo_completed_after_notified",
                violation_error_message="Kompletteringen kan inte ligga före anmälan.",
            )
        ]

    def __str__(self) -> str:
        return f"IVO {self.deviation_id}"


class IvoEvent(models.Model):
    """What passed between the municipality and IVO. Rows are added, never changed."""

    class Kind(models.TextChoices):
        SUSPECTED = "suspected", "Allvarligt misstänkt"
        DROPPED = "dropped", "Misstanken avskriven"
        NOTIFIED = "notified", "Anmälan skickad"
        RECEIPT = "receipt", "IVO har bekräftat"
        EXTENSION = "extension", "Anstånd"
        COMPLETION = "completion", "Komplettering skickad"
        REQUEST = "request", "IVO begär mer"
        DECISION = "decision", "IVO:s beslut"

    notification = models.ForeignKey(
        IvoNotification, on_delete=models.PROTECT, related_name="events", verbose_name="anmälan"
    )
    kind = models.CharField("händelse", max_length=12, choices=Kind)
    happened_on = models.DateField("datum")
    text = models.TextField("anteckning", blank=True)
    made_by_name = models.CharField("noterat av", max_length=120)
    recorded_at = models.DateTimeField("noterat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "händelse hos IVO"
        verbose_name_plural = "händelser hos IVO"
        ordering: ClassVar[list[str]] = ["happened_on", "pk"]

    def __str__(self) -> str:
        return f"{self.happened_on} {self.get_kind_display()}"


class TransferField(models.Model):
    """A field of IVO's form, in its order, while that form is in use.

    `source` names what of the case it is filled with (deviations/transfer.py); empty is filled in
    by hand.
    """

    label = models.CharField("fält i blanketten", max_length=160)
    section = models.CharField("avsnitt", max_length=80, blank=True)
    source = models.CharField("fylls med", max_length=40, blank=True)
    help_text = models.CharField("vägledning", max_length=300, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)
    valid_from = models.DateField("gäller från", default=date(2000, 1, 1))
    valid_to = models.DateField("gäller till och med", null=True, blank=True)

    objects = ValidQuerySet.as_manager()

    class Meta:
        verbose_name = "fält i IVO:s blankett"
        verbose_name_plural = "fält i IVO:s blankett"
        ordering: ClassVar[list[str]] = ["order", "pk"]

    def __str__(self) -> str:
        return self.label


class CasePackage(models.Model):
    """A PDF of a case with its investigation: asked for, built by a job, kept as it was sent."""

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="packages", verbose_name="ärende"
    )
    redacted = models.BooleanField("avidentifierad", default=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="av"
    )
    requested_at = models.DateTimeField("begärd", default=timezone.now, editable=False)
    stored_as = models.CharField(max_length=200, blank=True, editable=False)
    sha256 = models.CharField("kontrollsumma", max_length=64, blank=True, editable=False)
    size = models.PositiveIntegerField("storlek", default=0, editable=False)
    pages = models.PositiveSmallIntegerField("sidor", default=0, editable=False)

    class Meta:
        verbose_name = "ärendepaket"
        verbose_name_plural = "ärendepaket"
        ordering: ClassVar[list[str]] = ["-requested_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.deviation_id} {self.requested_at:%Y-%m-%d}"
