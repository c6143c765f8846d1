"""What is followed: the definition, what is aimed at, and what others have."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from indicators.querysets import IndicatorQuerySet
from lib.codes import CODE
from organisation.models import Process, QualityArea, ServiceArea, Unit


class Indicator(models.Model):
    class Measured(models.TextChoices):
        COUNT = "count", "antal"
        SHARE = "share", "andel (%)"
        DAYS = "days", "dagar"
        INDEX = "index", "index"
        KRONOR = "kronor", "kronor"

    class Direction(models.TextChoices):
        HIGHER = "higher", "högre är bättre"
        LOWER = "lower", "lägre är bättre"
        NEITHER = "neither", "följs utan riktning"

    code = models.CharField("kod", max_length=20, validators=[CODE])
    name = models.CharField("namn", max_length=240)
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="indicators",
        verbose_name="verksamhet",
        help_text="Den verksamhet som indikatorn gäller. Enheterna under den kan lämna utfall.",
    )
    service_area = models.ForeignKey(
        ServiceArea,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name="verksamhetsområde",
    )
    quality_area = models.ForeignKey(
        QualityArea,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name="kvalitetsområde",
    )
    process = models.ForeignKey(
        Process,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name="process",
    )
    goal = models.TextField("mål som indikatorn följer", blank=True)
    measured = models.CharField("mäts i", max_length=10, choices=Measured)
    numerator = models.CharField("täljare", max_length=300, blank=True)
    denominator = models.CharField("nämnare", max_length=300, blank=True)
    direction = models.CharField(
        "riktning", max_length=10, choices=Direction, default=Direction.HIGHER
    )
    decimals = models.PositiveSmallIntegerField("decimaler", default=0)
    is_cumulative = models.BooleanField(
        "räknas från årets början",
        default=True,
        help_text="Utfallet för januari–augusti ingår då i helårets.",
    )
    split_by_sex = models.BooleanField("redovisas efter kön", default=False)
    minimum_base = models.PositiveSmallIntegerField(
        "eget minsta underlag",
        null=True,
        blank=True,
        help_text="Lämna tomt för kommunens regel. Kan bara skärpa den.",
    )
    source = models.CharField("källa", max_length=200, blank=True)
    collection = models.TextField("så samlas utfallet in", blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name="ansvarig",
    )
    kolada_kpi = models.CharField("nyckeltal i Kolada", max_length=20, blank=True)
    first_year = models.PositiveSmallIntegerField("följs från år")
    last_year = models.PositiveSmallIntegerField("följdes till och med år", null=True, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikatorer"
        ordering: ClassVar[list[str]] = ["service_area__order", "order", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                Lower("code"),
                name="indicator_code_once",
                violation_error_message="Koden används redan av en annan indikator.",
            ),
            models.CheckConstraint(
                condition=Q(last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="indicator_years_in_order",
                violation_error_message="Sista året kan inte ligga före det första.",
            ),
            models.CheckConstraint(
                condition=Q(decimals__lte=2),
                name="indicator_decimals",
                violation_error_message="Högst två decimaler.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def is_share(self) -> bool:
        return self.measured == self.Measured.SHARE


class Target(models.Model):
    """What is aimed at in a year. No row means that nothing is set, which is never zero."""

    class Kind(models.TextChoices):
        MILESTONE = "milestone", "Etappmål"
        LONG_TERM = "long_term", "Målvärde"
        ANNUAL = "annual", "Årsmål"
        COUNCIL = "council", "KF:s årsmål"

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="targets", verbose_name="indikator"
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="verksamhet"
    )
    kind = models.CharField("slag", max_length=10, choices=Kind)
    year = models.PositiveSmallIntegerField("år")
    value = models.DecimalField("värde", max_digits=14, decimal_places=2, null=True, blank=True)
    text = models.CharField(
        "i ord", max_length=120, blank=True, help_text="Till exempel ”tas fram av nämnden”."
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "mål"
        verbose_name_plural = "mål"
        ordering: ClassVar[list[str]] = ["year", "kind"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "unit", "kind", "year"],
                name="target_once",
                violation_error_message="Det finns redan ett sådant mål för året.",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False, text="") | (Q(value__isnull=True) & ~Q(text="")),
                name="target_number_or_words",
                violation_error_message="Ange målet som ett tal eller i ord, inte både och.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}"


class Comparison(models.Model):
    """What others had the same year: a number, a place among them in words, or both."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="comparisons", verbose_name="indikator"
    )
    year = models.PositiveSmallIntegerField("år")
    with_whom = models.CharField("jämförs med", max_length=80, default="Riket")
    value = models.DecimalField("värde", max_digits=14, decimal_places=2, null=True, blank=True)
    text = models.CharField("i ord", max_length=160, blank=True)
    source = models.CharField("källa", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "jämförelse"
        verbose_name_plural = "jämförelser"
        ordering: ClassVar[list[str]] = ["year", "with_whom"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "year", "with_whom"],
                name="comparison_once",
                violation_error_message="Jämförelsen finns redan för året.",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | ~Q(text=""),
                name="comparison_says_something",
                violation_error_message="Ange ett värde eller en jämförelse i ord.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.with_whom} {self.year}"


class DefinitionBreak(models.Model):
    """From this year on the series means something else: no line is drawn over the break."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="breaks", verbose_name="indikator"
    )
    from_year = models.PositiveSmallIntegerField("gäller från år")
    what = models.CharField("vad som ändrades", max_length=300)
    made_by_name = models.CharField("noterat av", max_length=120)
    recorded_at = models.DateTimeField("noterat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "ändrad definition"
        verbose_name_plural = "ändrade definitioner"
        ordering: ClassVar[list[str]] = ["from_year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "from_year"],
                name="definition_break_once",
                violation_error_message="Det finns redan en ändring från det året.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.from_year}"
