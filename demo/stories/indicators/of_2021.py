"""IFO-22 to IFO-26: followed by barn- och ungdomssektionen until 2021."""

from decimal import Decimal

from demo.stories import areas
from demo.stories.indicators.story import Goal, IndicatorStory, Others, Outcome

KNOWLEDGE = "Kunskapsbaserad verksamhet"
IN_TIME = "God tillgänglighet och insatser inom rimlig tid"
SAFETY = "Hög säkerhet, trygghet och gott bemötande"
INTERIM_2 = "delår 2 2021"

OF_2021 = (
    IndicatorStory(
        "IFO-22",
        "Föräldrar i programmet ABC som bedömer att de har stärkts",
        "barn",
        areas.PREVENTION,
        "index",
        (
            Outcome(
                2021,
                value=Decimal("4.2"),
                comment="Föräldrarna ger programmet ett högt omdöme, på samma nivå som i riket.",
            ),
        ),
        others=(Others(2021, Decimal("4.2")),),
        quality=KNOWLEDGE,
        process="1.1",
        decimals=1,
        is_cumulative=False,
        source="Enkät efter avslutat program, femgradig skala",
        owner="johanna",
        first_year=2021,
        last_year=2021,
    ),
    IndicatorStory(
        "IFO-23",
        "Insatser i öppenvård som avslutats inom den tid som bestämdes",
        "barn",
        areas.OUTPATIENT,
        "share",
        (
            Outcome(
                2021,
                "DA2",
                share=48,
                source=INTERIM_2,
                unit="oppenvard-barn",
                comment="Tiden bestämdes ofta innan behovet var känt, och många insatser "
                "förlängdes.",
            ),
            Outcome(
                2021,
                "DA2",
                share=72,
                source=INTERIM_2,
                unit="oppenvard-unga",
                comment="Tid och innehåll bestäms tillsammans med familjen.",
            ),
            Outcome(
                2021,
                "DA2",
                share=43,
                source=INTERIM_2,
                unit="valdsenheten",
                comment="Pågående rättsprocesser förlänger många insatser.",
            ),
        ),
        tuple(
            Goal("annual", 2021, 75, unit=unit)
            for unit in ("oppenvard-barn", "oppenvard-unga", "valdsenheten")
        ),
        quality=IN_TIME,
        process="3.1",
        numerator="Insatser avslutade inom bestämd tid",
        denominator="Alla avslutade insatser",
        owner="johanna",
        first_year=2021,
        last_year=2021,
    ),
    IndicatorStory(
        "IFO-24",
        "Deltagare i föräldrastödsprogram",
        "barn",
        areas.PREVENTION,
        "count",
        (
            Outcome(
                2021,
                value=412,
                comment="Grupper på distans har gjort att fler kunnat delta trots pandemin.",
            ),
        ),
        quality=IN_TIME,
        process="1.1",
        owner="johanna",
        first_year=2021,
        last_year=2021,
    ),
    IndicatorStory(
        "IFO-25",
        "Placeringar i familjehem som avbrutits i förtid",
        "barn",
        areas.FOSTER_HOMES,
        "count",
        (
            Outcome(
                2021,
                value=5,
                comment="Sammanbrotten är få i förhållande till antalet placeringar.",
            ),
        ),
        quality=SAFETY,
        process="3.2",
        direction="lower",
        owner="marie",
        first_year=2021,
        last_year=2021,
    ),
    IndicatorStory(
        "IFO-26",
        "Handläggarnas erfarenhet och kompetens",
        "barn",
        areas.STATISTICS,
        "index",
        (
            Outcome(
                2021,
                no_data="Redovisas bara som jämförelse med andra.",
                comment="Handläggarna har längre erfarenhet än på de flesta håll, vilket märks "
                "i introduktionen av nya.",
            ),
        ),
        others=(
            Others(2021, text="över genomsnittet i riket och i länet", source="Öppna jämförelser"),
        ),
        quality=KNOWLEDGE,
        process="2.2",
        is_cumulative=False,
        source="Öppna jämförelser",
        owner="gunnel",
        first_year=2021,
        last_year=2021,
    ),
)
