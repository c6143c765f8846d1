"""Kvalitetsberättelse (SOSFS 2011:9, 7 kap.): how the work was carried out, measures, results."""

from qualityreport.outlines.node import Node

OUTLINE = (
    Node(
        "inledning",
        "Inledning",
        prompt="Vad är rapporten till för, vilken period och vilka verksamheter gäller den?",
        children=(
            Node("syfte", "Syfte", prompt="Varför skrivs en kvalitetsberättelse och för vem?"),
            Node(
                "sammanfattning",
                "Året i korthet",
                prompt="Det viktigaste som nämnden behöver veta, med siffror ur registren.",
            ),
        ),
    ),
    Node(
        "forutsattningar",
        "Grundläggande förutsättningar",
        takes_text=False,
        children=(
            Node("uppdrag", "Uppdrag och organisation", prompt="Vad gör verksamheten och var?"),
            Node("malgrupper", "Målgrupper", prompt="Vilka vänder sig verksamheten till?"),
            Node("ansvar", "Ansvar och roller", prompt="Vem ansvarar för vad i kvalitetsarbetet?"),
            Node("kvalitet", "Vad kvalitet är", prompt="Hur definieras god kvalitet?"),
        ),
    ),
    Node(
        "underlag",
        "Underlag för bedömning",
        takes_text=False,
        children=(
            Node(
                "aret",
                "Verksamhetens förutsättningar under året",
                prompt="Vad har påverkat arbetet: lagändringar, bemanning, särskilda händelser?",
            ),
            Node(
                "fokus",
                "Fokusområden",
                prompt="Vad har verksamheten valt att utveckla och hur har det gått?",
            ),
        ),
    ),
    Node(
        "forbattringsarbete",
        "Systematiskt förbättringsarbete",
        prompt="Hur tas avvikelser, synpunkter och klagomål emot och används?",
        children=(
            Node(
                "avvikelser",
                "Rapporterade avvikelser",
                block="deviations.two_years",
                prompt="Vad säger utvecklingen mellan åren?",
            ),
            Node(
                "lexsarah",
                "Lex Sarah",
                block="deviations.reconciliation",
                prompt="Hur många rapporter kom in, utreddes och pågår, och varför?",
                children=(
                    Node(
                        "grader",
                        "Bedömning av utredda rapporter",
                        block="deviations.grades",
                        prompt="Vad visar bedömningarna?",
                    ),
                    Node(
                        "orsaker",
                        "Bakomliggande orsaker",
                        block="deviations.causes",
                        prompt="Vilka mönster finns bakom händelserna?",
                    ),
                    Node(
                        "lexsarah-analys",
                        "Analys och åtgärder",
                        block="deviations.measures",
                        prompt="Vad har gjorts för att det inte ska hända igen?",
                    ),
                ),
            ),
            Node(
                "interna",
                "Interna avvikelser",
                block="deviations.internal",
                prompt="Vad handlade de om och vad gjordes?",
            ),
            Node(
                "utforare",
                "Avvikelser hos privata utförare",
                block="deviations.providers",
                prompt="Vad har rapporterats om och av privata utförare?",
            ),
            Node(
                "klagomal",
                "Synpunkter och klagomål",
                block="deviations.complaints",
                prompt="Vad handlade de om, och vad ledde de till?",
            ),
        ),
    ),
    Node(
        "bedomning",
        "Bedömning av kvalitet",
        prompt="En samlad bedömning som kan följas tillbaka till underlaget.",
    ),
    Node(
        "forbattringsomraden",
        "Förbättringsområden",
        prompt="Vad ska verksamheten arbeta med nästa år, och vilket underlag visar det?",
    ),
    Node(
        "kallor",
        "Källor och räkneregler",
        block="sources",
        takes_text=False,
    ),
)
