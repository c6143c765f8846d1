"""IFO-12 to IFO-19: adults. The three about leaving crime have no targets: none were set."""

from demo.stories import areas
from demo.stories.indicators.story import Goal, IndicatorStory, Others, Outcome

IN_TIME = "God tillgänglighet och insatser inom rimlig tid"
TAKING_PART = "Hög delaktighet"
SAFETY = "Hög säkerhet, trygghet och gott bemötande"
COORDINATION = "Helhetssyn och samordning"
BEST_USE = "Resurser används där de kommer målgruppen till störst nytta"

_LEAVING = (
    IndicatorStory(
        "IFO-13",
        "Vuxna som kontaktats i det uppsökande arbetet mot kriminalitet",
        "vuxna",
        areas.LEAVING_CRIME,
        "count",
        (
            Outcome(2023, "DA2", value=10),
            Outcome(
                2023,
                value=34,
                parts=(("kontakter efter anmälan", 16), ("egna uppsökande kontakter", 18)),
                comment="Mål sätts när ett helt år till har följts.",
            ),
            Outcome(
                2024,
                value=41,
                parts=(("kontakter efter anmälan", 19), ("egna uppsökande kontakter", 22)),
            ),
            Outcome(
                2025,
                value=38,
                parts=(("kontakter efter anmälan", 15), ("egna uppsökande kontakter", 23)),
            ),
            Outcome(2026, "DA1", value=14),
            Outcome(2026, "DA2", value=25),
        ),
        quality=COORDINATION,
        process="2.3",
        goal="Den som vill lämna en kriminell miljö ska veta vart man vänder sig.",
        owner="yvonne",
        first_year=2023,
    ),
    IndicatorStory(
        "IFO-14",
        "Vuxna som påbörjat en insats för att lämna en kriminell bana",
        "vuxna",
        areas.LEAVING_CRIME,
        "count",
        (
            Outcome(2023, "DA2", value=15),
            Outcome(
                2023,
                value=20,
                parts=(
                    ("deltagare i Kriminalitet som livsstil", 10),
                    ("deltagare i andra insatser", 10),
                ),
                comment="Fler än väntat har velat börja redan första året.",
            ),
            Outcome(2024, value=23),
            Outcome(2025, value=22),
            Outcome(2026, "DA2", value=14),
        ),
        quality=COORDINATION,
        process="2.3",
        owner="yvonne",
        first_year=2023,
    ),
    IndicatorStory(
        "IFO-15",
        "Vuxna som fullföljt en insats för att lämna en kriminell bana",
        "vuxna",
        areas.LEAVING_CRIME,
        "share",
        (
            Outcome(2023, "DA2", share=100, source="delår 2 2023"),
            Outcome(
                2023,
                n=2,
                of=4,
                comment="De avslutade insatserna är för få för att säga något om. Andelen vid "
                "delåret byggde på ännu färre.",
            ),
            Outcome(2024, n=5, of=8),
            Outcome(2025, n=7, of=11),
            Outcome(2026, "DA2", no_data="Redovisas för helår, eftersom underlaget är litet."),
        ),
        quality=BEST_USE,
        process="2.3",
        numerator="Vuxna som fullföljt insatsen",
        denominator="Vuxna vars insats avslutats",
        owner="yvonne",
        first_year=2023,
    ),
)

ADULTS = (
    IndicatorStory(
        "IFO-12",
        "Utredningar av vuxna avslutade inom 60 dagar",
        "vuxna",
        areas.AUTHORITY_ADULTS,
        "share",
        (
            Outcome(2022, n=284, of=492),
            Outcome(
                2023,
                n=308,
                of=517,
                comment="Bara en av enheterna når sitt etappmål. Skillnaderna hänger ihop med "
                "vakanser och med hur länge man väntar på läkarutlåtanden.",
            ),
            Outcome(2024, n=331, of=520),
            Outcome(2025, n=352, of=509, comment="Två av tre enheter når sitt etappmål."),
            Outcome(2026, "DA1", n=121, of=168),
            Outcome(2026, "DA2", n=238, of=331),
        ),
        tuple(
            Goal("milestone", year, text="beslutas för varje enhet") for year in range(2023, 2027)
        ),
        quality=IN_TIME,
        process="2.3",
        numerator="Utredningar avslutade inom 60 dagar",
        denominator="Alla utredningar av vuxna som avslutats under perioden",
        owner="henrik",
    ),
    *_LEAVING,
    IndicatorStory(
        "IFO-16",
        "Våldsutövare som efter bedömning erbjudits en stödinsats och har påbörjat den",
        "vuxna",
        areas.VIOLENCE,
        "share",
        (
            Outcome(
                2023,
                n=4,
                of=6,
                comment="Antalet är litet. Underlaget är de som "
                "Relationsvåldsteamet bedömt och erbjudit en insats. Egenkontrollen av erbjudet "
                "stöd räknar däremot alla erbjudanden, från alla enheter.",
            ),
            Outcome(2024, n=7, of=11),
            Outcome(2025, n=9, of=14),
            Outcome(2026, "DA2", n=6, of=8),
        ),
        tuple(Goal("milestone", year, 50) for year in range(2023, 2027)),
        quality=SAFETY,
        process="3.3",
        numerator="Våldsutövare som påbörjat en stödinsats",
        denominator="Våldsutövare som Relationsvåldsteamet bedömt och erbjudit en stödinsats",
        source="Relationsvåldsteamets lista",
        owner="samira",
    ),
    IndicatorStory(
        "IFO-17",
        "Vuxna som efter insats mot våld upplever att utsattheten har minskat",
        "vuxna",
        areas.VIOLENCE,
        "share",
        (
            Outcome(
                2023,
                n=26,
                of=33,
                comment="En stor majoritet märker en skillnad till det bättre. De som inte gör "
                "det lever ofta kvar nära den som utövat våld.",
            ),
            Outcome(2024, n=29, of=35),
            Outcome(2025, n=31, of=38),
        ),
        quality=SAFETY,
        process="3.3",
        numerator="Svarande som upplever en positiv förändring",
        denominator="Vuxna med avslutad insats som svarat på frågan",
        source="Egen brukarundersökning",
        owner="samira",
    ),
    IndicatorStory(
        "IFO-18",
        "Personer med boendestöd i socialpsykiatrin som får den hjälp de vill ha",
        "vuxna",
        areas.PSYCHIATRY,
        "share",
        (
            Outcome(
                2023,
                n=99,
                of=108,
                comment="Resultatet är bättre än i riket. Underlaget är den nationella "
                "redovisningens och något större än antalet enkäter som boendestödet delat ut och "
                "fått tillbaka.",
            ),
            Outcome(2024, n=97, of=104),
            Outcome(2025, n=101, of=109),
        ),
        tuple(Goal("milestone", year, 95) for year in range(2023, 2027)),
        (Others(2023, 86), Others(2024, 87), Others(2025, 87)),
        quality=TAKING_PART,
        process="3.5",
        numerator="Svarande som får den hjälp de vill ha",
        denominator="Alla som svarat på frågan enligt den nationella redovisningen, även de vars "
        "boendestöd ges av annan än Boendestödet",
        source="Nationell brukarundersökning",
        owner="anki",
    ),
    IndicatorStory(
        "IFO-19",
        "Unga vuxna som deltar i daglig sysselsättning",
        "vuxna",
        areas.PSYCHIATRY,
        "count",
        (
            Outcome(2022, value=38),
            Outcome(
                2023,
                value=57,
                comment="Kortare pass och egna aktiviteter för unga "
                "har gjort det lättare att börja.",
            ),
            Outcome(2024, value=63),
            Outcome(2025, value=71),
            Outcome(2026, "DA1", value=58),
            Outcome(2026, "DA2", value=66),
        ),
        quality=BEST_USE,
        process="3.5",
        source="Aktivitetshusets deltagarlista",
        owner="dragan",
    ),
)
