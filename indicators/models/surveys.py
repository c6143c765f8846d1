"""Brukarundersökningar and follow-up by instrument: who answered, and what."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from indicators.querysets import SurveyQuerySet
from lib.codes import CODE
from organisation.models import ServiceArea, Unit


class Survey(models.Model):
    class Instrument(models.TextChoices):
        NATIONAL = "national", "Nationell brukarundersökning"
        OWN = "own", "Egen undersökning"
        INDIVIDUAL = "individual", "Individbaserad uppföljning"
        BEFORE_AFTER = "before_after", "Före- och eftermätning"

    code = models.CharField("kod", max_length=30, validators=[CODE])
    year = models.PositiveSmallIntegerField("år")
    name = models.CharField("undersökning", max_length=160)
    instrument = models.CharField("slag", max_length=12, choices=Instrument)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="surveys", verbose_name="enhet"
    )
    service_area = models.ForeignKey(
        ServiceArea,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="surveys",
        verbose_name="verksamhetsområde",
    )
    respondents = models.CharField("vilka som tillfrågades", max_length=160)
    carried_out = models.CharField("när den gjordes", max_length=80, blank=True)
    distributed = models.PositiveIntegerField("utdelade", null=True, blank=True)
    answered = models.PositiveIntegerField("besvarade", null=True, blank=True)
    source = models.CharField("källa", max_length=200, blank=True)
    comment = models.TextField("kommentar", blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = "brukarundersökning"
        verbose_name_plural = "brukarundersökningar"
        ordering: ClassVar[list[str]] = ["-year", "order", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["code", "year"],
                name="survey_once",
                violation_error_message="Undersökningen finns redan för året.",
            ),
            models.CheckConstraint(
                condition=Q(distributed__isnull=True)
                | Q(answered__isnull=True)
                | Q(answered__lte=F("distributed")),
                name="survey_answers_of_distributed",
                violation_error_message="Besvarade kan inte vara fler än utdelade.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.respondents} {self.year}"


class Question(models.Model):
    """A question with its answers counted, or with a share that was reported elsewhere.

    `asked_of` names a part of the respondents where the question was put to them alone.
    """

    survey = models.ForeignKey(
        Survey, on_delete=models.CASCADE, related_name="questions", verbose_name="undersökning"
    )
    key = models.SlugField("kortnamn", max_length=30, help_text="Används i levande siffror.")
    text = models.CharField("fråga", max_length=240)
    asked_of = models.CharField("besvarades av", max_length=120, blank=True)
    reported_share = models.DecimalField(
        "redovisad andel (%)", max_digits=5, decimal_places=2, null=True, blank=True
    )
    national_share = models.DecimalField(
        "riket (%)", max_digits=5, decimal_places=2, null=True, blank=True
    )
    national_text = models.CharField("riket i ord", max_length=120, blank=True)
    previous_share = models.DecimalField(
        "föregående år (%)", max_digits=5, decimal_places=2, null=True, blank=True
    )
    # Instruments that measure the same persons before and after
    before_mean = models.DecimalField(
        "medelvärde före", max_digits=8, decimal_places=2, null=True, blank=True
    )
    after_mean = models.DecimalField(
        "medelvärde efter", max_digits=8, decimal_places=2, null=True, blank=True
    )
    improved = models.PositiveIntegerField("förbättrade", null=True, blank=True)
    unchanged = models.PositiveIntegerField("oförändrade", null=True, blank=True)
    worsened = models.PositiveIntegerField("försämrade", null=True, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "fråga"
        verbose_name_plural = "frågor"
        ordering: ClassVar[list[str]] = ["order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["survey", "key"],
                name="question_once",
                violation_error_message="Kortnamnet används redan i undersökningen.",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{field}__isnull": True})
                    | Q(**{f"{field}__gte": 0, f"{field}__lte": 100}),
                    name=f"question_{field}_is_a_share",
                    violation_error_message="En andel ligger mellan 0 och 100 procent.",
                )
                for field in ("reported_share", "national_share", "previous_share")
            ),
        ]

    def __str__(self) -> str:
        return self.text


class AnswerOption(models.Model):
    """How many chose an answer; the favourable ones make up the share that is shown."""

    question = models.ForeignKey(
        Question, on_delete=models.CASCADE, related_name="options", verbose_name="fråga"
    )
    text = models.CharField("svar", max_length=120)
    count = models.PositiveIntegerField("antal")
    is_favourable = models.BooleanField("räknas in i andelen", default=False)
    order = models.PositiveSmallIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "svarsalternativ"
        verbose_name_plural = "svarsalternativ"
        ordering: ClassVar[list[str]] = ["order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["question", "text"],
                name="answer_option_once",
                violation_error_message="Svarsalternativet finns redan.",
            )
        ]

    def __str__(self) -> str:
        return self.text


class SurveyGroup(models.Model):
    """A part of the respondents whose answers are counted apart: a sex, or a group of one's own."""

    survey = models.ForeignKey(
        Survey, on_delete=models.CASCADE, related_name="groups", verbose_name="undersökning"
    )
    name = models.CharField("grupp", max_length=80)
    # One of Observation.Sex where the groups are the sexes
    sex = models.CharField("kön", max_length=8, blank=True)
    distributed = models.PositiveIntegerField("utdelade", null=True, blank=True)
    answered = models.PositiveIntegerField("besvarade", null=True, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)

    class Meta:
        verbose_name = "svarsgrupp"
        verbose_name_plural = "svarsgrupper"
        ordering: ClassVar[list[str]] = ["order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["survey", "name"],
                name="survey_group_once",
                violation_error_message="Gruppen finns redan.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class AnswerCount(models.Model):
    """How many of a group chose an answer."""

    option = models.ForeignKey(
        AnswerOption, on_delete=models.CASCADE, related_name="counts", verbose_name="svar"
    )
    group = models.ForeignKey(
        SurveyGroup, on_delete=models.CASCADE, related_name="counts", verbose_name="grupp"
    )
    count = models.PositiveIntegerField("antal")

    class Meta:
        verbose_name = "antal svar"
        verbose_name_plural = "antal svar"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["option", "group"], name="answer_count_once")
        ]

    def __str__(self) -> str:
        return f"{self.option_id} {self.group_id}: {self.count}"
