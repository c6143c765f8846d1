from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Step:
    """A follow-up: the history that reports read."""

    on: date
    status: str
    effect: str = ""
    text: str = ""
    continues: bool = False  # next year


@dataclass(frozen=True)
class MeasureStory:
    """A measure, and what it answers: lex Sarah cases of a year and section, risks or controls."""

    title: str
    kind: str
    unit: str  # slug
    responsible: str  # username
    decided_on: date
    due_on: date
    steps: tuple[Step, ...]
    year: int = 0  # of the decisions in the cases
    section: str = ""
    risks: tuple[str, ...] = ()  # codes
    controls: tuple[str, ...] = ()
