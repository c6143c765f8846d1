"""IFO-01 to IFO-03: early and open support."""

from demo.stories.areas import PREVENTION as AREA
from demo.stories.indicators.story import Goal, IndicatorStory, Outcome

EASY_TO_REACH = "God tillgänglighet och insatser inom rimlig tid"

PREVENTION = (
    IndicatorStory(
        "IFO-01",
        "Besök i socialpsykiatrins öppna förebyggande insatser",
        "vuxna",
        AREA,
        "count",
        (
            Outcome(2022, value=470),
            Outcome(2023, "DA2", value=1193),
            Outcome(
                2023,
                value=1894,
                comment="Besöken har blivit flera gånger fler sedan öppettiderna utökades och "
                "två nya aktiviteter startade. Både etappmålet och målvärdet är passerade, så "
                "målen behöver sättas på nytt.",
            ),
            Outcome(2024, value=2310, comment="Fler kommer till kvällsaktiviteterna."),
            Outcome(2025, value=2548, comment="Lokalen är nu fullt utnyttjad."),
            Outcome(2026, "DA1", value=902),
            Outcome(2026, "DA2", value=1655, comment="Något färre besök under sommaren."),
        ),
        (
            Goal("milestone", 2023, 760),
            Goal("milestone", 2024, 780),
            Goal("milestone", 2025, 800),
            Goal("milestone", 2026, 810),
            Goal("long_term", 2030, 840),
        ),
        quality=EASY_TO_REACH,
        process="1.2",
        goal="Fler får stöd utan att först behöva utredas.",
        source="Besöksräkning på Aktivitetshuset",
        collection="Varje besök räknas, även när samma person kommer flera gånger.",
        owner="dragan",
    ),
    IndicatorStory(
        "IFO-02",
        "Personer med stöd av personligt ombud eller i öppenvårdens förebyggande aktiviteter om "
        "beroende, utan biståndsbeslut",
        "vuxna",
        AREA,
        "count",
        (
            Outcome(2022, value=143),
            Outcome(2023, "DA2", value=120),
            Outcome(
                2023,
                value=162,
                comment="En av grupperna startade först efter sommaren, och ett ombud var ledigt "
                "under våren.",
            ),
            Outcome(2024, value=176, comment="Alla grupper har varit i gång hela året."),
            Outcome(2025, value=191, comment="Anhöriggruppen har vuxit."),
            Outcome(2026, "DA1", value=74),
            Outcome(2026, "DA2", value=139),
        ),
        (
            Goal("milestone", 2023, 200),
            Goal("milestone", 2024, 205),
            Goal("milestone", 2025, 210),
            Goal("milestone", 2026, 212),
            Goal("long_term", 2030, 220),
        ),
        quality=EASY_TO_REACH,
        process="1.2",
        goal="Fler får stöd utan att först behöva utredas.",
        source="Beroendemottagningens och ombudens egna listor",
        owner="tommy",
    ),
    IndicatorStory(
        "IFO-03",
        "Barn, ungdomar och familjer som nås av tidiga insatser och förebyggande arbete",
        "barn",
        AREA,
        "count",
        (
            Outcome(2022, value=1137),
            Outcome(
                2023,
                value=1931,
                comment="Fler föräldrarådgivare i skolorna och kunskap hos andra förvaltningar "
                "gör att stödet hittas tidigare. Ökningen gäller alla åldrar.",
            ),
            Outcome(2024, value=2104, comment="Föräldrarådgivarna finns nu på fler skolor."),
            Outcome(2025, value=2260, comment="Chatten står för en stor del av ökningen."),
            Outcome(2026, "DA1", value=810),
            Outcome(2026, "DA2", value=1498),
        ),
        quality=EASY_TO_REACH,
        process="1.1",
        goal="Fler tar del av förebyggande stöd.",
        source="Förebyggande enheternas gemensamma sammanställning",
        owner="johanna",
    ),
)
