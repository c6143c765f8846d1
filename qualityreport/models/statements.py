"""Tjänsteutlåtandet: the letter by which a report reaches its board."""

from django.conf import settings
from django.db import models

from qualityreport.models.reports import Report

# Field → heading, in the order in which they are printed; what is empty takes no heading.
CHAPTERS = {
    "summary": "Sammanfattning",
    "background": "Bakgrund",
    "matter": "Ärendet",
    "equality": "Jämställdhetsanalys",
    "children": "Konsekvenser för barn",
    "economy": "Ekonomiska konsekvenser",
    "views": "Förvaltningens synpunkter och förslag",
}


class Statement(models.Model):
    """Printed beside the report from the same snapshot, as a file of its own.

    `points` is [{"text", "recipient"}], numbered as they are written; `preparation` is
    [{"body", "on"}] with dates as ISO text: whether a body has dealt with it or is going to is
    settled by the date when it is printed, never by a typed word.
    """

    report = models.OneToOneField(
        Report, on_delete=models.CASCADE, related_name="statement", verbose_name="rapport"
    )
    title = models.CharField("ärende", max_length=200)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="handläggare",
    )
    phone = models.CharField("telefon", max_length=40, blank=True)
    sender = models.CharField("förvaltning", max_length=160, blank=True)
    recipient = models.CharField("till", max_length=160, blank=True)
    points = models.JSONField("förslag till beslut", default=list, blank=True)
    summary = models.TextField("sammanfattning", blank=True)
    background = models.TextField("bakgrund", blank=True)
    matter = models.TextField("ärendet", blank=True)
    equality = models.TextField("jämställdhetsanalys", blank=True)
    children = models.TextField("konsekvenser för barn", blank=True)
    economy = models.TextField("ekonomiska konsekvenser", blank=True)
    preparation = models.JSONField("ärendets beredning", default=list, blank=True)
    views = models.TextField("förvaltningens synpunkter", blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "tjänsteutlåtande"
        verbose_name_plural = "tjänsteutlåtanden"

    def __str__(self) -> str:
        return f"Tjänsteutlåtande: {self.title}"
