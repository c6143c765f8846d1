"""Rules as data with dates: the law and the small-number policy change without a new release."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from organisation.models.units import Unit
from organisation.querysets import LegalReferenceQuerySet


class LegalReference(models.Model):
    """Where a duty stands in the law between two dates.

    The step's date decides: a report received on 2025-06-30 is cited by the old SoL.
    """

    class Duty(models.TextChoices):
        QUALITY = "quality", "God kvalitet"
        SYSTEM = "system", "Systematisk kvalitetsutveckling"
        REPORT = "report", "Rapporteringsskyldighet"
        INFORM_STAFF = "inform_staff", "Informera personalen"
        INVESTIGATE = "investigate", "Dokumentera, utreda och avhjälpa"
        NOTIFY = "notify", "Anmäla till IVO"
        PROVIDER = "provider", "Privat utförare informerar nämnden"

    class Act(models.TextChoices):
        SOL = "sol", "SoL"
        LSS = "lss", "LSS"

    duty = models.CharField("skyldighet", max_length=20, choices=Duty)
    act = models.CharField("lag", max_length=10, choices=Act)
    citation = models.CharField("hänvisning", max_length=120)
    meaning = models.CharField("innebörd", max_length=200, blank=True)
    valid_from = models.DateField("gäller från", default=date(1900, 1, 1))
    valid_to = models.DateField("gäller till och med", null=True, blank=True)

    objects = LegalReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "lagrum"
        verbose_name_plural = "lagrum"
        ordering: ClassVar[list[str]] = ["duty", "act", "valid_from"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["duty", "act", "valid_from"],
                name="legal_reference_once",
                violation_error_message="Det finns redan ett lagrum för skyldigheten den dagen.",
            )
        ]

    def __str__(self) -> str:
        return self.citation


class SmallNumberPolicy(models.Model):
    """What may be shown to whom, so that nobody is identified by a small number.

    Default (no row): shares need a base of 5; counts of cases are shown for the board and its
    sections and suppressed under 5 below them.
    """

    class Audience(models.TextChoices):
        INTERNAL = "internal", "Internt"
        BOARD = "board", "Nämnden"
        PUBLIC = "public", "Allmänheten"

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="organisation"
    )
    audience = models.CharField("mottagare", max_length=10, choices=Audience)
    minimum_base = models.PositiveSmallIntegerField("minsta underlag för andelar", default=5)
    minimum_count = models.PositiveSmallIntegerField("minsta antal ärenden", default=5)
    counts_shown_down_to = models.CharField(
        "antal visas oavkortat ned till",
        max_length=20,
        choices=Unit.Level,
        default=Unit.Level.SECTION,
    )
    motive = models.TextField("motiv")
    valid_from = models.DateField("gäller från")
    valid_to = models.DateField("gäller till och med", null=True, blank=True)

    class Meta:
        verbose_name = "regel för små tal"
        verbose_name_plural = "regler för små tal"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "audience", "valid_from"], name="small_number_policy_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="small_number_policy_in_order",
                violation_error_message="Slutdatum kan inte ligga före startdatum.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {self.get_audience_display()}"
