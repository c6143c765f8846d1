"""What happened, in our own words: invented events without persons or places.

Slots: {p} the person concerned ("en tonårsflicka"), {d} the same in definite form ("flickan"),
{n} a number of days.
"""

from dataclasses import dataclass

COMMUNICATION = "Kommunikation och information"
ORGANISATION = "Omgivning och organisation"
ROUTINES = "Processer och rutiner"
EQUIPMENT = "Teknisk utrustning"
COMPETENCE = "Utbildning och kompetens"
OTHER = "Annat"
NO_DEVIATION = "Ingen avvikelse"


@dataclass(frozen=True)
class Story:
    title: str
    text: str
    type: str
    units: tuple[str, ...]
    causes: tuple[str, ...]
    immediate: str = ""
    who: str = "child"  # child | youth | adult | nobody
    days: tuple[int, int] = (10, 40)
