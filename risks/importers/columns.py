"""The columns of the four files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from imports.importer import Column
from imports.kinds import (
    Choice,
    Code,
    Day,
    Line,
    Number,
    Person,
    Reference,
    Text,
    Units,
    Whole,
)
from lib.months import MONTHS
from measures.models import Measure
from organisation.models import Process
from risks.importers import names
from risks.models import Control, Decision, Frequency, Method

ORDER = Column("order", "Ordning", Whole(999), synonyms=("Sortering",))
RESPONSIBLE = Column(
    "responsible", "Ansvarig", Person(), "Har en roll i verksamheten i dag.", synonyms=("Ägare",)
)


def _unit(help: str) -> Column:
    return Column(
        "unit",
        "Verksamhet",
        Units(),
        help,
        synonyms=("Enhet",),
        example="Individ- och familjeomsorgen",
    )


@dataclass(frozen=True)
class Month(Reference):
    """By its name or its number."""

    rows: Callable[[], Mapping[str, int]] = lambda: {
        **{name: number for number, name in enumerate(MONTHS, start=1)},
        **{str(number): number for number in range(1, 13)},
    }
    title: ClassVar[str] = "En månad"
    is_fixed: ClassVar[bool] = True


MEASURED = {
    **dict.fromkeys(("andel", "procent", "%"), Control.Measured.SHARE),
    **dict.fromkeys(("ord", "text"), Control.Measured.WORDS),
}
FREQUENCIES = {
    **dict.fromkeys(("årsvis", "varje år", "1 gång per år"), Frequency.YEARLY),
    **dict.fromkeys(("halvårsvis", "varje halvår"), Frequency.HALF_YEARLY),
    **dict.fromkeys(("tertialvis", "varje tertial"), Frequency.TERTIAL),
    **dict.fromkeys(("kvartalsvis", "varje kvartal"), Frequency.QUARTERLY),
    **dict.fromkeys(("månadsvis", "månad"), Frequency.MONTHLY),
}
DECISIONS = {
    **dict.fromkeys(("accepteras", "accepterad"), Decision.ACCEPT),
    **dict.fromkeys(("bevakas", "följs"), Decision.WATCH),
    **dict.fromkeys(("åtgärdas", "hanteras"), Decision.ACT),
    **dict.fromkeys(("omedelbart", "åtgärdas omedelbart"), Decision.ACT_NOW),
}
KINDS = {
    **dict.fromkeys(("huvud", "kärnprocess"), Process.Kind.MAIN),
    **dict.fromkeys(("stöd",), Process.Kind.SUPPORT),
}

PROCESSES = (
    Column(
        "number",
        "Nummer",
        Line(12),
        "Numret och verksamheten avgör vilken process det är.",
        required=True,
        synonyms=("Nr", "Processnummer"),
        example="9.9",
    ),
    Column(
        "name", "Process", Line(160), "Krävs för en ny.", synonyms=("Namn",), example="Följa upp"
    ),
    Column(
        "unit",
        "Verksamhet",
        Units(),
        "Den verksamhet som arbetar efter processen.",
        required=True,
        synonyms=("Enhet",),
        example="Individ- och familjeomsorgen",
    ),
    Column("kind", "Slag", Choice(Process.Kind, KINDS), "Tomt är huvudprocess.", synonyms=("Typ",)),
    Column("target_group", "Målgrupp", Line(120)),
    Column("description", "Beskrivning", Text()),
    Column(
        "owner", "Processägare", Person(), "Har en roll i verksamheten i dag.", synonyms=("Ägare",)
    ),
    ORDER,
)
RISKS = (
    Column(
        "code",
        "Kod",
        Code(),
        "Riskens kod, till exempel R7. En kod som finns är samma risk.",
        required=True,
        synonyms=("Riskkod", "Nr", "Id"),
        example="EXEMPEL-1",
    ),
    Column(
        "title",
        "Risk",
        Line(300),
        "Vad som kan hända, och för vem. Krävs för en ny.",
        synonyms=("Risk att", "Händelse", "Benämning"),
        example="Risk att barn inte får komma till tals",
    ),
    _unit("Den verksamhet som har risken. Krävs för en ny."),
    Column(
        "consequence",
        "Konsekvens för den enskilde",
        Text(),
        synonyms=("Konsekvensbeskrivning",),
    ),
    Column(
        "probability",
        "Sannolikhet",
        Whole(9),
        "Ett steg på verksamhetens skala, tillsammans med konsekvensen.",
        synonyms=("S",),
    ),
    Column(
        "severity",
        "Konsekvens",
        Whole(9),
        "Ett steg på verksamhetens skala, tillsammans med sannolikheten.",
        synonyms=("K", "Konsekvensgrad"),
    ),
    Column("assessed_on", "Bedömd", Day(), "Tomt är i dag.", synonyms=("Bedömd den",)),
    Column("decision", "Beslut", Choice(Decision, DECISIONS), synonyms=("Hantering",)),
    RESPONSIBLE,
    Column("review_on", "Ses över", Day(planned=True), synonyms=("Uppföljning", "Nästa översyn")),
    Column("opened_on", "Identifierad", Day(), "Tomt är i dag.", synonyms=("Identifierad den",)),
    Column("service_area", "Verksamhetsområde", names.SERVICE_AREA, synonyms=("Område",)),
    Column("quality_area", "Kvalitetsområde", names.QUALITY_AREA),
    Column("theme", "Tema", Line(80)),
    Column(
        "processes", "Processer", names.PROCESSES, "Läggs till de som finns.", synonyms=("Process",)
    ),
    ORDER,
)
CONTROLS = (
    Column(
        "code",
        "Kod",
        Code(),
        "Egenkontrollens kod, till exempel E3. En kod som finns är samma egenkontroll.",
        required=True,
        synonyms=("Nr", "Id"),
        example="EXEMPEL-1",
    ),
    Column(
        "title",
        "Egenkontroll",
        Line(240),
        "Krävs för en ny.",
        synonyms=("Kontroll", "Kontrollmoment", "Benämning"),
        example="Utredningar inom lagstadgad tid",
    ),
    _unit("Den verksamhet som gör kontrollen. Krävs för en ny."),
    Column("method", "Metod", Choice(Method), "Krävs för en ny.", example="Aktgranskning"),
    Column(
        "measured",
        "Resultatet anges",
        Choice(Control.Measured, MEASURED),
        "Krävs för en ny.",
        synonyms=("Mäts i",),
        example="andel (n av N)",
    ),
    Column(
        "frequency",
        "Hur ofta",
        Choice(Frequency, FREQUENCIES),
        "Tomt är en gång om året.",
        synonyms=("Frekvens",),
    ),
    Column(
        "first_month",
        "Årets första kontroll är klar i",
        Month(),
        synonyms=("Månad", "Första månad"),
    ),
    Column("requirement", "Krav som kontrolleras", Text(), synonyms=("Krav",)),
    Column("numerator", "Täljare", Line(300), synonyms=("Täljare (n)",)),
    Column("denominator", "Nämnare", Line(300), synonyms=("Nämnare (N)",)),
    Column("source", "Källa", Line(200), synonyms=("Datakälla",)),
    Column("better", "Godkänt när resultatet är", Choice(Control.Better)),
    Column(
        "threshold",
        "Gränsvärde",
        Number(),
        "I procent för en andel, annars ett antal.",
        synonyms=("Mål", "Tröskel"),
    ),
    RESPONSIBLE,
    Column("opened_on", "Gäller från", Day(planned=True), "Tomt är i dag."),
    Column("service_area", "Verksamhetsområde", names.SERVICE_AREA, synonyms=("Område",)),
    Column("process", "Process", names.PROCESS),
    Column(
        "risks",
        "Risker",
        names.RISKS,
        "Koderna för de risker som den bevakar. Läggs till de som finns.",
        synonyms=("Risk",),
    ),
    ORDER,
)
MEASURES = (
    Column(
        "title",
        "Åtgärd",
        Line(200),
        "Namnet och enheten avgör vilken åtgärd det är.",
        required=True,
        synonyms=("Aktivitet", "Benämning"),
        example="Exempel: ny rutin för överlämning",
    ),
    Column(
        "unit",
        "Enhet",
        Units(),
        "Den enhet som gör åtgärden.",
        required=True,
        synonyms=("Verksamhet",),
        example="Individ- och familjeomsorgen",
    ),
    Column("kind", "Typ", Choice(Measure.Kind), "Tomt är rutin eller arbetssätt."),
    RESPONSIBLE,
    Column("due_on", "Ska vara klar", Day(planned=True), synonyms=("Klar senast", "Slutdatum")),
    Column("description", "Beskrivning", Text()),
    Column("risks", "Risker", names.RISKS, "Koder. Läggs till de som finns.", synonyms=("Risk",)),
    Column(
        "controls",
        "Egenkontroller",
        names.CONTROLS,
        "Koder. Läggs till de som finns.",
        synonyms=("Egenkontroll",),
    ),
    Column(
        "processes", "Processer", names.PROCESSES, "Läggs till de som finns.", synonyms=("Process",)
    ),
)
