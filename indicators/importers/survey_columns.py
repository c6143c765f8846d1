"""The columns of a file with surveys: one answer of one question in each row."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from imports.importer import Column
from imports.kinds import Choice, Code, Kind, Line, Read, Reference, Text, Units, Whole, YesNo
from indicators.importers.definition_columns import named_areas
from indicators.importers.figures import HIGHEST
from indicators.models import Survey
from lib.sheets import cells
from lib.sheets.errors import CellError
from lib.sheets.tables import Cell

Instrument = Survey.Instrument
INSTRUMENTS = {
    **dict.fromkeys(("nationell", "SKR", "nationell brukarundersökning"), Instrument.NATIONAL),
    **dict.fromkeys(("egen", "lokal", "enkät"), Instrument.OWN),
    **dict.fromkeys(("individbaserad", "ISU"), Instrument.INDIVIDUAL),
    **dict.fromkeys(("före och efter", "före/efter"), Instrument.BEFORE_AFTER),
}


@dataclass(frozen=True)
class Share(Kind):
    """In per cent, with or without the sign."""

    title: ClassVar[str] = "Andel i procent"

    def reader(self) -> Read:
        return _share


def _share(cell: Cell) -> Decimal:
    if isinstance(cell, float) and 0 < cell < 1:
        raise CellError(
            "Excel sparar 45 % som 0,45. Skriv talet som 45, eller cellen som text med"
            " procenttecken."
        )
    text: Any = cell.strip().removesuffix("%").strip() if isinstance(cell, str) else cell
    found = cells.number(text)
    if not 0 <= found <= 100:
        raise CellError("En andel ligger mellan 0 och 100 procent.")
    return found


COLUMNS = (
    Column(
        "code",
        "Kod",
        Code(30),
        "Undersökningens kod. Samma kod och år är samma undersökning.",
        required=True,
        synonyms=("Undersökningskod", "Enkätkod"),
        example="EXEMPEL-1",
    ),
    Column("year", "År", Whole(2100), required=True, example="2023"),
    Column(
        "name",
        "Undersökning",
        Line(160),
        "Krävs för en ny undersökning, liksom slag, enhet och vilka som tillfrågades.",
        synonyms=("Namn", "Enkät"),
        example="Brukarundersökning IFO",
    ),
    Column(
        "instrument",
        "Slag",
        Choice(Instrument, INSTRUMENTS),
        synonyms=("Typ", "Instrument"),
        example="Egen undersökning",
    ),
    Column(
        "unit",
        "Enhet",
        Units(),
        "Den enhet som undersökningen gäller.",
        synonyms=("Verksamhet",),
        example="Mottagningsenheten",
    ),
    Column(
        "respondents",
        "Vilka som tillfrågades",
        Line(160),
        synonyms=("Målgrupp", "Respondenter"),
        example="vuxna i öppenvård",
    ),
    Column("service_area", "Verksamhetsområde", Reference(named_areas)),
    Column("carried_out", "När den gjordes", Line(80), synonyms=("Period", "Mätperiod")),
    Column("distributed", "Utdelade", Whole(HIGHEST), synonyms=("Utskickade", "Antal utdelade")),
    Column("answered", "Besvarade", Whole(HIGHEST), synonyms=("Antal besvarade", "Inkomna svar")),
    Column("source", "Källa", Line(200), "Krävs när en fråga har en redovisad andel.", synonyms=()),
    Column("comment", "Egen kommentar", Text(), synonyms=("Kommentar", "Analys")),
    Column(
        "text",
        "Fråga",
        Line(240),
        "En rad utan fråga gäller bara undersökningen själv.",
        example="Får du det stöd du behöver?",
    ),
    Column(
        "key",
        "Kortnamn",
        Line(30),
        "Frågans namn i levande siffror. Saknas det görs det av frågan.",
        synonyms=("Frågekod", "Fråga nr"),
    ),
    Column("asked_of", "Besvarades av", Line(120), "Om frågan ställdes till en del."),
    Column(
        "option",
        "Svar",
        Line(120),
        "Ett svarsalternativ på varje rad. Frågans alternativ i registret blir de som står i"
        " filen.",
        synonyms=("Svarsalternativ", "Alternativ"),
        example="Ja",
    ),
    Column(
        "count",
        "Antal",
        Whole(HIGHEST),
        "Hur många som valde svaret.",
        synonyms=("Antal svar",),
        exact=("n",),
        example="12",
    ),
    Column(
        "is_favourable",
        "Räknas in i andelen",
        YesNo(),
        "Ja för de svar som tillsammans är den andel som visas.",
        synonyms=("Räknas in", "Positivt svar"),
        example="Ja",
    ),
    Column(
        "reported_share",
        "Redovisad andel (%)",
        Share(),
        "Bara när antalen svar inte finns.",
        synonyms=("Redovisad andel", "Andel"),
    ),
    Column("national_share", "Riket (%)", Share(), synonyms=("Riket",)),
    Column("national_text", "Riket i ord", Line(120)),
    Column("previous_share", "Föregående år (%)", Share(), synonyms=("Föregående år",)),
)
OF_SURVEY = (
    *("code", "year", "name", "instrument", "unit", "respondents", "service_area"),
    *("carried_out", "distributed", "answered", "source", "comment"),
)
OF_QUESTION = (
    *("key", "text", "asked_of", "reported_share", "national_share", "national_text"),
    "previous_share",
)
REQUIRED_OF_NEW = ("name", "instrument", "unit", "respondents")
