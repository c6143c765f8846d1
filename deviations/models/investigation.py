"""The legal process around a case. Rows are added, never changed (SOSFS 2011:5, 5 kap.)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from deviations.models.cases import Deviation
from deviations.models.choices import Severity


class Assessment(models.Model):
    """A ställningstagande at one step of the process, with its motive and who took it."""

    class Step(models.TextChoices):
        INITIAL = "initial", "Initial bedömning"
        PROPOSAL = "proposal", "Utredarens förslag"
        DECISION = "decision", "Beslut"
        ANNULMENT = "annulment", "Annullering"

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="assessments", verbose_name="ärende"
    )
    step = models.CharField("steg", max_length=20, choices=Step)
    severity = models.CharField("grad", max_length=20, choices=Severity, blank=True)
    motive = models.TextField("motivering")
    made_on = models.DateField("datum")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    made_by_name = models.CharField("namn", max_length=120)
    made_by_title = models.CharField("titel", max_length=80, blank=True)
    delegation = models.CharField("delegation", max_length=80, blank=True)
    recorded_at = models.DateTimeField("noterat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "bedömning"
        verbose_name_plural = "bedömningar"
        ordering: ClassVar[list[str]] = ["made_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.made_on}"


class InvestigationNote(models.Model):
    """One noted fact: date, source, fact or assessment, and name and title of the noter."""

    class Nature(models.TextChoices):
        FACT = "fact", "Faktauppgift"
        ASSESSMENT = "assessment", "Bedömning"

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="notes", verbose_name="ärende"
    )
    noted_on = models.DateField("datum")
    source = models.CharField("källa", max_length=200)
    nature = models.CharField("slag", max_length=12, choices=Nature)
    text = models.TextField("anteckning")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    author_name = models.CharField("namn", max_length=120)
    author_title = models.CharField("titel", max_length=80)
    corrects = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name="rättar",
    )
    signed_at = models.DateTimeField("signerad", null=True, blank=True)
    recorded_at = models.DateTimeField("noterad", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "utredningsanteckning"
        verbose_name_plural = "utredningsanteckningar"
        ordering: ClassVar[list[str]] = ["noted_on", "pk"]

    def __str__(self) -> str:
        return f"{self.noted_on} {self.get_nature_display()}"


class Information(models.Model):
    """That somebody was informed (or heard), or why not."""

    class Receiver(models.TextChoices):
        PERSON = "person", "Den enskilde"
        GUARDIAN = "guardian", "Vårdnadshavare"
        TRUSTEE = "trustee", "God man eller förvaltare"
        STAFF = "staff", "Personal på berörda enheter"
        BOARD = "board", "Nämnden"
        PROVIDER = "provider", "Utföraren"
        POLICE = "police", "Polisen"

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="information", verbose_name="ärende"
    )
    receiver = models.CharField("vem", max_length=12, choices=Receiver)
    informed_on = models.DateField("datum", null=True, blank=True)
    how = models.CharField("hur", max_length=120, blank=True)
    reason_not = models.CharField("varför inte", max_length=200, blank=True)
    made_by_name = models.CharField("av", max_length=120)
    recorded_at = models.DateTimeField("noterat", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "information"
        verbose_name_plural = "information"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(informed_on__isnull=False) | ~Q(reason_not=""),
                name="informed_or_reason",
                violation_error_message="Ange datum, eller varför informationen inte har getts.",
            )
        ]

    def __str__(self) -> str:
        return self.get_receiver_display()


class Feedback(models.Model):
    """Återkoppling to the reporter: free from secrecy, kept as sent."""

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="feedback", verbose_name="ärende"
    )
    text = models.TextField("återkoppling")
    given_at = models.DateTimeField("lämnad", default=timezone.now)
    given_by_name = models.CharField("av", max_length=120)

    class Meta:
        verbose_name = "återkoppling"
        verbose_name_plural = "återkopplingar"
        ordering: ClassVar[list[str]] = ["given_at", "pk"]

    def __str__(self) -> str:
        return f"{self.deviation_id} {self.given_at:%Y-%m-%d}"


class IvoNotification(models.Model):
    """The notification under 27 kap. 6 § SoL. It may precede the finished investigation."""

    deviation = models.OneToOneField(
        Deviation, on_delete=models.PROTECT, related_name="ivo", verbose_name="ärende"
    )
    suspected_on = models.DateField("allvarligt misstänktes")
    notified_on = models.DateField("anmält", null=True, blank=True)
    completion_due_on = models.DateField("ska kompletteras senast", null=True, blank=True)
    completed_on = models.DateField("kompletterat", null=True, blank=True)
    ivo_diary_number = models.CharField("IVO:s diarienummer", max_length=40, blank=True)
    ivo_decision = models.TextField("IVO:s beslut", blank=True)
    ivo_decided_on = models.DateField("IVO:s beslutsdatum", null=True, blank=True)

    class Meta:
        verbose_name = "anmälan till IVO"
        verbose_name_plural = "anmälningar till IVO"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(completed_on__isnull=True) | Q(completed_on__gte=F("notified_on")),
                name="ivo_completed_after_notified",
                violation_error_message="Kompletteringen kan inte ligga före anmälan.",
            )
        ]

    def __str__(self) -> str:
        return f"IVO {self.deviation_id}"
