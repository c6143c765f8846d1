"""Utförare and the year's follow-up of them: contracts, what is demanded, what was found.

The municipality controls and follows up what it has handed over (10 kap. 8 § kommunallagen).
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from measures.models import Measure
from organisation.models import Unit
from reviews.querysets import ContractQuerySet, ProviderQuerySet, RequirementQuerySet


class Provider(models.Model):
    """A provider that works for the unit, by choice (LOV), procurement (LOU) or of our own."""

    class Regime(models.TextChoices):
        PRIVATE = "private", "Privat utförare"
        OWN = "own", "Egen regi"

    name = models.CharField("utförare", max_length=160)
    organisation_number = models.CharField("organisationsnummer", max_length=13, blank=True)
    regime = models.CharField("driftsform", max_length=8, choices=Regime, default=Regime.PRIVATE)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="providers", verbose_name="följs upp av"
    )
    contact = models.CharField("kontakt", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ProviderQuerySet.as_manager()

    class Meta:
        verbose_name = "utförare"
        verbose_name_plural = "utförare"
        ordering: ClassVar[list[str]] = ["name", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="provider_once",
                violation_error_message="Utföraren finns redan i registret.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Contract(models.Model):
    """For one service. When it is renewed by a new one, both count as one provider of it."""

    class Form(models.TextChoices):
        CHOICE = "lov", "Valfrihetssystem (LOV)"
        PROCURED = "lou", "Upphandlat (LOU)"
        OTHER = "other", "Annan överenskommelse"

    provider = models.ForeignKey(
        Provider, on_delete=models.PROTECT, related_name="contracts", verbose_name="utförare"
    )
    form = models.CharField("avtalsform", max_length=8, choices=Form)
    service = models.CharField("insats", max_length=120)
    starts_on = models.DateField("gäller från")
    ends_on = models.DateField("gäller till och med", null=True, blank=True)
    revised_on = models.DateField("reviderat", null=True, blank=True)
    terminated_on = models.DateField("uppsagt", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = "avtal"
        verbose_name_plural = "avtal"
        ordering: ClassVar[list[str]] = ["service", "-starts_on", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="contract_in_order",
                violation_error_message="Avtalet kan inte sluta innan det börjar.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.service}, {self.get_form_display()}"

    def is_in_force(self, year: int) -> bool:
        """Some time in the year."""
        return self.starts_on.year <= year and (self.ends_on is None or self.ends_on.year >= year)


class Requirement(models.Model):
    """What is demanded of providers, as the municipality words it."""

    class Area(models.TextChoices):
        RISK = "risk", "Riskanalys"
        PROCESSES = "processes", "Processer"
        DOCUMENTATION = "documentation", "Dokumentation av kvalitetsarbetet"
        CONTROL = "control", "Egenkontroll"
        OTHER = "other", "Övrigt"

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="requirements", verbose_name="organisation"
    )
    area = models.CharField("område", max_length=14, choices=Area)
    text = models.CharField("krav", max_length=240)
    valid_from = models.DateField("gäller från")
    valid_to = models.DateField("gäller till och med", null=True, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = RequirementQuerySet.as_manager()

    class Meta:
        verbose_name = "krav på utförare"
        verbose_name_plural = "krav på utförare"
        ordering: ClassVar[list[str]] = ["order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="requirement_in_order",
                violation_error_message="Kravet kan inte sluta gälla innan det börjar.",
            )
        ]

    def __str__(self) -> str:
        return self.text


class ProviderFollowUp(models.Model):
    """The year's follow-up of a provider and service, or why there was none.

    A year closes: providers = followed up (meets + action) + no customers + new + other reason.
    """

    class Reason(models.TextChoices):
        NO_CUSTOMERS = "no_customers", "Inga kunder från kommunen"
        NEW = "new", "Nystartad"
        OTHER = "other", "Annat skäl"

    contract = models.ForeignKey(
        Contract, on_delete=models.PROTECT, related_name="follow_ups", verbose_name="avtal"
    )
    year = models.PositiveSmallIntegerField("år")
    carried_out_on = models.DateField("uppföljd den", null=True, blank=True)
    not_because = models.CharField("varför inte", max_length=14, choices=Reason, blank=True)
    reason = models.CharField("skäl", max_length=240, blank=True)
    comment = models.TextField("kommentar", blank=True)
    next_focus = models.CharField("inriktning nästa gång", max_length=240, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="provider_follow_ups",
        verbose_name="ansvarig",
    )
    measures = models.ManyToManyField(
        Measure, blank=True, related_name="provider_follow_ups", verbose_name="åtgärder"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "utföraruppföljning"
        verbose_name_plural = "utföraruppföljningar"
        ordering: ClassVar[list[str]] = ["-year", "contract"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["contract", "year"],
                name="provider_follow_up_once",
                violation_error_message="Avtalet är redan uppföljt för året.",
            ),
            models.CheckConstraint(
                condition=Q(carried_out_on__isnull=True, not_because__gt="")
                | Q(carried_out_on__isnull=False, not_because=""),
                name="provider_follow_up_one_of_two",
                violation_error_message="Ange när uppföljningen gjordes eller varför inte.",
            ),
            models.CheckConstraint(
                condition=~Q(not_because="other") | ~Q(reason=""),
                name="provider_follow_up_other_reason",
                violation_error_message="Skriv vilket skälet är.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract.provider}, {self.year}"

    @property
    def was_carried_out(self) -> bool:
        return self.carried_out_on is not None


class RequirementResult(models.Model):
    class Result(models.TextChoices):
        MEETS = "meets", "Uppfyller kravet"
        ACTION = "action", "Åtgärd krävs"
        NOT_EXAMINED = "not_examined", "Ej granskat"

    follow_up = models.ForeignKey(
        ProviderFollowUp,
        on_delete=models.CASCADE,
        related_name="results",
        verbose_name="uppföljning",
    )
    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, related_name="results", verbose_name="krav"
    )
    result = models.CharField("resultat", max_length=12, choices=Result)
    comment = models.CharField("kommentar", max_length=300, blank=True)

    class Meta:
        verbose_name = "kravresultat"
        verbose_name_plural = "kravresultat"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["follow_up", "requirement"], name="requirement_result_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.requirement}: {self.get_result_display()}"


class ActionPlan(models.Model):
    """What the provider has to put right, by when, and whether somebody has seen that it is."""

    follow_up = models.ForeignKey(
        ProviderFollowUp, on_delete=models.PROTECT, related_name="plans", verbose_name="uppföljning"
    )
    demand = models.TextField("vad som ska rättas till")
    due_on = models.DateField("senast")
    received_on = models.DateField("åtgärdsplan inkom", null=True, blank=True)
    verified_on = models.DateField("kontrollerad", null=True, blank=True)
    comment = models.TextField("kommentar", blank=True)
    created_at = models.DateTimeField("skapad", default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "åtgärdsplan"
        verbose_name_plural = "åtgärdsplaner"
        ordering: ClassVar[list[str]] = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.follow_up}: {self.demand[:60]}"
