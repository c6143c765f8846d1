"""What happened, in our own words: invented events without persons or places.

Slots: {p} the person concerned ("en tonårsflicka"), {d} the same in definite form ("flickan"),
{n} a number of days.
"""

from dataclasses import dataclass


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
