"""The columns of a file with outcomes, one in each row."""

from imports.importer import Column
from imports.kinds import Choice, Code, Line, Number, Text, Units, Whole
from indicators.importers.figures import HIGHEST, Figures
from indicators.importers.when import SEXES, Period, Year
from indicators.models import Observation

QUALITIES = {"prel": Observation.Quality.PRELIMINARY, "prel.": Observation.Quality.PRELIMINARY}

COLUMNS = (
    Column(
        "code",
        "Kod",
        Code(),
        "Indikatorns kod. Definitionen ska finnas först.",
        required=True,
        synonyms=("Indikator", "Indikatorkod", "Mått", "Nyckeltal"),
        example="EXEMPEL-1",
    ),
    Column(
        "unit",
        "Enhet",
        Units(),
        "Den enhet som utfallet gäller. Den ska ha funnits under perioden.",
        required=True,
        synonyms=("Verksamhet", "Organisation", "Avdelning"),
        example="Mottagningsenheten",
    ),
    Column(
        "year",
        "År",
        Year(),
        "Kan utelämnas om året står i kolumnen Period.",
        synonyms=("Året",),
        example="2023",
    ),
    Column(
        "period",
        "Period",
        Period(),
        "Saknas den är det helåret. Året kan stå här också: DÅ2 2023.",
        synonyms=("Tid", "Tidsperiod"),
        example="VB",
    ),
    Column(
        "sex",
        "Kön",
        Choice(Observation.Sex, SEXES),
        "Saknas den är det totalt. Könen är delar av totalen, som också ska finnas.",
    ),
    Column(
        "numerator",
        "Antal (n)",
        Figures(),
        "För en andel: täljaren. Även ”19 av 34” går bra, och ”< 5” enligt regeln för det.",
        synonyms=("Antal", "Täljare"),
        exact=("n",),
        example="19",
    ),
    Column(
        "denominator",
        "Av hur många (N)",
        Figures(),
        "För en andel: nämnaren.",
        synonyms=("Av hur många", "Nämnare", "Underlag"),
        exact=("N",),
        example="34",
    ),
    Column(
        "figure",
        "Utfall",
        Figures(),
        "Värdet för det som inte är en andel. För en andel: ”19 av 34” eller ”19/34”, eller en"
        " redovisad andel som ”56 %”.",
        synonyms=("Värde", "Resultat"),
    ),
    Column(
        "share",
        "Redovisad andel (%)",
        Figures(),
        "Bara när antalen bakom andelen inte finns. Står den bredvid n och N ska den stämma med"
        " dem, och räknas om.",
        synonyms=("Redovisad andel", "Andel", "Andel (%)", "Procent"),
    ),
    Column(
        "source",
        "Källa",
        Line(200),
        "Var en redovisad andel har publicerats. Läses bara i rader som har en.",
        synonyms=("Källa till andelen",),
    ),
    Column(
        "no_data",
        "Varför utfall saknas",
        Line(200),
        "I stället för ett utfall.",
        synonyms=("Uppgift saknas", "Inga uppgifter"),
    ),
    Column("not_measured", "Bortfall", Whole(HIGHEST), "Antal som inte kunde mätas."),
    Column("forecast", "Prognos", Number(), "För helåret.", synonyms=("Prognos för helåret",)),
    Column(
        "quality",
        "Kvalitet",
        Choice(Observation.Quality, QUALITIES),
        synonyms=("Uppgiftens kvalitet", "Status"),
    ),
    Column(
        "comment",
        "Kommentar",
        Text(),
        "Skrivs ut bredvid utfallet. Skriv inget som pekar ut en person.",
        synonyms=("Analys", "Anmärkning"),
    ),
)
