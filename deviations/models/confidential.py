"""What is kept apart from the case: who the person is, and what the manager may still see."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from deviations.models.cases import Deviation
from deviations.querysets import ManagerSlipQuerySet


class PersonIdentity(models.Model):
    """Name, personnummer and case of the person concerned, encrypted (deviations/identity.py)."""

    deviation = models.OneToOneField(
        Deviation, on_delete=models.PROTECT, related_name="identity", verbose_name="ärende"
    )
    sealed = models.BinaryField("krypterat")
    version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField("ändrad", default=timezone.now)
    updated_by_name = models.CharField("ändrad av", max_length=120)

    class Meta:
        verbose_name = "den enskildes identitet"
        verbose_name_plural = "de enskildas identitet"

    def __str__(self) -> str:
        return str(self.deviation_id)


class IdentityOpening(models.Model):
    """That somebody opened an identity, and the stated reason. Never changed."""

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="openings", verbose_name="ärende"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="av"
    )
    opened_by_name = models.CharField("namn", max_length=120)
    opened_at = models.DateTimeField("öppnad", default=timezone.now, editable=False)
    opened_on = models.DateField("dag", editable=False)
    reason = models.CharField("skäl", max_length=200)

    class Meta:
        verbose_name = "öppnad identitet"
        verbose_name_plural = "öppnade identiteter"
        ordering: ClassVar[list[str]] = ["-opened_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.deviation_id} {self.opened_on}"


class ManagerSlip(models.Model):
    """What the manager of the place keeps of a case that has left the unit's circle."""

    deviation = models.OneToOneField(
        Deviation, on_delete=models.PROTECT, related_name="slip", verbose_name="ärende"
    )
    instruction = models.TextField("det här behöver göras nu", blank=True)
    told_at = models.DateTimeField("underrättad", default=timezone.now)
    seen_at = models.DateTimeField("läst", null=True, blank=True)
    seen_by_name = models.CharField("läst av", max_length=120, blank=True)

    objects = ManagerSlipQuerySet.as_manager()

    class Meta:
        verbose_name = "chefens lapp"
        verbose_name_plural = "chefernas lappar"

    def __str__(self) -> str:
        return str(self.deviation_id)


class Attachment(models.Model):
    """A file of a case, kept under its hash in the private store and served by a view alone."""

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="attachments", verbose_name="ärende"
    )
    name = models.CharField("namn", max_length=160)
    description = models.CharField("vad är det?", max_length=200, blank=True)
    content_type = models.CharField("filtyp", max_length=100)
    stored_as = models.CharField(max_length=200, editable=False)
    sha256 = models.CharField("kontrollsumma", max_length=64)
    size = models.PositiveIntegerField("storlek")
    uploaded_at = models.DateTimeField("bifogad", default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="av"
    )
    uploaded_by_name = models.CharField("namn", max_length=120)
    # Taken out of sight by mistake or by decision; the row says who, when and why.
    removed_at = models.DateTimeField("borttagen", null=True, blank=True)
    removed_by_name = models.CharField("borttagen av", max_length=120, blank=True)
    removed_because = models.CharField("varför", max_length=200, blank=True)

    class Meta:
        verbose_name = "bilaga"
        verbose_name_plural = "bilagor"
        ordering: ClassVar[list[str]] = ["uploaded_at", "pk"]

    def __str__(self) -> str:
        return self.name
