"""Chapters that several outlines share."""

from qualityreport.outlines.node import Node

SUMMARY = Node(
    "sammanfattning",
    "Året i korthet",
    prompt="Det viktigaste som nämnden behöver veta, med siffror ur registren.",
)
GRADES = Node(
    "grader",
    "Bedömning av utredda rapporter",
    block="deviations.grades",
    prompt="Vad visar bedömningarna?",
)
CAUSES = Node(
    "orsaker",
    "Bakomliggande orsaker",
    block="deviations.causes",
    prompt="Vilka mönster finns bakom händelserna?",
)
AFTER_CASES = Node(
    "lexsarah-analys",
    "Analys och åtgärder",
    block="deviations.measures",
    prompt="Vad har gjorts för att det inte ska hända igen?",
)
REPORTED = Node(
    "avvikelser",
    "Rapporterade avvikelser",
    block="deviations.two_years",
    prompt="Vad säger utvecklingen mellan åren?",
)
LEX_SARAH = Node(
    "lexsarah",
    "Lex Sarah",
    block="deviations.reconciliation",
    prompt="Hur många rapporter kom in, utreddes och pågår, och varför?",
    children=(GRADES, CAUSES, AFTER_CASES),
)
INTERNAL = Node(
    "interna",
    "Interna avvikelser",
    block="deviations.internal",
    prompt="Vad handlade de om och vad gjordes?",
    children=(
        Node(
            "interna-typer",
            "Typ av händelse",
            block="deviations.internal_types",
            takes_text=False,
        ),
        Node("tystnad", "Enheter utan avvikelser", block="deviations.silent", takes_text=False),
    ),
)
COMPLAINTS = Node(
    "klagomal",
    "Synpunkter och klagomål",
    block="deviations.complaints",
    prompt="Vad handlade de om, och vad ledde de till?",
    children=(
        Node(
            "klagomal-amnen",
            "Ämne, bedömning och svar",
            block="deviations.complaint_topics",
            takes_text=False,
        ),
    ),
)
QUALITY = Node(
    "kvalitet",
    "Vad kvalitet är",
    block="standing.quality_areas",
    standing="kvalitet",
    prompt="Är något nytt i år i hur god kvalitet förstås?",
)
REVIEWS = Node(
    "granskningar",
    "Revisioner och granskningar",
    block="reviews.external",
    prompt="Vilka granskningar gjordes, av vem, och vad svarade verksamheten?",
)
SOURCES = Node("kallor", "Källor och räkneregler", block="sources", takes_text=False)


# Prints nothing until a report of the year before has named its areas.
IMPROVEMENTS_FOLLOWED_UP = Node(
    "forra-arets-omraden",
    "Förra årets områden",
    block="improvements.followed_up",
    takes_text=False,
)
