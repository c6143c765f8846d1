"""Egenkontroller (SOSFS 2011:9, 5 kap. 2 §): what is checked, how often, and what was found."""

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from audit.append_only import History
from lib.codes import CODE
from lib.months import MONTHS
from measures.models import Measure
from organisation.models import Process, ServiceArea, Unit
from risks.models.risks import Risk
from risks.querysets import ControlQuerySet


class Method(models.TextChoices):
    FILE_REVIEW = "file_review", "Aktgranskning"
    SYSTEM_DATA = "system_data", "Uttag ur verksamhetssystem"
    SURVEY = "survey", "Enkät"
    LOG_CHECK = "log_check", "Loggkontroll"
    PROCESS_REVIEW = "process_review", "Processgenomgång"


class Frequency(models.TextChoices):
    MONTHLY = "monthly", "Varje månad"
    QUARTERLY = "quarterly", "Var tredje månad"
    TERTIAL = "tertial", "Tre gånger om året"
    HALF_YEARLY = "half_yearly", "Två gånger om året"
    YEARLY = "yearly", "En gång om året"


class Verdict(models.TextChoices):
    APPROVED = "approved", "Godkänd"
    ACTION = "action", "Åtgärd krävs"


class Control(models.Model):
    class Measured(models.TextChoices):
        SHARE = "share", "andel (n av N)"
        COUNT = "count", "antal"
        WORDS = "words", "i ord"

    class Better(models.TextChoices):
        AT_LEAST = "at_least", "minst"
        AT_MOST = "at_most", "högst"

    code = models.CharField("kod", max_length=20, validators=[CODE])
    title = models.CharField("egenkontroll", max_length=240)
    requirement = models.TextField("krav som kontrolleras", blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="controls", verbose_name="verksamhet"
    )
    service_area = models.ForeignKey(
        ServiceArea,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="controls",
        verbose_name="verksamhetsområde",
    )
    process = models.ForeignKey(
        Process,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="controls",
        verbose_name="process",
    )
    risks = models.ManyToManyField(
        Risk, blank=True, related_name="controls", verbose_name="risker som den bevakar"
    )
    method = models.CharField("metod", max_length=16, choices=Method)
    frequency = models.CharField(
        "hur ofta", max_length=12, choices=Frequency, default=Frequency.YEARLY
    )
    first_month = models.PositiveSmallIntegerField(
        "årets första kontroll är klar i",
        choices=tuple(enumerate(map(str.capitalize, MONTHS), start=1)),
        null=True,
        blank=True,
        help_text="Utan månad räknas intervallet från den dag egenkontrollen började gälla.",
    )
    measured = models.CharField("resultatet anges", max_length=8, choices=Measured)
    numerator = models.CharField("täljare", max_length=300, blank=True)
    denominator = models.CharField("nämnare", max_length=300, blank=True)
    source = models.CharField("källa", max_length=200, blank=True)
    threshold = models.DecimalField(
        "gränsvärde",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="I procent för en andel. Utan gränsvärde bedöms varje resultat för hand.",
    )
    better = models.CharField(
        "godkänt när resultatet är", max_length=10, choices=Better, default=Better.AT_LEAST
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="controls",
        verbose_name="ansvarig",
    )
    opened_on = models.DateField("gäller från", default=timezone.localdate)
    closed_on = models.DateField("upphörde", null=True, blank=True)
    measures = models.ManyToManyField(
        Measure, blank=True, related_name="controls", verbose_name="åtgärder"
    )
    order = models.PositiveSmallIntegerField("ordning", default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ControlQuerySet.as_manager()

    class Meta:
        verbose_name = "egenkontroll"
        verbose_name_plural = "egenkontroller"
        ordering: ClassVar[list[str]] = ["order", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                Lower("code"),
                name="control_code_once",
                violation_error_message="Koden används redan av en annan egenkontroll.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="control_closed_after_opened",
                violation_error_message="Kontrollen kan inte upphöra före den dag den började.",
            ),
            models.CheckConstraint(
                condition=Q(first_month__isnull=True) | Q(first_month__range=(1, 12)),
                name="control_first_month",
                violation_error_message="Välj en månad.",
            ),
            models.CheckConstraint(
                condition=Q(threshold__isnull=True) | Q(threshold__gte=0),
                name="control_threshold",
                violation_error_message="Gränsvärdet kan inte vara mindre än noll.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def is_read_by_files(self) -> bool:
        """Whether a drawn sample of files can become its result."""
        return self.method == Method.FILE_REVIEW and self.measured == self.Measured.SHARE

    def verdict_on(self, result: Decimal | None) -> str:
        """What the threshold says of a share in percent or a count; "" where it says nothing."""
        if self.threshold is None or result is None:
            return ""
        enough = result >= self.threshold
        if self.better == self.Better.AT_MOST:
            enough = result <= self.threshold
        return Verdict.APPROVED if enough else Verdict.ACTION


class ControlResult(History):
    """What a control found on a day. Never changed: a correction is a new row that replaces it."""

    control = models.ForeignKey(
        Control, on_delete=models.PROTECT, related_name="results", verbose_name="egenkontroll"
    )
    carried_out_on = models.DateField("genomförd den")
    # The last day of the occasion that it answers; without one, the occasion that the day lies in.
    occasion_on = models.DateField("avser kontrollen till och med", null=True, blank=True)
    numerator = models.PositiveIntegerField("antal (n)", null=True, blank=True)
    denominator = models.PositiveIntegerField("av (N)", null=True, blank=True)
    count = models.PositiveIntegerField("antal", null=True, blank=True)
    reported_share = models.DecimalField(
        "redovisad andel (%)", max_digits=5, decimal_places=2, null=True, blank=True
    )
    source = models.CharField("källa till andelen", max_length=200, blank=True)
    sample = models.CharField("urval", max_length=240, blank=True)
    comment = models.TextField("kommentar", blank=True)
    verdict = models.CharField("bedömning", max_length=10, choices=Verdict)
    motive = models.CharField(
        "motiv till bedömningen",
        max_length=300,
        blank=True,
        help_text="Anges när bedömningen är en annan än gränsvärdet ger.",
    )
    # What the verdict was given by: the control's own threshold may change afterwards.
    threshold = models.DecimalField(
        "gränsvärde då", max_digits=10, decimal_places=2, null=True, blank=True, editable=False
    )
    better = models.CharField(
        "godkänt när resultatet var",
        max_length=10,
        choices=Control.Better,
        default=Control.Better.AT_LEAST,
        editable=False,
    )
    replaces = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name="rättar",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    recorded_at = models.DateTimeField("noterad", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "kontrollresultat"
        verbose_name_plural = "kontrollresultat"
        ordering: ClassVar[list[str]] = ["-carried_out_on", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__isnull=False),
                name="control_result_has_both",
                violation_error_message="Ange både antal och av hur många.",
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True) | Q(numerator__lte=F("denominator")),
                name="control_result_part_of_whole",
                violation_error_message="Antalet kan inte vara större än det antal det är en del "
                "av.",
            ),
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | Q(denominator__gt=0),
                name="control_result_has_base",
                violation_error_message="Ingenting granskades: ange resultatet i kommentaren.",
            ),
            models.CheckConstraint(
                condition=Q(reported_share__isnull=True)
                | (Q(reported_share__gte=0, reported_share__lte=100) & ~Q(source="")),
                name="control_result_share_has_source",
                violation_error_message="En redovisad andel ligger mellan 0 och 100 och har en "
                "källa.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["control", "carried_out_on"], name="control_result_as_of"),
        ]

    def __str__(self) -> str:
        return f"{self.control}, {self.carried_out_on}"

    @property
    def value(self) -> Decimal | None:
        """What the threshold is held against: the exact share in percent, or the count."""
        if self.denominator and self.numerator is not None:
            return Decimal(100 * self.numerator) / Decimal(self.denominator)
        if self.reported_share is not None:
            return self.reported_share
        return None if self.count is None else Decimal(self.count)
