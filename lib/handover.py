"""What a person answers for, as each register tells it, when somebody else is to take it over."""

from collections.abc import Sequence
from dataclasses import dataclass


class OutOfSight(Exception):
    """The successor could not see what would be theirs; `titles` are those things."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__(", ".join(titles))
        self.titles = titles


@dataclass(frozen=True)
class Held:
    """One thing. `key` names it within its register; `title` holds no secret text."""

    key: str
    title: str
    unit: str
