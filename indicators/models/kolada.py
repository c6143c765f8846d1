"""What has been fetched from Kolada: kept apart from own values, with its origin and date."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from indicators.models.definitions import Indicator


class KoladaKpi(models.Model):
    """A key figure as Kolada described it when it was last fetched."""

    code = models.CharField("nyckeltal", max_length=20, unique=True)
    title = models.CharField("namn", max_length=400)
    description = models.TextField("beskrivning", blank=True)
    is_divided_by_gender = models.BooleanField("finns per kön", default=False)
    has_ou_data = models.BooleanField("finns per enhet", default=False)
    publication_date = models.CharField("publicerades", max_length=40, blank=True)
    fetched_at = models.DateTimeField("hämtat", default=timezone.now)
    # What was asked for then: another question is asked anew, whatever Kolada has published.
    asked = models.CharField("fråga", max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = "nyckeltal i Kolada"
        verbose_name_plural = "nyckeltal i Kolada"
        ordering: ClassVar[list[str]] = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class KoladaWatch(models.Model):
    """An area whose values of a key figure are fetched for an indicator."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="watches", verbose_name="indikator"
    )
    kpi = models.ForeignKey(
        KoladaKpi, on_delete=models.PROTECT, related_name="watches", verbose_name="nyckeltal"
    )
    # A municipality ("0126"), the nation ("0000"), a group ("G…") or a unit ("V15E…")
    area = models.CharField("område", max_length=40)
    area_title = models.CharField("områdets namn", max_length=160)
    is_unit = models.BooleanField("enhet i Kolada", default=False)

    class Meta:
        verbose_name = "bevakat nyckeltal"
        verbose_name_plural = "bevakade nyckeltal"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "kpi", "area"],
                name="kolada_watch_once",
                violation_error_message="Området bevakas redan.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} {self.area_title}"


class KoladaRun(models.Model):
    """One fetching, by beat or by hand; its progress is on its job row."""

    started_at = models.DateTimeField("begärd", default=timezone.now)
    requested_by_name = models.CharField("begärd av", max_length=120, blank=True)
    finished_at = models.DateTimeField("klar", null=True, blank=True)
    # Else only what has been published anew, as every night.
    everything = models.BooleanField("allt", default=True)
    # Codes done, so that an interrupted run goes on where it was
    done = models.JSONField(default=list)
    seen = models.PositiveIntegerField("lästa värden", default=0)
    changed = models.PositiveIntegerField("nya eller ändrade", default=0)

    class Meta:
        verbose_name = "hämtning från Kolada"
        verbose_name_plural = "hämtningar från Kolada"
        ordering: ClassVar[list[str]] = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class KoladaValue(models.Model):
    """A published value. NULL is missing, which is never zero; what was revised is kept."""

    kpi = models.ForeignKey(
        KoladaKpi, on_delete=models.PROTECT, related_name="values", verbose_name="nyckeltal"
    )
    area = models.CharField("område", max_length=40)
    year = models.PositiveSmallIntegerField("år")
    gender = models.CharField("kön", max_length=1)  # T, K or M
    value = models.DecimalField("värde", max_digits=18, decimal_places=6, null=True)
    status = models.CharField("anmärkning", max_length=40, blank=True)
    count = models.PositiveIntegerField("antal kommuner", default=1)
    fetched_at = models.DateTimeField("hämtat", default=timezone.now)
    withdrawn_at = models.DateTimeField("återkallat", null=True)
    # [{"value": …, "status": …, "fetched_at": …}, …], the oldest first
    earlier = models.JSONField("tidigare", default=list)

    class Meta:
        verbose_name = "värde i Kolada"
        verbose_name_plural = "värden i Kolada"
        ordering: ClassVar[list[str]] = ["year", "gender"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kpi", "area", "year", "gender"], name="kolada_value_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} {self.area} {self.year} {self.gender}"
