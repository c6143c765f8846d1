"""How a chart looks: sizes in millimetres on paper, colours that also tell apart in grey."""

from typing import NamedTuple

# Part of the cache key: raise it when a drawing of the same data would come out differently.
VERSION = 5

WIDTH = 150.0  # the measure of the report's text
FONT = "Source Sans 3"
FONT_SIZE = 8.5  # pt
CHARACTER = FONT_SIZE * 0.3528 * 0.5  # mean width of a character, mm
INK, MUTED, GRID, AXIS = "#1b2429", "#4a555c", "#dde3e6", "#8a949b"


class Fill(NamedTuple):
    colour: str
    text: str
    hatch: str = ""


# Neighbours differ in lightness, so that a grey print and any colour vision keep them apart.
FILLS = (
    Fill("#0b4f5e", "#ffffff"),
    Fill("#8fbcb0", INK),
    Fill("#a95a22", "#ffffff"),
    Fill("#e4ecea", INK, "///"),
    Fill("#59666d", "#ffffff"),
    Fill("#f3dfb4", INK, "---"),
)
