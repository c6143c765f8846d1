from typing import ClassVar

from django.db import models


class DeviationType(models.Model):
    """Avvikelsetyp, in two levels. Never mixed with cause or outcome in one list."""

    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="subtypes",
        verbose_name="huvudtyp",
    )
    name = models.CharField("namn", max_length=160)
    order = models.PositiveSmallIntegerField("ordning", default=0)
    active = models.BooleanField("används", default=True)

    class Meta:
        verbose_name = "avvikelsetyp"
        verbose_name_plural = "avvikelsetyper"
        ordering: ClassVar[list[str]] = ["order", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["parent", "name"], name="deviation_type_once")
        ]

    def __str__(self) -> str:
        return self.name


class Cause(models.Model):
    """Bakomliggande orsak: several per case, counted on investigated cases only."""

    name = models.CharField("namn", max_length=120, unique=True)
    help_text = models.CharField("vägledning", max_length=300, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)
    active = models.BooleanField("används", default=True)

    class Meta:
        verbose_name = "bakomliggande orsak"
        verbose_name_plural = "bakomliggande orsaker"
        ordering: ClassVar[list[str]] = ["order", "name"]

    def __str__(self) -> str:
        return self.name
