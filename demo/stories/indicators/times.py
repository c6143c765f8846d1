"""IFO-20 and IFO-21: how long investigations take, held against other municipalities."""

from demo.stories.areas import STATISTICS as AREA
from demo.stories.indicators.story import IndicatorStory, Others, Outcome

IN_TIME = "God tillgänglighet och insatser inom rimlig tid"
LONGEST = "bland den fjärdedel av kommunerna som har längst utredningstid"

TIMES = (
    IndicatorStory(
        "IFO-20",
        "Genomsnittlig tid för barnavårdsutredningar",
        "barn",
        AREA,
        "days",
        (
            Outcome(2019, value=119),
            Outcome(2020, value=115),
            Outcome(
                2021,
                value=111,
                comment="Tiden har kortats två år i rad men är fortfarande lång jämfört med "
                "andra kommuner.",
            ),
            Outcome(2022, value=118),
            Outcome(
                2023,
                value=127,
                comment="Ökningen beror till en del på att gamla utredningar har avslutats.",
            ),
            Outcome(2024, value=121),
            Outcome(2025, value=112),
            Outcome(2026, "DA2", value=108),
        ),
        others=(
            Others(2021, text=LONGEST, source="Öppna jämförelser"),
            Others(2023, text=LONGEST, source="Kolada"),
            Others(2025, text="strax över medianen", source="Kolada"),
        ),
        quality=IN_TIME,
        process="2.2",
        direction="lower",
        is_cumulative=False,
        owner="gunnel",
        first_year=2019,
    ),
    IndicatorStory(
        "IFO-21",
        "Genomsnittlig utredningstid för vuxna med beroende",
        "vuxna",
        AREA,
        "days",
        (
            Outcome(2022, value=64),
            Outcome(
                2023,
                value=61,
                comment="Utredningstiden ligger där de flesta kommuner ligger.",
            ),
            Outcome(2024, value=58),
            Outcome(2025, value=59),
        ),
        others=(
            Others(2023, text="i mittenspannet", source="Kolada"),
            Others(2025, text="i mittenspannet", source="Kolada"),
        ),
        quality=IN_TIME,
        process="2.3",
        direction="lower",
        is_cumulative=False,
        owner="henrik",
    ),
)
