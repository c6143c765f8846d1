"""What is left of a case when it has been destroyed by decision (gallring)."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from deviations.models.choices import Kind, Severity
from deviations.models.classification import Cause
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

    class Meta:
        verbose_name = "gallringsprotokoll"
        verbose_name_plural = "gallringsprotokoll"
        ordering: ClassVar[list[str]] = ["-purged_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.purged_at:%Y-%m-%d}"


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
