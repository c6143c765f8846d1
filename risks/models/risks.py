"""Risks (SOSFS 2011:9, 5 kap. 1 §): what could happen, and how it was judged, time after time."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from audit.append_only import History
from lib.codes import CODE
from measures.models import Measure
from organisation.models import Process, QualityArea, ServiceArea, Unit
from organisation.scales import Scale, Zone
from risks.querysets import RiskQuerySet


class Decision(models.TextChoices):
    ACCEPT = "accept", "Acceptera"
    WATCH = "watch", "Bevaka"
    ACT = "act", "Åtgärda"
    ACT_NOW = "act_now", "Åtgärda omedelbart"


class Risk(models.Model):
    code = models.CharField("kod", max_length=20, validators=[CODE])
    title = models.CharField("risk att …", max_length=300, help_text="Vad som kan hända, för vem.")
    consequence = models.TextField("konsekvens för den enskilde", blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="risks", verbose_name="verksamhet"
    )
    also_units = models.ManyToManyField(
        Unit, blank=True, related_name="shared_risks", verbose_name="berör även"
    )
    service_area = models.ForeignKey(
        ServiceArea,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="risks",
        verbose_name="verksamhetsområde",
    )
    quality_area = models.ForeignKey(
        QualityArea,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="risks",
        verbose_name="kvalitetsområde",
    )
    processes = models.ManyToManyField(
        Process, blank=True, related_name="risks", verbose_name="processer"
    )
    theme = models.CharField("tema", max_length=80, blank=True)
    # Where it was born in another register: told, never linked by a foreign key.
    origin_kind = models.CharField("uppstod ur", max_length=40, blank=True, editable=False)
    origin_id = models.CharField(max_length=40, blank=True, editable=False)
    origin_label = models.CharField(max_length=120, blank=True, editable=False)
    decision = models.CharField("beslut", max_length=10, choices=Decision, default=Decision.ACT)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="accepterad av",
    )
    accepted_on = models.DateField("accepterad den", null=True, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="risks",
        verbose_name="ansvarig",
    )
    review_on = models.DateField("ses över", null=True, blank=True)
    opened_on = models.DateField("identifierad", default=timezone.localdate)
    closed_on = models.DateField("avslutad", null=True, blank=True)
    closed_because = models.CharField("varför den avslutades", max_length=300, blank=True)
    measures = models.ManyToManyField(
        Measure, blank=True, related_name="risks", verbose_name="åtgärder"
    )
    order = models.PositiveSmallIntegerField("ordning", default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = RiskQuerySet.as_manager()

    class Meta:
        verbose_name = "risk"
        verbose_name_plural = "risker"
        ordering: ClassVar[list[str]] = ["service_area__order", "order", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                Lower("code"),
                name="risk_code_once",
                violation_error_message="Koden används redan av en annan risk.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="risk_closed_after_opened",
                violation_error_message="Risken kan inte avslutas före den dag den identifierades.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | ~Q(closed_because=""),
                name="risk_closed_with_reason",
                violation_error_message="Ange varför risken avslutas.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "closed_on"], name="risk_open_per_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def is_open_on(self, day: date) -> bool:
        return self.opened_on <= day and (self.closed_on is None or day < self.closed_on)


class RiskAssessment(History):
    """How a risk was judged on a day. Never changed: the newest on or before a day holds then."""

    class Kind(models.TextChoices):
        INHERENT = "inherent", "Utan åtgärder"
        RESIDUAL = "residual", "Med åtgärder"

    risk = models.ForeignKey(
        Risk, on_delete=models.PROTECT, related_name="assessments", verbose_name="risk"
    )
    assessed_on = models.DateField("bedömd den")
    kind = models.CharField("avser", max_length=10, choices=Kind, default=Kind.RESIDUAL)
    probability = models.PositiveSmallIntegerField("sannolikhet")
    consequence = models.PositiveSmallIntegerField("konsekvens")
    # How many steps the scale had then, and from where it was medium and high.
    steps = models.PositiveSmallIntegerField("skalans steg")
    medium_from = models.PositiveSmallIntegerField("medel från")
    high_from = models.PositiveSmallIntegerField("hög från")
    comment = models.TextField("kommentar", blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    recorded_at = models.DateTimeField("noterad", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "riskbedömning"
        verbose_name_plural = "riskbedömningar"
        ordering: ClassVar[list[str]] = ["-assessed_on", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(
                    probability__gte=1,
                    probability__lte=F("steps"),
                    consequence__gte=1,
                    consequence__lte=F("steps"),
                ),
                name="risk_assessment_on_scale",
                violation_error_message="Sannolikhet och konsekvens ska ligga på skalan.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["risk", "assessed_on"], name="risk_assessment_as_of"),
        ]

    def __str__(self) -> str:
        return f"{self.assessed_on}: {self.level}"

    @property
    def level(self) -> int:
        return self.probability * self.consequence

    @property
    def scale(self) -> Scale:
        """That held then, without its words."""
        return Scale(self.steps, self.medium_from, self.high_from)

    @property
    def zone(self) -> Zone:
        return self.scale.zone(self.level)


class RiskComment(History):
    """What a year's report says of a risk. Never changed: the newest of a year holds."""

    risk = models.ForeignKey(
        Risk, on_delete=models.PROTECT, related_name="comments", verbose_name="risk"
    )
    year = models.PositiveSmallIntegerField("år")
    text = models.TextField("kommentar")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    recorded_at = models.DateTimeField("noterad", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "årskommentar"
        verbose_name_plural = "årskommentarer"
        ordering: ClassVar[list[str]] = ["-year", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["risk", "year"], name="risk_comment_of_year"),
        ]

    def __str__(self) -> str:
        return f"{self.risk.code}, {self.year}"
