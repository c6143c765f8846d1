"""Aktgranskning: a drawn sample of case files, read by questions, in one or two rounds."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from risks.models.controls import Control, ControlResult
from risks.querysets import FileReviewQuerySet


class FileReview(models.Model):
    """The protocol of one occasion of a control whose method is file review.

    `seed`, `algorithm` and the pasted order give the same sample again. The references are erased
    when the review is finished or on `erase_on`, whichever comes first; what was answered stays.
    """

    class Status(models.TextChoices):
        DRAWN = "drawn", "Pågår"
        FINISHED = "finished", "Klar"
        ABANDONED = "abandoned", "Avbruten"

    control = models.ForeignKey(
        Control, on_delete=models.PROTECT, related_name="file_reviews", verbose_name="egenkontroll"
    )
    title = models.CharField("granskning", max_length=160)
    population_text = models.CharField(
        "vilka akter", max_length=300, help_text="Till exempel avslutade utredningar januari–mars."
    )
    population = models.PositiveIntegerField("antal i listan", editable=False)
    sample_size = models.PositiveIntegerField("antal som granskas")
    seed = models.CharField("frö", max_length=40, editable=False)
    algorithm = models.CharField("urvalsmetod", max_length=40, editable=False)
    list_digest = models.CharField("listans kontrollsumma", max_length=64, editable=False)
    second_size = models.PositiveIntegerField("antal som granskas av två", default=0)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAWN)
    erase_on = models.DateField("beteckningarna raderas senast")
    erased_at = models.DateTimeField("raderade", null=True, blank=True, editable=False)
    drawn_at = models.DateTimeField("dragen", default=timezone.now, editable=False)
    drawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="dragen av",
    )
    finished_on = models.DateField("klar den", null=True, blank=True)
    result = models.OneToOneField(
        ControlResult,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="file_review",
        verbose_name="resultat",
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = FileReviewQuerySet.as_manager()

    class Meta:
        verbose_name = "aktgranskning"
        verbose_name_plural = "aktgranskningar"
        ordering: ClassVar[list[str]] = ["-drawn_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(
                    sample_size__gte=1,
                    sample_size__lte=F("population"),
                    second_size__lte=F("sample_size"),
                ),
                name="file_review_sample_of_population",
                violation_error_message="Urvalet kan inte vara större än listan.",
            )
        ]

    def __str__(self) -> str:
        return self.title


class FileReviewQuestion(models.Model):
    review = models.ForeignKey(
        FileReview, on_delete=models.CASCADE, related_name="questions", verbose_name="granskning"
    )
    text = models.CharField("fråga", max_length=300)
    # Its yes and no are what the control's result counts.
    counts = models.BooleanField("räknas i resultatet", default=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "fråga"
        verbose_name_plural = "frågor"
        ordering: ClassVar[list[str]] = ["order", "pk"]

    def __str__(self) -> str:
        return self.text


class FileReviewCase(models.Model):
    """A file of the sample. `reference` is empty when it has been erased."""

    class Sex(models.TextChoices):
        FEMALE = "female", "Flicka eller kvinna"
        MALE = "male", "Pojke eller man"
        UNKNOWN = "unknown", "Uppgift saknas"

    review = models.ForeignKey(
        FileReview, on_delete=models.CASCADE, related_name="cases", verbose_name="granskning"
    )
    place = models.PositiveIntegerField("nummer i urvalet")
    reference = models.CharField("beteckning", max_length=60, blank=True)
    sex = models.CharField("kön", max_length=8, choices=Sex, default=Sex.UNKNOWN)
    read_twice = models.BooleanField("granskas av två", default=False)

    class Meta:
        verbose_name = "akt"
        verbose_name_plural = "akter"
        ordering: ClassVar[list[str]] = ["place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["review", "place"], name="file_review_place_once")
        ]

    def __str__(self) -> str:
        return f"Akt {self.place}"


class FileReviewAnswer(models.Model):
    class Answer(models.TextChoices):
        YES = "yes", "Ja"
        NO = "no", "Nej"
        NOT_APPLICABLE = "na", "Ej tillämpligt"

    class Reading(models.IntegerChoices):
        FIRST = 1, "Första granskningen"
        SECOND = 2, "Andra granskningen"

    case = models.ForeignKey(
        FileReviewCase, on_delete=models.CASCADE, related_name="answers", verbose_name="akt"
    )
    question = models.ForeignKey(
        FileReviewQuestion, on_delete=models.CASCADE, related_name="answers", verbose_name="fråga"
    )
    reading = models.PositiveSmallIntegerField("omgång", choices=Reading, default=Reading.FIRST)
    answer = models.CharField("svar", max_length=4, choices=Answer)
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="granskare",
    )
    answered_at = models.DateTimeField("besvarad", default=timezone.now)

    class Meta:
        verbose_name = "svar"
        verbose_name_plural = "svar"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "question", "reading"], name="file_review_answer_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case}, {self.get_answer_display()}"
