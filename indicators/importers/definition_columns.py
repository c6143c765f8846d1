"""The columns of a file with definitions."""

from functools import partial

from imports.importer import Column
from imports.kinds import (
    Choice,
    Code,
    Line,
    Person,
    Reference,
    Text,
    Units,
    Whole,
    YesNo,
    named,
)
from indicators.models import Indicator
from organisation.models import Process, QualityArea, ServiceArea

YEAR_HIGHEST = 2100
Measured = Indicator.Measured
MEASURES = {
    **dict.fromkeys(("andel", "procent", "%"), Measured.SHARE),
    **dict.fromkeys(("st", "styck"), Measured.COUNT),
    **dict.fromkeys(("kr", "sek"), Measured.KRONOR),
}
DIRECTIONS = {
    **dict.fromkeys(("högre", "hög", "upp"), Indicator.Direction.HIGHER),
    **dict.fromkeys(("lägre", "låg", "ned"), Indicator.Direction.LOWER),
    **dict.fromkeys(("ingen", "utan riktning"), Indicator.Direction.NEITHER),
}


named_areas = partial(named, ServiceArea, "unit")

COLUMNS = (
    Column(
        "code",
        "Kod",
        Code(),
        "Indikatorns kod, till exempel IFO-07. En kod som finns är samma indikator.",
        required=True,
        synonyms=("Indikatorkod", "Nr", "Id"),
        example="EXEMPEL-1",
    ),
    Column(
        "name",
        "Namn",
        Line(240),
        "Krävs för en ny indikator.",
        synonyms=("Indikator", "Benämning", "Mått"),
        example="Utredningar inom lagstadgad tid",
    ),
    Column(
        "unit",
        "Verksamhet",
        Units(),
        "Den verksamhet som indikatorn gäller. Enheterna under den kan lämna utfall. Krävs för"
        " en ny.",
        synonyms=("Enhet", "Gäller"),
        example="Individ- och familjeomsorgen",
    ),
    Column(
        "measured",
        "Mäts i",
        Choice(Measured, MEASURES),
        "Krävs för en ny. Kan inte ändras när indikatorn har utfall.",
        synonyms=("Måttenhet", "Mätenhet", "Typ"),
        example="andel (%)",
    ),
    Column(
        "first_year",
        "Följs från år",
        Whole(YEAR_HIGHEST),
        "Krävs för en ny.",
        synonyms=("Från år", "Första år", "Startår"),
        example="2020",
    ),
    Column(
        "last_year",
        "Följdes till och med år",
        Whole(YEAR_HIGHEST),
        "Bara för en avslutad indikator.",
        synonyms=("Till år", "Sista år", "Slutår"),
    ),
    Column("goal", "Mål som indikatorn följer", Text(), synonyms=("Mål", "Nämndmål")),
    Column("numerator", "Täljare", Line(300), "För en andel.", synonyms=("Täljare (n)",)),
    Column("denominator", "Nämnare", Line(300), "För en andel.", synonyms=("Nämnare (N)",)),
    Column("direction", "Riktning", Choice(Indicator.Direction, DIRECTIONS)),
    Column("decimals", "Decimaler", Whole(2)),
    Column(
        "is_cumulative",
        "Räknas från årets början",
        YesNo(),
        synonyms=("Ackumuleras", "Ackumulerad", "Kumulativ"),
    ),
    Column(
        "split_by_sex",
        "Redovisas efter kön",
        YesNo(),
        synonyms=("Könsuppdelad", "Könsuppdelas", "Kön"),
    ),
    Column(
        "minimum_base",
        "Eget minsta underlag",
        Whole(9999),
        "Tomt är kommunens regel. Kan bara skärpa den.",
        synonyms=("Minsta N", "Minsta underlag"),
    ),
    Column("source", "Källa", Line(200), synonyms=("Datakälla",)),
    Column("collection", "Så samlas utfallet in", Text(), synonyms=("Insamling", "Mätmetod")),
    Column("owner", "Ansvarig", Person(), "Har en roll i verksamheten i dag.", synonyms=("Ägare",)),
    Column(
        "kolada_kpi",
        "Nyckeltal i Kolada",
        Line(20),
        synonyms=("Kolada", "Kolada-id", "KPI"),
    ),
    Column("service_area", "Verksamhetsområde", Reference(named_areas)),
    Column("quality_area", "Kvalitetsområde", Reference(partial(named, QualityArea, "set"))),
    Column("process", "Process", Reference(partial(named, Process, "unit"))),
    Column("order", "Ordning", Whole(9999), synonyms=("Ordning i området", "Sortering")),
)
REQUIRED_OF_NEW = ("name", "unit", "measured", "first_year")
