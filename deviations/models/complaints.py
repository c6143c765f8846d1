from typing import ClassVar

from django.db import models
from django.db.models import Q

from deviations.models.cases import Deviation


class Complaint(models.Model):
    """What only a synpunkt or a klagomål has."""

    class Topic(models.TextChoices):
        TREATMENT = "treatment", "Bemötande"
        DECISION = "decision", "Beslut om bistånd"
        PROCESSING_TIME = "processing_time", "Handläggningstid"
        INFORMATION = "information", "Information och kommunikation"
        PERFORMANCE = "performance", "Insatsens utförande"
        ACCESSIBILITY = "accessibility", "Tillgänglighet"
        SECRECY = "secrecy", "Sekretess"
        PRAISE = "praise", "Beröm"

    class Outcome(models.TextChoices):
        FOUNDED = "founded", "Befogat"
        PARTLY = "partly", "Delvis befogat"
        UNFOUNDED = "unfounded", "Inte befogat"

    deviation = models.OneToOneField(
        Deviation, on_delete=models.PROTECT, related_name="complaint", verbose_name="ärende"
    )
    topic = models.CharField("ämne", max_length=20, choices=Topic, blank=True)
    # An appeal (överklagande) has a route of its own and is counted apart.
    is_appeal = models.BooleanField("är egentligen ett överklagande", default=False)
    contact_name = models.CharField("namn", max_length=120, blank=True)
    contact = models.CharField("telefon eller e-post", max_length=160, blank=True)
    # From the open page, without login.
    is_public = models.BooleanField("från den öppna sidan", default=False, editable=False)
    confirmed_on = models.DateField("bekräftat", null=True, blank=True)
    wants_answer = models.BooleanField("vill ha svar", default=False)
    answer = models.TextField("svar", blank=True)
    answered_on = models.DateField("besvarat", null=True, blank=True)
    answered_by_name = models.CharField("besvarat av", max_length=120, blank=True)
    outcome = models.CharField("bedömning", max_length=20, choices=Outcome, blank=True)

    class Meta:
        verbose_name = "synpunkt eller klagomål"
        verbose_name_plural = "synpunkter och klagomål"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(wants_answer=False) | ~Q(contact=""),
                name="answer_needs_contact",
                violation_error_message="Ange hur personen kan nås, eller att svar inte önskas.",
            )
        ]

    def __str__(self) -> str:
        return str(self.deviation)

    @property
    def is_handled(self) -> bool:
        """Answered, or noted that no answer was asked for."""
        return bool(self.answered_by_name or self.answered_on)
