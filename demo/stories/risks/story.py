from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Judged:
    on: date
    probability: int
    consequence: int
    comment: str = ""
    kind: str = "residual"


@dataclass(frozen=True)
class RiskStory:
    code: str
    title: str
    consequence: str  # for the person concerned
    unit: str
    area: str
    quality: str
    responsible: str
    opened_on: date
    judged: tuple[Judged, ...]
    processes: tuple[str, ...] = ()
    decision: str = "act"
    review_on: date | None = None
    closed_on: date | None = None
    closed_because: str = ""
    theme: str = ""


@dataclass(frozen=True)
class Found:
    """What a control found: n of N, a count, a share that was only reported, or words alone."""

    on: date
    verdict: str
    n: int | None = None
    of: int | None = None
    count: int | None = None
    share: int | None = None
    source: str = ""
    sample: str = ""
    comment: str = ""
    motive: str = ""


@dataclass(frozen=True)
class ControlStory:
    code: str
    title: str
    requirement: str
    unit: str
    area: str
    method: str
    frequency: str
    measured: str
    responsible: str
    opened_on: date
    results: tuple[Found, ...]
    risks: tuple[str, ...] = ()
    process: str = ""
    numerator: str = ""
    denominator: str = ""
    source: str = ""
    threshold: int | None = None
    better: str = "at_least"
