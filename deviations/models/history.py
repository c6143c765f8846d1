"""Years before the system, known only as sums."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from deviations.models.choices import Kind, Severity
from deviations.querysets import PublishedTotalQuerySet
from organisation.models import Unit


class PublishedTotal(models.Model):
    """A figure of an earlier report, with its source: printed "enligt tidigare redovisning".

    Sealed, it is never changed. It is never added to counted rows.
    """

    class Figure(models.TextChoices):
        RECEIVED = "received", "Inkomna"
        INVESTIGATED = "investigated", "Utredda"
        OUTSIDE = "outside", "Ej lex Sarah"
        ANNULLED = "annulled", "Annullerade"
        OPEN = "open", "Pågående vid årets slut"

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="enhet eller sektion"
    )
    year = models.PositiveSmallIntegerField("år")
    kind = models.CharField("typ av ärende", max_length=20, choices=Kind)
    figure = models.CharField("uppgift", max_length=12, choices=Figure)
    # Of those investigated alone
    severity = models.CharField("grad", max_length=20, choices=Severity, blank=True)
    count = models.PositiveIntegerField("antal")
    source = models.CharField("källa", max_length=200)
    sealed_at = models.DateTimeField("förseglad", null=True, blank=True, editable=False)
    sealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="förseglad av",
    )

    objects = PublishedTotalQuerySet.as_manager()

    class Meta:
        verbose_name = "tidigare redovisad uppgift"
        verbose_name_plural = "tidigare redovisade uppgifter"
        ordering: ClassVar[list[str]] = ["-year", "unit", "kind", "figure", "severity"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "year", "kind", "figure", "severity"],
                name="published_total_once",
                violation_error_message="Uppgiften finns redan för den enheten och det året.",
            ),
            models.CheckConstraint(
                condition=Q(severity="") | Q(figure="investigated", kind=Kind.LEX_SARAH),
                name="published_grade_of_investigated",
                violation_error_message="Bara utredda lex Sarah-rapporter har en grad.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.year}: {self.get_figure_display()}"
