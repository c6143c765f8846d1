"""What registers and reports are divided by, and the texts that return every year."""

from collections.abc import Mapping

from django.utils import timezone

from demo.organisation import FOUNDED
from demo.stories import areas as words
from demo.texts import standing
from lib import richtext
from organisation.models import (
    Duty,
    RiskScale,
    RiskScaleStep,
    ServiceArea,
    TargetGroup,
    Unit,
    User,
)
from qualityreport.models import StandingText


def load_areas(units: Mapping[str, Unit]) -> dict[str, ServiceArea]:
    """name → area"""
    ifo = units["ifo"]
    made = ServiceArea.objects.bulk_create(
        ServiceArea(unit=ifo, name=name, order=order)
        for order, name in enumerate(words.SERVICE_AREAS)
    )
    TargetGroup.objects.bulk_create(
        TargetGroup(
            unit=units[unit],
            name=name,
            age_from=age_from,
            age_to=age_to,
            description=description,
            order=order,
        )
        for order, (unit, name, age_from, age_to, description) in enumerate(words.TARGET_GROUPS)
    )
    Duty.objects.bulk_create(
        Duty(unit=ifo, role=role, duty=duty, order=order)
        for order, (role, duty) in enumerate(words.DUTIES)
    )
    _load_scale(ifo)
    return {area.name: area for area in made}


def _load_scale(unit: Unit) -> None:
    scale = RiskScale.objects.create(
        unit=unit, steps=3, medium_from=3, high_from=6, valid_from=FOUNDED
    )
    RiskScaleStep.objects.bulk_create(
        RiskScaleStep(scale=scale, axis=axis, value=value, word=word)
        for axis, value, word in words.SCALE_WORDS
    )


def load_standing_texts(unit: Unit, author: User) -> None:
    StandingText.objects.bulk_create(
        StandingText(
            unit=unit,
            key=key,
            first_year=standing.FIRST_YEAR,
            body=richtext.clean(" ".join(body.split())),
            saved_by_name=str(author),
            saved_at=timezone.make_aware(standing.SAVED),
        )
        for key, body in standing.TEXTS.items()
    )
