"""Outcomes. Whole numbers are kept; a share is computed the moment it is shown."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from audit.append_only import History
from indicators.models.definitions import Indicator
from indicators.models.periods import ReportingPeriod
from indicators.querysets import ObservationQuerySet
from organisation.models import Unit

_EMPTY = Q(numerator__isnull=True, denominator__isnull=True)
_COUNTED = Q(numerator__isnull=False, denominator__isnull=False)
_NO_VALUE, _VALUE = Q(value__isnull=True), Q(value__isnull=False)
_NO_SHARE, _SHARE = Q(reported_share__isnull=True), Q(reported_share__isnull=False)


class Observation(models.Model):
    """One outcome: n of N, a value, a share reported elsewhere, or the reason why there is none.

    `comment` is printed beside the outcome.
    """

    class Sex(models.TextChoices):
        ALL = "all", "Totalt"
        FEMALE = "female", "Flickor och kvinnor"
        MALE = "male", "Pojkar och män"
        UNKNOWN = "unknown", "Uppgift saknas"

    class Quality(models.TextChoices):
        PRELIMINARY = "preliminary", "Preliminär"
        UNCERTAIN = "uncertain", "Osäker"
        INCOMPLETE = "incomplete", "Ofullständig"

    # No indexes of their own: the constraint and the index below begin with them.
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        related_name="observations",
        verbose_name="indikator",
        db_index=False,
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="observations",
        verbose_name="enhet",
        db_index=False,
    )
    year = models.PositiveSmallIntegerField("år")
    period = models.CharField(
        "period", max_length=3, choices=ReportingPeriod, default=ReportingPeriod.WHOLE_YEAR
    )
    sex = models.CharField("kön", max_length=8, choices=Sex, default=Sex.ALL)
    numerator = models.PositiveIntegerField("antal (n)", null=True, blank=True)
    denominator = models.PositiveIntegerField("av (N)", null=True, blank=True)
    value = models.DecimalField("värde", max_digits=14, decimal_places=2, null=True, blank=True)
    reported_share = models.DecimalField(
        "redovisad andel (%)",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Bara när antalen bakom andelen inte finns. Skrivs ut med sin källa.",
    )
    source = models.CharField("källa till andelen", max_length=200, blank=True)
    no_data = models.CharField("varför utfall saknas", max_length=200, blank=True)
    not_measured = models.PositiveIntegerField("bortfall", null=True, blank=True)
    forecast = models.DecimalField(
        "prognos för helåret", max_digits=14, decimal_places=2, null=True, blank=True
    )
    quality = models.CharField("uppgiftens kvalitet", max_length=12, choices=Quality, blank=True)
    comment = models.TextField("kommentar", blank=True)
    updated_at = models.DateTimeField("ändrad", default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        verbose_name = "utfall"
        verbose_name_plural = "utfall"
        ordering: ClassVar[list[str]] = ["year", "period", "sex"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "unit", "year", "period", "sex"],
                name="observation_once",
                violation_error_message="Det finns redan ett utfall för perioden. Ändra det.",
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True) | Q(numerator__lte=F("denominator")),
                name="observation_part_of_whole",
                violation_error_message="Antalet kan inte vara större än det antal det är en del "
                "av.",
            ),
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | Q(denominator__gt=0),
                name="observation_has_base",
                violation_error_message="Andelen av noll går inte att räkna. Ange varför utfall "
                "saknas i stället.",
            ),
            models.CheckConstraint(
                condition=(_COUNTED & _NO_VALUE & _NO_SHARE & Q(no_data=""))
                | (_EMPTY & _VALUE & _NO_SHARE & Q(no_data=""))
                | (_EMPTY & _NO_VALUE & _SHARE & Q(no_data=""))
                | (_EMPTY & _NO_VALUE & _NO_SHARE & ~Q(no_data="")),
                name="observation_of_one_kind",
                violation_error_message="Ange antal (n av N), ett värde, en redovisad andel eller "
                "varför utfall saknas, och bara ett av dem.",
            ),
            models.CheckConstraint(
                condition=_NO_SHARE
                | (Q(reported_share__gte=0, reported_share__lte=100) & ~Q(source="")),
                name="observation_share_has_source",
                violation_error_message="En redovisad andel ligger mellan 0 och 100 och har en "
                "källa.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "year", "period"], name="observation_of_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.get_period_display()} {self.year}"


class ObservationPart(models.Model):
    """What a counted outcome is made up of: 34 contacts = 16 of one kind + 18 of another."""

    observation = models.ForeignKey(
        Observation, on_delete=models.CASCADE, related_name="parts", verbose_name="utfall"
    )
    name = models.CharField("del", max_length=120)
    count = models.PositiveIntegerField("antal")
    order = models.PositiveSmallIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "del av utfall"
        verbose_name_plural = "delar av utfall"
        ordering: ClassVar[list[str]] = ["order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["observation", "name"],
                name="observation_part_once",
                violation_error_message="Delen finns redan.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ObservationRevision(History):
    """What an observation said before it was changed, and who changed it."""

    observation = models.ForeignKey(
        Observation, on_delete=models.CASCADE, related_name="revisions", verbose_name="utfall"
    )
    numerator = models.PositiveIntegerField(null=True)
    denominator = models.PositiveIntegerField(null=True)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    reported_share = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    source = models.CharField(max_length=200, blank=True)
    no_data = models.CharField(max_length=200, blank=True)
    not_measured = models.PositiveIntegerField(null=True)
    forecast = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    quality = models.CharField(max_length=12, blank=True)
    comment = models.TextField(blank=True)
    parts = models.JSONField(default=list)
    replaced_at = models.DateTimeField("ersatt", default=timezone.now, editable=False)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )

    class Meta:
        verbose_name = "tidigare utfall"
        verbose_name_plural = "tidigare utfall"
        ordering: ClassVar[list[str]] = ["-replaced_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.observation}, ersatt {self.replaced_at:%Y-%m-%d}"
