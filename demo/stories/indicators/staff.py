"""IFO-27 and IFO-28: how many leave, and who steps in. Published for 2022 and 2023."""

from demo.stories.areas import STATISTICS as AREA
from demo.stories.indicators.story import IndicatorStory, Outcome

BEST_USE = "Resurser används där de kommer målgruppen till störst nytta"
SOURCE = "Förvaltningens personaluppföljning"

STAFF = (
    IndicatorStory(
        "IFO-27",
        "Personalomsättning",
        "ifo",
        AREA,
        "share",
        (
            Outcome(2022, share=17, source="personaluppföljningen 2022"),
            Outcome(
                2023,
                share=9,
                source="personaluppföljningen 2023",
                comment="Färre slutar sedan planen för att rekrytera och behålla medarbetare "
                "infördes.",
            ),
            Outcome(2024, share=8, source="personaluppföljningen 2024"),
            Outcome(2025, share=10, source="personaluppföljningen 2025"),
        ),
        quality=BEST_USE,
        direction="lower",
        is_cumulative=False,
        source=SOURCE,
        owner="dag",
    ),
    IndicatorStory(
        "IFO-28",
        "Medarbetare i resurspoolen",
        "ifo",
        AREA,
        "count",
        (
            Outcome(2022, value=6),
            Outcome(2023, value=9, comment="Poolen täcker frånvaro på alla mottagningar."),
            Outcome(2024, value=9),
            Outcome(2025, value=8),
        ),
        quality=BEST_USE,
        is_cumulative=False,
        source=SOURCE,
        owner="dag",
    ),
)
