from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models

from organisation.models.units import Unit
from organisation.querysets import ProcessQuerySet


class Process(models.Model):
    """SOSFS 2011:9, 4 kap. 2 §: the processes of the operation, main and supporting."""

    class Kind(models.TextChoices):
        MAIN = "main", "Huvudprocess"
        SUPPORT = "support", "Stödprocess"

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="processes", verbose_name="organisation"
    )
    number = models.CharField("nummer", max_length=12)
    name = models.CharField("namn", max_length=160)
    kind = models.CharField("slag", max_length=10, choices=Kind, default=Kind.MAIN)
    target_group = models.CharField("målgrupp", max_length=120, blank=True)
    description = models.TextField("beskrivning", blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="processes",
        verbose_name="processägare",
    )
    closed_on = models.DateField("upphörde", null=True, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ProcessQuerySet.as_manager()

    class Meta:
        verbose_name = "process"
        verbose_name_plural = "processer"
        ordering: ClassVar[list[str]] = ["order", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "number"],
                name="process_number_once",
                violation_error_message="Numret används redan av en annan process.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    def is_closed_on(self, day: date) -> bool:
        return self.closed_on is not None and self.closed_on <= day


class QualityAreaSet(models.Model):
    """`unit` is who works by it, and all below; a set without one is there for everybody."""

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="quality_area_sets",
        verbose_name="organisation",
    )
    name = models.CharField("namn", max_length=120, unique=True)
    source = models.CharField("källa", max_length=200, blank=True)

    class Meta:
        verbose_name = "uppsättning kvalitetsområden"
        verbose_name_plural = "uppsättningar kvalitetsområden"

    def __str__(self) -> str:
        return self.name


class QualityArea(models.Model):
    set = models.ForeignKey(
        QualityAreaSet, on_delete=models.PROTECT, related_name="areas", verbose_name="uppsättning"
    )
    name = models.CharField("namn", max_length=120)
    definition = models.TextField("definition", blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "kvalitetsområde"
        verbose_name_plural = "kvalitetsområden"
        ordering: ClassVar[list[str]] = ["set", "order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["set", "name"], name="quality_area_once")
        ]

    def __str__(self) -> str:
        return self.name


class QualityAreaMapping(models.Model):
    """Which area of one set answers to which of another (the national and the local set)."""

    from_area = models.ForeignKey(
        QualityArea, on_delete=models.CASCADE, related_name="maps_to", verbose_name="från"
    )
    to_area = models.ForeignKey(
        QualityArea, on_delete=models.CASCADE, related_name="mapped_from", verbose_name="till"
    )

    class Meta:
        verbose_name = "motsvarighet"
        verbose_name_plural = "motsvarigheter"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["from_area", "to_area"], name="area_mapping_once")
        ]

    def __str__(self) -> str:
        return f"{self.from_area} = {self.to_area}"
