from typing import ClassVar

from django.core.validators import URLValidator
from django.db import models


class Referral(models.Model):
    """Where the municipality takes what belongs somewhere else. Without a row only words show."""

    class Way(models.TextChoices):
        CONCERN = "concern", "Orosanmälan för barn"
        INJURY = "injury", "Arbetsskada eller tillbud"
        APPEAL = "appeal", "Överklagande"
        DATA = "data", "Personuppgiftsincident"
        WHISTLE = "whistle", "Visselblåsarfunktion"
        MARIA = "maria", "Lex Maria: MAS eller MAR"
        OTHERS = "others", "Avvikelse hos någon annan"
        VIEWPOINT = "viewpoint", "Synpunkter och klagomål per telefon"

    way = models.CharField("vad det gäller", max_length=12, choices=Way, unique=True)
    url = models.CharField(
        "adress till sidan",
        max_length=300,
        blank=True,
        validators=[
            URLValidator(
                schemes=["http", "https"], message="Skriv en hel adress som börjar med https://."
            )
        ],
    )
    contact = models.CharField(
        "telefon eller mottagare",
        max_length=160,
        blank=True,
        help_text="Till exempel Mottagningen, 08-123 45 67.",
    )

    class Meta:
        verbose_name = "hänvisning"
        verbose_name_plural = "hänvisningar"
        ordering: ClassVar[list[str]] = ["way"]

    def __str__(self) -> str:
        return self.get_way_display()
