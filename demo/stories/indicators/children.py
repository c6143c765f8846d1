"""IFO-04 to IFO-11: children and young people."""

from demo.stories.areas import CHILDREN as AREA
from demo.stories.indicators.story import Goal, IndicatorStory, Outcome

IN_TIME = "God tillgänglighet och insatser inom rimlig tid"
TAKING_PART = "Hög delaktighet"
KNOWLEDGE = "Kunskapsbaserad verksamhet"
SAFETY = "Hög säkerhet, trygghet och gott bemötande"

OWN_SURVEY = "Egen brukarundersökning"
FOLLOW_UP = "Öppenvårdens uppföljning vid avslut"

# What the units reported in 2020 and 2021; the numbers behind the shares were never published.
_TO_2021 = (
    Outcome(2020, "DA2", share=16, source="delår 2 2020", unit="barnenheten"),
    Outcome(
        2021,
        "DA2",
        share=21,
        source="delår 2 2021",
        unit="barnenheten",
        comment="Det nya arbetslaget har gjort att fler utredningar blir klara i tid, men nivån "
        "är fortfarande låg.",
    ),
    Outcome(2020, share=33, source="helår 2020", unit="ungdomsenheten"),
    Outcome(
        2021,
        share=33,
        source="helår 2021",
        unit="ungdomsenheten",
        comment="Andelen är oförändrad. Många utredningar väntar på underlag från andra.",
    ),
    Outcome(2020, "DA1", share=50, source="delår 1 2020", unit="valdsenheten"),
    Outcome(
        2021,
        "DA2",
        share=77,
        source="delår 2 2021",
        unit="valdsenheten",
        comment="Enheten planerar utredningen med den enskilde redan vid första mötet.",
    ),
)

CHILDREN = (
    IndicatorStory(
        "IFO-04",
        "Barnavårdsutredningar avslutade inom 90 dagar",
        "barn",
        AREA,
        "share",
        (
            *_TO_2021,
            Outcome(2022, n=338, of=1412),
            Outcome(
                2023,
                n=285,
                of=1384,
                comment="Äldre utredningar som väntat på handläggare "
                "har avslutats under året och drar ned andelen, och nya ärenden är mer "
                "sammansatta. Arbetet med att korta vägen till beslut fortsätter.",
            ),
            Outcome(2024, n=356, of=1352, comment="Kön av äldre utredningar har krympt."),
            Outcome(2025, n=441, of=1310, comment="Tredje året med kortare tider på barnenheten."),
            Outcome(2026, "DA1", n=148, of=402),
        ),
        tuple(Goal("annual", year, 50) for year in range(2023, 2027)),
        quality=IN_TIME,
        process="2.2",
        numerator="Barnavårdsutredningar avslutade inom 90 dagar",
        denominator="Alla barnavårdsutredningar som avslutats under perioden",
        goal="Barn och familjer får besked snabbt.",
        owner="gunnel",
        first_year=2020,
    ),
    IndicatorStory(
        "IFO-05",
        "Ungdomar 13–20 år som varit delaktiga i hur utredningen eller insatsen utformats",
        "barn",
        AREA,
        "share",
        (
            Outcome(
                2023,
                n=37,
                of=40,
                comment="Nästan alla ungdomar som svarat har fått vara med och påverka. "
                "Samtalsguiden används i de flesta utredningar.",
            ),
            Outcome(2024, n=44, of=49),
            Outcome(2025, n=47, of=52, comment="Flickor och pojkar svarar ungefär lika."),
            Outcome(2025, n=26, of=28, sex="female"),
            Outcome(2025, n=21, of=24, sex="male"),
            Outcome(2026, "DA1", n=16, of=18),
            Outcome(2026, "DA1", n=9, of=10, sex="female"),
            Outcome(2026, "DA1", n=7, of=8, sex="male"),
        ),
        quality=TAKING_PART,
        process="2.2",
        numerator="Ungdomar som svarat att de varit delaktiga",
        denominator="Ungdomar 13–20 år som svarat på frågan",
        split_by_sex=True,
        source=OWN_SURVEY,
        owner="farid",
    ),
    IndicatorStory(
        "IFO-06",
        "Barn utsatta för våld som nått målet med sin insats i öppenvård",
        "barn",
        AREA,
        "share",
        (
            Outcome(
                2023,
                n=14,
                of=14,
                not_measured=7,
                comment="Alla som fullföljt insatsen har nått målet. De som avbröt är inte "
                "mätta och ingår inte i andelen, så resultatet ska läsas tillsammans med "
                "bortfallet.",
            ),
            Outcome(2024, n=17, of=19, not_measured=5),
            Outcome(2025, n=21, of=24, not_measured=4, comment="Färre avbryter i förtid."),
            Outcome(2026, "DA2", n=12, of=14, not_measured=6),
        ),
        quality=KNOWLEDGE,
        process="3.1",
        numerator="Barn som nått målet när insatsen avslutades",
        denominator="Barn med avslutad insats på grund av våld, utom dem som avbrutit",
        source=FOLLOW_UP,
        owner="johanna",
    ),
    IndicatorStory(
        "IFO-07",
        "Ärenden med oro om våld där insats har påbörjats under utredningen",
        "barn",
        AREA,
        "share",
        (
            Outcome(
                2023,
                "DA2",
                no_data="Mätningen var inte i gång vid delåret.",
            ),
            Outcome(
                2023,
                share=23,
                source="genomgång efter delår 2",
                comment="Insats under utredning är ett nytt arbetssätt "
                "och används ännu mest av erfarna handläggare.",
            ),
            Outcome(2024, n=41, of=118, comment="Arbetssättet är infört på alla enheter."),
            Outcome(2025, n=58, of=121),
            Outcome(2026, "DA1", n=24, of=47),
            Outcome(2026, "DA2", n=44, of=83, comment="Etappmålet nås för första gången."),
        ),
        tuple(Goal("milestone", year, 50) for year in range(2023, 2027)),
        quality=SAFETY,
        process="2.2",
        numerator="Ärenden där insats påbörjats före utredningens slut",
        denominator="Avslutade utredningar med oro om våld runt eller mot barn",
        source="Genomgång av ärenden",
        owner="eva",
        first_year=2023,
    ),
    IndicatorStory(
        "IFO-08",
        "Ungdomar som är drogfria när öppenvårdens insats för missbruk avslutas",
        "barn",
        AREA,
        "share",
        (
            Outcome(
                2023,
                n=9,
                of=26,
                comment="Flera avslutade kontakten tidigt. De som "
                "stannat hela insatsen har oftare blivit drogfria.",
            ),
            Outcome(2024, n=13, of=31),
            Outcome(2025, n=12, of=28, comment="Fler yngre med kortare missbruk."),
            Outcome(2026, "DA1", n=4, of=9),
        ),
        tuple(Goal("milestone", year, 40) for year in range(2023, 2027)),
        quality=KNOWLEDGE,
        process="3.1",
        numerator="Ungdomar som är drogfria vid avslut",
        denominator="Ungdomar med avslutad insats för missbruk",
        source=FOLLOW_UP,
        owner="johanna",
    ),
    IndicatorStory(
        "IFO-09",
        "Ungdomar utredda på grund av grov kriminalitet som har påbörjat en insats",
        "barn",
        AREA,
        "share",
        (
            Outcome(
                2023,
                n=24,
                of=26,
                comment="Nästan alla har påbörjat en insats. Tät kontakt med familjen redan "
                "första veckan är det som skiljer mot tidigare arbetssätt.",
            ),
            Outcome(2024, n=27, of=31),
            Outcome(2025, n=29, of=30),
            Outcome(2026, "DA2", n=18, of=20),
        ),
        quality=SAFETY,
        process="2.2",
        numerator="Ungdomar som påbörjat insats",
        denominator="Ungdomar utredda på grund av grov kriminalitet",
        owner="farid",
    ),
    IndicatorStory(
        "IFO-10",
        "Vårdnadshavare som upplever att situationen har blivit bättre",
        "barn",
        AREA,
        "share",
        (
            Outcome(
                2023,
                n=91,
                of=166,
                comment="Utvecklingen går inte att bedöma ännu. Många svarar innan insatsen har "
                "hunnit börja.",
            ),
            Outcome(2024, n=104, of=171, comment="Enkäten lämnas nu när insatsen avslutas."),
            Outcome(2025, n=118, of=182),
            Outcome(2026, "DA1", n=39, of=58),
        ),
        tuple(Goal("milestone", year, 60) for year in range(2023, 2027)),
        quality=TAKING_PART,
        process="2.2",
        numerator="Vårdnadshavare som svarat att situationen är bättre",
        denominator="Vårdnadshavare som svarat på frågan",
        source=OWN_SURVEY,
        owner="gunnel",
        first_year=2023,
    ),
    IndicatorStory(
        "IFO-11",
        "Barn och unga som upplever att situationen har blivit bättre",
        "barn",
        AREA,
        "share",
        (
            Outcome(
                2023,
                n=35,
                of=46,
                comment="De unga är mer positiva än vårdnadshavarna, men de som svarat är få.",
            ),
            Outcome(2024, n=41, of=52),
            Outcome(2025, n=39, of=49, comment="I nivå med tidigare år."),
        ),
        tuple(Goal("milestone", year, 70) for year in range(2023, 2027)),
        quality=TAKING_PART,
        process="2.2",
        numerator="Barn och unga som svarat att situationen är bättre",
        denominator="Barn och unga som svarat på frågan",
        source=OWN_SURVEY,
        owner="gunnel",
        first_year=2023,
    ),
)
