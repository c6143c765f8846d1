"""Kvalitetsberättelse (SOSFS 2011:9, 7 kap.): how the work was carried out, measures, results.

WHOLE is for an operation that follows up by risks, controls and indicators per area; SHORT goes
by quality area and suits a single section.
"""

from qualityreport.outlines.node import Node
from qualityreport.outlines.shared import (
    COMPLAINTS,
    IMPROVEMENTS_FOLLOWED_UP,
    INTERNAL,
    LEX_SARAH,
    QUALITY,
    REPORTED,
    REVIEWS,
    SOURCES,
    SUMMARY,
)

_INTRODUCTION = Node(
    "inledning",
    "Inledning",
    prompt="Vilken period och vilka verksamheter gäller rapporten?",
    children=(
        Node(
            "syfte",
            "Syfte",
            standing="syfte",
            prompt="Är något särskilt i år med varför rapporten skrivs och för vem?",
        ),
    ),
)
_CONDITIONS = Node(
    "forutsattningar",
    "Grundläggande förutsättningar",
    takes_text=False,
    children=(
        Node(
            "uppdrag",
            "Uppdrag och organisation",
            standing="uppdrag",
            prompt="Har uppdraget eller organisationen ändrats under året?",
        ),
        Node(
            "malgrupper",
            "Målgrupper",
            block="standing.target_groups",
            prompt="Har målgrupperna förändrats?",
        ),
        Node(
            "ansvar",
            "Ansvar och roller",
            block="standing.duties",
            standing="ansvar",
            prompt="Har ansvaret i kvalitetsarbetet ändrats?",
        ),
        QUALITY,
    ),
)
_BASIS = Node(
    "underlag",
    "Underlag för bedömning",
    takes_text=False,
    children=(
        Node(
            "aret",
            "Verksamhetens förutsättningar under året",
            prompt="Vad har påverkat arbetet: lagändringar, bemanning, volymer?",
            children=(
                Node(
                    "handelser",
                    "Särskilda händelser",
                    prompt="Vad hände som påverkade årets arbete?",
                ),
            ),
        ),
        Node(
            "fokus",
            "Fokusområden",
            prompt="Vad har verksamheten valt att utveckla och vart vill den nå?",
            children=(
                Node("fokus-forebyggande", "Förebyggande arbete", prompt="Vad har gjorts?"),
                Node("fokus-utredning", "Utredning", prompt="Vad har gjorts?"),
                Node("fokus-utforande", "Utförande av insatser", prompt="Vad har gjorts?"),
            ),
        ),
    ),
)
_IMPROVEMENT = Node(
    "forbattringsarbete",
    "Systematiskt förbättringsarbete",
    prompt="Hur tas avvikelser, synpunkter och klagomål emot och används?",
    children=(
        REPORTED,
        LEX_SARAH,
        INTERNAL,
        Node(
            "utforare",
            "Avvikelser hos privata utförare",
            block="deviations.providers",
            prompt="Vad har rapporterats om och av privata utförare?",
        ),
        COMPLAINTS,
        Node(
            "risker",
            "Riskhantering",
            block="risks.by_area",
            prompt="Hur har riskerna bedömts, och vad har ändrats under året?",
        ),
        Node(
            "egenkontroller",
            "Egenkontroller",
            prompt="Vad kontrollerades, hur ofta och av vem?",
            children=(
                Node(
                    "kontroller-atgard",
                    "Kontroller som lett till åtgärder",
                    block="controls.action",
                    prompt="Vad visade de, och vad görs?",
                ),
                Node(
                    "kontroller-godkanda",
                    "Godkända kontroller",
                    block="controls.approved",
                    prompt="Vad visade de?",
                ),
            ),
        ),
        Node(
            "planutfall",
            "Utfall mot kvalitetsplanen",
            block="plan.outcome",
            takes_text=False,
        ),
    ),
)
_RESULTS = Node(
    "resultat",
    "Uppföljning och resultat",
    prompt="Vilka uppföljningar bygger bedömningen på?",
    children=(
        Node(
            "statistik",
            "Statistik och kvalitetsregister",
            block="indicators.volumes",
            prompt="Hur har volymer och tider utvecklats?",
        ),
        Node(
            "brukarundersokningar",
            "Brukarundersökningar",
            block="surveys.by_area",
            prompt="Vad säger de som får stöd, och vilka nåddes inte?",
        ),
        Node(
            "individbaserad",
            "Individbaserad systematisk uppföljning",
            block="surveys.individual",
            prompt="Vad visar uppföljningen av insatserna på gruppnivå?",
        ),
        REVIEWS,
        Node(
            "egna-uppfoljningar",
            "Egna uppföljningar",
            block="reviews.own",
            prompt="Vad har verksamheten själv granskat?",
        ),
        Node(
            "utforare-uppfoljning",
            "Uppföljning av utförare",
            block="providers.followed_up",
            prompt="Hur många följdes upp, vilka inte och varför, och vad brast?",
        ),
        Node(
            "indikatorer",
            "Kvalitetsindikatorer",
            block="indicators.by_area",
            prompt="Vilka mål nåddes, och vad förklarar utfallen?",
            children=(
                Node(
                    "utveckling",
                    "Utveckling över tid",
                    block="indicators.series",
                    prompt="Vilka förändringar är verkliga, och vad beror de på?",
                ),
            ),
        ),
    ),
)
_ASSESSMENT = Node(
    "bedomning",
    "Bedömning av kvalitet",
    prompt="En samlad bedömning som kan följas tillbaka till underlaget.",
    children=(
        Node("bedomning-forebyggande", "Förebyggande arbete", prompt="Hur god är kvaliteten?"),
        Node("bedomning-utredning", "Utredning", prompt="Hur god är kvaliteten?"),
        Node("bedomning-utforande", "Utförande av insatser", prompt="Hur god är kvaliteten?"),
        Node("bedomning-utforare", "Privata utförare", prompt="Hur god är kvaliteten?"),
    ),
)
WHOLE = (
    SUMMARY,
    _INTRODUCTION,
    _CONDITIONS,
    _BASIS,
    _IMPROVEMENT,
    _RESULTS,
    _ASSESSMENT,
    Node(
        "forbattringsomraden",
        "Förbättringsområden",
        block="improvements.next",
        prompt="Vad ska verksamheten arbeta med nästa år, och vilket underlag visar det?",
        children=(IMPROVEMENTS_FOLLOWED_UP,),
    ),
    SOURCES,
)

SHORT = (
    SUMMARY,
    Node(
        "inledning",
        "Inledning",
        standing="syfte",
        prompt="Vilken period och vilken verksamhet gäller rapporten?",
        children=(
            QUALITY,
            Node(
                "fokus",
                "Fokusområden under året",
                prompt="Vad har verksamheten arbetat särskilt med, område för område?",
                children=(
                    Node("fokus-kunskap", "Kunskapsbaserad verksamhet", prompt="Vad har gjorts?"),
                    Node(
                        "fokus-tillganglighet",
                        "Tillgänglighet i rimlig tid",
                        prompt="Vad har gjorts?",
                    ),
                    Node(
                        "fokus-sakerhet",
                        "Säkerhet, trygghet och bemötande",
                        prompt="Vad har gjorts?",
                    ),
                    Node("fokus-delaktighet", "Delaktighet", prompt="Vad har gjorts?"),
                    Node("fokus-resurser", "Resurser till störst nytta", prompt="Vad har gjorts?"),
                    Node("fokus-helhet", "Helhetssyn och samordning", prompt="Vad har gjorts?"),
                ),
            ),
        ),
    ),
    Node(
        "underlag",
        "Underlag för bedömning",
        takes_text=False,
        children=(
            Node(
                "aret",
                "Verksamhetens förutsättningar",
                prompt="Vad har påverkat arbetet under året?",
            ),
            Node(
                "statistik",
                "Statistik och kvalitetsregister",
                block="indicators.by_area",
                prompt="Vilka mål nåddes, och vad förklarar utfallen?",
                children=(
                    Node(
                        "statistik-forebyggande",
                        "Förebyggande verksamhet",
                        prompt="Vad visar siffrorna?",
                    ),
                    Node(
                        "statistik-myndighet", "Myndighetsutövning", prompt="Vad visar siffrorna?"
                    ),
                    Node(
                        "statistik-utforande",
                        "Utförande av insatser",
                        prompt="Vad visar siffrorna?",
                    ),
                    Node(
                        "oppna-jamforelser",
                        "Öppna jämförelser",
                        prompt="Hur står verksamheten sig mot andra?",
                    ),
                ),
            ),
            Node(
                "brukarundersokningar",
                "Brukarundersökningar",
                block="surveys.by_area",
                prompt="Vad säger de som får stöd, och vilka nåddes inte?",
            ),
            Node(
                "individbaserad",
                "Systematisk uppföljning",
                block="surveys.individual",
                prompt="Vad visar uppföljningen av insatserna på gruppnivå?",
            ),
        ),
    ),
    Node(
        "forbattringsarbete",
        "Avvikelser, synpunkter och klagomål",
        prompt="Hur tas avvikelser, synpunkter och klagomål emot och används?",
        children=(REPORTED, LEX_SARAH, INTERNAL, COMPLAINTS),
    ),
    Node(
        "granskningar",
        "Granskningar och utförare",
        takes_text=False,
        children=(
            Node(
                "granskningar-arets",
                "Revisioner och granskningar",
                block="reviews.all",
                prompt="Vilka granskningar gjordes, av vem, och vad svarade verksamheten?",
            ),
            Node(
                "utforare-uppfoljning",
                "Uppföljning av utförare i valfrihetssystem",
                block="providers.followed_up",
                prompt="Hur många följdes upp, vilka inte och varför, och vad brast?",
            ),
        ),
    ),
    Node(
        "bedomning",
        "Bedömning av kvalitet",
        prompt="En samlad bedömning som kan följas tillbaka till underlaget.",
        children=(
            Node(
                "bedomning-forebyggande", "Förebyggande verksamhet", prompt="Hur god är kvaliteten?"
            ),
            Node("bedomning-myndighet", "Myndighetsutövning", prompt="Hur god är kvaliteten?"),
            Node("bedomning-utforande", "Utförande av insatser", prompt="Hur god är kvaliteten?"),
        ),
    ),
    Node(
        "utvecklingsomraden",
        "Utvecklingsområden",
        block="improvements.next",
        prompt="Vad ska verksamheten arbeta med nästa år, och vilket underlag visar det?",
        children=(IMPROVEMENTS_FOLLOWED_UP,),
    ),
    SOURCES,
)
