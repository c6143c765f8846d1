from collections.abc import Mapping
from dataclasses import dataclass

from deviations.models import Cause, DeviationType
from organisation.models import Process, QualityArea, ServiceArea, Unit, User


@dataclass(frozen=True)
class Register:
    """What rows point to, by slug, username, number or name."""

    units: Mapping[str, Unit]
    people: Mapping[str, User]
    processes: Mapping[str, Process]
    types: Mapping[str, DeviationType]
    causes: Mapping[str, Cause]
    areas: Mapping[str, ServiceArea]
    quality_areas: Mapping[str, QualityArea]
