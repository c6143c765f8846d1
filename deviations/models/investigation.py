"""The legal process around a case. Rows are added, never changed (SOSFS 2011:5, 5 kap.)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from deviations.models.cases import Deviation
from deviations.models.choices import Severity


class Assessment(models.Model):
    """A ställningstagande at one step of the process, with its motive and who took it."""

    class Step(models.TextChoices):
        RECEIVED = "received", "Mottagning"
        INITIAL = "initial", "Initial bedömning"
        SUSPECTED = "suspected", "Misstanke om missförhållande"
        ASSIGNMENT = "assignment", "Utredare utsedd"
        PROPOSAL = "proposal", "Utredarens förslag"
        READY = "ready", "Utredning klar"
        UNLOCKED = "unlocked", "Utredningen öppnad igen"
        DECISION = "decision", "Beslut"
        RETURNED = "returned", "Återlämnat till chefen"
        HANDOVER = "handover", "Överlämning"
        EFFECT = "effect", "Effekten uppföljd"
        CLOSING = "closing", "Avslut"
        ANNULMENT = "annulment", "Annullering"

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="assessments", verbose_name="ärende"
    )
    step = models.CharField("steg", max_length=20, choices=Step)
    severity = models.CharField("grad", max_length=20, choices=Severity, blank=True)
    motive = models.TextField("motivering", blank=True)
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
    """Date, source, name and title of the noter, and passages each marked as fact or assessment.

    An interview is one note. It is edited freely until it is signed; from then on the database
    refuses every change (deviations/guard.py), and a correction is a note of its own.
    """

    class Nature(models.TextChoices):
        FACT = "fact", "Faktauppgift"
        ASSESSMENT = "assessment", "Bedömning"

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="notes", verbose_name="ärende"
    )
    noted_on = models.DateField("datum")
    source = models.CharField("källa", max_length=200)
    # [{"nature": "fact", "text": "…"}, …], in the order they were written
    passages = models.JSONField("anteckning", default=list)
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
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "utredningsanteckning"
        verbose_name_plural = "utredningsanteckningar"
        ordering: ClassVar[list[str]] = ["noted_on", "pk"]

    def __str__(self) -> str:
        return f"{self.noted_on} {self.source}"


class ImmediateMeasure(models.Model):
    """What was done at once, and when: noted at any time as long as the case is open."""

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="immediate", verbose_name="ärende"
    )
    text = models.TextField("omedelbar åtgärd")
    taken_at = models.DateTimeField("vidtogs")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="noterad av",
    )
    made_by_name = models.CharField("namn", max_length=120)
    made_by_title = models.CharField("titel", max_length=80, blank=True)
    recorded_at = models.DateTimeField("noterad", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "omedelbar åtgärd"
        verbose_name_plural = "omedelbara åtgärder"
        ordering: ClassVar[list[str]] = ["taken_at", "pk"]

    def __str__(self) -> str:
        return f"{self.deviation_id} {self.taken_at:%Y-%m-%d}"


class Information(models.Model):
    """That somebody was informed or heard, or why not."""

    class Act(models.TextChoices):
        INFORMED = "informed", "Informerad"
        HEARD = "heard", "Hörd"

    class Receiver(models.TextChoices):
        PERSON = "person", "Den enskilde"
        GUARDIAN = "guardian", "Vårdnadshavare"
        TRUSTEE = "trustee", "God man eller förvaltare"
        STAFF = "staff", "Personal på berörda enheter"
        BOARD = "board", "Nämnden"
        PROVIDER = "provider", "Utföraren"
        POLICE = "police", "Polisen"

    # To tell the person concerned is to tell whoever answers for the person.
    FOR_THE_PERSON = (Receiver.PERSON, Receiver.GUARDIAN, Receiver.TRUSTEE)

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="information", verbose_name="ärende"
    )
    receiver = models.CharField("vem", max_length=12, choices=Receiver)
    act = models.CharField("vad", max_length=10, choices=Act, default=Act.INFORMED)
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
