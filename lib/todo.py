"""One thing a person has to do now. Every register offers its own, `start` shows them together."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Todo:
    """`title` is an act ("Bedöm LS-2026-0007"); neither it nor `detail` may hold secret text."""

    title: str
    url: str
    due: date | None
    kind: str
    urgent: bool = False
    detail: str = ""
