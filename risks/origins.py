"""For a measure's own page: the risks and controls that it answers to."""

from django.urls import reverse

from measures.models import Measure
from measures.origins import Origin
from organisation.models import User
from risks.models import Control, Risk


def origins(user: User, measure: Measure) -> list[Origin]:
    """As far as this person may know."""
    risks = Risk.objects.visible_to(user).filter(measures=measure)
    controls = Control.objects.visible_to(user).filter(measures=measure)
    return [
        *(_origin("Risk", "risks", risk) for risk in risks),
        *(_origin("Egenkontroll", "controls", control) for control in controls),
    ]


def _origin(kind: str, register: str, row: Risk | Control) -> Origin:
    return Origin(kind, str(row), reverse(f"{register}:detail", args=[row.code]))
