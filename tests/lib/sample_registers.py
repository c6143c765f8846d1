"""A chapter of risks, controls and indicators, with every kind of cell that they print."""

from tests.lib.sample_parts import Node, chart, section, table

SHARES = (
    "Utredningar som avslutas inom 90 dagar",
    "Unga som varit delaktiga i sin utredning",
    "Vårdnadshavare vars situation har förbättrats",
    "Drogfria vid avslutad öppenvård",
)
REPORTED = "Enligt tidigare redovisning: Årsrapporten 2022"


def registers(number: str) -> Node:
    return section(
        number,
        "Risker, egenkontroller och indikatorer",
        "<p>Den 31 december fanns tre risker i registret: en hög, en på nivån medel och en låg. "
        "Nivån är sannolikhet gånger konsekvens.</p>",
        (),
        section(f"{number}.1", "Riskhantering", "", [_risks()]),
        section(f"{number}.2", "Egenkontroller", "", [_controls()]),
        section(f"{number}.3", "Kvalitetsindikatorer", "", [_indicators()]),
    )


def _risks() -> Node:
    rows = table(
        "Tabell 8",
        "Risker, barn och unga",
        "Risk|Kommentar|Uppföljning av åtgärder",
        "6 Hög~Barn får inte skydd i tid^Lägre än förra året: 9 Hög|Ansvaret är otydligt.|"
        "Rutin för överlämning/Klar, önskad effekt/Följs varje vecka.;"
        "Mall för planer/Pågående/Prövas i två grupper. Kvarstår nästa år.;",
        "4 Medel~Uppgifter når fel mottagare|Två incidenter.|"
        "Hanteras genom egenkontroll//Loggkontroll;",
        "2 Låg~Beslut verkställs för sent|Inga rapporter till IVO.|Ingen åtgärd;",
        align="lll",
        widths=(40, 25, 35),
        source="Riskregistret, läget 2023-12-31",
    )
    return {"type": "group", "heading": "Barn och unga", "parts": [rows]}


def _controls() -> Node:
    return table(
        "Tabell 9",
        "Godkända egenkontroller",
        "Egenkontroll|Resultat|Kommentar",
        "Förhandsbedömningar inom fjorton dagar|1\u202f311 av 1\u202f420, 92\u00a0%^"
        "mål minst 90\u00a0%|",
        f"Vårdplan finns|94\u00a0%¹{REPORTED}|Granskad i mars.",
        "Loggkontroll|0^mål högst 0|Tolv kontroller.",
        align="lll",
        widths=(35, 25, 40),
        source="Registret över egenkontroller, läget 2023-12-31",
    )


def _indicators() -> Node:
    rows = table(
        "Tabell 10",
        "Indikatorer, barn och unga",
        "Indikator|VB 2022|DÅ2 2023|VB 2023|Etappmål 2023|Målvärde 2030",
        f"{SHARES[0]}|200 av 1\u202f250 (16 %)|180 av 910 (20 %)|285 av 1\u202f384 (21 %)|50 %|"
        "75 %",
        f"{SHARES[1]}|–|–|37 av 40 (93 %)|ej fastställt|90 %",
        f"{SHARES[2]}|52 %¹{REPORTED}|–|91 av 166 (55 %)|70 %|80 %",
        f"{SHARES[3]}|–|–|för få svar|60 %|ej fastställt",
        widths=(None, 15, 15, 15, 12, 12),
        source="Indikatorregistret, utfall till och med 2023-12-31",
    )
    drawn = chart(
        "Figur 4",
        "Andelar 2023, barn och unga",
        "bars",
        SHARES,
        Utfall=[21, 93, 55, None],
        Etappmål_2023=[50, None, 70, 60],
    )
    return {"type": "group", "heading": "Barn och unga", "parts": [rows, drawn | {"unit": "%"}]}
