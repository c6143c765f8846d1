"""Aktgranskning: a drawn sample of case files, read by questions, some of them by two people."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from risks.models.controls import Control, ControlResult
from risks.querysets import FileReviewQuerySet


class FileReview(models.Model):
    """One occasion of a control whose method is to read files, and its protocol.

    The seed and the pasted list give the same sample again (risks/sampling.py). The references
    are erased when the review is finished or on `erase_on`, whichever comes first; what was
    answered stays.
    """

    class Status(models.TextChoices):
        DRAWN = "drawn", "Pågår"
        FINISHED = "finished", "Klar"
        ABANDONED = "abandoned", "Avbruten"

    control = models.ForeignKey(
        Control, on_delete=models.PROTECT, related_name="file_reviews", verbose_name="egenkontroll"
    )
    title = models.CharField("granskning", max_length=160)
    population_text = models.CharField("vilka akter", max_length=160)
    population = models.PositiveIntegerField("antal i listan", editable=False)
    seed = models.CharField("frö", max_length=40, editable=False)
    algorithm = models.CharField("urvalsmetod", max_length=40, editable=False)
    list_digest = models.CharField("listans kontrollsumma", max_length=64, editable=False)
    readers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="file_reviews", verbose_name="granskare"
    )
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
    result = models.OneToOneField(
        ControlResult,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="file_review",
        verbose_name="resultat",
    )

    objects = FileReviewQuerySet.as_manager()

    class Meta:
        verbose_name = "aktgranskning"
        verbose_name_plural = "aktgranskningar"
        ordering: ClassVar[list[str]] = ["-drawn_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(status="finished") | Q(result__isnull=False),
                name="file_review_finished_with_result",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.DRAWN


class FileReviewQuestion(models.Model):
    review = models.ForeignKey(
        FileReview, on_delete=models.CASCADE, related_name="questions", verbose_name="granskning"
    )
    text = models.CharField("fråga", max_length=300)
    # Whether a file must have "yes" to it to count as good.
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
    first_reader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="granskad av",
    )
    second_reader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="granskad en andra gång av",
    )

    class Meta:
        verbose_name = "akt"
        verbose_name_plural = "akter"
        ordering: ClassVar[list[str]] = ["place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["review", "place"], name="file_review_place_once"),
            models.CheckConstraint(
                condition=Q(second_reader__isnull=True)
                | (Q(read_twice=True) & ~Q(second_reader=F("first_reader"))),
                name="file_review_second_reader_is_another",
            ),
        ]

    def __str__(self) -> str:
        return f"Akt {self.place}"

    @property
    def is_read(self) -> bool:
        """As often as it is to be."""
        second = not self.read_twice or self.second_reader_id is not None
        return self.first_reader_id is not None and second


class FileReviewAnswer(models.Model):
    class Answer(models.TextChoices):
        YES = "yes", "Ja"
        NO = "no", "Nej"
        NOT_APPLICABLE = "na", "Ej tillämpligt"

    class Reading(models.IntegerChoices):
        FIRST = 1, "Första granskningen"
        SECOND = 2, "Andra granskningen"
        JOINT = 3, "Gemensamt svar"

    case = models.ForeignKey(
        FileReviewCase, on_delete=models.CASCADE, related_name="answers", verbose_name="akt"
    )
    question = models.ForeignKey(
        FileReviewQuestion, on_delete=models.CASCADE, related_name="answers", verbose_name="fråga"
    )
    reading = models.PositiveSmallIntegerField("omgång", choices=Reading, default=Reading.FIRST)
    answer = models.CharField("svar", max_length=4, choices=Answer)

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
