"""Förbättringsområden: what a report says is to be better, and what the next one answers."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from qualityreport.models.reports import Report


class Improvement(models.Model):
    """Named in one report and answered in the next of the same kind and unit.

    The answer stands on the row itself: one object, shown in two reports.
    """

    class Outcome(models.TextChoices):
        REACHED = "reached", "Uppnått"
        PARTLY = "partly", "Delvis uppnått"
        NOT = "not", "Inte uppnått"
        CONTINUES = "continues", "Fortsätter"

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="improvements", verbose_name="rapport"
    )
    title = models.CharField("förbättringsområde", max_length=200)
    why = models.TextField("vad som visar det", blank=True)
    responsible = models.CharField("ansvarig", max_length=120, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=1)
    outcome = models.CharField("utfall", max_length=10, choices=Outcome, blank=True)
    answer = models.TextField("svar", blank=True)
    answered_by = models.CharField("besvarat av", max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "förbättringsområde"
        verbose_name_plural = "förbättringsområden"
        ordering: ClassVar[list[str]] = ["order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["report", "title"],
                name="improvement_once",
                violation_error_message="Området finns redan i rapporten.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | ~Q(answer=""),
                name="improvement_answered_in_words",
                violation_error_message="Skriv vad som hände.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
