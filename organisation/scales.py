"""How a unit grades risks on a day: the scale of the nearest organisation at or above it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import TextChoices

from organisation.models import RiskScale, UnitClosure
from organisation.models.areas import RiskScaleStep

Axis = RiskScaleStep.Axis


class Zone(TextChoices):
    LOW = "low", "låg"
    MEDIUM = "medium", "medel"
    HIGH = "high", "hög"

    @property
    def tone(self) -> str:
        """As the style sheets call it."""
        return "middle" if self is Zone.MEDIUM else str(self.value)


@dataclass(frozen=True)
class Scale:
    """Probability × consequence. A step without a word is told by its end of the scale."""

    steps: int = 3
    medium_from: int = 3
    high_from: int = 6
    words: dict[tuple[str, int], str] = field(default_factory=dict, hash=False)

    @property
    def key(self) -> str:
        """What a form remembers of the scale it showed."""
        return f"{self.steps}-{self.medium_from}-{self.high_from}"

    def zone(self, level: int) -> Zone:
        if level >= self.high_from:
            return Zone.HIGH
        return Zone.MEDIUM if level >= self.medium_from else Zone.LOW

    def word(self, axis: str, value: int) -> str:
        ends = {1: "lägst", self.steps: "högst"}
        return self.words.get((axis, value)) or ends.get(value, "")

    def step(self, axis: str, value: int) -> str:
        """ "2 varje månad" """
        return f"{value} {self.word(axis, value)}".strip()

    def choices(self, axis: str) -> list[tuple[int, str]]:
        return [
            (value, f"{value}: {word}" if (word := self.word(axis, value)) else str(value))
            for value in range(1, self.steps + 1)
        ]


DEFAULT = Scale()


@dataclass(frozen=True)
class RiskScales:
    """Every scale that may hold for one unit, the nearest and newest first."""

    rows: tuple[tuple[date, Scale], ...]

    def on(self, day: date) -> Scale:
        return next((scale for valid_from, scale in self.rows if valid_from <= day), DEFAULT)


def risk_scales(unit_id: int) -> RiskScales:
    above = dict(
        UnitClosure.objects.filter(descendant_id=unit_id).values_list("ancestor_id", "depth")
    )
    found = RiskScale.objects.filter(unit_id__in=above).prefetch_related("words")
    nearest = sorted(found, key=lambda row: (above[row.unit_id], -row.valid_from.toordinal()))
    return RiskScales(tuple((row.valid_from, _scale(row, row.words.all())) for row in nearest))


def risk_scale(unit_id: int, on: date) -> Scale:
    """Without a row of the municipality's own: three steps, medium from 3, high from 6."""
    return risk_scales(unit_id).on(on)


def _scale(row: RiskScale, words: Iterable[RiskScaleStep]) -> Scale:
    told = {(step.axis, step.value): step.word for step in words}
    return Scale(row.steps, row.medium_from, row.high_from, told)
