"""A report while it is written: its outline is data, so that a municipality can rearrange it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from organisation.models import SmallNumberPolicy, Unit
from qualityreport.querysets import ReportQuerySet, SectionQuerySet, StandingTextQuerySet


class ReportKind(models.TextChoices):
    QUALITY_REPORT = "kvalitetsberattelse", "Kvalitetsberättelse"
    LEX_SARAH = "arsberattelse-lex-sarah", "Årsberättelse lex Sarah"
    PLAN = "kvalitetsplan", "Kvalitetsplan"


class SectionStatus(models.TextChoices):
    NOT_STARTED = "not_started", "Ej påbörjad"
    DRAFT = "draft", "Utkast"
    DONE = "done", "Klar"
    REVIEWED = "reviewed", "Granskad"


class Report(models.Model):
    kind = models.CharField("rapport", max_length=40, choices=ReportKind)
    year = models.PositiveSmallIntegerField("år")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="reports", verbose_name="verksamhet"
    )
    as_of = models.DateField(
        "avser läget den", help_text="31 december för helår, 31 augusti för delår."
    )
    subtitle = models.CharField("underrubrik", max_length=160, blank=True)
    diary_number = models.CharField("diarienummer", max_length=40, blank=True)
    meeting_on = models.DateField(
        "nämndens sammanträde",
        null=True,
        blank=True,
        help_text="Den dag då nämnden behandlar rapporten. De andra datumen räknas baklänges.",
    )
    audience = models.CharField(
        "mottagare",
        max_length=10,
        choices=SmallNumberPolicy.Audience,
        default=SmallNumberPolicy.Audience.PUBLIC,
        help_text="Styr hur små tal skyddas. En nämnds handlingar är allmänna.",
    )
    thorough = models.BooleanField(
        "pröva även omdömen och påståenden",
        default=False,
        help_text="Jämför ord som ”når målet” med registret och visar påståenden utan siffra.",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="skapad av",
    )
    created_at = models.DateTimeField("skapad", default=timezone.now, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "rapport"
        verbose_name_plural = "rapporter"
        ordering: ClassVar[list[str]] = ["-year", "kind", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kind", "year", "unit", "as_of", "audience"],
                name="report_once",
                violation_error_message="Rapporten finns redan för verksamhet, år och mottagare.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}"


class Section(models.Model):
    """A node of the outline: a narrative, a block, or only a heading over others."""

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="sections", verbose_name="rapport"
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="under",
    )
    key = models.SlugField("nyckel", max_length=60)
    order = models.PositiveSmallIntegerField("ordning")
    title = models.CharField("rubrik", max_length=160)
    block = models.CharField("block", max_length=60, blank=True)
    prompt = models.TextField("vad avsnittet ska svara på", blank=True)
    takes_text = models.BooleanField("har text", default=True)
    standing = models.SlugField("stående text", max_length=60, blank=True)
    body = models.TextField("text", blank=True)
    status = models.CharField(
        "status", max_length=20, choices=SectionStatus, default=SectionStatus.NOT_STARTED
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="report_sections",
        verbose_name="ansvarig",
    )
    due_on = models.DateField("klar senast", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    saved_by_name = models.CharField("sparat av", max_length=120, blank=True, editable=False)
    saved_at = models.DateTimeField("sparat", null=True, blank=True, editable=False)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = "avsnitt"
        verbose_name_plural = "avsnitt"
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "key"], name="section_key_once")
        ]

    def __str__(self) -> str:
        return self.title


class StandingText(models.Model):
    """A text that returns every year: one row for the report year from which it reads so.

    A report of 2023 prints the newest row of 2023 or earlier, at its unit or the nearest above.
    """

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="standing_texts", verbose_name="verksamhet"
    )
    key = models.SlugField("text", max_length=60)
    first_year = models.PositiveSmallIntegerField("gäller från rapportår")
    body = models.TextField("text")
    version = models.PositiveIntegerField(default=1, editable=False)
    saved_by_name = models.CharField("sparad av", max_length=120, blank=True, editable=False)
    saved_at = models.DateTimeField("sparad", default=timezone.now, editable=False)

    objects = StandingTextQuerySet.as_manager()

    class Meta:
        verbose_name = "stående text"
        verbose_name_plural = "stående texter"
        ordering: ClassVar[list[str]] = ["key", "-first_year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "key", "first_year"],
                name="standing_text_once",
                violation_error_message="Det finns redan en text från det rapportåret.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} från {self.first_year}"
