"""Årsberättelse lex Sarah: what came in, what it was judged to be, why, and what was learnt.

For the board that is to know of the reports (27 kap. SoL, SOSFS 2011:5), without a single case
being told of.
"""

from qualityreport.outlines.node import Node
from qualityreport.outlines.shared import CAUSES, GRADES, SUMMARY

YEAR = (
    SUMMARY,
    Node(
        "inledning",
        "Inledning",
        standing="lexsarah",
        prompt="Vilka verksamheter gäller berättelsen, och vem svarar för lex Sarah där?",
        children=(
            Node(
                "lagen",
                "Lex Sarah i lagen",
                block="deviations.law",
                takes_text=False,
            ),
        ),
    ),
    Node(
        "inkomna",
        "Vad som kom in",
        block="deviations.reported",
        prompt="Vad säger det som rapporterades, och vilka rapporterade?",
        children=(
            Node(
                "utveckling",
                "Jämfört med året före",
                block="deviations.lex_sarah_two_years",
                prompt="Vad ligger bakom förändringen mellan åren?",
            ),
            Node("typer", "Typ av händelse", block="deviations.lex_sarah_types", takes_text=False),
            Node(
                "tystnad",
                "Enheter som inte rapporterade",
                block="deviations.silent",
                prompt="Vad är känt om enheterna som inte har rapporterat något?",
            ),
        ),
    ),
    Node(
        "utredda",
        "Vad utredningarna kom fram till",
        block="deviations.reconciliation",
        prompt="Hur många rapporter utreddes och hur många pågår, och varför?",
        children=(
            GRADES,
            CAUSES,
            Node(
                "tid",
                "Tid till beslut",
                block="deviations.time",
                prompt="Utreds rapporterna genast, och vad drar ut på tiden?",
            ),
            Node(
                "ivo",
                "Anmälningar till IVO",
                block="deviations.ivo",
                prompt="Vad anmäldes, utan att någon kan kännas igen, och vad beslutade IVO?",
            ),
        ),
    ),
    Node(
        "den-enskilde",
        "Den enskilde",
        block="deviations.people",
        prompt="Hur har de som berörs informerats och fått komma till tals, särskilt barn?",
    ),
    Node(
        "atgarder",
        "Åtgärder",
        block="deviations.lex_sarah_measures",
        prompt="Vad har gjorts för att det inte ska hända igen, och gav det effekt?",
    ),
    Node(
        "larande",
        "Lärande och utveckling",
        prompt="Vilka mönster syns över flera ärenden, vad har enheterna fått veta, och vad ska "
        "verksamheten arbeta med nästa år?",
    ),
    Node("kallor", "Källor och räkneregler", block="sources.lex_sarah", takes_text=False),
)
