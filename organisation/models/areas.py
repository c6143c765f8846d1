"""What several registers are divided by, and what stands in every year's report."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from organisation.models.units import Unit


class ServiceArea(models.Model):
    """A part of the operation by which reports divide indicators and risks."""

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="service_areas", verbose_name="organisation"
    )
    name = models.CharField("namn", max_length=120)
    order = models.PositiveSmallIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "verksamhetsområde"
        verbose_name_plural = "verksamhetsområden"
        ordering: ClassVar[list[str]] = ["order", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="service_area_once",
                violation_error_message="Verksamhetsområdet finns redan i organisationen.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class TargetGroup(models.Model):
    """Whom the operation is for, with ages."""

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="target_groups", verbose_name="organisation"
    )
    name = models.CharField("målgrupp", max_length=120)
    age_from = models.PositiveSmallIntegerField("från ålder", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("till ålder", null=True, blank=True)
    description = models.CharField("beskrivning", max_length=300, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "målgrupp"
        verbose_name_plural = "målgrupper"
        ordering: ClassVar[list[str]] = ["order", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="target_group_once",
                violation_error_message="Målgruppen finns redan i organisationen.",
            ),
            models.CheckConstraint(
                condition=Q(age_from__isnull=True)
                | Q(age_to__isnull=True)
                | Q(age_to__gte=F("age_from")),
                name="target_group_ages_in_order",
                violation_error_message="Till ålder kan inte vara lägre än från ålder.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Duty(models.Model):
    """Who answers for what in the quality work (SOSFS 2011:9, 3 kap.)."""

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="duties", verbose_name="organisation"
    )
    role = models.CharField("roll", max_length=120)
    duty = models.TextField("ansvar")
    order = models.PositiveSmallIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "ansvar i kvalitetsarbetet"
        verbose_name_plural = "ansvar i kvalitetsarbetet"
        ordering: ClassVar[list[str]] = ["order", "role"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "role"],
                name="duty_once",
                violation_error_message="Rollen finns redan i organisationen.",
            )
        ]

    def __str__(self) -> str:
        return self.role


class RiskScale(models.Model):
    """How an organisation grades risks: probability × consequence, and from where it is high.

    Default (no row): three steps, medium from 3, high from 6.
    """

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="risk_scales", verbose_name="organisation"
    )
    steps = models.PositiveSmallIntegerField("steg", choices=((3, "1–3"), (4, "1–4")), default=3)
    medium_from = models.PositiveSmallIntegerField("medel från och med", default=3)
    high_from = models.PositiveSmallIntegerField("hög från och med", default=6)
    valid_from = models.DateField("gäller från")

    class Meta:
        verbose_name = "riskskala"
        verbose_name_plural = "riskskalor"
        ordering: ClassVar[list[str]] = ["unit", "-valid_from"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "valid_from"],
                name="risk_scale_once",
                violation_error_message="Det finns redan en skala från den dagen.",
            ),
            models.CheckConstraint(
                condition=Q(high_from__gt=F("medium_from"), medium_from__gte=1),
                name="risk_scale_in_order",
                violation_error_message="Hög nivå ska börja ovanför medel.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {self.get_steps_display()}"


class RiskScaleStep(models.Model):
    """The organisation's own word for a step, so that two people mean the same by a 3."""

    class Axis(models.TextChoices):
        PROBABILITY = "probability", "Sannolikhet"
        CONSEQUENCE = "consequence", "Konsekvens"

    scale = models.ForeignKey(
        RiskScale, on_delete=models.CASCADE, related_name="words", verbose_name="skala"
    )
    axis = models.CharField("axel", max_length=12, choices=Axis)
    value = models.PositiveSmallIntegerField("steg")
    word = models.CharField("betydelse", max_length=160)

    class Meta:
        verbose_name = "steg"
        verbose_name_plural = "steg"
        ordering: ClassVar[list[str]] = ["axis", "value"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["scale", "axis", "value"],
                name="risk_scale_step_once",
                violation_error_message="Steget har redan en betydelse.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.word}"
