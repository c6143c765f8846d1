"""What is left of a case when it has been destroyed by decision (gallring)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from deviations.models.choices import Kind, Severity
from deviations.models.classification import Cause
from deviations.querysets import ArchiveExportQuerySet, PurgeProtocolQuerySet
from measures.models import Measure
from organisation.models import Unit
from organisation.querysets import ScopedQuerySet


class PurgeProtocol(models.Model):
    """Which cases were destroyed when, by whom and on what decision. Never changed."""

    purged_at = models.DateTimeField("gallrat", default=timezone.now, editable=False)
    made_by_name = models.CharField("av", max_length=120)
    made_by_title = models.CharField("titel", max_length=80, blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="organisation"
    )
    # [{"number": …, "diary_number": …, "kind": …, "closed_on": …, "decision": …}, …]
    cases = models.JSONField("ärenden", default=list)
    stored_as = models.CharField("arkivexport", max_length=200, blank=True)
    sha256 = models.CharField("kontrollsumma", max_length=64, blank=True)
    size = models.PositiveIntegerField("storlek", default=0)

    objects = PurgeProtocolQuerySet.as_manager()

    class Meta:
        verbose_name = "gallringsprotokoll"
        verbose_name_plural = "gallringsprotokoll"
        ordering: ClassVar[list[str]] = ["-purged_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.purged_at:%Y-%m-%d}"


class ArchiveExport(models.Model):
    """Ended cases as one file: before they are destroyed, or for the archive that keeps them.

    Built by a job. What is destroyed is exactly what was exported: each case has its hash here.
    """

    class Purpose(models.TextChoices):
        PURGE = "purge", "Inför gallring"
        DELIVER = "deliver", "Till arkivet"

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="organisation"
    )
    purpose = models.CharField("ändamål", max_length=10, choices=Purpose)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="av"
    )
    requested_by_name = models.CharField("begärd av", max_length=120)
    requested_at = models.DateTimeField("begärd", default=timezone.now, editable=False)
    # [{"pk": …, "number": …, "sha256": of what was exported}, …]
    cases = models.JSONField("ärenden", default=list)
    stored_as = models.CharField(max_length=200, blank=True, editable=False)
    sha256 = models.CharField("kontrollsumma", max_length=64, blank=True, editable=False)
    size = models.PositiveBigIntegerField("storlek", default=0, editable=False)
    protocol = models.OneToOneField(
        PurgeProtocol,
        on_delete=models.PROTECT,
        null=True,
        related_name="export",
        editable=False,
        verbose_name="gallringsprotokoll",
    )
    # Files of destroyed cases that a job has yet to take away.
    doomed = models.JSONField("filer att ta bort", default=list, editable=False)
    removed_at = models.DateTimeField("raderad", null=True, editable=False)
    removed_by_name = models.CharField("raderad av", max_length=120, blank=True, editable=False)

    objects = ArchiveExportQuerySet.as_manager()

    class Meta:
        verbose_name = "arkivexport"
        verbose_name_plural = "arkivexporter"
        ordering: ClassVar[list[str]] = ["-requested_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.requested_at:%Y-%m-%d}"

    @property
    def case_ids(self) -> list[int]:
        return [case["pk"] for case in self.cases]

    @property
    def has_file(self) -> bool:
        return bool(self.stored_as) and self.removed_at is None


class CaseStub(models.Model):
    """What statistics still need, without number, text or person. Days are the year's first.

    Its columns bear the names of Deviation's, so that statistics read both alike.
    """

    kind = models.CharField("typ av ärende", max_length=20, choices=Kind)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="case_stubs", verbose_name="enhet"
    )
    received_on = models.DateField("inkom (år)")
    decided_on = models.DateField("beslutat (år)", null=True)
    annulled_on = models.DateField("annullerat (år)", null=True)
    notified_on = models.DateField("anmält till IVO (år)", null=True)
    severity = models.CharField("grad", max_length=20, choices=Severity, blank=True)
    is_appeal = models.BooleanField("överklagande", default=False)
    reporters = models.PositiveSmallIntegerField("antal rapporter", default=1)
    causes = models.ManyToManyField(Cause, related_name="+", verbose_name="orsaker")
    measures = models.ManyToManyField(Measure, related_name="+", verbose_name="åtgärder")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "gallrat ärende"
        verbose_name_plural = "gallrade ärenden"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "kind"], name="case_stub_unit")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.received_on:%Y}"
