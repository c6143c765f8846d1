"""Granskningar: what auditors, authorities and we ourselves have looked into, and the answers."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from lib.codes import CODE
from measures.models import Measure
from organisation.models import QualityArea, Unit
from reviews.querysets import ReviewQuerySet


class Review(models.Model):
    """What somebody else, or the operation itself, has looked into once."""

    class Kind(models.TextChoices):
        AUDIT = "audit", "Revision"
        IVO = "ivo", "Tillsyn av IVO"
        JO = "jo", "Beslut från JO"
        THEMATIC = "thematic", "Egen tematisk granskning"
        COLLEGIAL = "collegial", "Kollegial granskning"
        MAPPING = "mapping", "Kartläggning"
        INSPECTORS = "inspectors", "Socialtjänstinspektörerna"

    code = models.CharField("kod", max_length=20, validators=[CODE])
    kind = models.CharField("slag", max_length=12, choices=Kind)
    title = models.CharField("granskning", max_length=240)
    theme = models.CharField("tema", max_length=120, blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="reviews", verbose_name="svarar för"
    )
    units = models.ManyToManyField(
        Unit, blank=True, related_name="reviewed_in", verbose_name="granskade verksamheter"
    )
    ordered_by = models.CharField("beställd av", max_length=160, blank=True)
    performed_by = models.CharField("utförd av", max_length=160, blank=True)
    diary_number = models.CharField("diarienummer", max_length=40, blank=True)
    period_from = models.DateField("granskad tid från", null=True, blank=True)
    period_to = models.DateField("granskad tid till", null=True, blank=True)
    sample_size = models.PositiveIntegerField("antal granskade ärenden", null=True, blank=True)
    sample = models.CharField("urval", max_length=300, blank=True)
    methods = models.TextField("metod", blank=True)
    started_on = models.DateField("påbörjad", default=timezone.localdate)
    reported_on = models.DateField("rapporten kom", null=True, blank=True)
    result = models.TextField("resultat i korthet", blank=True)
    # Jämställdhetsanalys: what differs between girls and boys, women and men.
    equality = models.TextField("jämställdhetsanalys", blank=True)
    answer_due_on = models.DateField("svar senast", null=True, blank=True)
    answered_on = models.DateField("besvarad den", null=True, blank=True)
    answer = models.TextField("svar", blank=True)
    to_board_on = models.DateField("redovisad för nämnden", null=True, blank=True)
    closed_on = models.DateField("avslutad", null=True, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name="ansvarig",
    )
    # Of the review as a whole; those of a recommendation are its own.
    measures = models.ManyToManyField(
        Measure, blank=True, related_name="reviews", verbose_name="åtgärder"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = "granskning"
        verbose_name_plural = "granskningar"
        ordering: ClassVar[list[str]] = ["-started_on", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                Lower("code"),
                name="review_code_once",
                violation_error_message="Koden används redan av en annan granskning.",
            ),
            models.CheckConstraint(
                condition=Q(period_from__isnull=True)
                | Q(period_to__isnull=True)
                | Q(period_to__gte=F("period_from")),
                name="review_period_in_order",
                violation_error_message="Den granskade tiden kan inte sluta innan den börjar.",
            ),
            models.CheckConstraint(
                condition=Q(reported_on__isnull=True) | Q(reported_on__gte=F("started_on")),
                name="review_reported_after_start",
                violation_error_message="Rapporten kan inte komma innan granskningen började.",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | ~Q(answer=""),
                name="review_answered_in_words",
                violation_error_message="Skriv vad som svarades.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "started_on"], name="review_per_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def is_external(self) -> bool:
        return self.kind in EXTERNAL


# By somebody outside the administration.
EXTERNAL = (Review.Kind.AUDIT, Review.Kind.IVO, Review.Kind.JO)


class Finding(models.Model):
    """What a review found, per quality area."""

    class Kind(models.TextChoices):
        STRENGTH = "strength", "Styrka"
        DEFICIT = "deficit", "Brist"
        IDEA = "idea", "Idé"

    review = models.ForeignKey(
        Review, on_delete=models.PROTECT, related_name="findings", verbose_name="granskning"
    )
    kind = models.CharField("slag", max_length=10, choices=Kind)
    quality_area = models.ForeignKey(
        QualityArea,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name="kvalitetsområde",
    )
    text = models.TextField("iakttagelse")
    order = models.PositiveSmallIntegerField("ordning", default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "iakttagelse"
        verbose_name_plural = "iakttagelser"
        ordering: ClassVar[list[str]] = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"


class Recommendation(models.Model):
    """What a review asks for, of whom, and what was answered."""

    class Level(models.TextChoices):
        UNIT = "unit", "Enheten"
        ADMINISTRATION = "administration", "Förvaltningen"
        BOARD = "board", "Nämnden"
        MUNICIPALITY = "municipality", "Kommunen"

    class Response(models.TextChoices):
        AGREED = "agreed", "Åtgärdas"
        PARTLY = "partly", "Åtgärdas delvis"
        DECLINED = "declined", "Åtgärdas inte"

    review = models.ForeignKey(
        Review, on_delete=models.PROTECT, related_name="recommendations", verbose_name="granskning"
    )
    number = models.PositiveSmallIntegerField("nummer")
    text = models.TextField("rekommendation")
    level = models.CharField("riktas till", max_length=16, choices=Level)
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name="verksamhet",
    )
    response = models.CharField("ställningstagande", max_length=10, choices=Response, blank=True)
    answer = models.TextField("svar", blank=True)
    answered_on = models.DateField("besvarad den", null=True, blank=True)
    measures = models.ManyToManyField(
        Measure, blank=True, related_name="recommendations", verbose_name="åtgärder"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "rekommendation"
        verbose_name_plural = "rekommendationer"
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["review", "number"],
                name="recommendation_number_once",
                violation_error_message="Numret används redan i granskningen.",
            ),
            models.CheckConstraint(
                condition=Q(response="") | Q(answered_on__isnull=False),
                name="recommendation_answered_on_a_day",
                violation_error_message="Ange vilken dag rekommendationen besvarades.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review.code}, rekommendation {self.number}"
