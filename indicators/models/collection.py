"""Who is to enter what, when a period is closed, and who has been reminded."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from indicators.models.definitions import Indicator
from indicators.models.periods import ReportingPeriod
from indicators.querysets import LockQuerySet, PlanQuerySet
from organisation.models import Unit


class CollectionPlan(models.Model):
    """An outcome of this indicator is to be entered for the unit in this period of each year."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="plan", verbose_name="indikator"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="enhet")
    period = models.CharField("period", max_length=3, choices=ReportingPeriod)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lämnas av",
    )

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "insamling"
        verbose_name_plural = "insamlingar"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "unit", "period"],
                name="collection_once",
                violation_error_message="Enheten lämnar redan utfall för perioden.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.unit_id} {self.period}"


class PeriodLock(models.Model):
    """The period is closed for a unit and everything under it. Opened again, the row stays."""

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="verksamhet"
    )
    year = models.PositiveSmallIntegerField("år")
    period = models.CharField("period", max_length=3, choices=ReportingPeriod)
    locked_at = models.DateTimeField("låst", default=timezone.now)
    locked_by_name = models.CharField("låst av", max_length=120)
    unlocked_at = models.DateTimeField("öppnad", null=True, blank=True)
    unlocked_by_name = models.CharField("öppnad av", max_length=120, blank=True)
    motive = models.CharField("varför den öppnades", max_length=200, blank=True)

    objects = LockQuerySet.as_manager()

    class Meta:
        verbose_name = "låst period"
        verbose_name_plural = "låsta perioder"
        ordering: ClassVar[list[str]] = ["-year", "period", "unit"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "year", "period"],
                condition=models.Q(unlocked_at__isnull=True),
                name="period_locked_once",
                violation_error_message="Perioden är redan låst.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_period_display()} {self.year}"


class OutcomeReminder(models.Model):
    """A mail about outcomes that are missing: at most one per person, period and day."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="enhet")
    year = models.PositiveSmallIntegerField("år")
    period = models.CharField("period", max_length=3, choices=ReportingPeriod)
    receiver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="till"
    )
    sent_on = models.DateField("skickad")
    sent_by_name = models.CharField("skickad av", max_length=120, blank=True)

    class Meta:
        verbose_name = "påminnelse om utfall"
        verbose_name_plural = "påminnelser om utfall"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "year", "period", "receiver", "sent_on"],
                name="outcome_reminder_once_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year} {self.period}"
