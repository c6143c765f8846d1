"""What a check says of a report before it reaches its readers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices

from qualityreport.collect import Collected, Collection


class Severity(TextChoices):
    STOPS = "stops", "Stoppar"
    WARNS = "warns", "Varnar"
    INFORMS = "informs", "Upplyser"


@dataclass(frozen=True)
class Remark:
    """What a check yields: where, what is the matter, and what to do about it."""

    place: str
    message: str
    advice: str
    section_key: str = ""
    # A live figure to write instead of what is typed.
    offer: str = ""


@dataclass(frozen=True)
class Check:
    title: str
    severity: Severity
    function: Callable[[Collection], Iterator[Remark]]

    @property
    def name(self) -> str:
        return self.function.__name__


@dataclass(frozen=True)
class Finding:
    check: str
    severity: str
    section_key: str
    place: str
    message: str
    advice: str
    offer: str = ""


@dataclass(frozen=True)
class FindingGroup:
    """All findings of one check, to be read and acknowledged at once."""

    name: str
    title: str
    severity: str
    advice: str
    findings: Sequence[Finding]

    @property
    def severity_text(self) -> str:
        return Severity(self.severity).label

    @property
    def tone(self) -> str:
        return {Severity.STOPS: "late", Severity.WARNS: "waiting"}.get(
            Severity(self.severity), "muted"
        )


def at(collected: Collected, message: str, advice: str, offer: str = "") -> Remark:
    return Remark(collected.section.title, message, advice, collected.section.key, offer)
