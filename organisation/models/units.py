"""The organisation tree, with validity dates: a reorganisation does not rewrite history."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q

from organisation.querysets import UnitQuerySet


class Unit(models.Model):
    class Level(models.TextChoices):
        MUNICIPALITY = "municipality", "Kommun"
        BOARD = "board", "Nämnd"
        ADMINISTRATION = "administration", "Förvaltning"
        SECTION = "section", "Avdelning eller sektion"
        UNIT = "unit", "Enhet"
        GROUP = "group", "Grupp"

    class Operation(models.TextChoices):
        AUTHORITY = "authority", "Myndighetsutövning"
        OWN = "own", "Utförare i egen regi"
        PRIVATE = "private", "Privat utförare"
        STAFF = "staff", "Stab"

    name = models.CharField("namn", max_length=120)
    slug = models.SlugField(
        "kortnamn",
        max_length=40,
        unique=True,
        help_text="Används i levande siffror, till exempel enhet=barn.",
    )
    level = models.CharField("nivå", max_length=20, choices=Level)
    operation = models.CharField(
        "verksamhet", max_length=20, choices=Operation, default=Operation.OWN
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="överordnad",
    )
    succeeded_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="efterträds av",
    )
    valid_from = models.DateField("gäller från", default=date(2000, 1, 1))
    valid_to = models.DateField("gäller till och med", null=True, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)
    # A protected home is not named on a page that anybody can open.
    takes_viewpoints = models.BooleanField(
        "kan väljas på den öppna sidan för synpunkter", default=True
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "enhet"
        verbose_name_plural = "enheter"
        ordering: ClassVar[list[str]] = ["order", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="unit_valid_in_order",
                violation_error_message="Slutdatum kan inte ligga före startdatum.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            UnitClosure.rebuild()

    def clean(self) -> None:
        if self.parent_id and self.pk and self._is_below_itself():
            raise ValidationError({"parent": "En enhet kan inte ligga under sig själv."})

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def _is_below_itself(self) -> bool:
        return UnitClosure.objects.filter(
            ancestor_id=self.pk, descendant_id=self.parent_id
        ).exists()


class UnitClosure(models.Model):
    """Every unit with every unit above it, itself included. Rebuilt with each tree change."""

    ancestor = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    descendant = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    depth = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "plats i trädet"
        verbose_name_plural = "platser i trädet"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ancestor", "descendant"], name="closure_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["descendant", "depth"], name="closure_upwards")
        ]

    def __str__(self) -> str:
        return f"{self.ancestor_id} → {self.descendant_id} ({self.depth})"

    @classmethod
    def rebuild(cls) -> None:
        parents = dict(Unit.objects.values_list("pk", "parent_id"))
        wanted = {pair: depth for pk in parents for pair, depth in _upwards(pk, parents)}
        present = {
            (ancestor, descendant): depth
            for ancestor, descendant, depth in cls.objects.values_list(
                "ancestor_id", "descendant_id", "depth"
            )
        }
        if wanted == present:
            return
        cls.objects.all().delete()
        UnitClosure.objects.bulk_create(
            UnitClosure(ancestor_id=ancestor, descendant_id=descendant, depth=depth)
            for (ancestor, descendant), depth in wanted.items()
        )


def _upwards(pk: int, parents: Mapping[int, int | None]) -> list[tuple[tuple[int, int], int]]:
    chain: list[int] = []
    current: int | None = pk
    while current is not None and current not in chain:
        chain.append(current)
        current = parents[current]
    return [((ancestor, pk), depth) for depth, ancestor in enumerate(chain)]
