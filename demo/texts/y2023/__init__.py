"""Kvalitetsberättelse 2023, hela individ- och familjeomsorgen: a text for each section."""

from demo.texts.y2023.basis import BASIS
from demo.texts.y2023.improvement import IMPROVEMENT
from demo.texts.y2023.results import RESULTS

TEXTS = {**BASIS, **IMPROVEMENT, **RESULTS}
