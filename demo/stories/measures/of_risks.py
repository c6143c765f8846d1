"""Measures of the risks and controls of 2023: fourteen, ten of them done at the end of the year.

What is published is which they were, how far they had come and what they led to. A measure that
the published tables name under both a risk and a control is one measure here.
"""

from datetime import date

from demo.stories.measures.story import MeasureStory, Step

OF_RISKS = (
    MeasureStory(
        "Fråga om våld i varje pågående ärende",
        "routine",
        "ifo",
        "dag",
        date(2022, 11, 14),
        date(2023, 9, 30),
        (
            Step(date(2023, 4, 18), "ongoing", "", "Två av tre sektioner har börjat."),
            Step(
                date(2023, 9, 26),
                "done",
                "yes",
                "Frågan ställs av alla enheter och leder till fler samtal om våld.",
                True,
            ),
        ),
        risks=("R1",),
    ),
    MeasureStory(
        "Erbjuda den som utövar våld stöd så tidigt som möjligt",
        "routine",
        "relationsvald",
        "samira",
        date(2023, 2, 6),
        date(2023, 12, 31),
        (
            Step(date(2023, 6, 13), "ongoing", "", "En väg in till stödet är beskriven."),
            Step(
                date(2023, 12, 5),
                "ongoing",
                "",
                "Enheterna hänvisar vidare, men få tackar ja. Någon effekt syns inte ännu.",
                True,
            ),
            Step(date(2024, 6, 11), "ongoing", "too_early", "Flera enheter hänvisar som planerat."),
            Step(date(2024, 11, 19), "done", "yes", "Fler tackar ja när frågan ställs tidigt."),
        ),
        risks=("R1",),
        controls=("K4",),
    ),
    MeasureStory(
        "Arbetssätt som utgår från hela familjen",
        "routine",
        "ifo",
        "dag",
        date(2023, 1, 23),
        date(2024, 6, 30),
        (
            Step(
                date(2023, 5, 30), "ongoing", "", "En arbetsgrupp från båda sektionerna är i gång."
            ),
            Step(
                date(2023, 12, 12),
                "ongoing",
                "too_early",
                "Arbetssättet prövas för alla målgrupper. Det är för tidigt att se vad det ger.",
                True,
            ),
            Step(
                date(2024, 6, 18), "ongoing", "too_early", "Gemensam planering i vart femte ärende."
            ),
            Step(date(2024, 12, 10), "ongoing", "no", "Planeringen görs fortfarande var för sig."),
            Step(date(2025, 10, 14), "done", "yes", "En gemensam plan är regel sedan hösten."),
        ),
        risks=("R2",),
    ),
    MeasureStory(
        "Utbildning i samordnad individuell plan",
        "training",
        "barn",
        "gunnel",
        date(2023, 2, 20),
        date(2023, 11, 30),
        (
            Step(
                date(2023, 11, 21),
                "done",
                "yes",
                "Alla i barn- och ungdomssektionen har deltagit. Barnets rättigheter har fått "
                "större plats i planerna.",
            ),
        ),
        risks=("R2",),
    ),
    MeasureStory(
        "Information om tidigt stöd på webben och i nya kanaler",
        "system",
        "ifo",
        "karin",
        date(2022, 12, 5),
        date(2023, 6, 30),
        (
            Step(
                date(2023, 6, 20),
                "done",
                "yes",
                "Webbsidorna för barn, unga och vårdnadshavare är omskrivna och lättare att hitta.",
            ),
        ),
        risks=("R3",),
    ),
    MeasureStory(
        "Visa andra förvaltningar vilket tidigt stöd som finns",
        "training",
        "barn",
        "gunnel",
        date(2023, 1, 16),
        date(2023, 12, 15),
        (
            Step(
                date(2023, 12, 6),
                "done",
                "yes",
                "Omkring ett halvt tusen medarbetare i skola och förskola har fått veta vilket "
                "stöd som finns.",
            ),
        ),
        risks=("R3",),
    ),
    MeasureStory(
        "Kompetensplanen i kortare och enklare form",
        "training",
        "ifo",
        "dag",
        date(2022, 11, 28),
        date(2023, 5, 31),
        (Step(date(2023, 5, 23), "done", "yes", "Planen används i medarbetarsamtalen."),),
        risks=("R4",),
    ),
    MeasureStory(
        "Plan för att rekrytera och behålla medarbetare",
        "staffing",
        "ifo",
        "dag",
        date(2022, 10, 10),
        date(2023, 12, 31),
        (
            Step(date(2023, 6, 7), "ongoing", "", "Resurspoolen växer och introduktionen är ny."),
            Step(
                date(2023, 12, 13),
                "done",
                "yes",
                "Resurspoolen har blivit större, och färre slutar. Planen har "
                "gett önskat resultat och avvecklas.",
            ),
        ),
        risks=("R4",),
    ),
    MeasureStory(
        "Årskalender för obligatoriska utbildningar",
        "training",
        "ifo",
        "karin",
        date(2023, 3, 6),
        date(2023, 9, 15),
        (Step(date(2023, 9, 12), "done", "yes", "Kalendern finns på intranätet och följs."),),
        risks=("R4",),
    ),
    MeasureStory(
        "Kortare väg från anmälan till beslut",
        "routine",
        "barn",
        "gunnel",
        date(2023, 2, 27),
        date(2024, 12, 31),
        (
            Step(date(2023, 6, 19), "ongoing", "", "Väntetiderna mellan stegen är kartlagda."),
            Step(
                date(2023, 12, 11),
                "ongoing",
                "no",
                "Nya utredningar går fortare, men kön av äldre drar ut på tiden.",
                True,
            ),
            Step(
                date(2024, 12, 12), "ongoing", "too_early", "Kön har halverats under hösten.", True
            ),
            Step(date(2025, 12, 2), "done", "yes", "Utredningstiden sjunker för andra året."),
        ),
        risks=("R5",),
        controls=("K3",),
    ),
    MeasureStory(
        "Samma utredningsplan i alla utredningar om barn",
        "routine",
        "barn",
        "gunnel",
        date(2023, 4, 3),
        date(2023, 12, 31),
        (
            Step(date(2023, 9, 19), "ongoing", "", "Mallen prövas på två enheter."),
            Step(
                date(2023, 12, 14),
                "ongoing",
                "",
                "Mallen är beslutad men används inte av alla. Någon effekt syns inte ännu.",
                True,
            ),
            # After the end of 2023: that year's report must still say ongoing, in both tables.
            Step(date(2024, 2, 6), "done", "yes", "Alla utredningar börjar med en plan."),
        ),
        risks=("R5",),
        controls=("K2",),
    ),
    MeasureStory(
        "Pröva stöd i egen regi för barn med funktionsnedsättning",
        "cooperation",
        "barn",
        "gunnel",
        date(2022, 9, 12),
        date(2023, 10, 31),
        (
            Step(
                date(2023, 10, 24),
                "done",
                "yes",
                "Egen regi räcker inte för målgruppen, men arbetet har gett bättre samverkan i "
                "enskilda ärenden.",
            ),
        ),
        risks=("R6",),
    ),
    MeasureStory(
        "Utbildning om föräldraskap när en förälder har egna svårigheter",
        "training",
        "vuxna",
        "henrik",
        date(2023, 1, 30),
        date(2023, 11, 15),
        (
            Step(
                date(2023, 11, 7),
                "done",
                "yes",
                "Socialpsykiatrin har gått utbildningen och väger in barnen. Resten av sektionen "
                "står på tur.",
            ),
        ),
        risks=("R7",),
        controls=("K1",),
    ),
    MeasureStory(
        "Arbetsmodell mot skolfrånvaro tillsammans med skolan",
        "cooperation",
        "barn-oppenvard",
        "johanna",
        date(2022, 12, 12),
        date(2023, 8, 31),
        (
            Step(
                date(2023, 8, 29),
                "done",
                "yes",
                "Modellen är införd, och ett trettiotal elever har fått stöd enligt den.",
            ),
        ),
        risks=("R9",),
    ),
)
