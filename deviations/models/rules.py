"""What the municipality decides about the register, as rows with dates."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from deviations.models.cases import Deviation
from deviations.models.choices import Clock, Kind
from organisation.models import Unit
from organisation.querysets import ValidQuerySet

IN_ORDER = Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from"))
WRONG_ORDER = "Slutdatum kan inte ligga före startdatum."


class ClockRule(models.Model):
    """How long a step may take, and on what ground. The rule of the day it began to run holds."""

    class Measure(models.TextChoices):
        WORKING_DAYS = "working_days", "Arbetsdagar"
        DAYS = "days", "Dagar"
        MONTHS = "months", "Månader"

    clock = models.CharField("frist", max_length=16, choices=Clock)
    length = models.PositiveSmallIntegerField("längd")
    measure = models.CharField("räknas i", max_length=12, choices=Measure)
    basis = models.CharField("grund", max_length=200)
    valid_from = models.DateField("gäller från", default=date(2000, 1, 1))
    valid_to = models.DateField("gäller till och med", null=True, blank=True)

    objects = ValidQuerySet.as_manager()

    class Meta:
        verbose_name = "frist"
        verbose_name_plural = "frister"
        ordering: ClassVar[list[str]] = ["clock", "valid_from"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["clock", "valid_from"], name="clock_rule_once"),
            models.CheckConstraint(
                condition=IN_ORDER,
                name="clock_rule_in_order",
                violation_error_message=WRONG_ORDER,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_clock_display()}: {self.length} {self.get_measure_display().lower()}"


class Reminder(models.Model):
    """A mail about a deadline: at most one per person, deadline and day, however often it runs."""

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="reminders", verbose_name="ärende"
    )
    clock = models.CharField("frist", max_length=16, choices=Clock)
    due_on = models.DateField("fristen löper ut")
    receiver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="till"
    )
    sent_on = models.DateField("skickad")

    class Meta:
        verbose_name = "påminnelse"
        verbose_name_plural = "påminnelser"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["deviation", "clock", "due_on", "receiver", "sent_on"],
                name="reminder_once_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.deviation_id} {self.sent_on}"


class LexSarahPolicy(models.Model):
    """Whether the manager keeps the insight when a case becomes a suspected misconduct.

    Default (no row): the manager loses it and keeps the slip.
    """

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="organisation"
    )
    manager_keeps_insight = models.BooleanField("chefen behåller insynen", default=False)
    motive = models.TextField("motiv")
    valid_from = models.DateField("gäller från")
    valid_to = models.DateField("gäller till och med", null=True, blank=True)

    objects = ValidQuerySet.as_manager()

    class Meta:
        verbose_name = "regel för insyn i lex Sarah"
        verbose_name_plural = "regler för insyn i lex Sarah"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit", "valid_from"], name="lex_sarah_policy_once"),
            models.CheckConstraint(
                condition=IN_ORDER,
                name="lex_sarah_policy_in_order",
                violation_error_message=WRONG_ORDER,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} från {self.valid_from}"


class RetentionRule(models.Model):
    """Gallringsbeslut per kind: how many years after the end of the case, or kept for ever."""

    kind = models.CharField("typ av ärende", max_length=20, choices=Kind)
    preserve = models.BooleanField("bevaras", default=False)
    years = models.PositiveSmallIntegerField("år efter avslut", null=True, blank=True)
    decision = models.CharField("nämndens beslut (diarienummer)", max_length=120)
    valid_from = models.DateField("gäller från")
    valid_to = models.DateField("gäller till och med", null=True, blank=True)

    objects = ValidQuerySet.as_manager()

    class Meta:
        verbose_name = "gallringsregel"
        verbose_name_plural = "gallringsregler"
        ordering: ClassVar[list[str]] = ["kind", "valid_from"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "valid_from"], name="retention_rule_once"),
            models.CheckConstraint(
                condition=Q(preserve=True, years__isnull=True)
                | Q(preserve=False, years__isnull=False),
                name="retention_years_or_preserve",
                violation_error_message="Ange antal år, eller att handlingarna bevaras.",
            ),
            models.CheckConstraint(
                condition=IN_ORDER,
                name="retention_rule_in_order",
                violation_error_message=WRONG_ORDER,
            ),
        ]

    def __str__(self) -> str:
        length = "bevaras" if self.preserve else f"gallras efter {self.years} år"
        return f"{self.get_kind_display()} {length}"
