"""The case (ärende): one row, however many reports of it were received."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from deviations.models.choices import (
    COMPLAINT_KINDS,
    AgeBand,
    AnnulledBecause,
    Channel,
    Clock,
    Consequence,
    Kind,
    Severity,
    Sex,
    Status,
)
from deviations.models.classification import Cause, DeviationType
from deviations.querysets import DeviationQuerySet, DeviationReportQuerySet
from measures.models import Measure
from organisation.models import LegalReference, Process, Unit


class NumberSeries(models.Model):
    """The last number given per series and year: no gap, no duplicate (deviations/numbers.py)."""

    series = models.CharField("serie", max_length=4)
    year = models.PositiveSmallIntegerField("år")
    last = models.PositiveIntegerField("senaste")

    class Meta:
        verbose_name = "nummerserie"
        verbose_name_plural = "nummerserier"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["series", "year"], name="number_series_once")
        ]

    def __str__(self) -> str:
        return f"{self.series}-{self.year}: {self.last}"


class Deviation(models.Model):
    # Identity: kind and number never change.
    kind = models.CharField("typ av ärende", max_length=20, choices=Kind)
    series = models.CharField("serie", max_length=4, editable=False)
    year = models.PositiveSmallIntegerField("år", editable=False)
    sequence = models.PositiveIntegerField("löpnummer", editable=False)
    number = models.CharField("ärendenummer", max_length=20, unique=True, editable=False)
    diary_number = models.CharField("diarienummer", max_length=40, blank=True)
    # In the register it was imported from: found again by it, so that no case comes twice.
    external_reference = models.CharField("äldre nummer", max_length=40, blank=True, editable=False)
    channel = models.CharField("kanal", max_length=10, choices=Channel, default=Channel.FORM)
    origin = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="became",
        verbose_name="uppstod ur",
        editable=False,
    )
    status = models.CharField(
        "status", max_length=20, choices=Status, default=Status.RECEIVED, editable=False
    )

    # Place
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="deviations", verbose_name="enhet"
    )
    reporting_unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="rapportörens enhet",
    )
    process = models.ForeignKey(
        Process,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deviations",
        verbose_name="process",
    )

    # Time. The local dates are what is counted: an event at 23:30 UTC belongs to its Swedish day.
    occurred_on = models.DateField("inträffade", null=True, blank=True)
    occurred_until = models.DateField("till och med", null=True, blank=True)
    discovered_at = models.DateTimeField("upptäcktes", null=True, blank=True)
    received_at = models.DateTimeField("inkom", default=timezone.now, editable=False)
    received_on = models.DateField("inkom den", editable=False)
    decided_on = models.DateField("beslutsdatum", null=True, blank=True, editable=False)
    # Of an imported case; the others have their decider on the decision (Assessment).
    decided_by_name = models.CharField("beslutat av", max_length=120, blank=True, editable=False)
    closed_on = models.DateField("avslutat", null=True, blank=True, editable=False)
    annulled_on = models.DateField("annullerat", null=True, blank=True, editable=False)
    annulled_because = models.CharField(
        "annullerat därför att", max_length=12, choices=AnnulledBecause, blank=True, editable=False
    )
    # Another report of the same event: its reports stand with that case.
    duplicate_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="duplicates",
        verbose_name="samma händelse som",
        editable=False,
    )
    # The next deadline, kept by deviations/clocks.py so that lists can sort and narrow by it.
    due_on = models.DateField("nästa frist", null=True, blank=True, editable=False)
    due_for = models.CharField(
        "fristen gäller", max_length=16, choices=Clock, blank=True, editable=False
    )

    # The person concerned, without identity
    affected_count = models.PositiveSmallIntegerField("antal berörda", null=True, blank=True)
    sex = models.CharField("kön", max_length=10, choices=Sex, blank=True)
    age_band = models.CharField("ålder", max_length=10, choices=AgeBand, blank=True)
    is_safe_now = models.BooleanField("den enskilde är trygg nu", null=True, blank=True)
    consequence_actual = models.CharField(
        "faktisk konsekvens", max_length=20, choices=Consequence, blank=True
    )
    consequence_possible = models.CharField(
        "möjlig konsekvens", max_length=20, choices=Consequence, blank=True
    )
    consequence_text = models.TextField("konsekvens för barnet eller den enskilde", blank=True)
    own_view = models.TextField("vad säger barnet eller den enskilde?", blank=True)
    own_view_missing_reason = models.CharField(
        "varför den enskilde inte har hörts", max_length=200, blank=True
    )

    # Content
    title = models.CharField("rubrik", max_length=120)
    description = models.TextField("vad hände?")
    immediate_measures = models.TextField("omedelbara åtgärder", blank=True)
    immediate_measures_at = models.DateTimeField("vidtogs", null=True, blank=True)
    could_recur = models.BooleanField("kan hända igen", null=True, blank=True)
    happened_before = models.BooleanField("har hänt tidigare", null=True, blank=True)
    happened_before_text = models.TextField("varför det har hänt igen", blank=True)

    # Classification
    type = models.ForeignKey(
        DeviationType,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deviations",
        verbose_name="avvikelsetyp",
    )
    act = models.CharField(
        "lag", max_length=10, choices=LegalReference.Act, default=LegalReference.Act.SOL
    )
    causes = models.ManyToManyField(
        Cause, blank=True, related_name="deviations", verbose_name="bakomliggande orsaker"
    )
    severity = models.CharField("grad", max_length=20, choices=Severity, blank=True, editable=False)

    # People and rights. A restricted case is seen only by those it names and the lex Sarah roles.
    restricted = models.BooleanField("begränsad åtkomst", default=False, editable=False)
    investigator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="investigations",
        verbose_name="utredare",
        editable=False,
    )
    named_readers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="+",
        verbose_name="särskilt behöriga",
        editable=False,
    )
    measures = models.ManyToManyField(
        Measure, blank=True, related_name="deviations", verbose_name="åtgärder"
    )
    created_at = models.DateTimeField("registrerat", default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DeviationQuerySet.as_manager()

    class Meta:
        verbose_name = "ärende"
        verbose_name_plural = "ärenden"
        ordering: ClassVar[list[str]] = ["-received_on", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["series", "year", "sequence"], name="deviation_number_once"
            ),
            models.CheckConstraint(
                condition=Q(occurred_until__isnull=True) | Q(occurred_until__gte=F("occurred_on")),
                name="deviation_occurred_in_order",
                violation_error_message="Slutdatum kan inte ligga före startdatum.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.LEX_SARAH) | Q(restricted=True),
                name="lex_sarah_is_restricted",
            ),
            models.CheckConstraint(
                condition=Q(severity="") | Q(kind=Kind.LEX_SARAH, decided_on__isnull=False),
                name="severity_is_decided",
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.LEX_SARAH) | Q(decided_on__isnull=True) | ~Q(severity=""),
                name="decision_has_severity",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(decided_on__gte=F("received_on")),
                name="deviation_decided_after_received",
                violation_error_message="Beslutet kan inte vara fattat innan ärendet kom in.",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.ANNULLED, annulled_on__isnull=False)
                | (~Q(status=Status.ANNULLED) & Q(annulled_on__isnull=True)),
                name="annulled_has_its_date",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.CLOSED)
                | Q(closed_on__isnull=False, decided_on__isnull=False),
                name="closed_is_decided_and_dated",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # `restricted` last: what a coordinator may count is answered from the index alone.
            models.Index(
                fields=["unit", "-received_on", "-id", "restricted"],
                name="deviation_unit_received",
            ),
            models.Index(fields=["-received_on", "-id"], name="deviation_received"),
            models.Index(fields=["kind", "decided_on", "unit"], name="deviation_kind_decided"),
            models.Index(
                fields=["unit", "kind", "severity", "received_on"], name="deviation_counting"
            ),
            models.Index(
                fields=["status", "unit", "received_on", "restricted"], name="deviation_status"
            ),
            models.Index(fields=["unit", "due_on"], name="deviation_due"),
            models.Index(
                fields=["external_reference"],
                name="deviation_external_reference",
                condition=~Q(external_reference=""),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_lex_sarah(self) -> bool:
        return self.kind == Kind.LEX_SARAH

    @property
    def is_complaint(self) -> bool:
        return self.kind in COMPLAINT_KINDS

    @property
    def is_with_ivo(self) -> bool:
        """Notified, and not only suspected to be serious."""
        notification = getattr(self, "ivo", None)
        return notification is not None and notification.notified_on is not None


class DeviationReport(models.Model):
    """What one person reported. Three reports of one event are one case and three reporters."""

    deviation = models.ForeignKey(
        Deviation, on_delete=models.PROTECT, related_name="reports", verbose_name="ärende"
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deviation_reports",
        verbose_name="registrerad av",
    )
    # The colleague whose report it is, when somebody else wrote it down.
    reported_for = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="rapporterat åt",
    )
    reporter_name = models.CharField("rapportör", max_length=120, blank=True)
    reporter_title = models.CharField("rapportörens titel", max_length=80, blank=True)
    text = models.TextField("vad hände?")
    reported_at = models.DateTimeField("rapporterat", default=timezone.now)
    # What the receipt said; the report may since have joined another case of the same event.
    number_given = models.CharField("nummer på kvittot", max_length=20, blank=True)
    # Of the form that was sent: pressing twice does not report twice.
    token = models.UUIDField(null=True, unique=True, editable=False)

    objects = DeviationReportQuerySet.as_manager()

    class Meta:
        verbose_name = "rapport"
        verbose_name_plural = "rapporter"
        ordering: ClassVar[list[str]] = ["reported_at", "pk"]

    def __str__(self) -> str:
        return f"{self.deviation_id}: {self.reporter_name}"
