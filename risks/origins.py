"""For a measure's own page: the risks, controls and processes that it answers to."""

from django.urls import reverse

from measures.models import Measure
from measures.origins import Origin
from organisation.models import Process, User
from risks.models import Control, Risk


def origins(user: User, measure: Measure) -> list[Origin]:
    """As far as this person may know."""
    risks = Risk.objects.visible_to(user).filter(measures=measure)
    controls = Control.objects.visible_to(user).filter(measures=measure)
    processes = Process.objects.visible_to(user).filter(measures=measure)
    return [
        *(Origin("Process", str(row), page(row.pk)) for row in processes),
        *(_origin("Risk", "risks", risk) for risk in risks),
        *(_origin("Egenkontroll", "controls", control) for control in controls),
    ]


def page(pk: int) -> str:
    return reverse("processes:detail", args=[pk])


def _origin(kind: str, register: str, row: Risk | Control) -> Origin:
    return Origin(kind, str(row), reverse(f"{register}:detail", args=[row.code]))
