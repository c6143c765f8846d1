"""From attest to publication: who signs, what was signed, and what the board decided."""

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from measures.models import Measure
from organisation.models import Role, Unit
from qualityreport.models.reports import ReportKind
from qualityreport.models.versions import ReportVersion
from qualityreport.querysets import DecisionQuerySet
from qualityreport.rules import DEFAULT_FILE_NAME, unknown_words

SIGNERS = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)


def known_words(pattern: str) -> None:
    if unknown := unknown_words(pattern):
        raise ValidationError(f"Okänt i filnamnet: {', '.join(unknown)}.")


class ReportRules(models.Model):
    """How an organisation handles its reports; the nearest row above a report's unit holds."""

    unit = models.OneToOneField(
        Unit, on_delete=models.PROTECT, related_name="report_rules", verbose_name="organisation"
    )
    file_name = models.CharField(
        "filnamn i nämndens paket",
        max_length=120,
        default=DEFAULT_FILE_NAME,
        validators=[known_words],
        help_text="Inom klamrar: datum, dnr, handling, rapport, år, verksamhet, version.",
    )
    days_to_summons = models.PositiveSmallIntegerField(
        "kallelsen går ut, dagar före sammanträdet", default=7
    )
    days_to_preparation = models.PositiveSmallIntegerField(
        "beredning, dagar före sammanträdet", default=14
    )
    days_to_attest = models.PositiveSmallIntegerField("attest, dagar före sammanträdet", default=21)
    days_to_analysis = models.PositiveSmallIntegerField(
        "analysen klar, dagar före sammanträdet", default=35
    )
    days_to_contributions = models.PositiveSmallIntegerField(
        "enheternas underlag inne, dagar före sammanträdet", default=56
    )
    days_to_figures = models.PositiveSmallIntegerField(
        "uppgifterna i registren klara, dagar före sammanträdet", default=70
    )

    class Meta:
        verbose_name = "regler för rapporter"
        verbose_name_plural = "regler för rapporter"

    def __str__(self) -> str:
        return f"Regler för rapporter, {self.unit}"


class AttestStep(models.Model):
    """Who attests the reports of a unit and below it.

    Steps with the same order can be signed in any order; a higher one waits for the lower.
    """

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="attest_steps", verbose_name="organisation"
    )
    kind = models.CharField(
        "rapport",
        max_length=40,
        choices=ReportKind,
        blank=True,
        help_text="Lämna tomt om steget gäller alla rapporter.",
    )
    order = models.PositiveSmallIntegerField("ordning", default=1)
    title = models.CharField(
        "attesteras av", max_length=80, help_text="Som det ska stå i handlingen: Socialdirektör."
    )
    role = models.CharField(
        "roll",
        max_length=20,
        choices=[(role.value, role.label) for role in SIGNERS],
        default=Role.DECIDER,
    )
    level = models.CharField(
        "anställd vid",
        max_length=20,
        choices=Unit.Level,
        blank=True,
        help_text="Nivån där personen har sin roll. Tomt: rapportens egen verksamhet eller över.",
    )

    class Meta:
        verbose_name = "attest"
        verbose_name_plural = "attester"
        ordering: ClassVar[list[str]] = ["unit_id", "order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "kind", "title"],
                name="attest_step_once",
                violation_error_message="Attesten finns redan.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.title}"


class Attestation(models.Model):
    """One signature. It holds for the snapshot whose hash it names, and for nothing else."""

    version = models.ForeignKey(
        ReportVersion, on_delete=models.PROTECT, related_name="attestations", verbose_name="version"
    )
    step = models.CharField("attesteras av", max_length=80)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="person"
    )
    # As they were called that day.
    name = models.CharField("namn", max_length=120)
    post = models.CharField("titel", max_length=80, blank=True)
    deputy_for = models.CharField("ersättare för", max_length=120, blank=True)
    snapshot_hash = models.CharField("underlagets SHA-256", max_length=64)
    signed_at = models.DateTimeField("attesterad", default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField("återtagen", null=True, blank=True)
    withdrawn_by = models.CharField("återtagen av", max_length=120, blank=True)
    withdrawn_because = models.CharField("skäl till återtagandet", max_length=300, blank=True)

    class Meta:
        verbose_name = "attest"
        verbose_name_plural = "attestlista"
        ordering: ClassVar[list[str]] = ["signed_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["version", "step"],
                condition=Q(withdrawn_at__isnull=True),
                name="attest_once_per_step",
                violation_error_message="Versionen är redan attesterad i det steget.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
                name="attest_withdrawn_with_motive",
                violation_error_message="Skriv varför attesten tas tillbaka.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.name}"


class BoardDecision(models.Model):
    """What the board did with a version at one meeting. A file that it saw never changes:
    the decision has a sheet of its own."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", "Godkänd"
        AMENDED = "amended", "Godkänd med ändring"
        REMITTED = "remitted", "Återremiss"
        TABLED = "tabled", "Bordlagd"

    version = models.ForeignKey(
        ReportVersion, on_delete=models.PROTECT, related_name="decisions", verbose_name="version"
    )
    outcome = models.CharField("beslut", max_length=10, choices=Outcome)
    decided_on = models.DateField("sammanträde den")
    paragraph = models.PositiveIntegerField("paragraf")
    words = models.TextField("nämndens beslut", blank=True)
    measures = models.ManyToManyField(
        Measure, blank=True, related_name="board_decisions", verbose_name="åtgärder"
    )
    recorded_by_name = models.CharField("registrerat av", max_length=120, editable=False)
    recorded_at = models.DateTimeField("registrerat", default=timezone.now, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "beslut"
        verbose_name_plural = "beslut"
        ordering: ClassVar[list[str]] = ["decided_on", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["version", "decided_on"],
                name="one_decision_per_meeting",
                violation_error_message="Det finns redan ett beslut från det sammanträdet.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=("amended", "remitted")) | ~Q(words=""),
                name="decision_in_words",
                violation_error_message="Skriv vad nämnden beslutade.",
            ),
        ]

    def __str__(self) -> str:
        return f"§ {self.paragraph}, {self.decided_on:%Y-%m-%d}: {self.get_outcome_display()}"

    @property
    def is_final(self) -> bool:
        return self.outcome != self.Outcome.TABLED
